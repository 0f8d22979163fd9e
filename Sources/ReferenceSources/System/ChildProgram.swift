#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A program that runs, with a pipe to it and one from it; its standard error goes nowhere.
struct ChildProgram: ~Copyable {
  private let process: pid_t
  private var input: Int32
  private var output: Int32

  /// What is said where the program is not there.
  static func missing(_ name: String) -> String { "the program \(name) is not installed" }

  /// Starts the program, which is looked for in PATH.
  init(_ name: String, _ arguments: [String]) throws(SourceTrouble) {
    guard let input = Self.pipe() else { throw SourceTrouble(Platform.lastReason) }
    guard let output = Self.pipe() else {
      close(input.read)
      close(input.write)
      throw SourceTrouble(Platform.lastReason)
    }
    let found = Self.spawn(name, arguments, input.read, output.write)
    close(input.read)
    close(output.write)
    guard let process = found else {
      close(input.write)
      close(output.read)
      throw SourceTrouble(Self.missing(name))
    }
    self.process = process
    self.input = input.write
    self.output = output.read
  }

  private static func spawn(
    _ name: String, _ arguments: [String], _ input: Int32, _ output: Int32
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // The strings live until the program has been started.
    var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, name, &actions, nil, &list, environ)
    return status == 0 ? process : nil
  }

  /// Writes to the program and ends its input; what it does not want is dropped.
  mutating func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // The slice is borrowed for the call.
      let count = unsafe rest.withUnsafeBytes {
        unsafe systemWrite(input, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(input)
    input = -1
  }

  /// All that the program prints, up to a limit.
  mutating func read(atMost limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while result.count < limit {
      // The buffer is the array's own and as long as said.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe systemRead(output, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      result += buffer[..<count]
    }
    close(output)
    output = -1
    return result
  }

  /// Waits for the end; the exit code, or minus the signal that ended the program.
  consuming func finish() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }

  deinit { for end in [input, output] where end >= 0 { close(end) } }

  /// A pipe whose ends other programs do not inherit.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { unsafe pipe(&ends) }

private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}

private func systemWrite(
  _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, buffer, count)
}
