internal import ArgumentParser
internal import Citations

/// `citecli check`: documents to findings.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the notes of documents.",
    discussion: """
      Findings go to standard output, their number to standard error.

      Examples:
        citecli check essay.txt                    findings, the words marked
        citecli check book/*.md --format concise   one line for each
        citecli check essay.txt --format json      for other programs
        citecli check essay.txt --fail-on warning  exit with 1 for warnings too
        cat essay.html | citecli check - --stdin-filename essay.html
      """)

  @OptionGroup(title: "Documents") var input: InputOptions

  @Option(
    name: .long,
    help: ArgumentHelp("How findings are printed: text, concise or json.", valueName: "format"))
  var format = "text"

  @OptionGroup(title: "Findings") var report: ReportOptions

  /// How findings can be printed.
  private enum Output: String, CaseIterable {
    case text
    case concise
    case json
  }

  func validate() throws {
    guard Output(rawValue: format) != nil else {
      throw ValidationError(
        "There is no format '\(format)' for findings. "
          + Choice.sentence(Output.allCases.map(\.rawValue)))
    }
    try input.checkFiles()
  }

  func run() throws {
    let output = Output(rawValue: format) ?? .text
    let printer = FindingsReport(
      output == .concise ? .concise : .full,
      isColored: report.color.isOn(for: FileIO.standardOutput))
    // JSON is one value for all documents; text of each goes out as it is known.
    var extractions: [Extraction] = []
    var counts = ExtractionSummary(of: [])
    let isComplete = try input.forEachDocument { extraction in
      counts.add(extraction)
      if output == .json {
        extractions.append(extraction)
      } else {
        try FileIO.write(
          printer.text(of: extraction.diagnostics, in: extraction.document.source),
          to: FileIO.standardOutput, name: "standard output")
      }
    }
    if output == .json {
      try FileIO.write(
        FindingsReport.json(of: extractions), to: FileIO.standardOutput, name: "standard output")
    }
    if !report.quiet, counts.documents > 0 {
      let files = counts.documents == 1 ? "1 document" : "\(counts.documents) documents"
      Terminal.say("\(counts.findingsLine) in \(files)\n")
    }
    try report.finish(isComplete: isComplete, findings: counts.findings, usual: .error)
  }
}
