/// S050, S051, S052: editions and volumes with words that styles add themselves.
enum LabelledNumber: EntryCheck {
  static let edition = Rule("S050", "edition-in-words", .note, "an edition is more than its number")
  static let label = Rule(
    "S051", "label-in-number", .note, "a label stands in a volume or an issue")
  static let ordinal = Rule(
    "S052", "ordinal-edition", .note, "an edition of BibTeX is an ordinal in digits")
  static let rules = [edition, label, ordinal]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    // BibTeX's styles print the field as it stands and want "Second" there.
    if bibliography.dialect == .bibtex {
      checkWords(entry, bibliography, &findings)
    } else {
      checkEdition(entry, bibliography, &findings)
    }
    for variable in [NumberVariable.volume, .issue] {
      guard let field = entry.field(of: .number(variable)) else { continue }
      let value = bibliography.placed(bibliography.text(of: field), in: field, of: entry)
      guard let length = labelLength(Array(value.text.utf8)) else { continue }
      findings.append(
        Diagnostic(
          label, "\"\(value.text)\" has a label, which styles add themselves", at: value.range,
          key: entry.key,
          fixes: value.fixes("leave the label out", .safe, replace: 0..<length, with: "")))
    }
  }

  private static func checkEdition(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard let field = entry.field(of: .number(.edition)) else { return }
    let value = bibliography.placed(bibliography.text(of: field), in: field, of: entry)
    guard let number = number(value.text) else { return }
    findings.append(
      Diagnostic(
        edition, "\"\(value.text)\" is more than a number, to which styles add the words",
        at: value.range, key: entry.key,
        fixes: value.fixes("write \"\(number)\"", .safe, with: number)))
  }

  /// Editions of BibTeX: "2nd", and "Second edition", to which styles add the word again.
  private static func checkWords(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard let field = entry.field("edition") else { return }
    let value = bibliography.placed(bibliography.text(of: field), in: field, of: entry)
    guard let number = number(value.text).flatMap({ Int($0) }) else { return }
    let words = Folding.words(value.text)
    let isOrdinal = words.count == 1 && value.text.utf8.first?.isASCIIDigit == true
    guard isOrdinal || words.count == 2 else { return }
    let better =
      (1...ordinals.count).contains(number)
      ? ordinals[number - 1].prefix(1).uppercased() + ordinals[number - 1].dropFirst() : nil
    findings.append(
      Diagnostic(
        isOrdinal ? ordinal : edition,
        isOrdinal
          ? "\"\(value.text)\" is an ordinal in digits; BibTeX's styles print it so, expected a word like \"Second\""
          : "\"\(value.text)\" has the word that styles add", at: value.range, key: entry.key,
        fixes: better.map { value.fixes("write \"\($0)\"", .suggested, with: $0) } ?? []))
  }

  /// The number in "2nd" or "second edition"; nil for a number alone and for other words.
  private static func number(_ text: String) -> String? {
    var words = Folding.words(text)
    let count = words.count
    words.removeAll {
      ["ed", "edn", "edition", "aufl", "auflage", "edizione", "edicion"].contains($0)
    }
    guard words.count == 1 else { return nil }
    if let index = ordinals.firstIndex(of: words[0]) { return String(index + 1) }
    let digits = words[0].prefix { $0.isNumber }
    let rest = words[0].dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 4, ["", "st", "nd", "rd", "th", "e", "a"].contains(rest)
    else {
      return nil
    }
    let isPlain = rest.isEmpty && count == 1 && text.utf8.allSatisfy(\.isASCIIDigit)
    return isPlain ? nil : String(digits)
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// The length of a label such as "Vol." before a digit.
  private static func labelLength(_ bytes: [UInt8]) -> Int? {
    let lower = bytes.map(\.asciiLowercased)
    for label in ["volume", "vol.", "vol", "band", "bd.", "number", "no.", "nr.", "issue", "num."]
    where lower.starts(with: label.utf8) {
      let number = bytes.dropFirst(label.utf8.count).drop { $0 == 0x20 || $0 == UInt8(ascii: "~") }
      return number.first?.isASCIIDigit == true ? number.startIndex : nil
    }
    return nil
  }
}
