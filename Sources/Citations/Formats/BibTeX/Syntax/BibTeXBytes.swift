/// Classes of bytes in the syntax of BibTeX.
///
/// Source: bibtex.web 0.99d, "lex_class" and "id_class"; btparse, "bib.g".
extension UInt8 {
  /// Whether the byte can stand in the name of a field, a string or an entry type.
  ///
  /// BibTeX allows `@` too; here it never does, so that an entry that is not closed can end where the next begins.
  var isBibTeXName: Bool {
    switch self {
    case 0...0x20, 0x22, 0x23, 0x25, 0x27, 0x28, 0x29, 0x2C, 0x3D, 0x40, 0x7B, 0x7D, 0x7F: false
    default: true
    }
  }

  /// Line feed or carriage return.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }

  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}

/// Names of what is no entry.
enum BibTeXCommand {
  static let string: [UInt8] = Array("string".utf8)
  static let preamble: [UInt8] = Array("preamble".utf8)
  static let comment: [UInt8] = Array("comment".utf8)
}

extension Array where Element == UInt8 {
  /// Whether a range holds `word`, which is in lower case, in any case.
  func holds(_ word: [UInt8], at range: SourceRange) -> Bool {
    let start = Int(range.start)
    guard Int(range.end) - start == word.count else { return false }
    return word.indices.allSatisfy { self[start + $0].asciiLowercased == word[$0] }
  }

  /// The first offset from `start` on that holds no white space.
  func skippingSpace(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset].isASCIISpace { offset += 1 }
    return offset
  }

  /// The end of the name that begins at `start`; `start` itself where none does.
  func nameEnd(from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset].isBibTeXName { offset += 1 }
    return offset
  }

  /// `end` moved back over white space, not before `start`.
  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var offset = end
    while offset > start, self[offset - 1].isASCIISpace { offset -= 1 }
    return offset
  }

  /// The first line end at or after `start`, or the end of the bytes.
  func lineEnd(from start: Int) -> Int {
    var offset = start
    while offset < count, !self[offset].isLineEnd { offset += 1 }
    return offset
  }

  /// Whether only blanks stand between the beginning of the line and `offset`.
  func isFirstInLine(_ offset: Int) -> Bool {
    var offset = offset
    while offset > 0, self[offset - 1].isBlank { offset -= 1 }
    return offset == 0 || self[offset - 1].isLineEnd
  }

  /// Whether a name and an equals sign stand at `start`.
  func hasAssignment(at start: Int) -> Bool {
    let end = nameEnd(from: start)
    guard end > start else { return false }
    let next = skippingSpace(from: end)
    return next < count && self[next] == UInt8(ascii: "=")
  }
}

extension ArraySlice<UInt8> {
  /// Whether nothing but white space and braces stands here, as in a value of two empty pairs of them.
  var isBlankOfBibTeX: Bool {
    allSatisfy { $0.isASCIISpace || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
  }
}
