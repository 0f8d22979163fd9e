import Synchronization

@testable import Citations

/// The document types of the fixtures, and those of files that a test makes up.
enum SampleDocumentTypes {
  /// Those of a file in `Fixtures/XML/DTD`; nil, with a finding of the test's own, where that cannot be read.
  static func fixture(_ name: String) -> DocumentTypes? {
    Shared.fixture("XML/DTD/\(name)").flatMap { bytes in
      try? DocumentTypes(bytes, path: "XML/DTD/\(name)") { Shared.fixture($0) }
    }
  }

  /// Those of the first of some files; the others are what can be read.
  static func of(_ files: (path: String, text: String)...) throws -> DocumentTypes {
    let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) })
    let types = try DocumentTypes(contents[files[0].path] ?? [], path: files[0].path) {
      contents[$0]
    }
    try types.readNow()
    return types
  }

  /// The options of a check against document types.
  static func options(_ types: DocumentTypes?) -> CheckOptions {
    var options = CheckOptions()
    options.documentTypes = types
    options.rules.select = DocumentTypeCheck.rules.map(\.id)
    return options
  }
}

/// The paths that were asked for.
final class Counter: Sendable {
  private let list = Mutex<[String]>([])

  func add(_ path: String) { list.withLock { $0.append(path) } }

  var paths: [String] { list.withLock { $0 } }
}
