/// How a text is written in YAML so that every reader takes it for that text.
///
/// Source: YAML 1.2.2, 7.3 "Flow Scalar Styles"; YAML 1.1, "Language-Independent Types".
enum YAMLTextStyle: Sendable {
  case plain, singleQuoted, doubleQuoted
  /// Lines after a bar.
  case literal

  /// The style that suits UTF-8 text.
  init(_ text: [UInt8], asciiOnly: Bool, isKey: Bool) {
    var hasLines = false
    var hasQuoteOrBackslash = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A {
        hasLines = true
      } else if byte == 0x22 || byte == 0x5C {
        hasQuoteOrBackslash = true
      } else if byte < 0x20 || byte >= 0x7F {
        let found = text.scalar(at: index)
        if Self.needsEscape(found.scalar, asciiOnly: asciiOnly) {
          self = .doubleQuoted
          return
        }
        index += found.length - 1
      }
      index += 1
    }
    if hasLines {
      self = !isKey && Self.isLiteral(text) ? .literal : .doubleQuoted
    } else if Self.isPlain(text) {
      self = .plain
    } else {
      self = hasQuoteOrBackslash ? .singleQuoted : .doubleQuoted
    }
  }

  /// Whether a character is an escape in double quotes.
  static func needsEscape(_ scalar: Unicode.Scalar, asciiOnly: Bool) -> Bool {
    switch scalar.value {
    case 0x22, 0x5C, 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    case 0x80...: asciiOnly
    default: false
    }
  }

  /// Whether lines come back exactly: the first has words and no space before them, and none ends with a space.
  private static func isLiteral(_ text: [UInt8]) -> Bool {
    guard let first = text.first, first != 0x20, first != 0x0A else { return false }
    let hasTwoLineEnds =
      text.count > 1 && text[text.count - 1] == 0x0A && text[text.count - 2] == 0x0A
    guard !hasTwoLineEnds, text.last != 0x20 else { return false }
    return !zip(text, text.dropFirst()).contains { $0 == 0x20 && $1 == 0x0A }
  }

  /// Whether the words mean themselves without quotes.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first, let last = text.last, first != 0x20, last != 0x20,
      last != UInt8(ascii: ":"), !"-?:,[]{}#&*!|>'\"%@`=<.~".utf8.contains(first)
    else { return false }
    for (byte, next) in zip(text, text.dropFirst()) {
      if byte == UInt8(ascii: ":") && next == 0x20 || byte == 0x20 && next == UInt8(ascii: "#") {
        return false
      }
    }
    return !words.contains(text.map(\.asciiLowercased).string) && !looksLikeNumber(text)
  }

  /// Words that some reader takes for a truth value or for nothing.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  /// Whether the text could be a number, a date or a time of day.
  private static func looksLikeNumber(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let first = rest.first, first.isASCIIDigit else { return false }
    if first == 0x30, rest.count > 1, "xob".utf8.contains(rest[rest.startIndex + 1].asciiLowercased)
    {
      return true
    }
    return rest.allSatisfy { $0.isASCIIDigit || " _+-.,:eETZtz".utf8.contains($0) }
  }
}
