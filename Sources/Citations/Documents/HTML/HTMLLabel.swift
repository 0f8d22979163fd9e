/// The number, letter or symbol of a note as a marker or a note shows it.
struct HTMLLabel: Sendable, Hashable {
  /// What a label is made of.
  enum Kind: Sendable, Hashable {
    case number
    case letter
    case roman
    case symbol
    /// A word and a number: "note 1".
    case word
  }

  var kind: Kind
  /// The label without brackets and full stop, raised digits made plain: "1", "a", "†", "note 1".
  var text: String
  /// Its number, where it has one.
  var number: Int?
  /// Whether it stands in square brackets.
  var isBracketed = false
  /// Whether it stands in round brackets.
  var isParenthesised = false
  /// Whether its digits are raised characters.
  var isRaised = false

  /// Reads a text that is nothing but a label: "1", "[1]", "(a)", "¹", "1.", "**", "[note 1]", "[1:1]".
  init?(_ raw: [UInt8]) {
    guard raw.count <= 40 else { return nil }
    var bytes: [UInt8] = []
    var offset = 0
    var raised = false
    while offset < raw.count {
      let blank = raw.blankLength(at: offset, to: raw.count)
      if blank > 0 {
        if raw[offset] != 0xE2, raw[offset] != 0xEF, bytes.last != 0x20 { bytes.append(0x20) }
        offset += blank
        continue
      }
      let found = raw.scalar(at: offset)
      if let digit = Self.raisedDigit(found.scalar) {
        bytes.append(digit)
        raised = true
      } else if let plain = Self.plainBracket(found.scalar) {
        bytes.append(plain)
      } else if found.scalar.value != 0xFE0E, found.scalar.value != 0xFE0F {
        bytes.append(contentsOf: raw[offset..<offset + found.length])
      }
      offset += found.length
    }
    var core = bytes.trimmedASCIISpace
    var bracketed = false
    var parenthesised = false
    for _ in 0..<3 {
      if let last = core.last, last == 0x2E || last == 0x3A || last == 0x2C, core.count > 1 {
        core = core.dropLast().trimmedASCIISpace
      }
      if core.first == 0x5B, core.last == 0x5D { bracketed = true }
      if core.first == 0x28, core.last == 0x29 { parenthesised = true }
      if core.count > 2, let first = core.first, let last = core.last,
        first == 0x5B && last == 0x5D || first == 0x28 && last == 0x29
          || first == 0x7B && last == 0x7D
      {
        core = core.dropFirst().dropLast().trimmedASCIISpace
      } else if core.count > 1, core.last == 0x29, core.first != 0x28 {
        core = core.dropLast()
      }
    }
    guard let found = Self.classify(core) else { return nil }
    (kind, text, number) = found
    isBracketed = bracketed
    isParenthesised = parenthesised
    isRaised = raised
  }

