#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few calls of the system that sources need.
enum Platform {
  /// What a file is, as far as an index must know it.
  struct FileStatus: Equatable {
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
    var isRegular: Bool
  }

  /// Size and time of a file; nil where there is none.
  static func status(_ path: String) -> FileStatus? {
    var found = stat()
    guard unsafe stat(path, &found) == 0 else { return nil }
    #if canImport(Darwin)
      let time = found.st_mtimespec
    #else
      let time = found.st_mtim
    #endif
    return FileStatus(
      size: Int(found.st_size), modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec),
      isRegular: found.st_mode & S_IFMT == S_IFREG)
  }

  /// The path from the root without links; nil where there is no such file.
  static func resolved(_ path: String) -> String? {
    // `realpath` allocates the string; it is copied and freed.
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Makes a folder and those above it; false where that cannot be.
  static func makeFolder(_ path: String) -> Bool {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if unsafe mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return unsafe access(path, W_OK) == 0
  }

  /// Puts a file in the place of another one; false where that cannot be.
  static func rename(_ from: String, to path: String) -> Bool {
    systemRename(from, path) == 0
  }

  /// Takes a file away, if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// The names of what is in a folder, in no order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    // The stream is open until here and used by nobody else.
    defer { unsafe closedir(stream) }
    var result: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is a C string in the entry, which is valid until the next call.
      result.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(
            to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
          ) { unsafe String(cString: $0) }
        })
    }
    return result
  }

  /// Whether a process of this number runs; true where that cannot be told.
  static func isRunning(_ process: Int) -> Bool {
    guard let number = pid_t(exactly: process), number > 0 else { return true }
    return kill(number, 0) == 0 || errno != ESRCH
  }

  /// The number of this process.
  static var process: Int { Int(getpid()) }

  /// Why the last call failed.
  static var lastReason: String {
    switch errno {
    case ENOENT: "no such file"
    case EACCES, EPERM: "no permission"
    // `strerror` gives a string that lives until its next call; it is copied at once.
    default: unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
    }
  }

  /// Seconds since 1970.
  static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits.
  static func sleep(_ seconds: Double) {
    var left = timespec(
      tv_sec: Int(seconds), tv_nsec: Int((seconds - Double(Int(seconds))) * 1e9))
    var rest = timespec()
    while unsafe nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
  }
}

private func systemRename(_ from: String, _ path: String) -> Int32 { unsafe rename(from, path) }
