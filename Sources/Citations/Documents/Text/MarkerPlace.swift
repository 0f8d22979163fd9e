/// Where in a sentence a marker stands.
///
/// The markers of a document stand in the same places; that tells a marker whose note is missing from a number that
/// belongs to the text.
enum MarkerPlace: Sendable, Hashable {
  /// Right after the end of a sentence or a closing quotation mark.
  case sentence
  /// Right after a comma, a dash or a closing bracket.
  case clause
  /// Right after a word.
  case word
  /// After a space.
  case spaced
  /// At the beginning of a line.
  case lineStart

  /// The place of the sign that begins at `start` in the line that begins at `lineStart`.
  init(_ bytes: [UInt8], at start: Int, lineStart: Int) {
    guard start > lineStart, let (scalar, _) = bytes.scalar(before: start) else {
      self = .lineStart
      return
    }
    switch scalar {
    case "\0"..." ", "\u{A0}", "\u{202F}", "\u{2000}"..."\u{200A}": self = .spaced
    case "”", "’", "»", "›", "\"", "“", "‘", "«": self = .sentence
    default:
      if bytes.endsSentence(before: start, from: lineStart) {
        self = .sentence
      } else {
        self = scalar.properties.isAlphabetic ? .word : .clause
      }
    }
  }
}
