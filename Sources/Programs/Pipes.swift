#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The pipes to the three standard streams of a program.
struct Pipes {
  typealias Ends = (read: Int32, write: Int32)

  let input: Ends
  let output: Ends
  let errors: Ends

  init() throws(Program.Failure) {
    var all: [Ends] = []
    while all.count < 3 {
      var ends: [Int32] = [0, 0]
      guard systemPipe(&ends) == 0 else {
        for pair in all { Self.close(pair) }
        throw Program.Failure(reason: "cannot be started, since too many files are open")
      }
      // No program inherits them but by our leave.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      all.append((ends[0], ends[1]))
    }
    (input, output, errors) = (all[0], all[1], all[2])
  }

  /// Closes the ends that are the program's.
  func closeInner() {
    for end in [input.read, output.write, errors.write] { systemClose(end) }
  }

  /// Closes the ends that are ours.
  func closeOuter() {
    for end in [input.write, output.read, errors.read] { systemClose(end) }
  }

  /// Writes the input and reads both outputs to their ends, so that neither side waits for the other; then closes them.
  func exchange(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], errors: [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var rest = bytes[...]
    var ends = [output.read, errors.read, input.write].enumerated().map { index, end in
      pollfd(fd: end, events: Int16(index < 2 ? POLLIN : POLLOUT), revents: 0)
    }
    _ = fcntl(input.write, F_SETFL, O_NONBLOCK)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    func end(_ index: Int) {
      systemClose(ends[index].fd)
      // A descriptor below zero is passed over.
      ends[index].fd = -1
    }
    if rest.isEmpty { end(2) }
    while ends.contains(where: { $0.fd >= 0 }) {
      guard unsafe poll(&ends, nfds_t(ends.count), -1) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      for index in texts.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        // The buffer is as long as is said.
        let count = unsafe read(ends[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
          if texts[index].count >= limit { end(index) }
        } else if count == 0 || errno != EINTR {
          end(index)
        }
      }
      guard ends[2].fd >= 0, ends[2].revents != 0 else { continue }
      // The slice is borrowed for the call.
      let count = unsafe rest.withUnsafeBytes {
        unsafe write(ends[2].fd, $0.baseAddress, $0.count)
      }
      if count > 0 { rest = rest.dropFirst(count) }
      // A program that does not want its input is no failure.
      if rest.isEmpty || count < 0 && errno != EINTR && errno != EAGAIN { end(2) }
    }
    for index in ends.indices where ends[index].fd >= 0 { end(index) }
    return (texts[0], texts[1])
  }

  private static func close(_ ends: Ends) {
    systemClose(ends.read)
    systemClose(ends.write)
  }
}

/// The calls under names that no function of `Pipes` has.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { unsafe pipe(&ends) }

private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
