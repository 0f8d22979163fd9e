/// I023: an address that is too long to be printed or typed.
enum LongURL: EntryCheck {
  static let rule = Rule("I023", "long-url", .note, "an address is longer than a line or two")
  static let rules = [rule]

  private static let longest = 160

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.url, of: entry), value.text.utf8.count > longest else {
      return
    }
    findings.append(
      Diagnostic(
        rule, "the address has \(value.text.utf8.count) bytes; expected a DOI or a shorter one",
        at: value.range, key: entry.key))
  }
}
