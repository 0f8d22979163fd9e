/// Collects the text of an element with the styles of its runs.
struct EndNoteXMLText {
  private var bytes: [UInt8] = []
  private var spans: [RichText.Span] = []
  /// The index in `spans` of each style that the last run had.
  private var open: [(style: TextStyle, index: Int)] = []
  private let keepsLines: Bool

  /// Reads what an element holds: text, and `style` elements with text.
  init(_ tree: MarkupTree, _ node: Int, keepsLines: Bool) {
    self.keepsLines = keepsLines
    let hasRuns = tree.nodes[node + 1..<tree.nodes[node].end].contains { $0.kind == .element }
    for index in node + 1..<tree.nodes[node].end where tree.nodes[index].kind == .text {
      let text = tree.text[tree.nodes[index].text]
      let parent = tree.nodes[index].parent
      if hasRuns, parent == node, text.trimmedASCIISpace.isEmpty, text.contains(0x0A) { continue }
      let isRun = parent != node && tree.nodes[parent].name == "style"
      let face = isRun ? tree.attribute("face", of: parent) ?? "" : ""
      append(text, EndNoteFace.styles(face))
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, _ styles: [TextStyle]) {
    open.removeAll { !styles.contains($0.style) }
    for style in styles where !open.contains(where: { $0.style == style }) {
      open.append((style, spans.count))
      spans.append(.init(bytes.count..<bytes.count, style))
    }
    for byte in text {
      let isLineEnd = byte == 0x0D || byte == 0x0A
      bytes.append(isLineEnd ? (keepsLines ? 0x0A : 0x20) : byte)
    }
    for (_, index) in open {
      spans[index].range = spans[index].range.lowerBound..<bytes.count
    }
  }

  /// The text without white space at its ends.
  var text: RichText {
    let trimmed = bytes.trimmedASCIISpace
    let low = trimmed.startIndex
    let inside = spans.map { span in
      RichText.Span(
        min(
          max(span.range.lowerBound - low, 0), trimmed.count)..<min(
            max(span.range.upperBound - low, 0), trimmed.count), span.style)
    }
    let sorted = inside.filter { !$0.range.isEmpty }.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return left.offset < right.offset
    }
    return RichText(trimmed.string, spans: sorted.map(\.element))
  }
}
