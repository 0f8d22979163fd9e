/// Small questions about text that goes into a field.
enum BibTeXText {
  /// Whether a word "and" stands between spaces, where BibTeX would split a list.
  static func hasAnd(_ text: String) -> Bool {
    let words = text.utf8.split { $0.isASCIISpace }
    return words.contains { $0.count == 3 && $0.map(\.asciiLowercased).elementsEqual("and".utf8) }
  }

  /// The text with every run of line ends and control characters made one space.
  ///
  /// BibTeX itself reads any white space as one space, and an empty line in an argument stops LaTeX.
  static func cleaned(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    return result.string
  }

  /// An address or identifier for a field that is read verbatim: only what would end the field is percent-encoded.
  static func verbatim(_ text: String, asciiOnly: Bool) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isSpecial =
        byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
        || byte == UInt8(ascii: "\\")
      guard isSpecial || (asciiOnly && byte >= 0x80) else {
        result.append(byte)
        continue
      }
      result.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 0xF] {
        result.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
      }
    }
    return result.string
  }

  /// Whether the braces of the text are balanced as BibTeX counts them, without a look at backslashes.
  static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// A page range with "--" for the dash between numbers; nil where biber would not read it as a range.
  static func pages(_ text: String, _ encoder: LaTeXEncoder) -> String? {
    let source = Array(cleaned(text).unicodeScalars)
    var result = ""
    var words = ""
    for (index, scalar) in source.enumerated() {
      let isDash = ("\u{2010}"..."\u{2015}").contains(scalar) || scalar == "\u{2212}"
      let isHyphen =
        scalar == "-" && index > 0 && index + 1 < source.count
        && isDigit(source[index - 1]) && isDigit(source[index + 1])
      guard isDash || isHyphen else {
        words.unicodeScalars.append(scalar)
        continue
      }
      result += encoder.encode(words) + "--"
      words = ""
    }
    result += encoder.encode(words)
    let parts = result.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x3B }
    let isRange = parts.allSatisfy { part in
      part.first { !$0.isASCIISpace }.map { $0 != UInt8(ascii: "-") } ?? false
    }
    return isRange ? result : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && UInt8(truncatingIfNeeded: scalar.value).isASCIIDigit
  }
}
