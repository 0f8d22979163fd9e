extension RichText {
  /// The text that a decoder read last, its styles the outer before the inner.
  init(_ decoder: borrowing LaTeXDecoder) {
    self.init(decoder.output.string)
    guard decoder.spans.count > 1 else {
      spans = decoder.spans.map { Span($0.range, $0.style) }
      return
    }
    spans = decoder.spans.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return left.offset > right.offset
    }.map { Span($0.element.range, $0.element.style) }
  }

  /// The same text with spans that nest, that hold something, and that keep case once.
  var normalized: RichText {
    guard !spans.isEmpty else { return self }
    var result = RichText("")
    var open: [(index: Int, style: TextStyle)] = []
    var offset = 0
    for piece in pieces {
      switch piece {
      case .text(let text):
        result.plain += text
        offset += text.utf8.count
      case .open(let style):
        open.append((result.spans.count, style))
        result.spans.append(.init(offset..<offset, style))
      case .close:
        guard let last = open.popLast() else { continue }
        let start = result.spans[last.index].range.lowerBound
        result.spans[last.index].range = start..<offset
      }
    }
    var protectedEnd = 0
    result.spans.removeAll { span in
      guard span.style == .noCase else { return false }
      if span.range.upperBound <= protectedEnd { return true }
      protectedEnd = span.range.upperBound
      return false
    }
    return result
  }
}
