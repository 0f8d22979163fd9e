/// A word, number or sign of a note's text.
struct NoteToken: Sendable {
  enum Kind: Sendable, Hashable {
    /// Letters, with inner hyphens and apostrophes.
    case word
    /// Digits, with a letter glued behind them at most: "12", "12a", "63r".
    case number
    case dot, comma, colon, semicolon
    case openBracket, closeBracket
    case openQuote, closeQuote
    case dash, slash
    /// `?` or `!`.
    case exclamation
    /// A whole address, masked so that nothing in it is read as anything else.
    case url, doi
    case other
  }

  var kind: Kind
  /// UTF-8 byte offsets in the text.
  var range: Range<Int>
  /// The token in lower case, apostrophes made straight.
  var lower: String
  /// What the lexicon knows of the word.
  var classes: WordClasses = []
  /// Whether white space stands before it, or it is the first.
  var isSpaced: Bool
  /// Whether its first letter is a capital.
  var isCapitalized = false
  /// Whether it is more than one letter, all capitals.
  var isAllCaps = false
  /// How many brackets and quotations it stands inside.
  var depth = 0
  /// The index of the bracket or quotation mark that belongs to this one.
  var partner: Int?
  /// Whether it stands in italics.
  var isItalic = false

  /// The integer that a number token begins with.
  var value: Int? {
    guard kind == .number else { return nil }
    return Int(lower.utf8.prefix { $0.isASCIIDigit }.map { $0 }.string)
  }

  /// Whether it is a number of four digits that can be a year of a publication, with a letter at most: "1978", "1978a".
  var isYear: Bool {
    guard kind == .number, lower.utf8.count <= 5, let value else { return false }
    return value >= 1400 && value <= 2099
  }

  /// A capital letter alone, or two or three glued ("JP"), as initials are before their dot.
  var isInitial: Bool {
    kind == .word && isCapitalized && lower.unicodeScalars.count == 1
  }
}
