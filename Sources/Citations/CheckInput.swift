/// How a file is read to be checked: as a document with notes or as a bibliography.
public enum CheckInput: Sendable {
  /// A document of the given format; its notes are read.
  case document(DocumentFormat)
  /// A bibliography of the given format; its entries are read.
  case bibliography(BibliographyFormat)

  /// How many bytes of a file are looked at.
  private static let headLength = 1 << 16
  /// What the ending of a name counts for against the content.
  private static let nameScore = 30

  /// The input of the given format name; nil where no format that can be read has it.
  ///
  /// A name that documents and bibliographies have in common means the document, whose references are read with it.
  public static func named(_ name: String) -> CheckInput? {
    if let format = DocumentFormat.all.first(where: { $0.name == name }) {
      return .document(format)
    }
    return BibliographyFormat.all.first { $0.name == name && $0.canRead }
      .map(CheckInput.bibliography)
  }

  /// The names of all formats that can be checked: documents, then bibliographies.
  public static var names: [String] {
    let documents = DocumentFormat.all.map(\.name)
    return documents
      + BibliographyFormat.all.filter { $0.canRead && !documents.contains($0.name) }.map(\.name)
  }

  /// What a file is by its content and its name.
  ///
  /// It is a bibliography where the content speaks for one more surely than for a document, the ending of the name counted
  /// in; content that says itself what it is goes before the name.
  public static func guess(name: String, bytes: [UInt8]) -> CheckInput {
    let document = DocumentFormat.guess(
      name: name, bytes: bytes.prefix(headLength), among: DocumentFormat.all)
    guard let bibliography = BibliographyFormat.guess(name: name, bytes: bytes) else {
      return .document(document)
    }
    let head = bytes.prefix(headLength)
    let ending = FileName.fileExtension(of: name)
    let forBibliography = score(
      bibliography.sniff?(head) ?? 0, isNamed: bibliography.extensions.contains(ending))
    let forDocument = score(
      document.sniff(head), isNamed: ending != "txt" && document.extensions.contains(ending))
    return forBibliography > forDocument ? .bibliography(bibliography) : .document(document)
  }

  private static func score(_ content: Int, isNamed: Bool) -> Int {
    content + (isNamed ? nameScore : 0)
  }

  /// How comments begin in the format.
  var comments: CommentSyntax {
    switch self {
    case .document(let format): CommentSyntax(formatName: format.name)
    case .bibliography(let format): CommentSyntax(formatName: format.name)
    }
  }
}
