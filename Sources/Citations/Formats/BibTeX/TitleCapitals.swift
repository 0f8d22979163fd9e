/// Finds the words of an English title whose capitals mean something.
///
/// Styles lower the words of a title. A capital inside a word ("MAGA", "McDonald", "eBay"), a capital that is a word
/// ("I", "Vitamin C"), and, in a title that is written like a sentence, the first letter of a name would be lost. In a
/// title in which most words begin with a capital nobody can tell names from other words, so only the former are kept.
enum TitleCapitals {
  private struct Word {
    var range: Range<Int>
    var beginsUpper: Bool
    var hasInnerUpper: Bool
    var length: Int
    /// Whether it begins the title or a part of it.
    var isFirst: Bool
  }

  /// The words to protect, as byte ranges of the title, ascending.
  static func protectedRanges(_ title: [UInt8]) -> [Range<Int>] {
    let words = words(title)
    let capitals = words.filter { $0.beginsUpper && $0.hasInnerUpper && $0.length > 1 }.count
    // A title all in capitals is a matter of type, not of names.
    let isShouted = words.count > 2 && capitals * 2 > words.count
    let long = words.filter { !$0.isFirst && $0.length > 3 }
    let isSentence = long.filter(\.beginsUpper).count * 2 < long.count
    return words.filter { word in
      if word.hasInnerUpper { return !isShouted }
      guard word.beginsUpper, !word.isFirst else { return false }
      return isSentence || word.length == 1
    }.map(\.range)
  }

  private static func words(_ title: [UInt8]) -> [Word] {
    var words: [Word] = []
    var current: Word?
    var isFirst = true
    var offset = 0
    while offset < title.count {
      let found = title.scalar(at: offset)
      let isLetter = found.scalar.properties.isAlphabetic
      let isUpper = isLetter && found.scalar.properties.isUppercase
      if isLetter || (current != nil && isInner(found.scalar)) {
        var word =
          current
          ?? Word(
            range: offset..<offset, beginsUpper: isUpper, hasInnerUpper: false, length: 0,
            isFirst: isFirst)
        if word.length > 0, isUpper { word.hasInnerUpper = true }
        if isLetter {
          word.length += 1
          word.range = word.range.lowerBound..<offset + found.length
        }
        current = word
        isFirst = false
      } else {
        if let word = current { words.append(word) }
        current = nil
        if found.scalar == ":" || found.scalar == "?" || found.scalar == "!" || found.scalar == "."
        {
          isFirst = true
        }
      }
      offset += found.length
    }
    if let word = current { words.append(word) }
    return words
  }

  /// Whether the scalar may stand inside a word: digits, marks and apostrophes.
  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass != .notReordered
  }
}
