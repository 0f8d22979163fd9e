/// An at sign with a word and a delimiter behind it: where an entry or a command begins.
struct BibTeXBlockStart {
  /// What the word says.
  enum Word {
    case entry
    case string
    case preamble
    case comment
  }

  /// Offset of the at sign.
  var at: Int
  var type: SourceRange
  /// Offset of the delimiter; nil for a `@comment` that is one line.
  var opener: Int?
  var word: Word

  /// Reads the at sign at `at`; nil where no name, or neither `{` nor `(`, stands behind it.
  init?(_ bytes: [UInt8], at: Int) {
    let nameStart = bytes.skippingSpace(from: at + 1)
    let nameEnd = bytes.nameEnd(from: nameStart)
    guard nameEnd > nameStart, !bytes[nameStart].isASCIIDigit else { return nil }
    self.at = at
    type = SourceRange(nameStart, nameEnd)
    word = Self.word(bytes, type)
    let next = bytes.skippingSpace(from: nameEnd)
    let delimiter = next < bytes.count ? bytes[next] : 0
    if delimiter == UInt8(ascii: "{") || delimiter == UInt8(ascii: "(") {
      opener = next
    } else if word != .comment {
      return nil
    }
  }

  private static func word(_ bytes: [UInt8], _ type: SourceRange) -> Word {
    if bytes.holds(BibTeXCommand.string, at: type) { return .string }
    if bytes.holds(BibTeXCommand.preamble, at: type) { return .preamble }
    if bytes.holds(BibTeXCommand.comment, at: type) { return .comment }
    return .entry
  }

  /// Whether this is what it seems where free text is expected: `a@b.org (home)` is an address.
  func isLikely(in bytes: [UInt8]) -> Bool {
    let follows = at > 0 && bytes[at - 1].isASCIIAlphanumeric
    guard let opener else { return !follows }
    let isParenthesis = bytes[opener] == UInt8(ascii: "(")
    guard follows || isParenthesis && word == .entry else { return true }
    if follows, isParenthesis { return false }
    return Self.hasKey(bytes, at: opener + 1, orMore: !follows && bytes.isFirstInLine(at))
  }

  /// Whether a line at depth within a value begins here with an entry or a command.
  static func isLine(_ bytes: [UInt8], at: Int) -> Bool {
    guard bytes.isFirstInLine(at), let start = Self(bytes, at: at), let opener = start.opener else {
      return false
    }
    return bytes[opener] == UInt8(ascii: "{") || start.isLikely(in: bytes)
  }

  /// Whether a key and a comma stand at `start`; or one word and what can follow it in an entry.
  static func hasKey(_ bytes: [UInt8], at start: Int, orMore: Bool) -> Bool {
    let keyStart = bytes.skippingSpace(from: start)
    let keyEnd = bytes.nameEnd(from: keyStart)
    let next = bytes.skippingSpace(from: keyEnd)
    guard keyEnd > keyStart, next < bytes.count else { return false }
    switch bytes[next] {
    case UInt8(ascii: ","): return true
    case UInt8(ascii: "="), UInt8(ascii: ")"): return orMore
    default: return false
    }
  }
}
