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
}
