import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that tests read: fixtures of the package, and the `shared` folder beside the package where there is one.
enum Shared {
  /// The folder of the package.
  static let package: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }()

  /// The `shared` folder beside the package, or nil; says so when it is missing.
  static let root: String? = {
    let path = package + "/../shared"
    if unsafe access(path, R_OK) == 0 { return path }
    print("skipped: no shared folder beside the package")
    return nil
  }()

  /// The bytes of a file of the shared folder, or nil.
  static func read(_ path: String) -> [UInt8]? {
    root.flatMap { readFile($0 + "/" + path) }
  }

  /// The bytes of a fixture, or nil.
  static func fixture(_ path: String) -> [UInt8]? {
    readFile(package + "/Tests/CitationsTests/Fixtures/" + path)
  }

  /// Writes a fixture anew where the variable RECORD is 1, which fails the test so that nobody records by accident.
  ///
  /// - Returns: Whether it was written.
  static func record(_ text: String, as path: String) -> Bool {
    // The variable is read and compared before anything could change it.
    guard let variable = unsafe getenv("RECORD"), unsafe strcmp(variable, "1") == 0 else {
      return false
    }
    Issue.record("recorded \(path)")
    guard let file = unsafe fopen(package + "/Tests/CitationsTests/Fixtures/" + path, "wb") else {
      return true
    }
    unsafe fputs(text, file)
    unsafe fclose(file)
    return true
  }

  /// The bytes of the file at `path`, or nil.
  static func readFile(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }
}
