internal import ArgumentParser
internal import Citations

/// Which bibliographies are read, and how.
struct BibliographyInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Bibliographies to read; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Read every input as this format (see 'citecli formats').", valueName: "format"))
  var from: String?

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The name of standard input in messages and for the format.", valueName: "name"))
  var standardInputName: String?

  @Option(
    name: .customLong("names"),
    help: ArgumentHelp(
      "Take names in BibTeX syntax apart as this program does: bibtex or biber.",
      discussion: "Without it, as bibtex for --from bibtex and as biber for biblatex.",
      valueName: "program"))
  var names: String?

  /// The files that are inputs, without standard input.
  var paths: [String] { files.filter { $0 != "-" } }

  func validate() throws {
    try inputs.check()
    _ = try format()
    _ = try options()
  }

  /// Reads the files one after the other; what cannot be read is said, and the others still come through.
  ///
  /// - Returns: Whether all could be read.
  func read(into conversion: inout Conversion) throws -> Bool {
    let format = try format()
    var isKnown = true
    let isComplete = try inputs.forEach { bytes, name in
      guard conversion.add(bytes, name: name, as: format) == nil else { return }
      Terminal.complain(
        "\(name): neither the name nor the content tells the format; give it by --from. "
          + Choice.sentence(BibliographyFormat.all.filter(\.canRead).map(\.name)))
      isKnown = false
    }
    return isComplete && isKnown
  }

  private var inputs: InputFiles {
    InputFiles(paths: files, standardInputName: standardInputName)
  }

  /// What the library is told.
  func options() throws -> ReaderOptions {
    var options = ReaderOptions()
    guard let names else { return options }
    guard let rules = ReaderOptions.NameRules(rawValue: names) else {
      throw ValidationError(
        "There are no rules for names of '\(names)'. "
          + Choice.sentence(ReaderOptions.NameRules.allCases.map(\.rawValue)))
    }
    options.nameRules = rules
    return options
  }

  private func format() throws -> BibliographyFormat? {
    guard let from else { return nil }
    let readable = BibliographyFormat.all.filter(\.canRead)
    guard let format = readable.first(where: { $0.name == from }) else {
      throw ValidationError(
        "There is no bibliography format '\(from)' to read. \(Choice.sentence(readable.map(\.name)))"
      )
    }
    return format
  }
}
