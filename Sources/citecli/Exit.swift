internal import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The end of the program.
enum Exit {
  /// Ends the program.
  static func now(with code: ExitCode) -> Never { exit(code.rawValue) }
}

extension ExitCode {
  /// There are findings at or above the severity that fails.
  static let findings = ExitCode(1)
  /// Wrong usage, or a file could not be read or written.
  static let unusable = ExitCode(2)
}
