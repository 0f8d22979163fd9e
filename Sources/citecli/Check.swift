internal import ArgumentParser
internal import Citations

/// `citecli check`: documents and bibliographies to findings.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the notes of documents and the entries of bibliographies.",
    discussion: """
      Files are told apart by their names and content; all of them are checked \
      together. Findings go to standard output, their number to standard error.

      Examples:
        citecli check essay.txt                    findings, the words marked
        citecli check book/*.md refs.bib --format concise
        citecli check refs.bib --select C,I --ignore C006
        citecli check refs.bib --fix               make the safe fixes
        citecli check refs.bib --fix --diff        show them instead
        citecli check *.md --format sarif > findings.sarif
        citecli check refs.bib --write-baseline known.json
        citecli check refs.bib --baseline known.json
        citecli check refs.bib --journals house.csv
        citecli check refs.bib --source works.ndjson.gz
        citecli check article.xml --dtd dtd/catalog.xml
        citecli check *.md refs.bib --diff-base main
        cat essay.html | citecli check - --stdin-filename essay.html

      'citecli rules' lists the rules, 'citecli explain C012' explains one. A comment \
      'citecli: ignore C012' in a file leaves a finding out. No connection is opened \
      without --online.
      """)

  @OptionGroup(title: "Files") var input: InputOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How findings are printed: \(FindingsFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var format = "text"

  @Flag(name: .long, help: "Print how often each rule found something instead of the findings.")
  var statistics = false

  @Option(
    name: .customLong("path-prefix"),
    help: ArgumentHelp(
      "Put this folder before the names of files in reports.",
      discussion: "For reports that are read in another folder than the one they are made in.",
      valueName: "folder"))
  var pathPrefix: String?

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @OptionGroup(title: "Rules") var day: DayOptions

  @OptionGroup(title: "Sources") var sources: SourceOptions

  @OptionGroup(title: "Fixes") var fixes: FixOptions

  @OptionGroup(title: "Known findings") var baseline: BaselineOptions

  @OptionGroup(title: "Known findings") var diffBase: DiffBaseOptions

  @OptionGroup(title: "Findings") var report: ReportOptions

  func validate() throws {
    guard FindingsFormat(rawValue: format) != nil else {
      throw ValidationError(
        "There is no format '\(format)' for findings. "
          + Choice.sentence(FindingsFormat.allCases.map(\.rawValue)))
    }
    if statistics, !["text", "json"].contains(format) {
      throw ValidationError("--statistics is printed as text or json")
    }
    try input.checkFiles(isKnownFormat: CheckInput.names)
    try fixes.check(input.files)
    try diffBase.check(input, fixes, baseline)
    _ = try options(configuration())
  }

  private func configuration() throws -> CheckConfiguration {
    var configuration = try rules.configuration()
    try sources.apply(to: &configuration)
    return configuration
  }

  private func options(_ configuration: CheckConfiguration) throws -> CheckOptions {
    var options = configuration.options
    // The option has a default, so only another value says something.
    if input.keyPattern != InputOptions.usualKeyPattern {
      options.extraction = try input.options()
    }
    options.today = try day.day()
    options.export = try rules.exportFormat()
    options.fileIsThere = FileIO.isReadable
    return options
  }

  func run() throws {
    let configuration = try configuration()
    var options = try options(configuration)
    try configuration.readFiles(into: &options)
    let known = try baseline.read()
    let sources = try sources.open(configuration, quiet: report.quiet)
    let git = try diffBase.read()
    var changes = try git.map { try diffBase.changes($0, of: input, quiet: report.quiet) }
    var isComplete = true
    if fixes.isOn { isComplete = try fixes.run(input, options, against: sources.all) }
    if fixes.diff { return try report.finish(isComplete: isComplete, findings: [:], usual: .error) }
    var run = CheckRun(options: options)
    isComplete =
      try input.forEachFile { bytes, name in
        if let git, name == input.standardInputName {
          changes?[name] = try git.change(of: name, to: bytes)
        }
        run.add(
          bytes, name: name, as: input.from.flatMap(CheckInput.named), against: sources.all)
      } && isComplete
    var files = run.finish()
    for error in options.documentTypes?.errors ?? [] {
      Terminal.complain(error.description)
      isComplete = false
    }
    if let path = baseline.written {
      try OutputFile(path: path, inputs: input.files).replace(with: Baseline.file(for: files))
    }
    if let known { files = known.unknown(in: files) }
    if let changes { files = changes.touched(in: files) }
    if let pathPrefix { files = files.map { $0.named(in: pathPrefix) } }
    if baseline.written == nil { try print(files) }
    let counts = Self.counts(files)
    sources.finish(run.verdicts, quiet: report.quiet)
    say(counts, run)
    try report.finish(
      isComplete: isComplete, findings: baseline.written == nil ? counts : [:], usual: .error)
  }

  private func print(_ files: [CheckedFile]) throws {
    var output: [UInt8]
    if statistics {
      let numbers = FindingStatistics(of: files)
      output = format == "json" ? numbers.json : Array(numbers.text.utf8)
    } else {
      var printer = FindingsPrinter(FindingsFormat(rawValue: format) ?? .text)
      printer.isColored = report.color.isOn(for: FileIO.standardOutput)
      printer.failing = report.failing(usual: .error)
      output = printer.output(of: files)
    }
    try FileIO.write(output, to: FileIO.standardOutput, name: "standard output")
  }

  private static func counts(_ files: [CheckedFile]) -> [Severity: Int] {
    var counts: [Severity: Int] = [:]
    for finding in files.lazy.flatMap(\.findings) { counts[finding.severity, default: 0] += 1 }
    return counts
  }

  private func say(_ counts: [Severity: Int], _ run: CheckRun) {
    guard !report.quiet, run.documents + run.bibliographies > 0 else { return }
    let files = [(run.documents, "document"), (run.bibliographies, "bibliography")]
      .filter { $0.0 > 0 }
      .map { count, noun in
        count == 1
          ? "1 \(noun)" : "\(count) \(noun == "bibliography" ? "bibliographies" : noun + "s")"
      }
    let found = ExtractionSummary.line(of: counts)
    if let path = baseline.written {
      Terminal.say("\(path) knows \(found) now\n")
    } else {
      Terminal.say("\(found) in \(files.joined(separator: " and "))\n")
    }
  }
}
