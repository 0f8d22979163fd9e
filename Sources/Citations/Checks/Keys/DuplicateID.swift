/// K004: two entries with one key in a format other than BibTeX, whose reader reports its own.
enum DuplicateID: BibliographyCheck {
  static let rule = Rule("K004", "duplicate-id", .warning, "two entries have one id")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard bibliography.tree == nil else { return }
    var seen: Set<String> = []
    for entry in bibliography.entries where !entry.key.isEmpty && !seen.insert(entry.key).inserted {
      findings.append(
        Diagnostic(
          rule, "the id \"\(entry.key)\" is there already; programs take one of the two",
          at: entry.field("id")?.range ?? entry.keyRange, key: entry.key))
    }
  }
}
