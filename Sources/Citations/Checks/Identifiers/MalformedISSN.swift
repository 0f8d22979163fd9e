/// I010: an ISSN with a wrong check digit or of a wrong length.
enum MalformedISSN: EntryCheck {
  static let rule = Rule("I010", "malformed-issn", .warning, "an ISSN has a wrong digit or length")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.issn, of: entry) else { return }
    let bytes = Array(value.text.utf8)
    for piece in bytes.split(whereSeparator: { ",;/()[] ".utf8.contains($0) }) {
      let digits = PlacedDigits(piece)
      // Words like "print" stand beside the numbers.
      guard digits.count > 3, let first = digits.offsets.first, let last = digits.offsets.last
      else {
        continue
      }
      let text = bytes[first...last].string
      let place = value.place(of: first..<last + 1)
      guard digits.count == 8, !digits.values.dropLast().contains(10) else {
        findings.append(
          Diagnostic(
            rule, "ISSN \"\(text)\" has \(digits.count) digits; expected eight", at: place,
            key: entry.key))
        continue
      }
      let expected = CheckDigit.byWeights(digits.values.dropLast())
      guard digits.values.last != expected else { continue }
      let doubt = digits.doubt(in: bytes, wanting: expected) {
        !$0.dropLast().contains(10) && $0.last == CheckDigit.byWeights($0.dropLast())
      }
      findings.append(
        Diagnostic(
          rule, "ISSN \"\(text)\" \(doubt.words)", at: place, key: entry.key,
          fixes: value.fixes(doubt)))
    }
  }
}
