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
    help: "Exit with 1 when there are findings of this severity or above.")
  var failOn = FailOn.error

  @Flag(name: .customLong("exit-zero"), help: "Exit with 0 whatever was found.")
  var exitsWithZero = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what went wrong.")
  var quiet = false

  @Option(name: .long, help: "Colour the output; NO_COLOR is heeded.")
  var color = ColorMode.auto

  /// Whether findings of these severities make the program fail.
  func fails(with findings: [Severity: Int]) -> Bool {
    guard !exitsWithZero, let least = Severity(rawValue: failOn.rawValue) else { return false }
    return findings.contains { $0.key >= least && $0.value > 0 }
  }

  /// Ends the command with the exit code that its outcome has.
  func finish(isComplete: Bool, findings: [Severity: Int]) throws {
    if !isComplete { throw ExitCode.unusable }
    if fails(with: findings) { throw ExitCode.findings }
  }
}
