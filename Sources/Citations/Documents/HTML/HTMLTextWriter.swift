/// Writes nodes as running text: white space collapsed, styles and links kept, cuts left out.
struct HTMLTextWriter {
  private struct Open {
    var end: Int
    /// Offset in the text of the first byte inside; -1 before there is one.
    var start: Int
    var style: TextStyle?
    var target: String?
    var closing: [UInt8] = []
    var closingSource = 0
  }

  private let page: HTMLPage
  private let cuts: HTMLCuts
  private(set) var text = SourceText()
  /// Where markers were left out.
  private(set) var markers: [Block.MarkerPlace] = []
  /// Where something was left out.
  private(set) var gaps: [Int] = []
  /// Source offset just past the last text.
  private(set) var sourceEnd = 0
  /// The first node that had text.
  private(set) var firstNode = -1
  private var open: [Open] = []
  /// Source offset of white space that is not written yet.
  private var space: Int?
  private var spaceBeforeMarker = false

  init(page: HTMLPage, cuts: HTMLCuts) {
    self.page = page
    self.cuts = cuts
  }

  /// Writes a range of nodes; `root` is not styled by itself.
  mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeElements(before: index)
      index = min(step(index, styled: true), range.upperBound)
    }
    closeElements(before: range.upperBound)
    open.removeAll()
  }

  /// Writes one node and returns the next one to write.
  mutating func step(_ node: Int, styled: Bool) -> Int {
    let cuts = cuts.at(node)
    if let whole = cuts.first(where: { $0.part == nil }) {
      gaps.append(text.count)
      if let marker = whole.marker { place(marker) }
      return max(whole.nodes.upperBound, node + 1)
    }
    switch page.elements[node] {
    case .text:
      writeText(node, cuts)
    case .hidden:
      return page.end(node)
    case .lineBreak:
      addSpace(page.tree.nodes[node].source)
    case .inline:
      if styled { openElement(node) }
    case .figure, .rule:
      addSpace(page.tree.nodes[node].source)
    default:
      addSpace(page.tree.nodes[node].source)
      if styled { openElement(node) }
    }
    return node + 1
  }

  /// Ends the elements that end at or before `node`.
  mutating func closeElements(before node: Int) {
    while let last = open.last, last.end <= node {
      if !last.closing.isEmpty { write(last.closing[...], source: last.closingSource) }
      finish(last)
      open.removeLast()
    }
  }

  /// The text so far, and a fresh start for the next block.
  mutating func take() -> (
    text: SourceText, markers: [Block.MarkerPlace], firstNode: Int, sourceEnd: Int
  ) {
    for element in open { finish(element) }
    let result = (text, markers, firstNode, sourceEnd)
    text = SourceText()
    markers = []
    gaps = []
    space = nil
    firstNode = -1
    for index in open.indices { open[index].start = -1 }
    return result
  }

  private mutating func finish(_ element: Open) {
    guard element.start >= 0, element.start < text.count else { return }
    if let style = element.style { text.addStyle(style, element.start..<text.count) }
    if let target = element.target { text.addLink(target, element.start..<text.count) }
  }

  /// Notes that a marker stood here.
  mutating func place(_ marker: Int) {
    markers.append(Block.MarkerPlace(offset: text.count, marker: marker))
    if space != nil { spaceBeforeMarker = true }
  }

  private mutating func addSpace(_ source: Int) {
    if space == nil { space = source }
  }

  private mutating func openElement(_ node: Int) {
    let end = page.end(node)
    let style = HTMLStyles.style(of: node, page)
    if let style { open.append(Open(end: end, start: -1, style: style)) }
    let name = page.tree.nodes[node].name
    if name == "a", let href = page.tree.attribute("href", of: node),
      let target = HTMLAddress.external(href)
    {
      open.append(Open(end: end, start: -1, target: target))
    }
    if name == "q" {
      write(Array("“".utf8)[...], source: page.tree.nodes[node].source + 1)
      let last = max(page.tree.nodes[node].sourceEnd - 1, 0)
      open.append(
        Open(end: end, start: -1, closing: Array("”".utf8), closingSource: last))
    }
  }

  private mutating func writeText(_ node: Int, _ cuts: ArraySlice<HTMLCut>) {
    guard !page.facts[node].contains(.hidden) else { return }
    var start = page.tree.nodes[node].text.lowerBound
    for cut in cuts {
      guard let part = cut.part, part.lowerBound >= start else { continue }
      writeCollapsed(start..<part.lowerBound, of: node)
      gaps.append(text.count)
      if let marker = cut.marker { place(marker) }
      start = part.upperBound
    }
    writeCollapsed(start..<page.tree.nodes[node].text.upperBound, of: node)
  }

  private mutating func writeCollapsed(_ range: Range<Int>, of node: Int) {
    let entry = page.tree.nodes[node]
    let isVerbatim = entry.sourceEnd - entry.source == entry.text.count
    func source(_ offset: Int) -> Int {
      isVerbatim ? entry.source + offset - entry.text.lowerBound : entry.source
    }
    let bytes = page.tree.text
    var run = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let blank = bytes.blankLength(at: index, to: range.upperBound)
      guard blank > 0 else {
        index += 1
        continue
      }
      if run < index { write(bytes[run..<index], source: source(run), node: node) }
      // Soft hyphens and other invisible marks vanish; no-break spaces are spaces.
      let isSpace =
        blank == 1 || blank == 2 && bytes[index + 1] == 0xA0
        || blank == 3 && bytes[index + 2] == 0xAF
      if isSpace { addSpace(source(index)) }
      index += blank
      run = index
    }
    if run < range.upperBound {
      write(bytes[run..<range.upperBound], source: source(run), node: node)
    }
    if text.count > 0, isVerbatim == false { sourceEnd = max(sourceEnd, entry.sourceEnd) }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>, source: Int, node: Int = -1) {
    guard let first = bytes.first else { return }
    if let place = space, !text.isEmpty {
      // "word [1]." must not become "word ." when the marker goes.
      let isMark = [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F].contains(first)
      if !(spaceBeforeMarker && isMark) { text.appendSpace(source: place) }
    }
    space = nil
    spaceBeforeMarker = false
    if firstNode < 0 { firstNode = node }
    for index in open.indices where open[index].start < 0 { open[index].start = text.count }
    text.append(bytes, source: source)
    sourceEnd = source + bytes.count
  }
}
