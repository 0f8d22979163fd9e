#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, run to its end without a shell.
enum Program {
  /// What a run left behind.
  struct Result {
    /// The exit code, or minus the signal that ended the program.
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// Runs the program that `name` finds on the PATH, with nothing on its standard input.
  ///
  /// - Throws: `FileError` where it cannot be started.
  static func run(_ name: String, _ arguments: [String]) throws(FileError) -> Result {
    let output = try pipe(for: name)
    let errors: (read: Int32, write: Int32)
    do throws(FileError) {
      errors = try pipe(for: name)
    } catch {
      close(output.read)
      close(output.write)
      throw error
    }
    let process = start(name, arguments, output: output.write, errors: errors.write)
    close(output.write)
    close(errors.write)
    defer {
      close(output.read)
      close(errors.read)
    }
    guard let process else {
      throw FileError(path: name, reason: "is not on the PATH or cannot be started")
    }
    let read = drain(output.read, errors.read)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? status >> 8 & 0xFF : -signal, output: read.output, errors: read.errors)
  }

  private static func start(
    _ name: String, _ arguments: [String], output: Int32, errors: Int32
  ) -> pid_t? {
    // A pointer on some systems, a structure on others.
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    // The structure is ours until it is destroyed; what it names stays open until the program has started.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, FileIO.standardOutput)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, FileIO.standardError)
    // The strings are ours until they are freed, after the program got its copies.
    var list = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    let status = unsafe posix_spawnp(&process, name, &actions, nil, &list, variables())
    return status == 0 ? process : nil
  }

  /// Reads both pipes to their ends, so that the program waits for neither.
  private static func drain(_ output: Int32, _ errors: Int32) -> (output: [UInt8], errors: [UInt8])
  {
    var texts: [[UInt8]] = [[], []]
    var ends = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ends.contains(where: { $0.fd >= 0 }) {
      // A descriptor below zero is passed over.
      guard unsafe poll(&ends, nfds_t(ends.count), -1) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        // The buffer is as long as is said.
        let count = unsafe read(ends[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          ends[index].fd = -1
        }
      }
    }
    return (texts[0], texts[1])
  }

  /// A pipe whose ends no program inherits but by our leave.
  private static func pipe(for name: String) throws(FileError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else {
      throw FileError(path: name, reason: FileIO.lastReason())
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
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

/// The call under a name that no function of `Program` has.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { unsafe pipe(&ends) }