  private static func classify(_ core: ArraySlice<UInt8>) -> (Kind, String, Int?)? {
    guard let first = core.first else { return nil }
    let digits = core.prefix { $0.isASCIIDigit }
    if !digits.isEmpty {
      guard digits.count <= 4, let number = Int(digits.string), number > 0 || digits.count == 1
      else { return nil }
      let rest = core.dropFirst(digits.count)
      if rest.isEmpty { return (.number, digits.string, number) }
      if rest.count == 1, rest.allSatisfy(\.isASCIILower) { return (.number, core.string, number) }
      // A repeated reference: "1:2".
      if rest.first == 0x3A, rest.count <= 3, rest.dropFirst().allSatisfy(\.isASCIIDigit) {
        return (.number, digits.string, number)
      }
      return nil
    }
    if first.isASCIILetter {
      let letters = core.prefix { $0.isASCIILetter || $0 == 0x2D }
      if letters.count == core.count {
        if core.count == 1 || core.count == 2 && core.last == first {
          return (.letter, core.string, nil)
        }
        let isRoman =
          core.count <= 8 && core.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63].contains($0) }
        return isRoman ? (.roman, core.string, romanValue(core)) : nil
      }
      let rest = core.dropFirst(letters.count).drop { $0 == 0x20 || $0 == 0x2E }
      guard letters.count <= 12, !rest.isEmpty, rest.count <= 4, rest.allSatisfy(\.isASCIIDigit)
      else { return nil }
      return (.word, core.string, Int(rest.string))
    }
    let symbols = core.string.unicodeScalars
    guard symbols.count <= 4, symbols.allSatisfy(isSymbol) else { return nil }
    return (.symbol, core.string, nil)
  }

  private static func romanValue(_ bytes: ArraySlice<UInt8>) -> Int? {
    let values = bytes.map { [0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50, 0x63: 100][Int($0)] ?? 0 }
    var total = 0
    for (index, value) in values.enumerated() {
      total += index + 1 < values.count && values[index + 1] > value ? -value : value
    }
    return total
  }

  static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    "*†‡§‖¶#※⁂∗⁑".unicodeScalars.contains(scalar)
  }

  /// The ASCII digit that a raised digit stands for.
  static func raisedDigit(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xB9: 0x31
    case 0xB2: 0x32
    case 0xB3: 0x33
    case 0x2070: 0x30
    case 0x2074...0x2079: UInt8(scalar.value - 0x2070) + 0x30
    default: nil
    }
  }

  private static func plainBracket(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "【", "〔", "［", "⟦": 0x5B
    case "】", "〕", "］", "⟧": 0x5D
    case "（": 0x28
    case "）": 0x29
    default: nil
    }
  }

  /// The label that a note's text begins with, and where the text after it begins.
  ///
  /// Without brackets or a mark after it a number counts only where `isApart` says that it is set apart: raised, in an
  /// element of its own.
  static func leading(
    _ text: [UInt8], isApart: (Int) -> Bool = { _ in false }
  ) -> (label: HTMLLabel, end: Int)? {
    var end = 0
    var raised = false
    if let first = text.first, first == 0x5B || first == 0x28 {
      let close: UInt8 = first == 0x5B ? 0x5D : 0x29
      guard let place = text.prefix(16).firstIndex(of: close) else { return nil }
      end = place + 1
    } else {
      while end < min(text.count, 12) {
        let found = text.scalar(at: end)
        if raisedDigit(found.scalar) != nil {
          raised = true
        } else if !(text[end].isASCIIAlphanumeric || isSymbol(found.scalar)) {
          break
        }
        end += found.length
        if isApart(end) { break }
      }
    }
    if let first = text.first, first.isASCIILetter { end = wordEnd(text) ?? end }
    guard end > 0, let label = HTMLLabel(Array(text[..<end])) else { return nil }
    var after = end
    var marked =
      label.isBracketed || raised || label.kind == .symbol || isApart(end) || text[0] == 0x28
    while after < text.count, [0x2E, 0x29, 0x3A].contains(text[after]) {
      after += 1
      marked = true
    }
    if label.kind == .letter || label.kind == .roman || label.kind == .word {
      guard
        label.isBracketed || isApart(end)
          || after < text.count && after > end && text[after] == 0x20
      else { return nil }
    }
    // "44.5" and "3.14" are no labels.
    if after < text.count, after > end, text[after].isASCIIDigit, !label.isBracketed { return nil }
    guard marked || after < text.count && text[after] == 0x20 else { return nil }
    while after < text.count, text[after] == 0x20 { after += 1 }
    var result = label
    result.isRaised = label.isRaised || raised
    return marked ? (result, after) : nil
  }

  /// Where "Note 1" at the beginning of a text ends.
  private static func wordEnd(_ text: [UInt8]) -> Int? {
    var end = text.prefix(12).prefix { $0.isASCIILetter }.count
    if end < text.count, text[end] == 0x2E { end += 1 }
    guard end < text.count, text[end] == 0x20 else { return nil }
    let digits = text.dropFirst(end + 1).prefix(4).prefix { $0.isASCIIDigit }
    return digits.isEmpty ? nil : digits.endIndex
  }
}
