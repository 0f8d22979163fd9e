/// K006: an entry that names another one by a key that no entry has.
///
/// The reader of BibTeX reports those from which fields are inherited.
enum UndefinedRelation: BibliographyCheck {
  static let rule = Rule(
    "K006", "undefined-relation", .warning, "an entry names another one that is not there")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard let tree = bibliography.tree else { return }
    var keys: Set<[UInt8]> = []
    for block in tree.blocks where block.kind == .entry {
      keys.insert(Array(tree[block.key].trimmedASCIISpace))
    }
    for entry in bibliography.entries {
      if let field = entry.field("ids") {
        for key in tree.commaSeparated(field.range) { keys.insert(Array(tree[key])) }
      }
    }
    for entry in bibliography.entries {
      for name in ["xref", "related", "entryset"] {
        guard let field = entry.field(name), field.isWhole else { continue }
        for key in tree.commaSeparated(field.range) where !keys.contains(Array(tree[key])) {
          findings.append(
            Diagnostic(
              rule, "\"\(tree[key].string)\" in \(name) is no entry of this file", at: key,
              key: entry.key))
        }
      }
    }
  }
}
