#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is there for one test.
final class Scratch {
  let path: String
  /// Folders, and files in them, in the order in which they were made.
  private var nested: [String] = []

  init() {
    var template = Array("/tmp/citecli-test-XXXXXX".utf8CString)
    // `mkdtemp` changes the array that it is given, which is ours.
    path = unsafe mkdtemp(&template).map { unsafe String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in names { unsafe unlink(path + "/" + name) }
    for file in nested.reversed() { unsafe remove(path + "/" + file) }
    _ = unsafe rmdir(path)
  }

  /// Makes a folder inside, or inside one of these.
  func folder(_ name: String) {
    unsafe mkdir(path + "/" + name, 0o755)
    nested.append(name)
  }

  /// Makes a file and gives its path.
  func file(_ name: String, _ text: String) -> String {
    let full = path + "/" + name
    if name.contains("/") { nested.append(name) }
    if let file = unsafe fopen(full, "wb") {
      unsafe fputs(text, file)
      unsafe fclose(file)
    }
    return full
  }

  /// The text of a file, or nil.
  func text(_ name: String) -> String? {
    guard let file = unsafe fopen(path + "/" + name, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The files that are there, sorted.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
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
