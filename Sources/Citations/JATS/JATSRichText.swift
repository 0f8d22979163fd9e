/// Reads the text of an element with its styles.
enum JATSRichText {
  /// More styles at one place than anybody means are not kept.
  private static let depthLimit = 32

  /// The text of the element at `node`, white space collapsed.
  static func read(_ tree: MarkupTree, _ node: Int) -> RichText {
    var text = SourceText()
    var spans: [RichText.Span] = []
    var open: [(end: Int, start: Int, span: Int)] = []
    func close(before index: Int) {
      while let last = open.last, last.end <= index {
        spans[last.span].range = last.start..<max(last.start, text.count)
        open.removeLast()
      }
    }
    var index = node + 1
    while index < tree.nodes[node].end {
      close(before: index)
      let current = tree.nodes[index]
      if current.kind == .text {
        text.appendCollapsed(tree.text[current.text], source: 0)
      } else if tree.isSilentInJATS(index) || current.name == "xref" || current.name == "fn" {
        index = current.end
        continue
      } else if current.name == "break" || current.name == "p" {
        text.appendSpace(source: 0)
      } else if let style = JATSStyle.style(of: current.name), open.count < depthLimit {
        open.append((current.end, text.count, spans.count))
        spans.append(.init(text.count..<text.count, style))
      }
      index += 1
    }
    close(before: Int.max)
    let plain = text.utf8.trimmedASCIISpace
    return RichText(
      plain.string,
      spans: spans.map { .init($0.range.clamped(to: 0..<plain.endIndex), $0.style) }
        .filter { !$0.range.isEmpty })
  }

  /// The text of an element that holds paragraphs, with an empty line between them.
  static func readParagraphs(_ tree: MarkupTree, _ node: Int) -> RichText {
    let paragraphs = tree.children(of: node).filter { tree.nodes[$0].name == "p" }
    guard paragraphs.count > 1 else { return read(tree, node) }
    var bytes: [UInt8] = []
    var spans: [RichText.Span] = []
    for paragraph in paragraphs {
      let text = read(tree, paragraph)
      if !bytes.isEmpty, !text.isEmpty { bytes += [0x0A, 0x0A] }
      let start = bytes.count
      bytes += text.plain.utf8
      spans += text.spans.map {
        .init($0.range.lowerBound + start..<$0.range.upperBound + start, $0.style)
      }
    }
    return RichText(bytes.string, spans: spans)
  }

  /// The paragraphs of a text, which empty lines part.
  ///
  /// - Complexity: O(*n* + paragraphs · spans).
  static func paragraphs(of text: RichText) -> [RichText] {
    let bytes = Array(text.plain.utf8)
    var result: [RichText] = []
    var start = 0
    while true {
      // As many paragraphs as a hostile text has would cost that times the spans.
      let isLast = result.count >= 1000
      let end = isLast ? nil : bytes.firstOffset(of: [0x0A, 0x0A], from: start)
      let range = start..<(end ?? bytes.count)
      let spans = text.spans.map { $0.range.clamped(to: range) }
      result.append(
        RichText(
          bytes[range].string,
          spans: zip(spans, text.spans).filter { !$0.0.isEmpty }.map {
            .init($0.lowerBound - start..<$0.upperBound - start, $1.style)
          }))
      guard let end else { return result }
      start = end + 2
    }
  }
}
