/// Changes of a note's text that keep most of it a note: what typing, scanning and pasting do to texts.
enum NoteMutation {
  /// The text after one to three changes.
  static func changed(_ text: String, by random: inout SeededRandom) -> String {
    var pieces = pieces(of: text)
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&pieces, by: &random) }
    return pieces.joined()
  }

  /// Words, numbers and single signs; white space goes with what stands before it.
  private static func pieces(of text: String) -> [String] {
    var result: [String] = []
    var isOpen = false
    for scalar in text.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let isSpace = scalar.properties.isWhitespace
      if result.isEmpty || !(isSpace || isWord && isOpen) { result.append("") }
      result[result.count - 1].unicodeScalars.append(scalar)
      isOpen = isWord
    }
    return result
  }

  private static let signs = [
    ".", ",", ";", ":", "(", ")", "[", "]", "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "–", "-",
    "/",
    "?", "&", "§", "<", "*", "\u{A0}", "\u{200B}", "\u{301}", "🜚", " ", "\n", "1931", "Ibid. ",
    "ed. ",
    "in ", "vol. ", "p. ", "https://", "10.", "et al. ",
  ]

  private static func change(_ pieces: inout [String], by random: inout SeededRandom) {
    guard !pieces.isEmpty else { return }
    let place = Int.random(in: pieces.indices, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: pieces.remove(at: place)
    case 1: pieces.insert(pieces[place], at: place)
    case 2: pieces.swapAt(place, Int.random(in: pieces.indices, using: &random))
    case 3:
      pieces.insert(signs[Int.random(in: signs.indices, using: &random)], at: place)
    case 4: pieces.removeSubrange(place...)
    case 5: pieces.removeSubrange(..<place)
    case 6: pieces[place] = pieces[place].uppercased()
    default: pieces[place] = pieces[place].lowercased()
    }
  }
}
