/// Text that may hold numbers: "12", "2nd", "3, 5 & 7–9".
///
/// Source: CSL 1.0.2, "Number", "Choose" (`is-numeric`).
struct NumberText {
  /// A run of the text: a number, other characters, or what parts them.
  enum Piece: Sendable {
    case number(Int, digits: [UInt8])
    case word([UInt8])
    /// A comma, an ampersand or a dash.
    case separator([UInt8])
  }

  let pieces: [Piece]

  /// The pieces of a text, in which the words for "and" part numbers, too.
  init(_ text: [UInt8], and words: [[UInt8]] = []) { pieces = Self.pieces(text, words) }

  /// Whether a text can be the end of a range: it ends in a digit or is a Roman numeral.
  static func isUnit(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    return last.isASCIIDigit || text.allSatisfy { "ivxlcdm".utf8.contains($0.asciiLowercased) }
  }

  /// Whether a text begins with an abbreviation, as of "volume", and a space.
  static func beginsWithLabel(_ text: [UInt8]) -> Bool {
    let word = text.prefix { $0.isASCIILetter || $0 >= 0x80 }
    return word.count > 1 && text.dropFirst(word.count).starts(with: ". " as StaticString)
  }

  /// Whether there are numbers, with letters before or after them, and nothing else.
  var isNumeric: Bool {
    var hasNumber = false
    for piece in pieces {
      switch piece {
      case .number: hasNumber = true
      case .word(let word):
        guard Self.isNumeric(word) else { return false }
        hasNumber = true
      case .separator: break
      }
    }
    return hasNumber
  }

  /// Whether the text means more than one.
  var isPlural: Bool {
    var count = 0
    var last: [UInt8] = []
    var isAfterDash = false
    for piece in pieces {
      switch piece {
      case .number(_, let text), .word(let text):
        // A dash between words is none of a range.
        if !isAfterDash || Self.isUnit(last) && Self.isUnit(text) { count += 1 }
        last = text
        isAfterDash = false
      case .separator(let sign):
        isAfterDash = sign.first == UInt8(ascii: "-") || sign.first == 0xE2
      }
    }
    return count > 1
  }

  /// One word of letters around digits: "2nd", "A12".
  private static func isNumeric(_ word: [UInt8]) -> Bool {
    var hasDigit = false
    var runs = 0
    var wasDigit = false
    for scalar in word.string.unicodeScalars {
      let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
      if isDigit, !wasDigit { runs += 1 }
      wasDigit = isDigit
      if isDigit {
        hasDigit = true
      } else if !scalar.isWordCharacter && scalar != "." {
        return false
      }
    }
    return hasDigit && runs == 1
  }

  private static func pieces(_ text: [UInt8], _ and: [[UInt8]]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    func end(at place: Int) {
      let word = Array(text[start..<place].trimmedASCIISpace)
      guard !word.isEmpty else { return }
      if word.allSatisfy(\.isASCIIDigit), word.count < 19, let number = Int(word.string) {
        pieces.append(.number(number, digits: word))
      } else {
        pieces.append(.word(word))
      }
    }
    while index < text.count {
      let byte = text[index]
      var length = 0
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"): length = 1
      case UInt8(ascii: "-"):
        length = 1
        while index + length < text.count, text[index + length] == byte { length += 1 }
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x93:
        length = 3
      case UInt8(ascii: "\\") where index + 1 < text.count: index += 1
      case 0x20:
        let next = text[(index + 1)...].prefix { $0 != 0x20 }
        if and.contains(where: { !$0.isEmpty && next.elementsEqual($0) }) {
          length = next.count + 1
        }
      default: break
      }
      if length > 0 {
        end(at: index)
        pieces.append(.separator(Array(text[index..<index + length])))
        index += length
        start = index
      } else {
        index += 1
      }
    }
    end(at: text.count)
    return pieces
  }

  /// A number in lower-case Roman numerals; beyond 3999 in digits.
  static func roman(_ number: Int) -> [UInt8] {
    guard (1..<4000).contains(number) else { return Array(String(number).utf8) }
    var rest = number
    var result: [UInt8] = []
    for (value, letters) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        result += letters.utf8
        rest -= value
      }
    }
    return result
  }
}
