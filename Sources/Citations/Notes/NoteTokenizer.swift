/// Cuts the text of a note into tokens.
///
/// Addresses are found first and kept whole. Punctuation marks are tokens of their own.
struct NoteTokenizer {
  private let bytes: [UInt8]
  private var offset = 0
  private var tokens: [NoteToken] = []
  private var isSpaced = true

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The tokens of `text`, with brackets and quotations paired and italics marked.
  ///
  /// - Complexity: O(*n*).
  static func tokens(of text: SourceText) -> [NoteToken] {
    var tokenizer = NoteTokenizer(text.utf8)
    tokenizer.run()
    QuotePairing.pair(&tokenizer.tokens, in: text.utf8)
    tokenizer.markItalics(text)
    return tokenizer.tokens
  }

  private mutating func run() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isASCIISpace {
        offset += 1
        isSpaced = true
        continue
      }
      let (scalar, length) = bytes.scalar(at: offset)
      if byte < 0x80 {
        if let end = addressEnd(at: offset) {
          let isDOI = byte | 0x20 == 0x64 && byte != 0x77 || byte == 0x31
          append(isDOI ? .doi : .url, to: end)
        } else if byte.isASCIIDigit {
          number()
        } else if byte.isASCIILetter {
          word()
        } else {
          sign(scalar, length)
        }
      } else if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
        offset += length
        isSpaced = true
      } else if scalar.properties.isAlphabetic {
        word()
      } else {
        sign(scalar, length)
      }
    }
  }

  private mutating func append(_ kind: NoteToken.Kind, to end: Int) {
    let text = bytes[offset..<end].string
    var token = NoteToken(
      kind: kind, range: offset..<end, lower: Self.folded(text), isSpaced: isSpaced)
    token.classes = WordClasses.of(token.lower)
    if kind == .word {
      if bytes[offset] < 0x80, text.utf8.allSatisfy({ $0 < 0x80 }) {
        token.isCapitalized = bytes[offset].isASCIIUpper
        token.isAllCaps =
          end - offset > 1 && token.isCapitalized && text.utf8.allSatisfy { !$0.isASCIILower }
        tokens.append(token)
        offset = end
        isSpaced = false
        return
      }
      let scalars = text.unicodeScalars
      token.isCapitalized =
        scalars.first.map {
          $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter
        } ?? false
      token.isAllCaps =
        scalars.count > 1 && scalars.allSatisfy { !$0.properties.isLowercase }
        && scalars.contains { $0.properties.isUppercase }
    }
    tokens.append(token)
    offset = end
    isSpaced = false
  }

  /// Lower case with straight apostrophes, for looking words up.
  private static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && !$0.isASCIIUpper }) { return text }
    let lower = text.lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    var result = ""
    for scalar in lower.unicodeScalars {
      result.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
    }
    return result
  }

  private mutating func number() {
    var end = offset
    while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    // One letter glued behind: 12a, 63r. An ordinal keeps its letters: 2nd, 3e.
    var letters = end
    while letters < bytes.count, bytes[letters].isASCIILetter { letters += 1 }
    if letters - end <= 3 {
      // "101n3": a note on a page.
      let isNote = letters > end && bytes[end..<letters].allSatisfy { $0 == UInt8(ascii: "n") }
      end = letters
      while isNote, end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    }
    append(.number, to: end)
  }

  private mutating func word() {
    var end = offset
    while end < bytes.count {
      if bytes[end].isASCIIAlphanumeric {
        end += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: end)
      // "n° 2", "nº 2": the sign belongs to the abbreviation.
      if scalar == "\u{B0}" || scalar == "\u{BA}", end - offset <= 2 {
        end += length
        break
      }
      if bytes[end] >= 0x80,
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      {
        end += length
        continue
      }
      // A hyphen or an apostrophe joins two letters.
      let joins =
        scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2010}"
        || scalar == "\u{2011}" || scalar == "\u{AD}"
      guard joins, end + length < bytes.count,
        bytes.scalar(at: end + length).scalar.properties.isAlphabetic
      else { break }
      end += length
    }
    append(.word, to: end)
  }

  private mutating func sign(_ scalar: Unicode.Scalar, _ length: Int) {
    let kind: NoteToken.Kind
    switch scalar {
    case ".": kind = .dot
    case ",": kind = .comma
    case ":": kind = .colon
    case ";": kind = .semicolon
    case "?", "!", "\u{2026}": kind = .exclamation
    case "(", "[", "{": kind = .openBracket
    case ")", "]", "}": kind = .closeBracket
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}": kind = .dash
    case "/": kind = .slash
    default: kind = .other
    }
    append(kind, to: offset + length)
  }

  /// The end of the web address or DOI that begins at `start`, or nil.
  private func addressEnd(at start: Int) -> Int? {
    let lead = bytes[start] | 0x20
    guard
      lead == 0x68 || lead == 0x77 || lead == 0x64 || lead == 0x31 || lead == 0x66 || lead == 0x74
    else { return nil }
    if start > 0, bytes[start - 1].isASCIIAlphanumeric { return nil }
    // "ttp://" is a slip; other words with a t are many.
    if lead == 0x74, start + 1 >= bytes.count || bytes[start + 1] | 0x20 != 0x74 { return nil }
    let rest = bytes[start...].prefix(16).map(\.asciiLowercased)
    let known =
      rest.starts(with: "http://") || rest.starts(with: "https://") || rest.starts(with: "www.")
      || rest.starts(with: "ftp://") || rest.starts(with: "doi.org/") || Self.isMistyped(rest)
    let isDOI =
      !known
      && (rest.starts(with: "10.") || rest.starts(with: "doi:10.") || rest.starts(with: "doi: 10.")
        || rest.starts(with: "doi 10."))
    guard known || isDOI else { return nil }
    var end = start + (rest.starts(with: "doi: ") || rest.starts(with: "doi ") ? 5 : 0)
    var parentheses = 0
    while end < bytes.count, !bytes[end].isASCIISpace, bytes[end] != 0x3C, bytes[end] != 0x3E,
      bytes[end] != 0x22
    {
      if bytes[end] >= 0x80 {
        let scalar = bytes.scalar(at: end).scalar
        if "\u{A0}\u{201C}\u{201D}\u{2018}\u{2019}\u{AB}\u{BB}\u{2026}".unicodeScalars.contains(
          scalar)
        {
          break
        }
      }
      if bytes[end] == 0x28 { parentheses += 1 }
      if bytes[end] == 0x29 {
        if parentheses == 0 { break }
        parentheses -= 1
      }
      if bytes[end] == 0x5D || bytes[end] == 0x7D { break }
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3B, 0x3A, 0x27, 0x21, 0x3F].contains(bytes[end - 1]) {
      end -= 1
    }
    if isDOI {
      // "10.1000/x": a number of four digits or more, a slash and something after it.
      guard let point = bytes[start..<end].firstIndex(of: 0x2E),
        let slash = bytes[point..<end].firstIndex(of: 0x2F), slash - point >= 5, slash + 1 < end,
        bytes[point + 1..<slash].allSatisfy({ $0.isASCIIDigit || $0 == 0x2E })
      else { return nil }
    }
    return end - start > 6 ? end : nil
  }

  /// Whether an address begins with a slip for "http://": "htp://", "http:/", "ttps://".
  private static func isMistyped(_ rest: [UInt8]) -> Bool {
    guard rest.contains(UInt8(ascii: "/")) else { return false }
    return [
      "htp://", "htps://", "htpp://", "hhttp://", "htttp://", "htttps://", "ttp://", "ttps://",
      "http//", "https//", "http:/", "https:/",
    ].contains { rest.starts(with: $0.utf8) }
  }

  /// Marks the tokens that stand in italics; spans may be nested but tokens and spans both ascend.
  private mutating func markItalics(_ text: SourceText) {
    let spans = text.styles.filter { $0.style == .italic }.map(\.range).sorted {
      $0.lowerBound < $1.lowerBound
    }
    var next = 0
    for index in tokens.indices {
      while next < spans.count, spans[next].upperBound <= tokens[index].range.lowerBound {
        next += 1
      }
      guard next < spans.count else { return }
      tokens[index].isItalic = spans[next].lowerBound <= tokens[index].range.lowerBound
    }
  }
}
