#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is there for one test.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/sources-test-XXXXXX".utf8CString)
    // `mkdtemp` changes the array that it is given, which is ours.
    path = unsafe mkdtemp(&template).map { unsafe String(cString: $0) } ?? "/tmp"
  }

  deinit { remove(path) }

  /// Takes a folder away with all that is in it.
  private func remove(_ folder: String) {
    for name in Self.names(in: folder) {
      let inner = folder + "/" + name
      if unsafe unlink(inner) != 0 { remove(inner) }
    }
    _ = unsafe rmdir(folder)
  }

  /// Makes a file and gives its path.
  func file(_ name: String, _ bytes: [UInt8]) -> String {
    let full = path + "/" + name
    if let file = unsafe fopen(full, "wb") {
      unsafe fwrite(bytes, 1, bytes.count, file)
      unsafe fclose(file)
    }
    return full
  }

  func file(_ name: String, _ text: String) -> String { file(name, Array(text.utf8)) }

  /// The names in the folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name ends in NUL inside its field.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
