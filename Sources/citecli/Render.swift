internal import ArgumentParser
internal import Citations

/// `citecli render`: bibliographies and citations to formatted text.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Format citations and bibliographies in a citation style.",
    discussion: """
      Prints the citations of a document, as notes where the style has notes, then \
      its bibliography. Without --citations every reference is cited once, in order.

      Examples:
        citecli render refs.bib --style chicago-notes
        citecli render refs.json --style apa --bibliography-only --output html
        citecli render refs.bib --style german-humanities --locale de-AT
        citecli render refs.ris --style ./house.csl --citations essay.json -o notes.rtf
        citecli styles medicine              what can be given as --style

      The file of --citations is a JSON array with an element for each citation:
        [{"id": "mercer", "locator": "44", "label": "page", "prefix": "See"}]
      or, with the number of its note,
        {"citationItems": [{"id": "mercer"}], "properties": {"noteIndex": 3}}

      A style is a name or a path. Names are looked up in ./styles, in your data \
      folder ('citecli help styles' tells where), among those that are built in, and \
      where the packages citation-style-language-styles and -locales put theirs.
      """)

  @OptionGroup var input: BibliographyInput

  @Option(
    name: .customLong("style"),
    help: ArgumentHelp("The citation style (see 'citecli styles').", valueName: "name|path"))
  var style: String

  @Option(
    name: .customLong("locale"),
    help: ArgumentHelp(
      "The language of terms and dates: de-DE.",
      discussion: "Without it, the style's own, else American English.", valueName: "tag|path"))
  var locale: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "The form of the text: html, text, markdown, latex or rtf.",
      discussion: "Without it, the one that the name of -o tells, else text.", valueName: "format"))
  var output: String?

  @Option(
    name: .customLong("citations"),
    help: ArgumentHelp(
      "The citations of the document, as JSON; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var citations: String?

  @Flag(name: .long, help: "Print the bibliography without the citations.")
  var bibliographyOnly = false

  @Flag(
    name: .long,
    help: "Make links of DOIs and addresses, and name notes and entries as targets of links.")
  var links = false

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "Write to this file instead of standard output.",
      discussion: "It is written beside its place and renamed, so it is never half there.",
      valueName: "file"),
    completion: .file())
  var file: String?

  @OptionGroup(title: "Findings") var report: ReportOptions

  func validate() throws {
    if citations == "-", input.files.contains("-") {
      throw ValidationError("Standard input (-) can be read only once")
    }
    _ = try TextFormat.named(output, orTold: file)
  }

  func run() throws {
    let format = try TextFormat.named(output, orTold: file)
    let inputs = input.paths + [citations, style].compactMap { $0 }
    let target = try file.map { try OutputFile(path: $0, inputs: inputs) }
    let choice = try StyleChoice(style: style, locale: locale)
    guard !bibliographyOnly || choice.style.hasBibliography else {
      throw FileError(
        path: style, reason: "the style makes no bibliography, so --bibliography-only has nothing")
    }
    let list = try citations.map { path in
      let bytes =
        path == "-"
        ? try FileIO.read(FileIO.standardInput, name: "standard input")
        : try FileIO.read(path: path)
      return CitationList(
        SourceFile(name: path, bytes: DecodedText(bytes).bytes), styleClass: choice.style.styleClass
      )
    }
    var conversion = Conversion(options: try input.options())
    let isComplete = try input.read(into: &conversion)
    guard !conversion.inputs.isEmpty else { throw ExitCode.unusable }
    let (references, losses) = conversion.merged()
    var rendering = Rendering(
      references, citations: list, style: choice.style, locales: choice.locales,
      language: choice.language, linksIdentifiers: links)
    if bibliographyOnly { rendering.document.lines = [] }
    try OutputFormat.put(rendering.document.output(format), in: target)
    var findings = conversion.inputs.map { ($0.source, $0.diagnostics) }
    findings += choice.warnings
    if let list { findings.append((list.source, list.diagnostics + rendering.diagnostics)) }
    say(findings, losses)
    var counts: [Severity: Int] = [:]
    for finding in findings.lazy.flatMap(\.1) { counts[finding.severity, default: 0] += 1 }
    try report.finish(isComplete: isComplete, findings: counts, usual: .error)
  }

  private func say(_ findings: [(SourceFile, [Diagnostic])], _ losses: [Loss]) {
    if report.quiet { return }
    let printer = FindingsReport(.concise, isColored: report.color.isOn(for: FileIO.standardError))
    for (source, diagnostics) in findings where !diagnostics.isEmpty {
      Terminal.say(printer.text(of: diagnostics, in: source))
    }
    Terminal.say(LossReport.summary(of: losses))
  }
}
