/// S039, S038, T010: titles that end in a sign too many, that are none, or that say that the work was retracted.
enum TitleEnd: EntryCheck {
  static let ending = Rule(
    "S039", "title-ends-in-sign", .warning, "a title ends in a sign that belongs to no title")
  static let placeholder = Rule(
    "S038", "placeholder-title", .warning, "a word stands where the title should")
  static let rules = [ending, placeholder]
  static let rulesOfOthers: [Rule] = [.retractedWork]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard let value = bibliography.value(.title, of: entry) else { return }
    let bytes = Array(value.text.utf8)
    if let length = strayEnd(bytes), entry.field("subtitle") == nil {
      let place = bytes.count - length..<bytes.count
      findings.append(
        Diagnostic(
          ending, "\"\(value.text)\" ends in \"\(bytes[place].string)\"",
          at: value.place(of: place), key: entry.key,
          fixes: value.fixes("leave it out", .suggested, replace: place, with: "")))
    }
    if bytes.count < 24, placeholders.contains(Folding.key(value.text)) {
      findings.append(
        Diagnostic(
          placeholder, "\"\(value.text)\" is no title", at: value.range, key: entry.key))
    }
    if saysRetraction(bytes) {
      findings.append(
        Diagnostic(
          .retractedWork, "\"\(value.text)\" says that the work was retracted", at: value.range,
          key: entry.key))
    }
  }

  /// How many signs at the end are too many: a colon, a comma, or a full stop behind a question mark.
  private static func strayEnd(_ bytes: [UInt8]) -> Int? {
    guard let last = bytes.last, bytes.count > 3 else { return nil }
    if ":,;".utf8.contains(last) { return 1 }
    let before = bytes[bytes.count - 2]
    return last == UInt8(ascii: ".") && (before == UInt8(ascii: "?") || before == UInt8(ascii: "!"))
      ? 1 : nil
  }

  private static let placeholders: Set<String> = [
    "title", "notitle", "titlemissing", "titleunknown", "inserttitle", "inserttitlehere",
    "articletitle", "booktitle", "na", "tba", "tbd", "todo", "xxx",
  ]

  /// Whether a title begins as publishers begin those of works that they took back.
  private static func saysRetraction(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, "rRwW[(".utf8.contains(first) else { return false }
    let text = bytes.prefix(32).map(\.asciiLowercased)
    return [
      "retracted:", "retracted article:", "[retracted]", "(retracted)", "retracted article",
      "[retracted article]", "withdrawn:", "removed:",
    ].contains { text.starts(with: $0.utf8) }
  }
}
