/// K005: a key that is not made as the pattern of the house says.
enum KeyPattern: EntryCheck {
  static let rule = Rule(
    "K005", "key-pattern", .note, "a key does not follow the pattern of the others")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let expected = bibliography.options.keyPattern.key(of: entry.reference)
    guard !entry.key.isEmpty, !entry.reference[.author].isEmpty, expected != "ref",
      !isKey(entry.key, madeFrom: expected)
    else {
      return
    }
    findings.append(
      Diagnostic(
        rule, "the key \"\(entry.key)\" does not follow the pattern; expected \"\(expected)\"",
        at: entry.keyRange, key: entry.key))
  }

  /// Letters behind the key part it from others of the same author and year.
  private static func isKey(_ key: String, madeFrom expected: String) -> Bool {
    guard key.hasPrefix(expected) else { return false }
    return key.utf8.dropFirst(expected.utf8.count).allSatisfy(\.isASCIILower)
  }
}
