#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Another program, run to its end without a shell.
public enum Program {
  /// What a run left behind.
  public struct Result: Sendable {
    /// The exit code, or minus the signal that ended the program.
    public var status: Int32
    /// What it wrote on standard output.
    public var output: [UInt8]
    /// What it wrote on standard error.
    public var errors: [UInt8]
  }

  /// Why a program could not be run.
  public struct Failure: Error, Sendable {
    /// The reason in words, for a sentence that begins with the program's name.
    public var reason: String
  }

  /// Runs the program that `name` finds on the PATH.
  ///
  /// - Parameters:
  ///   - name: The program's name.
  ///   - arguments: What stands behind its name.
  ///   - input: What it reads on its standard input.
  ///   - limit: After how many bytes on one of its streams it is not listened to any longer.
  /// - Returns: What it left behind.
  /// - Throws: `Failure` where it cannot be started.
  public static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], limit: Int = .max
  ) throws(Failure) -> Result {
    let pipes = try Pipes()
    let process = start(name, arguments, pipes)
    pipes.closeInner()
    guard let process else {
      pipes.closeOuter()
      throw Failure(reason: "is not on the PATH or cannot be started")
    }
    // The pipes are closed before the program is waited for, so that one that is not listened to ends.
    let read = pipes.exchange(input, limit: limit)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? status >> 8 & 0xFF : -signal, output: read.output, errors: read.errors)
  }

  private static func start(_ name: String, _ arguments: [String], _ pipes: Pipes) -> pid_t? {
    // A pointer on some systems, a structure on others.
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    // The structure is ours until it is destroyed; what it names stays open until the program has started.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in [pipes.input.read, pipes.output.write, pipes.errors.write].enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    // The strings are ours until they are freed, after the program got its copies.
    var list = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, name, &actions, nil, &list, variables())
    return status == 0 ? process : nil
  }

  /// The environment, which nothing here changes.
  private static func variables() -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      return unsafe _NSGetEnviron().pointee
    #else
      return unsafe environ
    #endif
  }
}
