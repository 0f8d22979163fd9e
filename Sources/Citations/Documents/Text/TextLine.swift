/// A line of a plain text that holds something.
struct TextLine: Sendable {
  /// Offset of the first byte that is no white space.
  var start: Int
  /// Offset just past the last byte that is no white space.
  var end: Int
  /// Bytes of white space before the first word.
  var indent: Int
  /// 0-based page, counted by form feeds.
  var page: Int
  /// Whether a blank line, a form feed or nothing stands before the line.
  var hasBlankBefore: Bool
  /// Whether the line goes on with a line that was broken only to take a note out of it.
  var continuesLine = false
  /// Whether the line is set in smaller type than the body; known only for pages with geometry.
  var isSmall = false

  /// The bytes of the line.
  var range: Range<Int> { start..<end }
}

extension UInt8 {
  /// White space or a control character: nothing that a reader of the text would see.
  var isBlankInText: Bool { self <= 0x20 || self == 0x7F }
}

extension TextLine {
  /// The lines of a text that are not blank.
  ///
  /// A line ends at LF, CR LF, CR or a form feed, which also ends a page. Blank lines are not kept, so that a text of
  /// nothing else costs nothing.
  ///
  /// - Complexity: O(*n*).
  static func lines(of bytes: [UInt8]) -> (lines: [TextLine], hasFormFeed: Bool) {
    var lines: [TextLine] = []
    var page = 0
    var blank = true
    var lineStart = 0
    var offset = 0
    let count = bytes.count
    while lineStart < count {
      var first = -1
      var last = 0
      offset = lineStart
      while offset < count {
        let byte = bytes[offset]
        if byte == 0x0A || byte == 0x0D || byte == 0x0C { break }
        if !byte.isBlankInText {
          if first < 0 { first = offset }
          last = offset
        }
        offset += 1
      }
      if first >= 0 {
        lines.append(
          TextLine(
            start: first, end: last + 1, indent: first - lineStart, page: page,
            hasBlankBefore: blank))
        blank = false
      } else {
        blank = true
      }
      guard offset < count else { break }
      if bytes[offset] == 0x0C {
        page += 1
        blank = true
      }
      let isPair = bytes[offset] == 0x0D && offset + 1 < count && bytes[offset + 1] == 0x0A
      lineStart = offset + (isPair ? 2 : 1)
    }
    return (lines, page > 0)
  }
}
