/// B128: an entry that inherits from one before it, which BibTeX has forgotten by then.
///
/// Source: btxdoc 1988, 4: an entry that is cross-referenced must come after all entries that refer to it.
enum ParentOrder: BibliographyCheck {
  static let rule = Rule(
    "B128", "parent-before-child", .warning, "an entry inherits from one before it")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    // Types that BibTeX does not have speak of biber, which minds no order.
    guard bibliography.dialect == .bibtex,
      bibliography.entries.allSatisfy({ UnexpectedField.isType($0.entryType) })
    else { return }
    var seen: Set<[UInt8]> = []
    for entry in bibliography.entries {
      if let field = entry.field("crossref") {
        let parent = bibliography.bytes(of: field).trimmedASCIISpace
        if seen.contains(parent.map(\.asciiLowercased)) {
          findings.append(
            Diagnostic(
              rule,
              "\"\(parent.string)\" stands before \"\(entry.key)\"; BibTeX wants it behind all that inherit from it",
              at: field.range, key: entry.key))
        }
      }
      seen.insert(Array(entry.key.utf8).map(\.asciiLowercased))
    }
  }
}
