internal import ArgumentParser
internal import Citations

/// What is said about findings, and which of them make the program fail.
struct ReportOptions: ParsableArguments {
  /// The least severity that makes the program fail.
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case note
    case warning
    case error
    case never
  }

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Exit with 1 when there are findings of this severity or above.",
      discussion: "'check' fails on error unless told otherwise, 'extract' never.",
      valueName: "severity"))
  var failOn: FailOn?

  @Flag(name: .customLong("exit-zero"), help: "Exit with 0 whatever was found.")
  var exitsWithZero = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what went wrong.")
  var quiet = false

  @Option(name: .long, help: "Colour the output; NO_COLOR is heeded.")
  var color = ColorMode.auto

  /// The least severity that makes the program fail; nil where none does.
  ///
  /// `usual` is the limit where none was given.
  func failing(usual: FailOn) -> Severity? {
    exitsWithZero ? nil : Severity(rawValue: (failOn ?? usual).rawValue)
  }

  /// Whether findings of these severities make the program fail; `usual` is the limit where none was given.
  func fails(with findings: [Severity: Int], usual: FailOn) -> Bool {
    guard let least = failing(usual: usual) else { return false }
    return findings.contains { $0.key >= least && $0.value > 0 }
  }

  /// Ends the command with the exit code that its outcome has.
  func finish(isComplete: Bool, findings: [Severity: Int], usual: FailOn) throws {
    if !isComplete { throw ExitCode.unusable }
    if fails(with: findings, usual: usual) { throw ExitCode.findings }
  }
}
