/// Titles of journals, books and series compared as an editor would: abbreviations count as what they stand for.
enum ContainerComparison {
  /// Words that abbreviations leave out.
  ///
  /// Source: ISSN International Centre, "LTWA": articles, conjunctions and prepositions are omitted.
  private static let small: Set<String> = [
    "the", "a", "an", "of", "and", "for", "in", "on", "to", "der", "die", "das", "des", "und",
    "fur",
    "fuer", "zur", "von", "le", "la", "les", "de", "du", "d", "et", "l", "el", "los", "y", "del",
    "di", "e", "degli", "della", "voor", "en", "het", "van",
  ]

  /// Whether a title is one of those that a record has for what the work stands in.
  static func isSame(_ title: String, _ known: [String]) -> Bool {
    known.contains { isSame(title, $0) }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    if TitleComparison.isSame(left, [right]) { return true }
    let first = words(left)
    let second = words(right)
    return abbreviates(first, second) || abbreviates(second, first)
      || isAcronym(left, of: second) || isAcronym(right, of: first)
  }

  private static func words(_ text: String) -> [String] {
    // What stands in brackets tells a journal from another of its name: "Nature (London)".
    let outside = Array(text.utf8).prefix { $0 != UInt8(ascii: "(") }
    let words = Folding.words(outside.string)
    let weighty = words.filter { !small.contains($0) }
    return weighty.isEmpty ? words : weighty
  }

  /// Whether each word is a beginning of the word in its place, or a contraction of it.
  private static func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    guard !short.isEmpty, short.count == long.count else { return false }
    return zip(short, long).allSatisfy { word, whole in
      whole.hasPrefix(word) || isContraction(Array(word.utf8), of: Array(whole.utf8))
    }
  }

  /// "natl" for "national", "dtsch" for "deutsche": the letters in order, the first one the same.
  private static func isContraction(_ word: [UInt8], of whole: [UInt8]) -> Bool {
    guard word.count >= 3, word.first == whole.first, word.count < whole.count else { return false }
    var rest = whole[...]
    for byte in word {
      guard let place = rest.firstIndex(of: byte) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// "PNAS" for "Proceedings of the National Academy of Sciences": the first letters, the small words left out or not.
  private static func isAcronym(_ text: String, of words: [String]) -> Bool {
    let letters = Folding.key(text)
    guard letters.utf8.count >= 2, letters.utf8.count <= 8, !text.utf8.contains(0x20) else {
      return false
    }
    let initials = words.compactMap { $0.unicodeScalars.first.map(String.init) }.joined()
    return initials.hasPrefix(letters)
  }
}
