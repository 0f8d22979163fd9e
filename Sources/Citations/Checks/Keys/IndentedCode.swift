/// Tells which lines of Markdown are indented code.
///
/// Source: CommonMark 0.31, 4.4 "Indented code blocks": it begins behind an empty line, and what is indented below the item of a
/// list, a footnote or a definition belongs to that.
struct IndentedCode {
  private var isAfterBlank = true
  private var isInCode = false
  /// Whether the last line that was not indented begins something that indented lines continue.
  private var isContinued = false

  /// Whether the next line is code.
  mutating func isCode(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmedASCIISpace
    guard !text.isEmpty else {
      isAfterBlank = true
      return false
    }
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
    let isIndented = indent.count >= 4 || indent.contains(0x09)
    if isIndented {
      isInCode = isInCode || isAfterBlank && !isContinued
    } else {
      isInCode = false
      isContinued = Self.beginsItem(text)
    }
    isAfterBlank = false
    return isInCode
  }

  private static func beginsItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if "-*+:~".utf8.contains(first) { return text.dropFirst().first.map(\.isASCIISpace) ?? true }
    if text.starts(with: "[^" as StaticString) || first == UInt8(ascii: ">") { return true }
    let digits = text.drop { $0 == UInt8(ascii: "(") }.prefix { $0.isASCIIAlphanumeric }
    guard digits.count == 1 || digits.allSatisfy(\.isASCIIDigit) && !digits.isEmpty,
      digits.count <= 9, digits.endIndex < text.endIndex
    else { return false }
    return text[digits.endIndex] == UInt8(ascii: ".") || text[digits.endIndex] == UInt8(ascii: ")")
  }
}
