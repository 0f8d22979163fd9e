internal import ArgumentParser
internal import Citations

/// `citecli convert`: bibliographies to another format.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert bibliographies from one format to another.",
    discussion: """
      The formats of the inputs are guessed from their content and names; that of \
      the output is told by --to or by the name after -o. Several inputs become one \
      output. What is wrong with the inputs, and what the output cannot hold, is \
      said on standard error; a conversion that loses nothing says nothing.

      Examples:
        citecli convert refs.bib --to csl-json          on standard output
        citecli convert refs.ris -o refs.bib            the name tells the format
        citecli convert a.bib b.ris c.json -o all.bib   several into one
        citecli convert article.xml --from jats --to biblatex
        citecli convert refs.bib -o refs.ris --loss-report losses.json
        curl … | citecli convert - --to bibtex
      """)

  @OptionGroup var input: BibliographyInput

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("The format of the output.", valueName: "format"))
  var to: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file instead of standard output.",
      discussion: "It is written beside its place and renamed, so it is never half there.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .customLong("loss-report"),
    help: ArgumentHelp(
      "List every value that was dropped, narrowed or moved, as JSON.",
      discussion: "- is standard output, which needs -o for the bibliography.", valueName: "file"),
    completion: .file())
  var lossReport: String?

  @Flag(name: .long, help: "Write ASCII only, with the escapes of the format.")
  var ascii = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write only this part of a document: ref-list, with --to jats.", valueName: "part"))
  var fragment: String?

  @OptionGroup(title: "Findings") var report: ReportOptions

  func validate() throws {
    if lossReport == "-", output == nil {
      throw ValidationError(
        "--loss-report - needs -o, since standard output is taken by the bibliography")
    }
    if let lossReport, lossReport != "-", lossReport == output {
      throw ValidationError("--loss-report and -o name the same file")
    }
    let format = try OutputFormat.named(to, orTold: output, among: \.writesReferences)
    try OutputFormat.check(fragment, of: format)
  }

  func run() throws {
    let format = try OutputFormat.named(to, orTold: output, among: \.writesReferences)
    let file = try output.map { try OutputFile(path: $0, inputs: input.paths) }
    let losses = try lossReport.flatMap { path in
      path == "-" ? nil : try OutputFile(path: path, inputs: input.paths)
    }
    var conversion = Conversion(options: try input.options())
    let isComplete = try input.read(into: &conversion)
    // Where nothing could be read an older file is better than an empty one.
    guard !conversion.inputs.isEmpty else { throw ExitCode.unusable }
    sayFindings(conversion)
    conversion.dropSources()
    var options = WriterOptions()
    options.asciiOnly = ascii
    options.fragment = fragment
    guard let written = conversion.output(as: format, options: options) else {
      throw ExitCode.unusable
    }
    try OutputFormat.put(written.bytes, in: file)
    if lossReport != nil { try OutputFormat.put(LossReport.json(of: written.losses), in: losses) }
    if lossReport == nil, !report.quiet { Terminal.say(LossReport.summary(of: written.losses)) }
    var counts: [Severity: Int] = [:]
    for finding in conversion.inputs.lazy.flatMap(\.diagnostics) {
      counts[finding.severity, default: 0] += 1
    }
    keepUntilExit(conversion)
    try report.finish(isComplete: isComplete, findings: counts, usual: .error)
  }

  private func sayFindings(_ conversion: Conversion) {
    if report.quiet { return }
    let printer = FindingsReport(.concise, isColored: report.color.isOn(for: FileIO.standardError))
    for input in conversion.inputs {
      // Notes are about matters that cost nothing here; 'check' tells them.
      let findings = input.diagnostics.filter { $0.severity >= .warning }
      if !findings.isEmpty { Terminal.say(printer.text(of: findings, in: input.source)) }
    }
  }
}
