/// A way of writing the marker of a note that stands in a list at the end of a document.
enum ListedMarker: CaseIterable, Sendable {
  /// `<sup>1</sup>`
  case tag
  /// `[1]`
  case bracket
  /// `\\[1\\]`, as converters escape it.
  case escapedBracket
  /// `^1^`, which is raised in Pandoc's Markdown.
  case caret
  /// `¹`
  case raisedDigits

  /// The number of the marker at `offset` and the end of it, or nil.
  func number(in bytes: [UInt8], at offset: Int) -> (number: Int, end: Int)? {
    switch self {
    case .tag: return MarkdownInline.superscriptNumber(bytes, at: offset)
    case .bracket:
      guard let found = Self.enclosed(bytes, offset, "[", "]") else { return nil }
      let next = found.end < bytes.count ? bytes[found.end] : 0x20
      // "[1](address)", "[1][label]", "[1]: address" are links.
      return "([:".utf8.contains(next) || offset > 0 && bytes[offset - 1] == UInt8(ascii: "\\")
        ? nil : found
    case .escapedBracket: return Self.enclosed(bytes, offset, "\\[", "\\]")
    case .caret: return Self.enclosed(bytes, offset, "^", "^")
    case .raisedDigits: return Self.raised(bytes, offset)
    }
  }

  private static func enclosed(
    _ bytes: [UInt8], _ offset: Int, _ open: StaticString, _ close: StaticString
  ) -> (number: Int, end: Int)? {
    guard bytes.has(open, at: offset) else { return nil }
    let start = offset + open.utf8CodeUnitCount
    let digits = bytes[start...].prefix(4).prefix { $0.isASCIIDigit }
    guard !digits.isEmpty, digits.count < 4, bytes.has(close, at: digits.endIndex),
      let number = Int(digits.string)
    else { return nil }
    return (number, digits.endIndex + close.utf8CodeUnitCount)
  }

  private static func raised(_ bytes: [UInt8], _ offset: Int) -> (number: Int, end: Int)? {
    var place = offset
    var number = 0
    while place < bytes.count, bytes[place] == 0xC2 || bytes[place] == 0xE2 {
      let (scalar, length) = bytes.scalar(at: place)
      guard let digit = digits[scalar], number < 1000 else { break }
      number = number * 10 + digit
      place += length
    }
    return place > offset ? (number, place) : nil
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "\u{2070}": 0, "\u{B9}": 1, "\u{B2}": 2, "\u{B3}": 3, "\u{2074}": 4, "\u{2075}": 5,
    "\u{2076}": 6, "\u{2077}": 7, "\u{2078}": 8, "\u{2079}": 9,
  ]

  /// All numbers that stand in `bytes` as such markers, in order; those at the head of a line only where `atLineHeads`.
  ///
  /// - Complexity: O(*n*).
  func numbers(in bytes: [UInt8], atLineHeads: Bool) -> [Int] {
    var result: [Int] = []
    var place = 0
    while place < bytes.count {
      let isHead = place == 0 || bytes[place - 1] == 0x0A
      if atLineHeads || !isHead, let found = number(in: bytes, at: place) {
        result.append(found.number)
        place = found.end
      } else {
        place += 1
      }
    }
    return result
  }
}

extension MarkdownInline {
  /// Reads a marker of a listed note at the present place; false where none stands.
  mutating func readListedMarker(
    _ form: ListedMarker, _ assembly: inout DocumentAssembly
  ) -> Bool {
    guard let found = form.number(in: bytes, at: index) else { return false }
    let range = index..<found.end
    let marker = Marker(label: String(found.number), range: canvas.sourceRange(range))
    canvas.placeMarker(assembly.addMarker(marker, key: "sup\(found.number)"), over: range)
    index = found.end
    return true
  }
}
