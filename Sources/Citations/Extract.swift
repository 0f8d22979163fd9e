/// What a caller can choose about reading documents.
public struct ExtractionOptions: Sendable, Hashable {
  /// How citation keys are made: `author`, `year`, `title` in brackets, for example `[author][year]`.
  public var keyPattern = "[author][year]"

  /// The defaults.
  public init() {}
}

extension Extraction {
  /// Reads a document: finds its notes, reads them, gathers the works and checks all of it.
  ///
  /// Never fails: what is wrong with the input is in `diagnostics`.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes in any of the encodings of `TextEncoding`.
  ///   - name: The name to use in messages, and to guess the format from.
  ///   - format: The document format; nil to guess it from the name and the content.
  ///   - options: Choices of the caller.
  public init(
    of raw: [UInt8], name: String, as format: DocumentFormat? = nil,
    options: ExtractionOptions = ExtractionOptions()
  ) {
    let source = SourceFile(name: name, bytes: DecodedText(raw).bytes)
    self.init(document: Document(source: source, format: format?.name ?? "text"))
  }

  /// Reads the text of a single note, without a document around it.
  public init(ofNote text: String, options: ExtractionOptions = ExtractionOptions()) {
    let source = SourceFile(name: "note", bytes: Array(text.utf8))
    let note = Note(label: "1", text: SourceText(text), range: SourceRange(0, source.bytes.count))
    var document = Document(source: source, format: "text")
    document.notes = [note]
    self.init(document: document, notes: [NoteReader().read(note)])
  }
}
