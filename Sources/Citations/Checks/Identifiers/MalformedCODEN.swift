/// I011: a CODEN, the short code of a journal, with a wrong check letter or of a wrong form.
///
/// Source: ASTM E250, "Standard Practice for Use of CODEN": five letters with weights 11, 7, 5, 3, 1, modulo 34.
enum MalformedCODEN: EntryCheck {
  static let rule = Rule("I011", "malformed-coden", .warning, "a CODEN has a wrong letter or form")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(named: "coden", of: entry), !value.text.contains(",")
    else { return }
    let bytes = Array(value.text.utf8)
    // Question marks and "none" stand for one that nobody knows.
    guard value.text != "none", bytes.contains(where: \.isASCIIUpper) else { return }
    // Some catalogues leave the check letter out.
    if bytes.count == 5, bytes.allSatisfy(\.isASCIIUpper) { return }
    guard bytes.count == 6, bytes.prefix(5).allSatisfy(\.isASCIIUpper) else {
      findings.append(
        Diagnostic(
          rule, "\"\(value.text)\" is no CODEN; expected five capitals and a check letter",
          at: value.range, key: entry.key))
      return
    }
    let expected = checkLetter(bytes.prefix(5))
    guard bytes[5] != expected else { return }
    let letter = String(Unicode.Scalar(expected))
    findings.append(
      Diagnostic(
        rule,
        "CODEN \"\(value.text)\" has a wrong letter: the last one does not fit the others, which want \(letter)",
        at: value.range, key: entry.key,
        fixes: value.fixes(
          "write \(letter) as the last letter", .suggested, replace: 5..<6, with: letter)))
  }

  private static func checkLetter(_ letters: ArraySlice<UInt8>) -> UInt8 {
    let sum = zip(letters, [11, 7, 5, 3, 1]).reduce(0) {
      $0 + Int($1.0 - UInt8(ascii: "A")) * $1.1
    }
    let signs = Array("23456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    return signs[sum % signs.count]
  }
}
