/// S047: an underscore or a circumflex in the text of a BibTeX field, at which TeX stops.
enum UnescapedUnderscore: EntryCheck {
  static let rule = Rule(
    "S047", "unescaped-underscore", .warning, "a _ or a ^ that LaTeX stumbles over")
  static let rules = [rule]

  /// Fields that are printed as text.
  private static let fields: Set<String> = [
    "title", "subtitle", "booktitle", "journal", "journaltitle", "series", "publisher",
    "organization",
    "institution", "school", "address", "location", "author", "editor", "edition", "shorttitle",
    "note", "howpublished", "eventtitle", "venue", "type", "titleaddon", "addendum",
  ]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    for field in entry.fields where fields.contains(field.name) && field.isWhole {
      let bytes = bibliography.bytes(of: field)
      guard bytes.contains(where: isSign), !bytes.contains(UInt8(ascii: "$")) else { continue }
      // In a command such as \url or \( an underscore may stand for itself.
      if [
        "\\url", "\\href", "\\path", "\\verb", "\\(", "\\ensuremath", "\\texttt", "\\nolinkurl",
        "\\textsu", "\\detokenize", "\\doi", "\\lstinline",
      ]
      .contains(where: {
        Array(bytes).firstOffset(of: Array($0.utf8), from: 0) != nil
      }) {
        continue
      }
      for index in bytes.indices where isSign(bytes[index]) {
        if index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: "\\") { continue }
        let range = SourceRange(index, index + 1)
        findings.append(
          Diagnostic(
            rule,
            bytes[index] == UInt8(ascii: "_")
              ? "an underscore stands in \(field.name) without a backslash"
              : "a ^ stands in \(field.name) outside of a formula", at: range, key: entry.key,
            fixes: bytes[index] == UInt8(ascii: "_")
              ? [FixIt("write \"\\_\"", .safe, replace: range, with: "\\_")] : []))
        break
      }
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^")
  }
}
