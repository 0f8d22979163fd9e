public import Citations

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds and reads the files of the suite.
public enum SuiteFiles {
  /// The bytes of a file, or nil.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    // The handle is open until here and used by nobody else.
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }

  /// The names of the files in a folder that end in `suffix`, sorted.
  public static func names(in folder: String, suffix: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    // The stream is open until here and used by nobody else.
    defer { unsafe closedir(stream) }
    var result: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is a C string in the entry, which is valid until the next call.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name.hasSuffix(suffix) { result.append(name) }
    }
    return result.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The locales of a folder; files that are none are left out.
  public static func locales(in folder: String) -> LocaleSet {
    LocaleSet(
      names(in: folder, suffix: ".xml").compactMap { name in
        read(folder + "/" + name).flatMap { try? Locale(SourceFile(name: name, bytes: $0)) }
      })
  }
}
