/// Reads simple mathematics as a line of Unicode text: letters, signs, and indices that have characters of their own.
///
/// Source: The TeXbook, 16 to 18; The Unicode Standard, "Superscripts and Subscripts".
struct LaTeXMath {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private var result = String.UnicodeScalarView()
  private var depth = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Whether a stretch between dollar signs stays as it is written, since it has commands that no character stands for.
  static func isKept(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var reader = LaTeXMath(bytes, range)
    return bytes[range].contains(UInt8(ascii: "\\")) && reader.text() == nil
  }

  /// The text; nil where a part of it has no characters.
  mutating func text() -> String? {
    guard read(until: end) else { return nil }
    while result.last == " " { result.removeLast() }
    return String(result)
  }

  private mutating func read(until end: Int) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < 8 else { return false }
    while index < end {
      guard readOne(end) else { return false }
    }
    return true
  }

  private mutating func readOne(_ end: Int) -> Bool {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): return command(end)
    case UInt8(ascii: "^"), UInt8(ascii: "_"):
      index += 1
      return script(isUpper: byte == UInt8(ascii: "^"), end)
    case UInt8(ascii: "{"):
      guard let inner = group(end) else { return false }
      index = inner.lowerBound
      guard read(until: inner.upperBound) else { return false }
      index = inner.upperBound + 1
    case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"),
      UInt8(ascii: "$"):
      return false
    case 0x20, 0x09...0x0D, UInt8(ascii: "~"):
      index += 1
      if !result.isEmpty, result.last != " " { result.append(" ") }
    case UInt8(ascii: "-"):
      index += 1
      // A hyphen between letters is part of a word in italics.
      result.append("\u{2212}")
    case UInt8(ascii: "'"):
      index += 1
      result.append("\u{2032}")
    default:
      let found = bytes.scalar(at: index)
      index += found.length
      result.append(found.scalar)
    }
    return true
  }

  /// The inside of the group that begins here.
  private func group(_ end: Int) -> Range<Int>? {
    guard index < end, bytes[index] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var place = index
    while place < end {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return (index + 1)..<place }
      place += 1
    }
    return nil
  }

  private mutating func command(_ end: Int) -> Bool {
    index += 1
    guard index < end else { return false }
    let start = index
    guard bytes[index].isASCIILetter else {
      index += 1
      switch bytes[start] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: " "):
        if result.last != " " { result.append(" ") }
      case UInt8(ascii: "!"): break
      case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "#"),
        UInt8(ascii: "_"),
        UInt8(ascii: "{"), UInt8(ascii: "}"):
        result.append(Unicode.Scalar(bytes[start]))
      default: return false
      }
      return true
    }
    while index < end, bytes[index].isASCIILetter { index += 1 }
    let name = bytes[start..<index]
    let hasSpace = index < end && bytes[index].isASCIISpace
    while index < end, bytes[index].isASCIISpace { index += 1 }
    if let alphabet = LaTeXMathSigns.alphabet(name) { return letters(alphabet, end) }
    guard let sign = LaTeXMathSigns.sign(name) else { return false }
    append(sign, hasSpace: hasSpace)
    return true
  }

  /// Appends a sign; one that stands between two things has spaces where the source has one.
  private mutating func append(_ sign: LaTeXMathSigns.Sign, hasSpace: Bool) {
    guard sign.isBetween, !result.isEmpty, hasSpace || result.last == " " else {
      for scalar in sign.text.unicodeScalars { result.append(scalar) }
      return
    }
    if result.last != " " { result.append(" ") }
    for scalar in sign.text.unicodeScalars { result.append(scalar) }
    result.append(" ")
  }

  /// The argument of `\mathrm{…}`, `\mathbb{R}` and the like.
  private mutating func letters(_ alphabet: LaTeXMathSigns.Alphabet, _ end: Int) -> Bool {
    guard let inner = group(end) ?? single(end) else { return false }
    for byte in bytes[inner] {
      guard byte.isASCIIAlphanumeric || byte >= 0x80 || " .,-()".utf8.contains(byte) else {
        return false
      }
    }
    for scalar in bytes[inner].string.unicodeScalars {
      guard let letter = alphabet.letter(scalar) else { return false }
      result.append(letter)
    }
    index =
      inner.upperBound < end && bytes[inner.upperBound] == UInt8(ascii: "}")
      ? inner.upperBound + 1 : inner.upperBound
    return true
  }

  /// The one letter that is an argument without braces.
  private func single(_ end: Int) -> Range<Int>? {
    index < end && bytes[index].isASCIIAlphanumeric ? index..<index + 1 : nil
  }

  /// What stands above or below the line, in characters that do so by themselves.
  private mutating func script(isUpper: Bool, _ end: Int) -> Bool {
    while index < end, bytes[index].isASCIISpace { index += 1 }
    guard index < end else { return false }
    let before = result.count
    if bytes[index] == UInt8(ascii: "{") {
      guard readOne(end) else { return false }
    } else if bytes[index] == UInt8(ascii: "\\") {
      guard command(end) else { return false }
    } else if bytes[index] == UInt8(ascii: "^") || bytes[index] == UInt8(ascii: "_") {
      return false
    } else {
      guard readOne(end) else { return false }
    }
    let start = result.index(result.startIndex, offsetBy: before)
    let scalars = Array(result[start...])
    result.removeSubrange(start...)
    for scalar in scalars {
      guard let script = LaTeXMathSigns.script(scalar, isUpper: isUpper) else { return false }
      result.append(script)
    }
    return true
  }
}
