#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one run of a program cost, as the kernel counts it for the whole process.
struct Cost {
  /// User and system time in seconds.
  var cpu: Double
  /// From start to exit in seconds.
  var wall: Double
  /// Greatest resident memory in MiB.
  var memory: Double
  /// The exit code, or -1 for a signal.
  var status: Int32
}

/// Runs programs and measures them.
enum Child {
  /// Runs `arguments` with standard output thrown away; nil where it could not be started.
  static func run(_ arguments: [String]) -> Cost? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // The strings live until the program has been started; they are freed after that.
    var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    let start = now()
    guard unsafe posix_spawnp(&process, arguments[0], &actions, nil, &list, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = now() - start
    let isExit = status & 0x7F == 0
    // Linux counts KiB, Darwin bytes.
    #if canImport(Darwin)
      let memory = Double(usage.ru_maxrss) / 1_048_576
    #else
      let memory = Double(usage.ru_maxrss) / 1024
    #endif
    return Cost(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: wall, memory: memory,
      status: isExit ? status >> 8 & 0xFF : -1)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
