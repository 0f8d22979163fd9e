/// Cuts a Markdown or Djot document into blocks, line by line.
///
/// Containers are not kept as a tree: a quotation's and a list item's paragraphs become blocks of that kind, which is
/// all that the body of a `Document` holds.
/// Source: CommonMark 0.31.2, 4 "Leaf blocks", 5 "Container blocks"; Pandoc User's Guide, "Footnotes"; Djot syntax
/// reference, "Block syntax".
struct MarkdownBlocks {
  private(set) var blocks: [RawBlock] = []
  private(set) var links: LinkDefinitions = [:]
  /// Ranges of constructs without an end.
  private(set) var unclosed: [UnclosedMarkup] = []

  private let bytes: [UInt8]
  private let dialect: MarkdownDialect
  /// The block that lines are added to; nil between blocks.
  private var current: RawBlock?
  /// Whether a blank line stood after the last line of `current`.
  private var isAfterBlank = true
  /// Column at which the text of the list item stands; 0 outside lists.
  private var itemIndent = 0
  private var quoteDepth = 0
  private var fence: (byte: UInt8, count: Int, start: Int)?
  private var commentEnd: Int?
  private var lacksCommentEnd = false

  init(_ bytes: [UInt8], from start: Int, dialect: MarkdownDialect) {
    self.bytes = bytes
    self.dialect = dialect
    var lines = SourceLines(bytes, from: start)
    while let line = lines.next() { read(line) }
    if let fence {
      unclosed.append(
        ("code block", "```", SourceRange(fence.start, fence.start + fence.count)))
    }
    flush()
  }

  private mutating func read(_ line: SourceLine) {
    var line = line
    if let end = commentEnd {
      guard line.end > end else { return }
      commentEnd = nil
      line.start = max(line.start, end)
    }
    if fence != nil {
      readFenced(line)
      return
    }
    let depth = stripQuotes(&line)
    if bytes.isBlank(line.range) {
      readBlank(line)
      return
    }
    let indent = bytes.indent(of: line)
    if depth != quoteDepth, depth > quoteDepth || isAfterBlank { flush() }
    if depth != 0 || isAfterBlank || current == nil { quoteDepth = depth }
    if readContinuation(line, indent) { return }
    if readStructure(line, indent) { return }
    addText(line, indent.content)
  }

  // MARK: Lines inside something

  private mutating func readFenced(_ line: SourceLine) {
    guard let open = fence else { return }
    var inner = line
    _ = stripQuotes(&inner, atMost: quoteDepth)
    let indent = bytes.indent(of: inner)
    let end = bytes.runEnd(of: open.byte, from: indent.content, to: inner.end)
    if end - indent.content >= open.count, bytes.isBlank(end..<inner.end) {
      fence = nil
      current?.range = open.start..<inner.end
      flush()
    } else {
      append(inner.start..<inner.next, endingAt: inner.end)
    }
  }

  private mutating func readBlank(_ line: SourceLine) {
    isAfterBlank = true
    switch current?.kind {
    case .definition, .citation, .body(.code): append(line.start..<line.next, endingAt: nil)
    default: flush()
    }
  }

  /// Reads a line that goes on with what the lines before it began; false where it does not.
  private mutating func readContinuation(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    switch current?.kind {
    case .definition, .citation:
      let belongs =
        isAfterBlank
        ? indent.columns >= dialect.definitionIndent
        : !startsBlock(indent.content, line.end) || indent.columns >= dialect.definitionIndent
      guard belongs else {
        flush()
        return false
      }
      isAfterBlank = false
      // A quotation in a note is a part of its text; the signs are not.
      var inner = SourceLine(start: indent.content, end: line.end, next: line.next)
      _ = stripQuotes(&inner)
      append(inner.start..<line.next, endingAt: line.end)
      return true
    case .body(.code):
      guard indent.columns >= itemIndent + 4 else {
        flush()
        return false
      }
      append(line.start..<line.next, endingAt: line.end)
      isAfterBlank = false
      return true
    default:
      if isAfterBlank, indent.columns < itemIndent { itemIndent = 0 }
      return false
    }
  }

  // MARK: Lines that begin something

