/// I008: an ISBN without the hyphens between its parts, or with some of them.
///
/// Where each one stands only the list of all publishers tells; how many there are does not need it.
/// Source: ISO 2108:2017, 4.1 and 5: five parts with thirteen digits, four with ten.
enum ISBNHyphens: EntryCheck {
  static let rule = Rule("I008", "isbn-hyphens", .note, "an ISBN lacks some of its hyphens")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.isbn, of: entry) else { return }
    let bytes = Array(value.text.utf8)
    let digits = PlacedDigits(bytes[...])
    guard [10, 13].contains(digits.count), let first = digits.offsets.first,
      let last = digits.offsets.last
    else { return }
    let text = bytes[first...last]
    guard text.allSatisfy({ $0.isASCIIDigit || "Xx-".utf8.contains($0) }) else { return }
    let hyphens = text.count { $0 == UInt8(ascii: "-") }
    let expected = digits.count == 13 ? 4 : 3
    guard hyphens != expected else { return }
    findings.append(
      Diagnostic(
        rule, "ISBN \"\(text.string)\" has \(hyphens) hyphens; expected \(expected)",
        at: value.place(of: first..<last + 1), key: entry.key))
  }
}
