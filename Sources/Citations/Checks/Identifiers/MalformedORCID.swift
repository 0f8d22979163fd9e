/// I013: an ORCID of an author with a wrong check digit or of a wrong form.
enum MalformedORCID: EntryCheck {
  static let rule = Rule("I013", "malformed-orcid", .warning, "an ORCID has a wrong digit or form")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    for field in entry.fields where field.name == "orcid" || field.name.hasPrefix("orcid-") {
      check(
        bibliography.placed(bibliography.text(of: field), in: field, of: entry), entry, &findings)
    }
    guard bibliography.tree == nil else { return }
    for extra in entry.reference.extras {
      guard extra.name.utf8.map(\.asciiLowercased).string.hasSuffix("orcid") else { continue }
      let text = extra.value.utf8.filter { $0 != UInt8(ascii: "\"") }.string
      check(bibliography.placed(text, in: nil, of: entry), entry, &findings)
    }
  }

  private static func check(
    _ value: PlacedValue, _ entry: CheckedEntry, _ findings: inout [Diagnostic]
  ) {
    let bytes = Array(value.text.utf8)
    // Several may stand in one field, and each may be an address.
    for piece in bytes.split(whereSeparator: { ",; ".utf8.contains($0) }) {
      let number = piece.split(separator: UInt8(ascii: "/")).last ?? piece
      let digits = PlacedDigits(number)
      let text = number.string
      // Exports of citation indexes have the names beside the numbers.
      if digits.count < 4, bytes.contains(UInt8(ascii: "/")) { continue }
      guard digits.count == 16, !digits.values.dropLast().contains(10), isPlain(number) else {
        findings.append(
          Diagnostic(
            rule, "\"\(text)\" is no ORCID; expected four groups of four digits",
            at: value.place(of: piece.startIndex..<piece.endIndex), key: entry.key))
        continue
      }
      let expected = CheckDigit.mod11Of2(digits.values.dropLast())
      guard digits.values.last != expected else { continue }
      let doubt = digits.doubt(in: bytes, wanting: expected) {
        !$0.dropLast().contains(10) && $0.last == CheckDigit.mod11Of2($0.dropLast())
      }
      findings.append(
        Diagnostic(
          rule, "ORCID \"\(text)\" \(doubt.words)",
          at: value.place(of: number.startIndex..<number.endIndex), key: entry.key,
          fixes: value.fixes(doubt)))
    }
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0.isASCIIDigit || "Xx-".utf8.contains($0) }
  }
}
