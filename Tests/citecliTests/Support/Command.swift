#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a program that was built beside the tests, over real pipes.
struct Command {
  /// What a run left behind.
  struct Result {
    /// The exit code, or minus the signal that ended the program.
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The folder of the built programs: the one that holds the test bundle.
  static let folder: String = {
    let arguments = CommandLine.arguments
    let bundle =
      arguments.first { $0.hasSuffix(".xctest") || $0.contains(".xctest/") } ?? arguments[0]
    var parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.popLast(), !last.hasSuffix(".xctest") {}
    return parts.joined(separator: "/")
  }()

  /// The program's file.
  var path = Self.folder + "/citecli"
  /// Variables set for the run beside `PATH`.
  var environment: [String] = []
  /// The folder that the program runs in; nil for that of the tests.
  var workingFolder: String?

  static func citecli(_ arguments: String..., input: String = "") -> Result {
    Command().run(arguments, input: Array(input.utf8))
  }

  /// Runs the program with `arguments` and `input` on its standard input.
  func run(_ arguments: [String], input: [UInt8] = []) -> Result {
    guard let process = start(arguments) else {
      return Result(status: 127, output: [], errors: "cannot start \(path)")
    }
    return process.communicate(input)
  }

  /// Starts the program, to talk with it piece by piece.
  func start(_ arguments: [String]) -> Process? {
    guard let workingFolder else { return Process.start(path: path, arguments, environment) }
    let script = "cd \"$1\" && shift && exec \"$@\""
    return Process.start(
      path: "/bin/sh", ["-c", script, "sh", workingFolder, path] + arguments, environment)
  }
}
