internal import Citations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and standard streams over POSIX calls: all that this program needs, so that it needs no Foundation.
enum FileIO {
  /// The file descriptor of standard input.
  static let standardInput: Int32 = 0
  /// The file descriptor of standard output.
  static let standardOutput: Int32 = 1
  /// The file descriptor of standard error.
  static let standardError: Int32 = 2

  /// Makes a write to a closed pipe fail with `EPIPE` instead of ending the program.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// The most bytes that a document may have: places in it are kept in 32 bits, and decoding can make it longer.
  static let limit = 1 << 30

  /// Keeps the numbers of standard streams that the caller closed, so that no file of ours gets one of them.
  static func occupyClosedStreams() {
    for descriptor in standardInput...standardError where fcntl(descriptor, F_GETFD) < 0 {
      // Open the wrong way round: using a closed stream must fail, not be empty or vanish.
      _ = unsafe open("/dev/null", descriptor == standardInput ? O_WRONLY : O_RDONLY)
    }
  }

  /// A descriptor of the file at `path`; folders are refused.
  static func openForReading(_ path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, reason: lastReason()) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw FileError(path: path, reason: reason(EISDIR))
    }
    return descriptor
  }

  /// All bytes of the file at `path`.
  static func read(path: String) throws(FileError) -> [UInt8] {
    let descriptor = try openForReading(path)
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, reason: lastReason())
    }
    // One byte more than the file has, so that its end is met without growing the buffer.
    return try read(descriptor, name: path, expecting: min(Int(status.st_size), limit) + 1)
  }

  /// All bytes that can be read from a file descriptor.
  static func read(
    _ descriptor: Int32, name: String, expecting: Int = 0
  ) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(expecting, 1 << 16))
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: count) }
      let found = try readSome(descriptor, name: name, into: &bytes, from: count)
      if found == 0 { break }
      count += found
      guard count <= limit else {
        throw FileError(path: name, reason: "is larger than \(limit >> 20) MiB, which is the most")
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads what is there, up to the end of `buffer`, into it from `offset`; 0 is the end of the input.
  static func readSome(
    _ descriptor: Int32, name: String, into buffer: inout [UInt8], from offset: Int
  ) throws(FileError) -> Int {
    while true {
      // The slice is inside the array, which is borrowed for the call.
      let found = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
        return unsafe systemRead(descriptor, rest.baseAddress, rest.count)
      }
      if found >= 0 { return found }
      switch errno {
      case EINTR: continue
      case EAGAIN: wait(for: Int16(POLLIN), on: descriptor)
      default: throw FileError(path: name, reason: lastReason())
      }
    }
  }

  /// Writes all bytes to a file descriptor.
  ///
  /// - Throws: `ClosedPipe` when nobody reads any more, else `FileError`.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32, name: String) throws {
    let bytes = ContiguousArray(bytes)
    var offset = 0
    while offset < bytes.count {
      // The slice is inside the array, which is borrowed for the call.
      let written = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[offset...])
        return unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if written > 0 {
        offset += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: throw ClosedPipe()
      case EAGAIN: wait(for: Int16(POLLOUT), on: descriptor)
      default: throw FileError(path: name, reason: lastReason())
      }
    }
  }

  /// Waits until a descriptor that somebody set not to block is ready.
  private static func wait(for events: Int16, on descriptor: Int32) {
    var ready = pollfd(fd: descriptor, events: events, revents: 0)
    _ = unsafe poll(&ready, 1, -1)
  }

  /// Whether the descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The value of an environment variable, or nil.
  static func environment(_ name: String) -> String? {
    // `getenv` gives a string that lives until the environment changes; it is copied at once.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Whether a file that is no folder stands at `path`.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The folder that the program was started in, or nil where it is gone.
  static func workingFolder() -> String? {
    // With a null pointer the string is allocated; it is copied and freed.
    guard let found = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The day by the clock, in UTC.
  ///
  /// SOURCE_DATE_EPOCH stands for the clock where it is set, so that a build can be repeated.
  /// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification".
  static func today() -> DateValue.Point? {
    var seconds = environment("SOURCE_DATE_EPOCH").flatMap { time_t($0) } ?? clock()
    // The structure holds a pointer to the name of a zone, which is not looked at.
    var parts = unsafe tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return nil }
    return unsafe DateValue.Point(
      Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// Seconds since 1970 by the clock.
  static func seconds() -> Int { clock() }

  private static func clock() -> time_t {
    time(nil)
  }

  /// Why the last call failed.
  static func lastReason() -> String { reason(errno) }

  /// An error number in words.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file"
    case EACCES, EPERM: "no permission"
    case EISDIR: "is a directory, a file was expected"
    case ENOTDIR: "a part of the path is no directory"
    case EBADF: "is closed"
    case ENOSPC: "no space left on the device"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many open files"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many symbolic links"
    // `strerror` gives a constant string or one that lives until its next call; it is copied at once.
    default: unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    }
  }
}

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
