#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Held from the making of pipes to the start of a program, so that no other program inherits their ends.
private let starting = Mutex(())

/// A running program and the ends of its three pipes.
final class Process {
  private let process: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32

  /// Starts the program at `path`; nil where that fails.
  static func start(path: String, _ arguments: [String], _ environment: [String]) -> Process? {
    signal(SIGPIPE, SIG_IGN)
    return starting.withLock { _ in Process(path: path, arguments, environment) }
  }

  private init?(path: String, _ arguments: [String], _ environment: [String]) {
    guard let input = Self.pipe(), let output = Self.pipe(), let errors = Self.pipe() else {
      return nil
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.read, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
    // The strings live until the program has been started.
    var list = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    // A library path of the test run is needed by programs that are linked to the toolchain's libraries.
    let inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].compactMap { name in
      unsafe getenv(name).map { unsafe name + "=" + String(cString: $0) }
    }
    var variables = unsafe (inherited + environment).map { unsafe strdup($0) } + [nil]
    defer { unsafe (list + variables).forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawn(&process, path, &actions, nil, &list, &variables)
    for end in [input.read, output.write, errors.write] { close(end) }
    guard status == 0 else {
      for end in [input.write, output.read, errors.read] { close(end) }
      return nil
    }
    self.process = process
    self.input = input.write
    self.output = output.read
    self.errors = errors.read
  }

  deinit { for end in [input, output, errors] where end >= 0 { close(end) } }

  /// Writes `bytes` to the program's input; false when it does not read any more.
  func send(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      // The slice is inside the array, which is borrowed for the call.
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe write(input, all.baseAddress.map { unsafe $0 + offset }, all.count - offset)
      }
      if count < 0 { return false }
      offset += count
    }
    return true
  }

  /// Reads up to the next line end; what was read at the end of the output.
  func readLine() -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output, &byte, 1) == 1, byte != 0x0A { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }

  /// Reads what the program says next; empty at the end of its output, and where it says nothing for a minute.
  func readSome() -> [UInt8] {
    var end = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    var bytes: [UInt8] = []
    guard unsafe poll(&end, 1, 60_000) > 0 else { return bytes }
    _ = Self.drain(output, into: &bytes)
    return bytes
  }

  /// Closes this side of the program's output, as `head` does.
  func closeOutput() {
    close(output)
    output = -1
  }

  /// Closes the program's input and waits for its end.
  func finish() -> Command.Result { communicate([]) }

  /// Gives the program its input while reading what it says, and waits for its end.
  func communicate(_ bytes: [UInt8]) -> Command.Result {
    var pending = bytes[...]
    var found: [UInt8] = []
    var complaints: [UInt8] = []
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    if pending.isEmpty { closeInput() }
    while output >= 0 || errors >= 0 {
      var ends = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&ends, nfds_t(ends.count), 60_000) > 0 else { break }
      if ends[0].revents != 0 { feed(&pending) }
      if ends[1].revents != 0, !Self.drain(output, into: &found) { closeOutput() }
      if ends[2].revents != 0, !Self.drain(errors, into: &complaints) {
        close(errors)
        errors = -1
      }
    }
    closeInput()
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Command.Result(
      status: signal == 0 ? status >> 8 & 0xFF : -signal, output: found,
      errors: String(decoding: complaints, as: UTF8.self))
  }

  private func feed(_ pending: inout ArraySlice<UInt8>) {
    let count = unsafe pending.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
    if count > 0 { pending = pending.dropFirst(count) }
    if pending.isEmpty || (count < 0 && errno != EAGAIN) { closeInput() }
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Reads what is there; false at the end.
  private static func drain(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
    return count > 0
  }

  /// A pipe whose ends other programs do not inherit.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { unsafe pipe(&ends) }
