/// Reads emphasis that plain text writes with asterisks or underscores: "*Northern Antiquary*", "_Salt_".
///
/// A sign opens after white space, a bracket or a quotation mark and before a letter or digit, and closes the other way round, so
/// that the stars of notes, products and names of files are left alone.
enum PlainEmphasis {
  /// How far a stretch of emphasis may reach, in bytes.
  private static let longest = 300

  /// The text with the signs taken out and what stood between them in italics.
  ///
  /// - Complexity: O(*n*): each sign looks at most `longest` bytes ahead.
  static func read(_ text: SourceText) -> SourceText {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 == 0x2A || $0 == 0x5F }) else { return text }
    let pairs = pairs(bytes)
    guard !pairs.isEmpty else { return text }
    var result = SourceText()
    var spans: [Range<Int>] = []
    var position = 0
    for (open, close) in pairs {
      result.append(text.slice(position..<open))
      let start = result.count
      result.append(text.slice(open + 1..<close))
      spans.append(start..<result.count)
      position = close + 1
    }
    result.append(text.slice(position..<bytes.count))
    for span in spans { result.addStyle(.italic, span) }
    return result
  }

  private static func pairs(_ bytes: [UInt8]) -> [(open: Int, close: Int)] {
    var result: [(Int, Int)] = []
    var index = 0
    while index < bytes.count {
      let sign = bytes[index]
      guard sign == 0x2A || sign == 0x5F, opens(bytes, index),
        let close = close(of: sign, bytes, after: index)
      else {
        index += 1
        continue
      }
      result.append((index, close))
      index = close + 1
    }
    return result
  }

  private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    guard next.isASCIIAlphanumeric || next >= 0x80 || next == 0x22 || next == 0x27 else {
      return false
    }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before.isASCIISpace || "([{\"'-".utf8.contains(before) || before >= 0x80
  }

  private static func close(of sign: UInt8, _ bytes: [UInt8], after open: Int) -> Int? {
    let limit = min(bytes.count, open + longest)
    var index = open + 2
    while index < limit {
      if bytes[index] == sign {
        let before = bytes[index - 1]
        let isAfterText = !before.isASCIISpace && before != sign
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        let isBeforeEnd = !next.isASCIIAlphanumeric && next != sign
        return isAfterText && isBeforeEnd ? index : nil
      }
      index += 1
    }
    return nil
  }
}
