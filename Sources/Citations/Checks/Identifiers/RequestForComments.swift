/// I004: a Request for Comments without the DOI that all of them have.
///
/// Source: RFC 7669, "Assigning Digital Object Identifiers to RFCs".
enum RequestForComments: EntryCheck {
  static let rule = Rule("I004", "rfc-without-doi", .note, "an RFC has no DOI or another one")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let number = number(of: entry, bibliography) else { return }
    let expected = "10.17487/RFC" + String(repeating: "0", count: 4 - number.utf8.count) + number
    let doi = entry.reference[.doi]?.plain
    guard doi?.lowercased() != expected.lowercased() else { return }
    findings.append(
      Diagnostic(
        rule,
        doi.map { "\"\($0)\" is not the DOI of RFC \(number), \"\(expected)\"" }
          ?? "RFC \(number) has the DOI \"\(expected)\"",
        at: doi == nil ? entry.keyRange : entry.place(of: .text(.doi)), key: entry.key))
  }

  /// The number of an RFC with a series, a type, a number or an institution that says so.
  private static func number(
    of entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> String? {
    for name in ["number", "series", "type"] {
      guard let text = bibliography.value(named: name, of: entry)?.text else { continue }
      let words = Folding.words(text)
      if words.count == 2, words[0] == "rfc", isNumber(words[1]) { return words[1] }
      if words == ["rfc"] || words == ["request", "for", "comments"],
        let number = bibliography.value(named: "number", of: entry)?.text, isNumber(number)
      {
        return number
      }
      if words.count == 1, words[0].hasPrefix("rfc"), isNumber(String(words[0].dropFirst(3))) {
        return String(words[0].dropFirst(3))
      }
    }
    return nil
  }

  private static func isNumber(_ text: String) -> Bool {
    (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit)
  }
}
