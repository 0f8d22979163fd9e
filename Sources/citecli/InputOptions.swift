internal import ArgumentParser
internal import Citations

/// Which documents are read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Read every file as this format (see 'citecli formats').",
      discussion: "Without it, the format is guessed from the name and the content.",
      valueName: "format"))
  var from: String?

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The name of standard input in messages and for the format.", valueName: "name"))
  var standardInputName: String?

  @Option(
    name: .customLong("key-pattern"),
    help: ArgumentHelp(
      "How citation keys are made.",
      discussion: "Of [author], [authors], [year] and [title]; [Author] with a capital.",
      valueName: "pattern"))
  var keyPattern = Self.usualKeyPattern

  /// The pattern of keys where none is given.
  static let usualKeyPattern = "[author][year]"

  /// What the library is told.
  func options() throws -> ExtractionOptions {
    guard let pattern = CitationKeyPattern(keyPattern) else {
      throw ValidationError(
        "'\(keyPattern)' is no pattern for keys. "
          + "A field is one of [author], [authors], [year] and [title]")
    }
    var options = ExtractionOptions()
    options.keyPattern = pattern
    return options
  }

  /// The format that `--from` names, or nil to guess.
  func documentFormat() throws -> DocumentFormat? {
    guard let from else { return nil }
    guard let format = DocumentFormat.all.first(where: { $0.name == from }) else {
      throw ValidationError(
        "There is no document format '\(from)'. \(Choice.sentence(DocumentFormat.all.map(\.name)))")
    }
    return format
  }

  /// Refuses arguments that cannot work, before anything is read.
  ///
  /// - Parameter formats: The names that `--from` may have; nil for those of documents.
  /// - Throws: `ValidationError` for the first that cannot work.
  func checkFiles(isKnownFormat formats: [String]? = nil) throws {
    try inputs.check()
    if let formats, let from {
      guard formats.contains(from) else {
        throw ValidationError("There is no format '\(from)' to read. \(Choice.sentence(formats))")
      }
    } else {
      _ = try documentFormat()
    }
    _ = try options()
  }

  /// Reads the documents one after the other; what cannot be read is said, and the others still come through.
  ///
  /// - Returns: Whether all could be read.
  func forEachDocument(_ body: (Extraction) throws -> Void) throws -> Bool {
    let format = try documentFormat()
    let options = try options()
    return try forEachFile { bytes, name in
      try body(Extraction(of: bytes, name: name, as: format, options: options))
    }
  }

  /// Hands the bytes and the name of each file over; what cannot be read is said, and the others still come through.
  ///
  /// - Returns: Whether all could be read.
  func forEachFile(_ body: ([UInt8], String) throws -> Void) throws -> Bool {
    try inputs.forEach(body)
  }

  private var inputs: InputFiles {
    InputFiles(paths: files, standardInputName: standardInputName)
  }
}
