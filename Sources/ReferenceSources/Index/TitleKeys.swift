internal import Citations

/// What titles are found by.
enum TitleKeys {
  /// How many words of a title are indexed.
  private static let mostWords = 40
  private static let longestKey = 80

  /// The key by which the same title is found at once: its words without signs, the beginning where it is long.
  static func exact(_ title: String) -> String? {
    let key = Folding.key(title)
    guard key.utf8.count >= 4 else { return nil }
    return "title:" + String(decoding: key.utf8.prefix(longestKey), as: UTF8.self)
  }

  /// The words of titles, each once, that the full-text index takes as they are.
  static func words(_ titles: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(
      titles.flatMap { Folding.words($0) }.filter { word in
        word.unicodeScalars.allSatisfy(isPlain) && seen.insert(word).inserted
      }.prefix(mostWords))
  }

  /// Whether the tokeniser of the index has no reason to part a word at the letter.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .titlecaseLetter, .modifierLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// The family names of a reference, folded, as words.
  static func families(_ reference: Reference) -> [String] {
    words(
      (reference[.author] + reference[.editor]).map { name in
        name.literal.isEmpty ? name.family : name.literal
      })
  }
}
