/// S048: letters beyond ASCII in a file of BibTeX, which sorts and shortens bytes.
enum NonASCII: EntryCheck {
  static let rule = Rule(
    "S048", "non-ascii-in-bibtex", .note, "a value of BibTeX has letters beyond ASCII")
  static let rules = [rule]

  /// Fields that are not sorted or printed.
  private static let unprinted: Set<String> = [
    "abstract", "annote", "annotation", "file", "keywords", "url", "comment",
  ]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.dialect == .bibtex else { return }
    for field in entry.fields where !unprinted.contains(field.name) {
      let bytes = bibliography.bytes(of: field)
      guard let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { continue }
      let letter = Array(bytes[start...].prefix(4)).scalar(at: 0)
      findings.append(
        Diagnostic(
          rule, "\"\(letter.scalar)\" in \(field.name) is not ASCII, which BibTeX sorts wrongly",
          at: SourceRange(start, start + letter.length), key: entry.key))
    }
  }
}
