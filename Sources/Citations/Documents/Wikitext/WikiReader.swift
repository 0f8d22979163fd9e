/// Reads a wikitext document in one walk over its bytes.
///
/// Notes may hold line ends and stand in templates and tables, so that there are no blocks to be cut before: the walk
/// marks the whole text on one canvas and notes where blocks begin and end.
/// Source: MediaWiki Help:Formatting, Help:Links, Extension:Cite; Wikipedia Help:Footnotes, Help:Shortened footnotes.
struct WikiReader {
  /// A construct that waits for its end.
  struct Open {
    enum Kind {
      /// A template that is walked through; one that lists references if `isList`.
      case template(isList: Bool)
      case link, external(target: String), references
    }
    var kind: Kind
    var start: Int
    /// Offsets of the bars that part its parameters.
    var bars: [Int] = []
  }

  /// A `<ref>` that is being read.
  struct OpenRef {
    var start: Int
    var content: Range<Int>
    /// Offset after `</ref>`.
    var end: Int
    var name: String
    var group: String
    /// The number of open constructs before it.
    var depth: Int
    var quotes: QuoteState
  }

  /// Where italics and bold began.
  struct QuoteState {
    var italic: Int?
    var bold: Int?
  }

  let bytes: [UInt8]
  var assembly: DocumentAssembly
  var canvas: InlineCanvas
  var index = 0
  var open: [Open] = []
  var ref: OpenRef?
  var quotes = QuoteState()
  var openTags: [(name: [UInt8], style: TextStyle?, content: Int)] = []
  /// Blocks in order; the last one may not be closed yet.
  var blocks: [(kind: Block.Kind, range: Range<Int>)] = []
  var block: (kind: Block.Kind, start: Int)?
  var quoteDepth = 0
  /// How many lists of references are open, in which notes are defined and have no markers.
  var listDepth = 0
  /// The content of the notes that have names, to tell a repetition from a second definition.
  var contentByKey: [String: ArraySlice<UInt8>] = [:]
  /// The end of the last marker, to which `{{rp}}` may add a page.
  var lastMarkerEnd = -1
  /// Offsets found by looking ahead, valid while they are not passed.
  var nextEnds: [String: Int] = [:]
  var failedTemplates = 0

  init(_ source: SourceFile) {
    bytes = source.bytes
    assembly = DocumentAssembly(source, format: "wikitext")
    assembly.letterSeries = ["efn", "lower-alpha"]
    var raw = SourceText()
    raw.append(bytes, source: 0)
    canvas = InlineCanvas(raw)
  }

  mutating func read() -> Document {
    beginLine()
    while index < bytes.count { step() }
    closeQuotes(at: bytes.count)
    endBlock(at: bytes.count)
    if let lost = open.first(where: { if case .template = $0.kind { true } else { false } }) {
      assembly.reportUnclosed(
        "template", expected: "}}", at: SourceRange(lost.start, lost.start + 2))
    }
    canvas.seal()
    assembly.fillNotes(of: canvas)
    for block in withoutNoteHeadings { assembly.addBlock(block.kind, canvas, block.range) }
    return assembly.finish()
  }

  /// The blocks without headings of sections in which nothing is left once the notes are out.
  private var withoutNoteHeadings: [(kind: Block.Kind, range: Range<Int>)] {
    blocks.enumerated().filter { place, block in
      guard case .heading = block.kind, NoteHeading.matches(bytes[block.range]) else { return true }
      var next = place + 1
      while next < blocks.count {
        if case .heading = blocks[next].kind { return false }
        let rendered = canvas.render(blocks[next].range)
        if !rendered.text.isEmpty || !rendered.markers.isEmpty { return true }
        next += 1
      }
      return false
    }.map(\.element)
  }

  /// The first offset of `text` at or after the walk, looked up once for every place.
  mutating func next(_ text: String) -> Int? {
    if let known = nextEnds[text], known >= index { return known == Int.max ? nil : known }
    let found = bytes.firstOffset(of: Array(text.utf8), from: index)
    nextEnds[text] = found ?? Int.max
    return found
  }

  /// Where what begins here has to end: with the note that is open, or with the text.
  var limit: Int { ref?.content.upperBound ?? bytes.count }

  /// Forgets the open constructs from `place` on.
  mutating func dropOpen(from place: Int) {
    for construct in open[place...] {
      switch construct.kind {
      case .references, .template(isList: true): listDepth -= 1
      default: break
      }
    }
    open.removeSubrange(place...)
  }

