#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read piece by piece.
struct FileBytes: ~Copyable {
  private let descriptor: Int32

  /// Opens a file.
  init(_ path: String) throws(SourceTrouble) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SourceTrouble("\(path): \(Platform.lastReason)") }
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; empty at the end.
  func next(_ count: Int) throws(SourceTrouble) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      // The buffer is the array's own and as long as said.
      let found = unsafe bytes.withUnsafeMutableBytes {
        unsafe systemRead(descriptor, $0.baseAddress, $0.count)
      }
      if found < 0, errno == EINTR { continue }
      guard found >= 0 else { throw SourceTrouble("cannot be read: \(Platform.lastReason)") }
      bytes.removeLast(count - found)
      return bytes
    }
  }

  /// Goes to a byte of the file.
  func seek(to offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }
}

private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}
