internal import ArgumentParser
internal import Citations

/// Which documents are read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Documents to read; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Read every document as this format (see 'citecli formats').",
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
      "How citation keys are made (default: [author][year]).",
      discussion: "Of [author], [authors], [year] and [title]; [Author] and the like begin with a capital.",
      valueName: "pattern"),
    transform: { text in
      guard let pattern = CitationKeyPattern(text) else {
        throw ValidationError(
          "'\(text)' is no pattern; it can hold [author], [authors], [year], [title] and plain text")
      }
      return pattern
    })
  var keyPattern = CitationKeyPattern.standard

  /// What the library is told.
  var options: ExtractionOptions {
    var options = ExtractionOptions()
    options.keyPattern = keyPattern
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
  func checkFiles() throws {
    if files.isEmpty {
      throw ValidationError("Missing expected argument '<file> ...'; - is standard input")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read only once")
    }
    if standardInputName != nil, !files.contains("-") {
      throw ValidationError("--stdin-filename needs - among the files")
    }
    _ = try documentFormat()
  }

  /// Reads the documents one after the other; what cannot be read is said, and the others still come through.
  ///
  /// - Returns: Whether all could be read.
  func forEachDocument(_ body: (Extraction) throws -> Void) throws -> Bool {
    let format = try documentFormat()
    var isComplete = true
    for file in files {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes =
          file == "-"
          ? try FileIO.read(FileIO.standardInput, name: "standard input")
          : try FileIO.read(path: file)
      } catch {
        Terminal.complain(error.description)
        isComplete = false
        continue
      }
      let name = file == "-" ? standardInputName ?? "-" : file
      try body(Extraction(of: bytes, name: name, as: format, options: options))
    }
    return isComplete
  }
}
