/// What a caller can choose about reading documents.
public struct ExtractionOptions: Sendable, Hashable {
  /// How citation keys are made: `author`, `year`, `title` in brackets, for example `[author][year]`.
  public var keyPattern = CitationKeyPattern.standard

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
    let decoded = DecodedText(raw)
    let source = SourceFile(name: name, bytes: decoded.bytes)
    let format =
      format
      ?? DocumentFormat.guess(
        name: name, bytes: source.bytes.prefix(1 << 16), among: DocumentFormat.all)
    self.init(reading: format.read(source), options: options)
    if let diagnostic = decoded.diagnostic { diagnostics.insert(diagnostic, at: 0) }
  }

  /// Reads the text of a single note, without a document around it.
  public init(ofNote text: String, options: ExtractionOptions = ExtractionOptions()) {
    let source = SourceFile(name: "note", bytes: Array(text.utf8))
    var document = Document(source: source, format: "text")
    document.notes = [
      Note(label: "1", text: SourceText(text), range: SourceRange(0, source.bytes.count))
    ]
    self.init(reading: document, options: options)
  }

  /// Reads the notes of a document that its reader has found.
  init(reading document: Document, options: ExtractionOptions) {
    let reader = NoteReader()
    let gathered = Gathering.gather(document.notes.map(reader.read), keys: options.keyPattern)
    self.init(document: document, notes: gathered.notes, works: gathered.works)
    diagnostics = Checks.sorted(
      document.diagnostics + gathered.diagnostics + Checks.findings(in: self))
  }
}
