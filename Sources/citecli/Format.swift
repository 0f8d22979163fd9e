internal import ArgumentParser
internal import Citations

/// `citecli format`: tidies BibTeX files.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tidy BibTeX and BibLaTeX files.",
    discussion: """
      Without options, fields are laid out as most of the file has them, and nothing \
      else changes. Values are never encoded otherwise; comments, free text and \
      whatever could not be read in full keep their bytes, and are said. Files are \
      replaced as a whole; - is standard input, tidied to standard output.

      Examples:
        citecli format refs.bib                          in place
        citecli format refs.bib --diff                   what would change
        citecli format *.bib --check                     names untidy files
        citecli format refs.bib --sort key --blank-lines 1 --align entry
        citecli format refs.bib --dois --pages --months --braces --field-case lower
        citecli format - < refs.bib > tidy.bib
      """)

  @Argument(
    help: ArgumentHelp("BibTeX files to tidy; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["bib"]))
  var files: [String] = []

  @Flag(name: .long, help: "Write nothing; name the files that are not tidy and exit with 1.")
  var check = false

  @Flag(name: .long, help: "Write nothing; print what would change as a unified diff.")
  var diff = false

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("The name of standard input in messages.", valueName: "name"))
  var standardInputName: String?

  @OptionGroup(title: "Layout and values") var tidy: TidyOptions

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what went wrong.")
  var quiet = false

  @Option(name: .long, help: "Colour the findings; NO_COLOR is heeded.")
  var color = ColorMode.auto

  func validate() throws {
    try InputFiles(paths: files, standardInputName: standardInputName).check()
  }

  func run() throws {
    let tidy = BibTeXTidy(options: try tidy.options())
    var isComplete = true
    var changed = 0
    for file in files {
      do {
        if try format(file, tidy) { changed += 1 }
      } catch let error as FileError {
        Terminal.complain(error.description)
        isComplete = false
      }
    }
    if !isComplete { throw ExitCode.unusable }
    if check, changed > 0 { throw ExitCode.findings }
  }

  /// Tidies one file.
  ///
  /// - Returns: Whether it was not tidy.
  private func format(_ file: String, _ tidy: BibTeXTidy) throws -> Bool {
    let isStandardInput = file == "-"
    let bytes =
      isStandardInput
      ? try FileIO.read(FileIO.standardInput, name: "standard input")
      : try FileIO.read(path: file)
    let source = SourceFile(name: isStandardInput ? standardInputName ?? "-" : file, bytes: bytes)
    guard !bytes.contains(0) else {
      throw FileError(
        path: source.name, reason: "holds zero bytes; UTF-8 or Latin text was expected")
    }
    let result = tidy.formatted(source)
    say(result.diagnostics, in: source)
    if diff {
      var output: [UInt8] = []
      UnifiedDiff(bytes, result.bytes).write(to: &output, from: source.name, to: source.name)
      try FileIO.write(output, to: FileIO.standardOutput, name: "standard output")
    } else if check {
      if result.isChanged {
        try FileIO.write(
          Array("\(source.name)\n".utf8), to: FileIO.standardOutput, name: "standard output")
      }
    } else if isStandardInput {
      try FileIO.write(result.bytes, to: FileIO.standardOutput, name: "standard output")
    } else if result.isChanged {
      try OutputFile(path: file, inputs: []).replace(with: result.bytes)
    }
    return result.isChanged
  }

  /// Findings that are more than notes: they say what was left as it is, and why.
  private func say(_ diagnostics: [Diagnostic], in source: SourceFile) {
    if quiet { return }
    let printer = FindingsReport(.concise, isColored: color.isOn(for: FileIO.standardError))
    Terminal.say(printer.text(of: diagnostics.filter { $0.severity > .note }, in: source))
  }
}
