/// The number or letter at the beginning of a line, in one of the ways in which notes are numbered.
struct LineLabel: Sendable, Hashable {
  /// How the number is written.
  enum Style: Int, Sendable, CaseIterable {
    /// `¹ Text`
    case superscript
    /// `[1] Text`
    case bracket
    /// `[A] Text`
    case letter
    /// `[iv] Text`, as word processors number endnotes
    case roman
    /// `1` on a line of its own
    case alone
    /// `1 Text`
    case bare
    /// `1. Text`
    case dot
    /// `1) Text`
    case paren
    /// `(1) Text`
    case parens
  }

  /// How it is written.
  var style: Style
  /// The number; letters count from 1.
  var value: Int
  /// Offset of the first byte of the label.
  var start: Int
  /// Offset where the text after the label begins; the line's end for a label alone.
  var text: Int

  /// Reads the label at the beginning of a line, or nil.
  init?(_ bytes: [UInt8], in line: Range<Int>) {
    let start = line.lowerBound
    let end = line.upperBound
    guard start < end else { return nil }
    var after: Int
    switch bytes[start] {
    case 0x30...0x39:
      guard let number = bytes.number(at: start, end: end),
        let found = Self.plain(bytes, after: number.end, end: end)
      else { return nil }
      (style, value, after) = (found.style, number.value, found.after)
    case UInt8(ascii: "("):
      guard let number = bytes.number(at: start + 1, end: end), number.end < end,
        bytes[number.end] == UInt8(ascii: ")")
      else { return nil }
      (style, value, after) = (.parens, number.value, number.end + 1)
    case UInt8(ascii: "["):
      guard let found = Self.bracketed(bytes, at: start, end: end) else { return nil }
      (style, value, after) = found
      if after < end, bytes[after] == UInt8(ascii: ":") { after += 1 }
    default:
      guard let number = bytes.superscript(at: start, end: end) else { return nil }
      (style, value, after) = (.superscript, number.value, number.end)
    }
    self.start = start
    text = Self.skipBacklink(bytes, from: after, to: end)
  }

  /// The number or letter in square brackets at `start`.
  static func bracketed(_ bytes: [UInt8], at start: Int, end: Int) -> (Style, Int, Int)? {
    guard start + 2 < end else { return nil }
    if let roman = bytes.romanNumber(at: start + 1, end: end), roman.end < end,
      bytes[roman.end] == UInt8(ascii: "]")
    {
      return (.roman, roman.value, roman.end + 1)
    }
    if bytes[start + 1].isASCIILetter, bytes[start + 2] == UInt8(ascii: "]") {
      return (.letter, Int(bytes[start + 1].asciiLowercased) - 0x60, start + 3)
    }
    guard let number = bytes.number(at: start + 1, end: end), number.end < end,
      bytes[number.end] == UInt8(ascii: "]")
    else { return nil }
    return (.bracket, number.value, number.end + 1)
  }

  /// The style that what follows the digits of a label at the beginning of a line speaks for.
  private static func plain(
    _ bytes: [UInt8], after place: Int, end: Int
  ) -> (style: Style, after: Int)? {
    guard place < end else { return (.alone, place) }
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      let next = place + 1
      guard next == end || !isInner(bytes[next]) else { return nil }
      return (bytes[place] == UInt8(ascii: ".") ? .dot : .paren, next)
    default:
      let next = bytes.skipSpaces(from: place, to: end)
      if next == place {
        // pdftotext glues a raised number to the first word of its note.
        let isWord = bytes.isUppercase(at: next) && bytes.isLowercase(at: next + 1)
        return isWord || isOpeningQuote(bytes, at: next) ? (.bare, next) : nil
      }
      return startsNote(bytes, at: next, end: end) ? (.bare, next) : nil
    }
  }

  /// Whether a byte after "12." or "12)" makes it a part of a sentence: "1931), 44" or "3.14".
  private static func isInner(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ")")
  }

  private static func isOpeningQuote(_ bytes: [UInt8], at offset: Int) -> Bool {
    switch bytes.scalar(at: offset).scalar {
    case "“", "„", "«", "‘", "‚": true
    default: false
    }
  }

  /// Whether the text of a note can begin at `offset` after a bare number: a word, a quotation, a bracket, or a year.
  private static func startsNote(_ bytes: [UInt8], at offset: Int, end: Int) -> Bool {
    guard offset < end else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "^"):
      return true
    case 0x30...0x39:
      guard let year = bytes.number(at: offset, end: end) else { return false }
      return (1000...2100).contains(year.value) && year.end < end && bytes[year.end] == 0x20
    default:
      return bytes.isLetter(at: offset) || isOpeningQuote(bytes, at: offset)
        || (bytes[offset] == 0xE2 && !bytes[offset...].starts(with: "–"))
    }
  }

  /// Skips white space and the sign of a link back to the text that some pages leave before a note.
  private static func skipBacklink(_ bytes: [UInt8], from offset: Int, to end: Int) -> Int {
    var place = bytes.skipSpaces(from: offset, to: end)
    for sign: StaticString in ["↑", "↩", "^ "] where bytes[place..<end].starts(with: sign) {
      place += sign.utf8CodeUnitCount
      // U+FE0E, which asks for the arrow as text.
      if bytes[place..<end].starts(with: "\u{FE0E}") { place += 3 }
      return bytes.skipSpaces(from: place, to: end)
    }
    return place
  }

  /// The label as a document shows it: "1", "A".
  func name(in bytes: [UInt8]) -> String {
    guard style == .letter || style == .roman else { return String(value) }
    return bytes[(start + 1)...].prefix { $0.isASCIILetter }.string
  }
}
