/// B021: a backslash before the brace that ends a value, which BibTeX counts and LaTeX prints.
enum LastBackslash: EntryCheck {
  static let rules: [Rule] = []
  static let rulesOfOthers: [Rule] = [.escapedBrace]

  /// Fields that no style prints, in which a path may end in a backslash.
  private static let unprinted: Set<String> = [
    "file", "pdf", "url", "local-url", "abstract", "annote", "keywords", "owner", "doi", "eprint",
  ]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    for field in entry.fields where field.isWhole && !unprinted.contains(field.name) {
      let bytes = bibliography.bytes(of: field)
      guard bytes.last == UInt8(ascii: "\\"),
        bytes.reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count % 2 == 1,
        Int(field.range.end) < bibliography.source.bytes.count
      else { continue }
      let end = Int(field.range.end)
      findings.append(
        Diagnostic(
          .escapedBrace,
          "a backslash stands before the sign that ends \(field.name), which LaTeX prints",
          at: SourceRange(end - 1, end + 1), key: entry.key,
          fixes: [
            FixIt(
              "leave the backslash out", .suggested, replace: SourceRange(end - 1, end), with: "")
          ]))
    }
  }
}
