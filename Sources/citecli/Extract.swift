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
        citecli extract essay.txt --style mla      its citations in another style
        citecli extract essay.txt --style apa --output html -o notes.html
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
    name: .customShort("o"),
    help: ArgumentHelp(
      "Write to this file instead of standard output.",
      discussion: "It is written beside its place and renamed, so it is never half there.",
      valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "With --style, the form of the text: html, text, markdown, latex or rtf; else the same as -o.",
      valueName: "format|file"))
  var longOutput: String?

  @Option(
    name: .customLong("style"),
    help: ArgumentHelp(
      "Write the citations of each note in this style, then the bibliography (see 'citecli styles').",
      valueName: "name|path"))
  var style: String?

  @Option(
    name: .customLong("locale"),
    help: ArgumentHelp("With --style, the language of terms and dates.", valueName: "tag|path"))
  var locale: String?

  /// The file that is written; `--output` names it where there is no style.
  private var output: String? { style == nil ? file ?? longOutput : file }

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
        ("--to", to != nil), ("-o", file != nil), ("--output", longOutput != nil),
        ("--from", input.from != nil), ("--style", style != nil), ("--locale", locale != nil),
        ("--fragment", fragment != nil), ("--stdin-filename", input.standardInputName != nil),
        ("--summary", summary), ("--ascii", ascii),
      ] where isGiven {
        throw ValidationError("\(name) cannot be used with --ndjson")
      }
      guard input.files.count < 2 else {
        throw ValidationError("--ndjson reads standard input or one file")
      }
      _ = try input.options()
      return
    }
    try input.checkFiles()
    if style != nil {
      try validateStyle()
    } else {
      if locale != nil { throw ValidationError("--locale needs --style") }
      if file != nil, longOutput != nil {
        throw ValidationError("-o and --output both name the file; give one")
      }
      try OutputFormat.check(fragment, of: try bibliographyFormat())
    }
  }

  func run() throws {
    if ndjson {
      return try RecordLoop(options: input.options()).run(path: input.files.first ?? "-")
    }
    let choice = try style.map { try StyleChoice(style: $0, locale: locale) }
    let file = try output.map { path in
      try OutputFile(path: path, inputs: input.files.filter { $0 != "-" })
    }
    var extractions: [Extraction] = []
    let isComplete = try input.forEachDocument { extractions.append($0) }
    // Where no document could be read there is nothing to say, and an older file is better than an empty one.
    guard isComplete || !extractions.isEmpty else { throw ExitCode.unusable }
    if let choice {
      try OutputFormat.put(try rendered(extractions, choice), in: file)
    } else {
      var options = WriterOptions()
      options.asciiOnly = ascii
      options.fragment = fragment
      let bytes = try bibliographyFormat().output(of: extractions, options: options) ?? []
      try OutputFormat.put(bytes, in: file)
    }
    let counts = ExtractionSummary(of: extractions)
    say(counts, of: extractions)
    try report.finish(isComplete: isComplete, findings: counts.findings, usual: .never)
  }

  /// Refuses options that say nothing about formatted text.
  private func validateStyle() throws {
    for (name, isGiven) in [
      ("--to", to != nil), ("--ascii", ascii), ("--fragment", fragment != nil),
    ]
    where isGiven {
      throw ValidationError("\(name) cannot be used with --style")
    }
    guard input.files.count == 1 else {
      throw ValidationError("--style formats one document at a time")
    }
    _ = try TextFormat.named(longOutput, orTold: file)
  }

  /// The document's citations in the style; what is left out is said.
  private func rendered(_ extractions: [Extraction], _ choice: StyleChoice) throws -> [UInt8] {
    let format = try TextFormat.named(longOutput, orTold: file)
    let printer = FindingsReport(.concise, isColored: report.color.isOn(for: FileIO.standardError))
    if !report.quiet {
      for (source, diagnostics) in choice.warnings {
        Terminal.say(printer.text(of: diagnostics, in: source))
      }
    }
    return extractions.flatMap { extraction in
      let rendered = RenderedExtraction(
        extraction, style: choice.style, locales: choice.locales, language: choice.language)
      if !report.quiet {
        Terminal.say(printer.text(of: rendered.diagnostics, in: extraction.document.source))
      }
      return rendered.document.output(format)
    }
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
