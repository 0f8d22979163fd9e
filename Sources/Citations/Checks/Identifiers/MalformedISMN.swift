/// I012: an ISMN, the number of printed music, with a wrong check digit or of a wrong form.
enum MalformedISMN: EntryCheck {
  static let rule = Rule("I012", "malformed-ismn", .warning, "an ISMN has a wrong digit or form")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(named: "ismn", of: entry) else { return }
    var bytes = Array(value.text.utf8)
    // Before 2008 an M stood for 979-0.
    let isOld = bytes.first.map { $0.asciiLowercased == UInt8(ascii: "m") } ?? false
    if isOld { bytes[0] = UInt8(ascii: " ") }
    let digits = PlacedDigits(bytes[...])
    let values = (isOld ? [9, 7, 9, 0] : []) + digits.values
    guard values.count == 13, values.starts(with: [9, 7, 9, 0]), !values.contains(10) else {
      findings.append(
        Diagnostic(
          rule, "\"\(value.text)\" is no ISMN; expected 979-0 and nine digits", at: value.range,
          key: entry.key))
      return
    }
    let expected = CheckDigit.ofThirteen(values.dropLast())
    guard values.last != expected else { return }
    let doubt = digits.doubt(in: Array(value.text.utf8), wanting: expected) {
      let all = (isOld ? [9, 7, 9, 0] : []) + $0
      return all.starts(with: [9, 7, 9, 0]) && all.last == CheckDigit.ofThirteen(all.dropLast())
    }
    findings.append(
      Diagnostic(
        rule, "ISMN \"\(value.text)\" \(doubt.words)", at: value.range, key: entry.key,
        fixes: value.fixes(doubt)))
  }
}
