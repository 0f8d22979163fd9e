#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileIO {
  /// Whether a file can be read at `path`.
  static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// What stands at a path.
  enum Kind {
    case folder
    /// A file of so many bytes.
    case file(Int)
    /// Nothing, a link, or something that is neither.
    case other
  }

  /// What stands at `path`; links are not followed, since they can lead in circles.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file(Int(status.st_size))
    default: return .other
    }
  }

  /// Whether something can be read from a descriptor, or its end is reached, within so many milliseconds.
  static func hasInput(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&ready, 1, milliseconds) != 0
  }

  /// The absolute path with all symbolic links followed; nil where nothing stands there.
  static func realPath(_ path: String) -> String? {
    // `realpath` allocates the string; it is copied and freed.
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The same for a file that need not be there, in a folder that is.
  static func resolved(_ path: String) -> String? {
    if let found = realPath(path) { return found }
    guard let slash = path.lastIndex(of: "/") else { return realPath(".").map { $0 + "/" + path } }
    let folder = realPath(slash == path.startIndex ? "/" : String(path[..<slash]))
    return folder.map { ($0 == "/" ? "" : $0) + path[slash...] }
  }

  /// The first `count` bytes of a file, or all where it is shorter.
  static func readHead(path: String, count: Int) throws(FileError) -> [UInt8] {
    let descriptor = try openForReading(path)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var length = 0
    while length < count {
      let found = try readSome(descriptor, name: path, into: &bytes, from: length)
      if found == 0 { break }
      length += found
    }
    bytes.removeLast(count - length)
    return bytes
  }

  /// The names in a folder that begin and end as told, without both, sorted; none where there is no folder.
  static func names(in folder: String, prefix: String = "", suffix: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    // The stream is open until here and used by nobody else.
    defer { unsafe closedir(stream) }
    var result: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is a C string in the entry, which is valid until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { unsafe String(cString: $0) }
      }
      guard name.utf8.count > prefix.utf8.count + suffix.utf8.count, name.hasPrefix(prefix),
        name.hasSuffix(suffix)
      else { continue }
      result.append(String(name.dropFirst(prefix.count).dropLast(suffix.count)))
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
