/// D005: two entries with one abstract, which was copied with the wrong work.
enum SharedAbstract: BibliographyCheck {
  static let rule = Rule("D005", "same-abstract", .note, "two entries have one abstract")
  static let rules = [rule]

  /// Shorter texts say nothing of a single work.
  private static let shortest = 60
  /// So many bytes tell most abstracts apart.
  private static let headLength = 100

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    for (index, entry) in bibliography.entries.enumerated() {
      guard let text = entry.reference[.abstract]?.plain, text.utf8.count >= shortest else {
        continue
      }
      let beginning = Folding.key(Array(text.utf8.prefix(headLength)).string)
      guard let earlier = first[beginning] else {
        first[beginning] = index
        continue
      }
      let other = bibliography.entries[earlier]
      // A duplicate entry is another finding.
      guard Folding.key(text) == Folding.key(other.reference[.abstract]?.plain ?? ""),
        Folding.key(entry.reference[.title]?.plain ?? "")
          != Folding.key(other.reference[.title]?.plain ?? "")
      else { continue }
      findings.append(
        Diagnostic(
          rule, "the abstract is that of \"\(other.key)\" too",
          at: entry.place(of: .text(.abstract)), key: entry.key))
    }
  }
}
