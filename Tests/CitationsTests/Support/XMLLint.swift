/// Validation by `xmllint` against the DTDs of the shared folder, where both are there.
enum XMLLint {
  /// What `xmllint` has to say about a document: empty when it is valid, nil when it cannot be asked.
  static func complaints(about document: [UInt8]) -> String? {
    guard let root = Shared.root else { return nil }
    let command =
      "XML_CATALOG_FILES='\(root)/jats/catalog.xml' xmllint --nonet --noout --valid document.xml"
    guard
      let result = Tool.run(
        command, needs: "xmllint", files: [(name: "document.xml", bytes: document)])
    else { return nil }
    return result.status == 0 && result.output.isEmpty
      ? "" : "exit \(result.status) \(result.output.suffix(2000))"
  }

  /// The names of the documents that are not valid; nil when `xmllint` cannot be asked.
  static func invalid(among documents: [(name: String, bytes: [UInt8])]) -> Set<String>? {
    guard let root = Shared.root else { return nil }
    let names = documents.map(\.name).joined(separator: " ")
    let command =
      "XML_CATALOG_FILES='\(root)/jats/catalog.xml' xmllint --nonet --noout --valid \(names) || true"
    guard let result = Tool.run(command, needs: "xmllint", files: documents) else { return nil }
    let complaints = result.output.split(separator: "\n").filter { $0.contains(" error : ") }
    return Set(complaints.map { String($0.prefix { $0 != ":" }) })
  }
}
