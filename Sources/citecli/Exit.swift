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

/// Keeps a value until the program ends, which is now.
///
/// The system takes its memory back at once; letting go of the values of a large bibliography one by one takes a
/// twentieth of the time of a conversion.
func keepUntilExit(_ value: any Sendable) {
  _ = unsafe Unmanaged.passRetained(Box(value))
}

private final class Box: Sendable {
  private let value: any Sendable

  init(_ value: any Sendable) { self.value = value }
}

extension ExitCode {
  /// There are findings at or above the severity that fails.
  static let findings = ExitCode(1)
  /// Wrong usage, or a file could not be read or written.
  static let unusable = ExitCode(2)
}