  private mutating func readStructure(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    let start = indent.content
    if current == nil, dialect == .markdown, indent.columns >= itemIndent + 4 {
      open(.body(.code), line.start)
      append(line.start..<line.next, endingAt: line.end)
      return true
    }
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "["): return readDefinition(line, start)
    case UInt8(ascii: "#"): return readHeading(line, start)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return openFence(line, start)
    case UInt8(ascii: "<"): return dialect == .markdown && readComment(line, start)
    case UInt8(ascii: ":"): return readDivision(line, start)
    case UInt8(ascii: "{"): return dialect == .djot && readAttributes(line, start)
    case UInt8(ascii: "="), UInt8(ascii: "-"):
      if readUnderline(line, start, byte) { return true }
    default: break
    }
    return readRule(line, start) || readItem(line, indent)
  }

  private mutating func readDefinition(_ line: SourceLine, _ start: Int) -> Bool {
    guard let close = bytes.firstByte(UInt8(ascii: "]"), from: start + 1, to: line.end),
      close + 1 < line.end, bytes[close + 1] == UInt8(ascii: ":"), close > start + 1
    else { return false }
    let content = bytes.skippingSpace(from: close + 2, to: line.end)
    let sigil = bytes[start + 1]
    let label = bytes[start + 2..<max(close, start + 2)].string
    if sigil == UInt8(ascii: "^") || sigil == UInt8(ascii: "#") && dialect == .markdown {
      guard !label.isEmpty else { return false }
      flush()
      itemIndent = 0
      open(sigil == UInt8(ascii: "^") ? .definition(label: label) : .citation(label: label), start)
      append(content..<line.next, endingAt: line.end)
      return true
    }
    guard current == nil, content < line.end else { return false }
    var end = content
    while end < line.end, !bytes[end].isASCIISpace { end += 1 }
    var target = bytes[content..<end]
    if target.first == UInt8(ascii: "<"), target.last == UInt8(ascii: ">") {
      target = target.dropFirst().dropLast()
    }
    // A definition has an address, maybe a title in quotes, and nothing else.
    let title = bytes.skippingSpace(from: end, to: line.end)
    guard title == line.end || [0x22, 0x27, 0x28].contains(bytes[title]) else { return false }
    let key = MarkupLabel.normalised(bytes[start + 1..<close])
    if links[key] == nil { links[key] = target.string }
    return true
  }

  private mutating func readHeading(_ line: SourceLine, _ start: Int) -> Bool {
    let end = bytes.runEnd(of: UInt8(ascii: "#"), from: start, to: line.end)
    guard end - start <= 6, end == line.end || bytes[end].isASCIISpace else { return false }
    flush()
    itemIndent = 0
    var last = line.end
    while last > end, bytes[last - 1].isASCIISpace { last -= 1 }
    var hashes = last
    while hashes > end, bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if dialect == .markdown, hashes < last, bytes[hashes - 1].isASCIISpace { last = hashes }
    if last > end, bytes[last - 1] == UInt8(ascii: "}"),
      let brace = bytes[end..<last].lastIndex(of: UInt8(ascii: "{")), bytes[brace - 1].isASCIISpace
    {
      last = brace
    }
    open(.body(.heading(level: end - start)), start)
    append(end..<last, endingAt: line.end)
    flush()
    return true
  }

  private mutating func openFence(_ line: SourceLine, _ start: Int) -> Bool {
    let byte = bytes[start]
    let end = bytes.runEnd(of: byte, from: start, to: line.end)
    guard end - start >= 3,
      byte == UInt8(ascii: "~") || bytes.firstByte(byte, from: end, to: line.end) == nil
    else { return false }
    flush()
    open(.body(.code), start)
    fence = (byte, end - start, start)
    return true
  }

  private mutating func readComment(_ line: SourceLine, _ start: Int) -> Bool {
    guard bytes.has("<!--", at: start), !lacksCommentEnd else { return false }
    guard let end = bytes.firstOffset(of: Array("-->".utf8), from: start + 4) else {
      lacksCommentEnd = true
      unclosed.append(("comment", "-->", SourceRange(start, start + 4)))
      return false
    }
    if end + 3 < line.end, !bytes.isBlank(end + 3..<line.end) {
      // The comment is a part of a line of text.
      return false
    }
    flush()
    commentEnd = end + 3
    if end + 3 <= line.end { commentEnd = nil }
    return true
  }

  private mutating func readDivision(_ line: SourceLine, _ start: Int) -> Bool {
    guard bytes.runEnd(of: UInt8(ascii: ":"), from: start, to: line.end) - start >= 3 else {
      return false
    }
    flush()
    return true
  }

  private mutating func readAttributes(_ line: SourceLine, _ start: Int) -> Bool {
    guard current == nil else { return false }
    var end = line.end
    while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
    guard bytes[end - 1] == UInt8(ascii: "}"), end - start >= 2,
      bytes.firstByte(UInt8(ascii: "}"), from: start, to: line.end) == end - 1,
      [0x2E, 0x23, 0x25].contains(bytes[start + 1]) || bytes[start..<end].contains(0x3D)
    else { return false }
    return true
  }

  private mutating func readUnderline(_ line: SourceLine, _ start: Int, _ byte: UInt8) -> Bool {
    let end = bytes.runEnd(of: byte, from: start, to: line.end)
    guard dialect == .markdown, case .body(.paragraph) = current?.kind, !isAfterBlank,
      bytes.isBlank(end..<line.end)
    else { return false }
    current?.kind = .body(.heading(level: byte == UInt8(ascii: "=") ? 1 : 2))
    flush()
    return true
  }

  private mutating func readRule(_ line: SourceLine, _ start: Int) -> Bool {
    let byte = bytes[start]
    guard byte == 0x2A || byte == 0x2D || byte == 0x5F else { return false }
    var count = 0
    for index in start..<line.end {
      if bytes[index] == byte {
        count += 1
      } else if !bytes[index].isASCIISpace {
        return false
      }
    }
    guard count >= 3 else { return false }
    flush()
    itemIndent = 0
    return true
  }

  private mutating func readItem(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    guard let item = itemMarker(indent.content, line.end) else { return false }
    if let current {
      // A number other than 1 at the beginning of a line of a paragraph is a number of the sentence.
      guard case .body(.listItem) = current.kind else {
        if let number = item.number, number != 1 { return false }
        flush()
        return openItem(item, line, indent)
      }
    }
    flush()
    return openItem(item, line, indent)
  }

  private mutating func openItem(
    _ item: (number: Int?, end: Int), _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    let content = bytes.skippingSpace(from: item.end, to: line.end, lines: false)
    open(.body(.listItem), indent.content)
    current?.number = item.number
    itemIndent = indent.columns + min(content - indent.content, item.end - indent.content + 4)
    append(content..<line.next, endingAt: line.end)
    return true
  }

  /// The number and the end of a list marker at `start`, or nil.
  private func itemMarker(_ start: Int, _ end: Int) -> (number: Int?, end: Int)? {
    var index = start
    var number: Int?
    if [0x2D, 0x2A, 0x2B].contains(bytes[start]) {
      index += 1
    } else {
      while index < end, bytes[index].isASCIIDigit { index += 1 }
      guard index > start, index - start <= 9, index < end,
        bytes[index] == 0x2E || bytes[index] == 0x29
      else { return nil }
      number = Int(bytes[start..<index].string)
      index += 1
    }
    guard index < end, bytes[index].isASCIISpace else { return nil }
    return (number, index)
  }

  /// Whether a line begins a block that can end a paragraph without a blank line.
  private func startsBlock(_ start: Int, _ end: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "#"):
      let last = bytes.runEnd(of: UInt8(ascii: "#"), from: start, to: end)
      return last < end && last - start <= 6 && bytes[last] == 0x20
    case UInt8(ascii: "["):
      guard start + 1 < end, bytes[start + 1] == 0x5E || bytes[start + 1] == 0x23,
        let close = bytes.firstByte(UInt8(ascii: "]"), from: start, to: end)
      else { return false }
      return close + 1 < end && bytes[close + 1] == UInt8(ascii: ":")
    case UInt8(ascii: "`"): return bytes.has("```", at: start)
    case UInt8(ascii: ":"): return bytes.has(":::", at: start)
    default: return false
    }
  }

  // MARK: Building blocks

  private func stripQuotesEnd(_ line: SourceLine) -> Int? {
    let indent = bytes.indent(of: line)
    guard indent.columns <= 3, indent.content < line.end,
      bytes[indent.content] == UInt8(ascii: ">")
    else { return nil }
    let next = indent.content + 1
    return next < line.end && bytes[next] == 0x20 ? next + 1 : next
  }

  /// Takes the quotation signs off the beginning of a line and returns how many there were.
  private func stripQuotes(_ line: inout SourceLine, atMost limit: Int = 100) -> Int {
    var depth = 0
    while depth < limit, let end = stripQuotesEnd(line) {
      line.start = end
      depth += 1
    }
    return depth
  }

  private mutating func addText(_ line: SourceLine, _ content: Int) {
    if current == nil {
      let isItem = itemIndent > 0 && isAfterBlank
      open(.body(quoteDepth > 0 ? .quote : .paragraph), content)
      current?.continuesItem = isItem
    }
    isAfterBlank = false
    append(content..<line.next, endingAt: line.end)
  }

  private mutating func open(_ kind: RawBlock.Kind, _ start: Int) {
    current = RawBlock(kind, range: start..<start)
    isAfterBlank = false
  }

  private mutating func append(_ range: Range<Int>, endingAt end: Int?) {
    current?.append(bytes[range], endingAt: end)
  }

  private mutating func flush() {
    if let current { blocks.append(current) }
    current = nil
  }
}
