import Foundation

/// Validation by `xmllint` against the DTDs of the shared folder, where both are there.
enum XMLLint {
  private static let program = [
    "/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What `xmllint` has to say about a document: empty when it is valid, nil when it cannot be asked.
  static func complaints(about document: [UInt8]) -> String? {
    guard let root = Shared.root, let program else {
      print("skipped: no xmllint or no shared folder")
      return nil
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".xml")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--nonet", "--noout", "--valid", file.path]
    process.environment = ["XML_CATALOG_FILES": root + "/jats/catalog.xml"]
    let pipe = Pipe()
    process.standardError = pipe
    do {
      try Data(document).write(to: file)
      try process.run()
    } catch {
      return "cannot run: \(error)"
    }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    return process.terminationStatus == 0 && text.isEmpty
      ? "" : "exit \(process.terminationStatus) \(text.suffix(2000))"
  }
}
