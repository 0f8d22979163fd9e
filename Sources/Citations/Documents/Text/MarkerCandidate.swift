/// A place in a text that may be the marker of a note.
struct MarkerCandidate: Sendable, Hashable {
  /// How a marker is written.
  enum Style: Int, Sendable, CaseIterable {
    /// `[1]`
    case bracket
    /// `¹`
    case superscript
    /// `[A]`
    case letter
    /// `[iv]`
    case roman
    /// `1` glued to the word or mark before it
    case glued
    /// `(1)`
    case parens
    /// `*`, `†`
    case symbol
  }

  /// How it is written.
  var style: Style
  /// The number, or `NoteSymbol.value`.
  var value: Int
  /// Offset of its first byte.
  var start: Int
  /// Offset just past its last byte.
  var end: Int
  /// Index of its line.
  var line: Int
  /// How much its surroundings speak for it: 4 after the end of a sentence, 1 after a word.
  var weight: Int

  /// What it says.
  func label(in bytes: [UInt8]) -> String {
    switch style {
    case .symbol: NoteSymbol.name(of: value)
    case .letter, .roman: bytes[start + 1..<end - 1].string
    default: String(value)
    }
  }
}

extension LineLabel.Style {
  /// The style of the markers that lead to labels of this style; nil where any number will do.
  var markerStyle: MarkerCandidate.Style? {
    switch self {
    case .letter: .letter
    case .roman: .roman
    default: nil
    }
  }
}
