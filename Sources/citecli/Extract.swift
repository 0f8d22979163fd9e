internal import ArgumentParser
internal import Citations

/// `citecli extract`: documents to references.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make references of the notes of documents.",
    discussion: """
      The references of all documents go to standard output, or whole into the \
      file of -o. In a terminal a summary follows on standard error.

      Examples:
        citecli extract essay.txt                  BibTeX on standard output
        citecli extract essay.html --to csl-json   another format
        citecli extract book/*.md -o refs.bib      several into one file
        citecli extract essay.txt --to notes-json  everything that was found
        citecli extract essay.txt --to jats --fragment ref-list
        pdftotext essay.pdf - | citecli extract - --from text
        citecli extract --ndjson < notes.jsonl     a record on each line:
                                  {"id", "text" | "html" | "markdown" | "note"}
      """)

  @OptionGroup(title: "Documents") var input: InputOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The format of the references (see 'citecli formats').",
      discussion: "Without it, the one that the name of -o tells, else bibtex.", valueName: "format"
    ))
  var to: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file instead of standard output.",
      discussion: "It is written beside its place and renamed, so it is never half there.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(name: .long, help: "Write ASCII only, with the escapes of the format.")
  var ascii = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write only this part of a document: ref-list, with --to jats.", valueName: "part"))
  var fragment: String?

  @Flag(
    name: .long,
    help: "Read a JSON record from each line of the input and answer each with a line.")
  var ndjson = false

  @Flag(name: .long, help: "Print the summary and the findings on standard error, terminal or not.")
  var summary = false

  @OptionGroup(title: "Findings") var report: ReportOptions

  func validate() throws {
    if ndjson {
      for (name, isGiven) in [
        ("--to", to != nil), ("--output", output != nil), ("--from", input.from != nil),
        ("--fragment", fragment != nil), ("--stdin-filename", input.standardInputName != nil),
        ("--summary", summary), ("--ascii", ascii),
      ] where isGiven {
        throw ValidationError("\(name) cannot be used with --ndjson")
      }
      guard input.files.count < 2 else {
        throw ValidationError("--ndjson reads standard input or one file")
      }
      _ = try input.options()
    } else {
      try input.checkFiles()
      try OutputFormat.check(fragment, of: try bibliographyFormat())
    }
  }

  func run() throws {
    if ndjson {
      return try RecordLoop(options: input.options()).run(path: input.files.first ?? "-")
    }
    let format = try bibliographyFormat()
    var options = WriterOptions()
    options.asciiOnly = ascii
    options.fragment = fragment
    let file = try output.map { path in
      try OutputFile(path: path, inputs: input.files.filter { $0 != "-" })
    }
    var extractions: [Extraction] = []
    let isComplete = try input.forEachDocument { extractions.append($0) }
    // Where no document could be read there is nothing to say, and an older file is better than an empty one.
    guard isComplete || !extractions.isEmpty else { throw ExitCode.unusable }
    let bytes = format.output(of: extractions, options: options) ?? []
    try OutputFormat.put(bytes, in: file)
    let counts = ExtractionSummary(of: extractions)
    say(counts, of: extractions)
    try report.finish(isComplete: isComplete, findings: counts.findings, usual: .never)
  }

  private func say(_ counts: ExtractionSummary, of extractions: [Extraction]) {
    if report.quiet { return }
    if summary {
      let printer = FindingsReport(
        .concise, isColored: report.color.isOn(for: FileIO.standardError))
      for extraction in extractions {
        Terminal.say(printer.text(of: extraction.diagnostics, in: extraction.document.source))
      }
    }
    if summary || FileIO.isTerminal(FileIO.standardError) {
      Terminal.say(counts.text)
    } else if report.fails(with: counts.findings, usual: .never) {
      // An exit code of 1 without a word would leave people guessing.
      Terminal.complain("\(counts.findingsLine); 'citecli check' shows them")
    }
  }

  /// The format that `--to` names, or that of the output's name, or BibTeX.
  private func bibliographyFormat() throws -> BibliographyFormat {
    if to == nil, output == nil { return .bibtex }
    return try OutputFormat.named(to, orTold: output, among: \.canWrite)
  }
}
