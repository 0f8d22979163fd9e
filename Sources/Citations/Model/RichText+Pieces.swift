extension RichText {
  /// A step on the way through a text with styles.
  enum Piece: Sendable, Hashable {
    /// Characters without a change of style.
    case text(String)
    /// A style begins.
    case open(TextStyle)
    /// The style that was opened last ends.
    case close(TextStyle)
  }

  /// The text as a sequence of characters and well nested styles, for writers of markup.
  ///
  /// Spans that cross are closed and opened again where they meet; spans outside the text or inside a character are
  /// moved to the next place that is in it, and empty ones are left out.
  ///
  /// - Complexity: O(*n* + *s* log *s* + *s* · depth of the spans).
  var pieces: [Piece] {
    guard !spans.isEmpty else { return plain.isEmpty ? [] : [.text(plain)] }
    let bytes = Array(plain.utf8)
    let sorted = spans.map { span in
      Span(
        bytes.scalarStart(span.range.lowerBound)..<bytes.scalarStart(span.range.upperBound),
        span.style)
    }.filter { !$0.range.isEmpty }.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return left.offset < right.offset
    }.map(\.element)

    var result: [Piece] = []
    var open: [Span] = []
    var position = 0
    func advance(to end: Int) {
      if end > position { result.append(.text(bytes[position..<end].string)) }
      position = max(position, end)
    }
    func closeSpans(endingBy limit: Int) {
      while let end = open.map(\.range.upperBound).min(), end <= limit {
        advance(to: end)
        var reopened: [Span] = []
        while let last = open.popLast() {
          result.append(.close(last.style))
          if last.range.upperBound > end { reopened.append(last) }
          if !open.contains(where: { $0.range.upperBound <= end }) { break }
        }
        for span in reopened.reversed() {
          result.append(.open(span.style))
          open.append(span)
        }
      }
    }
    for span in sorted {
      closeSpans(endingBy: span.range.lowerBound)
      advance(to: span.range.lowerBound)
      result.append(.open(span.style))
      open.append(span)
    }
    closeSpans(endingBy: bytes.count)
    advance(to: bytes.count)
    return result
  }
}

extension Array where Element == UInt8 {
  /// The offset, or the next one at which a character begins; the text's end at most.
  fileprivate func scalarStart(_ offset: Int) -> Int {
    var offset = Swift.min(Swift.max(offset, 0), count)
    while offset < count, self[offset].isUTF8Continuation { offset += 1 }
    return offset
  }
}
