import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Programs of other projects that judge our output where they are installed.
enum Tool {
  /// What a program printed and how it ended.
  struct Result {
    var status: Int32
    var output: String
  }

  /// Runs a shell script in a fresh folder that holds `files`; nil, with a printed word, where `program` is missing.
  static func run(
    _ script: String, needs program: String, files: [(name: String, bytes: [UInt8])]
  ) -> Result? {
    guard shell("command -v \(program) >/dev/null 2>&1") == 0 else {
      print("skipped: \(program) is not installed")
      return nil
    }
    return inFreshFolder { folder in
      for file in files { writeFile(folder + "/" + file.name, file.bytes) }
      let status = shell("cd '\(folder)' && { \(script)\n} >output.log 2>&1")
      return Result(status: status, output: (Shared.readFile(folder + "/output.log") ?? []).text)
    }
  }

  /// Whether a command ends well.
  static func works(_ command: String) -> Bool { shell("\(command) >/dev/null 2>&1") == 0 }

  /// Writes a file.
  static func writeFile(_ path: String, _ bytes: [UInt8]) {
    guard let file = unsafe fopen(path, "wb") else { return }
    _ = unsafe fwrite(bytes, 1, bytes.count, file)
    _ = unsafe fclose(file)
  }

  private static func shell(_ command: String) -> Int32 { unsafe system(command) }

  private static func inFreshFolder<T>(_ body: (String) -> T) -> T? {
    var template = Array("/tmp/citations-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    let folder = template.dropLast().map { UInt8(bitPattern: $0) }.text
    defer { _ = shell("rm -r '\(folder)'") }
    return body(folder)
  }
}

extension Array where Element == UInt8 {
  /// The bytes as a string.
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// Expects `bytes` to be what the fixture holds.
///
/// With RECORD=1 in the environment the fixture is written instead, and the test fails so that nobody records by accident.
func golden(
  _ bytes: [UInt8], _ fixture: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  if unsafe getenv("RECORD") != nil {
    Tool.writeFile(Shared.package + "/Tests/CitationsTests/Fixtures/" + fixture, bytes)
    Issue.record("recorded \(fixture)", sourceLocation: sourceLocation)
    return
  }
  guard let expected = Shared.fixture(fixture) else {
    Issue.record("no fixture \(fixture)", sourceLocation: sourceLocation)
    return
  }
  let pairs = zip(expected.split(separator: 0x0A), bytes.split(separator: 0x0A))
  let difference = pairs.first { $0 != $1 }.map {
    "expected \(Array($0).text), found \(Array($1).text)"
  }
  let isSame = expected == bytes
  #expect(isSame, "\(fixture): \(difference ?? "another length")", sourceLocation: sourceLocation)
}
