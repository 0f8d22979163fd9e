/// S037: an English title with small letters where title case has capitals.
enum TitleCase: EntryCheck {
  static let rule = Rule(
    "S037", "title-not-in-title-case", .note, "an English title is not in title case")
  static let rules = [rule]

  /// Words that title case leaves small.
  ///
  /// Source: The Chicago Manual of Style, 17th ed., 8.159; prepositions of up to four letters.
  private static let small: Set<String> = [
    "a", "an", "the", "and", "but", "or", "nor", "for", "so", "yet", "as", "at", "by", "in", "of",
    "off",
    "on", "per", "to", "up", "via", "vs", "from", "into", "like", "near", "onto", "over", "past",
    "than", "with",
    "de", "la", "le", "von", "van", "der", "du", "et", "al",
  ]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let language = entry.reference[.language]?.plain ?? "en"
    guard language.lowercased().hasPrefix("en"),
      let value = bibliography.value(.title, of: entry),
      let word = value.text.split(separator: " ").dropFirst().first(where: isWrong)
    else { return }
    findings.append(
      Diagnostic(
        rule, "\"\(word)\" begins with a small letter in \"\(value.text)\"; expected title case",
        at: value.range, key: entry.key))
  }

  /// Whether a word is all in small letters and no word that stays so.
  private static func isWrong(_ word: Substring) -> Bool {
    let letters = word.utf8.filter(\.isASCIILetter)
    guard letters.count > 1, word.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\\") }),
      letters.allSatisfy(\.isASCIILower)
    else { return false }
    return !small.contains(letters.string)
  }
}
