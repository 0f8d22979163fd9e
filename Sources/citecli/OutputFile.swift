#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written whole or not at all: beside its place first, then renamed.
struct OutputFile {
  /// The path as the user gave it.
  let path: String
  /// The path behind symbolic links, which stay links.
  private let target: String
  /// What stands there now; nil for a new file.
  private let existing: stat?

  /// Looks whether `path` can be written, before any work is done for it.
  ///
  /// - Throws: `FileError` when the folder is missing, `path` is a folder, or one of `inputs` is the same file.
  init(path: String, inputs: [String]) throws(FileError) {
    self.path = path
    guard !path.isEmpty else { throw FileError(path: "-o", reason: "the name is empty") }
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      existing = status
      target = FileIO.realPath(path) ?? path
    } else {
      guard errno == ENOENT else { throw FileError(path: path, reason: FileIO.lastReason()) }
      existing = nil
      target = path
    }
    if let existing {
      guard existing.st_mode & S_IFMT != S_IFDIR else {
        throw FileError(path: path, reason: FileIO.reason(EISDIR))
      }
      for input in inputs {
        var other = stat()
        guard unsafe stat(input, &other) == 0 else { continue }
        if isRegular, other.st_dev == existing.st_dev, other.st_ino == existing.st_ino {
          throw FileError(path: path, reason: "is also an input; it would be overwritten")
        }
      }
    } else {
      var parent = stat()
      guard unsafe stat(folder, &parent) == 0, parent.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(path: path, reason: "there is no folder \(folder)")
      }
    }
  }

  /// Puts `bytes` in the place of the file.
  func replace(with bytes: [UInt8]) throws {
    if existing != nil, !isRegular {
      // A device or a named pipe cannot be renamed over.
      let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(path: path, reason: FileIO.lastReason()) }
      defer { close(descriptor) }
      return try FileIO.write(bytes, to: descriptor, name: path)
    }
    if existing != nil, unsafe access(target, W_OK) != 0 {
      throw FileError(path: path, reason: FileIO.lastReason())
    }
    let beside = folder + "/.citecli-\(getpid())-" + (target.split(separator: "/").last ?? "out")
    let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, reason: FileIO.lastReason()) }
    do {
      if let existing { fchmod(descriptor, existing.st_mode & 0o7777) }
      do {
        try FileIO.write(bytes, to: descriptor, name: path)
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0, unsafe rename(beside, target) == 0 else {
        throw FileError(path: path, reason: FileIO.lastReason())
      }
    } catch {
      unsafe unlink(beside)
      throw error
    }
  }

  private var isRegular: Bool { existing.map { $0.st_mode & S_IFMT == S_IFREG } ?? true }

  /// The folder that holds the file.
  private var folder: String {
    guard let slash = target.lastIndex(of: "/") else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
  }
}