  private mutating func step() {
    if let ref, index >= ref.content.upperBound {
      closeRef(ref)
      return
    }
    switch bytes[index] {
    case UInt8(ascii: "<"): readAngle()
    case UInt8(ascii: "{"): readBrace()
    case UInt8(ascii: "}"): closeBrace()
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "|"):
      if !open.isEmpty { open[open.count - 1].bars.append(index) }
      index += 1
    case UInt8(ascii: "'"): readQuotes()
    case UInt8(ascii: "&"): index = canvas.replaceReference(in: bytes, at: index) ?? index + 1
    case UInt8(ascii: "_"): readSwitch()
    case UInt8(ascii: "h"): index = canvas.linkAddress(in: bytes, at: index) ?? index + 1
    case 0x0A:
      index += 1
      if ref == nil {
        closeQuotes(at: index - 1)
        beginLine()
      }
    default: index += 1
    }
  }

  // MARK: Lines and blocks

  mutating func endBlock(at end: Int) {
    guard let current = block else { return }
    if end > current.start { blocks.append((current.kind, current.start..<end)) }
    block = nil
  }

  private mutating func startBlock(_ kind: Block.Kind, at start: Int, skippingTo content: Int) {
    endBlock(at: start)
    canvas.skip(start..<content)
    block = (kind, content)
    index = content
  }

  /// Looks at the beginning of a line; inside templates and links a line is nothing special.
  private mutating func beginLine() {
    guard index < bytes.count, open.isEmpty else { return }
    var end = index
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let line = index..<end
    if bytes.isBlank(line) {
      endBlock(at: index)
      return
    }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "="):
      if readHeading(line) { return }
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ";"):
      var content = index
      while content < end, [0x2A, 0x23, 0x3A, 0x3B].contains(bytes[content]) { content += 1 }
      startBlock(bytes[start] == 0x3A ? .quote : .listItem, at: start, skippingTo: content)
      return
    case UInt8(ascii: "-") where bytes.has("----", at: index):
      startBlock(.paragraph, at: start, skippingTo: bytes.runEnd(of: 0x2D, from: index))
      return
    case UInt8(ascii: "{") where bytes.has("{|", at: index):
      startBlock(.paragraph, at: start, skippingTo: end)
      return
    case UInt8(ascii: "|"), UInt8(ascii: "!"):
      readTableLine(line)
      return
    default: break
    }
    if block == nil { block = (quoteDepth > 0 ? .quote : .paragraph, start) }
  }

  private mutating func readHeading(_ line: Range<Int>) -> Bool {
    let content = bytes.runEnd(of: UInt8(ascii: "="), from: line.lowerBound, to: line.upperBound)
    var last = line.upperBound
    while last > content, bytes[last - 1].isASCIISpace { last -= 1 }
    var signs = last
    while signs > content, bytes[signs - 1] == UInt8(ascii: "=") { signs -= 1 }
    let level = min(content - line.lowerBound, last - signs)
    guard level > 0, signs > content else { return false }
    startBlock(.heading(level: level), at: line.lowerBound, skippingTo: content)
    canvas.skip(signs..<last)
    // The line end closes the heading: the next line finds no open block.
    headingEnd = line.upperBound
    return true
  }

  private var headingEnd: Int?

  private mutating func readTableLine(_ line: Range<Int>) {
    let start = line.lowerBound
    if bytes.has("|-", at: start) || bytes.has("|}", at: start) {
      startBlock(.paragraph, at: start, skippingTo: line.upperBound)
      return
    }
    var content = start + (bytes.has("|+", at: start) ? 2 : 1)
    // Attributes of a cell end in a single bar.
    if let bar = bytes.firstByte(UInt8(ascii: "|"), from: content, to: line.upperBound),
      !bytes.has("||", at: bar), bytes[content..<bar].contains(UInt8(ascii: "=")),
      !bytes[content..<bar].contains(where: { $0 == 0x5B || $0 == 0x7B || $0 == 0x3C })
    {
      content = bar + 1
    }
    startBlock(.paragraph, at: start, skippingTo: content)
  }

  // MARK: Small signs

  private mutating func readQuotes() {
    let end = bytes.runEnd(of: 0x27, from: index)
    let count = end - index
    defer { index = end }
    guard count >= 2 else { return }
    let used = count == 4 ? 3 : min(count, 5)
    canvas.skip(end - used..<end)
    if used == 2 || used == 5 { toggle(\.italic, .italic, end - used, end) }
    if used == 3 || used == 5 { toggle(\.bold, .bold, end - used, end) }
  }

  private mutating func toggle(
    _ path: WritableKeyPath<QuoteState, Int?>, _ style: TextStyle, _ close: Int, _ after: Int
  ) {
    if let start = quotes[keyPath: path] {
      canvas.style(style, start..<max(start, close))
      quotes[keyPath: path] = nil
    } else {
      quotes[keyPath: path] = after
    }
  }

  /// Ends italics and bold that a line or a note left open.
  mutating func closeQuotes(at end: Int) {
    if let start = quotes.italic, start < end { canvas.style(.italic, start..<end) }
    if let start = quotes.bold, start < end { canvas.style(.bold, start..<end) }
    quotes = QuoteState()
    if let headingEnd, end >= headingEnd {
      self.headingEnd = nil
      endBlock(at: headingEnd)
    }
  }

  /// Reads `__NOTOC__` and its like, which leave nothing.
  private mutating func readSwitch() {
    var end = index + 2
    while end < min(bytes.count, index + 40), bytes[end].isASCIIUpper { end += 1 }
    if bytes.has("__", at: index), end > index + 3, bytes.has("__", at: end) {
      canvas.skip(index..<end + 2)
      index = end + 2
    } else {
      index += 1
    }
  }
}
