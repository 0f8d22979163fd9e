/// Cuts an AsciiDoc document into blocks, line by line.
///
/// Source: AsciiDoc Language Documentation, "Document Header", "Blocks", "Lists", "Comments".
struct AsciiDocBlocks {
  private(set) var blocks: [RawBlock] = []
  private(set) var title: SourceText?
  private(set) var attributes: [String: [UInt8]] = [
    "nbsp": [0xC2, 0xA0], "amp": Array("&".utf8), "lt": Array("<".utf8), "gt": Array(">".utf8),
    "lsquo": Array("‘".utf8), "rsquo": Array("’".utf8), "ldquo": Array("“".utf8),
    "rdquo": Array("”".utf8), "apos": Array("'".utf8), "quot": Array("\"".utf8),
    "startsb": Array("[".utf8), "endsb": Array("]".utf8), "sp": [0x20], "empty": [],
    "asterisk": Array("*".utf8), "plus": Array("+".utf8), "backtick": Array("`".utf8),
    "caret": Array("^".utf8), "tilde": Array("~".utf8), "backslash": Array("\\".utf8),
  ]
  /// Ranges of constructs without an end.
  private(set) var unclosed: [UnclosedMarkup] = []

  private let bytes: [UInt8]
  private var current: RawBlock?
  /// The line that opened a verbatim block or a comment, which one like it closes.
  private var fence: SourceLine?
  private var isComment = false
  /// Lines that opened quotations, which ones like them close.
  private var quotes: [ArraySlice<UInt8>] = []
  private var nextIsQuote = false
  private var isAfterBlank = true
  /// Whether no blank line stood since the title: authors and attributes follow it directly.
  private var isHeader = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines = SourceLines(bytes)
    while let line = lines.next() { read(line) }
    if let fence {
      let sign = bytes[fence.range].trimmedASCIISpace.string
      unclosed.append(("block", sign, SourceRange(fence.start, fence.end)))
    }
    flush()
  }

  private mutating func read(_ line: SourceLine) {
    var end = line.end
    while end > line.start, bytes[end - 1].isASCIISpace { end -= 1 }
    let text = bytes[line.start..<end]
    if let open = fence {
      if text.elementsEqual(bytes[open.range].trimmedASCIISpace) {
        fence = nil
        isComment = false
        flush()
      } else if !isComment {
        append(line.start..<line.next, endingAt: line.end)
      }
      return
    }
    guard !text.isEmpty else {
      isAfterBlank = true
      isHeader = false
      nextIsQuote = nextIsQuote && current == nil
      flush()
      return
    }
    defer { isAfterBlank = false }
    if text.starts(with: "//") {
      readComment(line, text)
    } else if let sign = delimiter(text) {
      readDelimiter(line, text, sign)
    } else if !readAttribute(text) && !readHeading(line, text) && !readBlockLine(line, text) {
      readText(line)
    }
  }

  private mutating func readComment(_ line: SourceLine, _ text: ArraySlice<UInt8>) {
    if text.count >= 4, text.allSatisfy({ $0 == 0x2F }) {
      flush()
      fence = line
      isComment = true
    } else if text.count > 2, text[text.startIndex + 2] == 0x2F {
      // Three slashes are no comment.
      readText(line)
    }
  }

  private static let fenceSigns = Set("-.=*_+".utf8)

  /// The sign of a line that opens or closes a delimited block.
  private func delimiter(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard let first = text.first else { return nil }
    if text.starts(with: "|===") || text.elementsEqual("--".utf8) { return first }
    if text.starts(with: "```") { return first }
    return text.count >= 4 && Self.fenceSigns.contains(first) && text.allSatisfy { $0 == first }
      ? first : nil
  }

  private mutating func readDelimiter(
    _ line: SourceLine, _ text: ArraySlice<UInt8>, _ sign: UInt8
  ) {
    flush()
    switch sign {
    case UInt8(ascii: "-") where text.count >= 4, UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "`"):
      open(.code, line.start)
      fence =
        text.starts(with: "```")
        ? SourceLine(start: line.start, end: line.start + 3, next: line.next) : line
    case UInt8(ascii: "_"):
      if let last = quotes.last, last.elementsEqual(text) {
        quotes.removeLast()
      } else {
        quotes.append(text)
      }
      nextIsQuote = false
    default: break
    }
  }

  /// Reads `:name: value`.
  private mutating func readAttribute(_ text: ArraySlice<UInt8>) -> Bool {
    guard current == nil || isHeader, text.first == UInt8(ascii: ":"),
      let colon = text.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      colon + 1 == text.endIndex || text[colon + 1] == 0x20
    else { return false }
    let name = text[text.startIndex + 1..<colon]
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F || $0 == 0x21 })
    else { return false }
    flush()
    let value = text[(colon + 1)...].trimmedASCIISpace
    let key = name.string.lowercased()
    attributes[key] = Array(value)
    if key == "doctitle" { setTitle(value) }
    return true
  }

  private mutating func setTitle(_ text: ArraySlice<UInt8>) {
    var result = SourceText()
    result.append(text, source: text.startIndex)
    title = result
  }

  private mutating func readHeading(_ line: SourceLine, _ text: ArraySlice<UInt8>) -> Bool {
    let end = bytes.runEnd(of: UInt8(ascii: "="), from: line.start, to: line.end)
    guard current == nil || isAfterBlank, end > line.start, end - line.start <= 6, end < line.end,
      bytes[end] == 0x20
    else { return false }
    flush()
    if end == line.start + 1, title == nil, blocks.isEmpty {
      setTitle(bytes[end..<line.end].trimmedASCIISpace)
      isHeader = true
      return true
    }
    open(.heading(level: max(end - line.start - 1, 1)), line.start)
    append(end..<line.end, endingAt: line.end)
    flush()
    return true
  }

  /// Reads lines that say something about the next block, list markers and other signs at the beginning of a line.
  private mutating func readBlockLine(_ line: SourceLine, _ text: ArraySlice<UInt8>) -> Bool {
    let first = bytes[line.start]
    if text.elementsEqual("+".utf8) {
      flush()
      return true
    }
    if text.elementsEqual("'''".utf8) || text.elementsEqual("<<<".utf8) {
      flush()
      return true
    }
    if current == nil, first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"),
      text.dropFirst().first.map({
        $0.isASCIILetter || [0x5B, 0x2E, 0x23, 0x25, 0x5D].contains($0)
      })
        == true, !bytes.has("[^", at: line.start)
    {
      nextIsQuote = text.starts(with: "[quote") || text.starts(with: "[verse")
      return true
    }
    if current == nil, first == UInt8(ascii: "."), text.count > 1,
      !text[text.startIndex + 1].isASCIISpace, text[text.startIndex + 1] != 0x2E
    {
      // The title of the block that follows.
      open(.paragraph, line.start)
      append(line.start + 1..<line.end, endingAt: line.end)
      flush()
      return true
    }
    guard let content = itemContent(line) else { return false }
    flush()
    open(.listItem, line.start)
    append(content..<line.next, endingAt: line.end)
    return true
  }

  private func itemContent(_ line: SourceLine) -> Int? {
    let start = bytes.indent(of: line).content
    guard current == nil || current?.kind == .body(.listItem) else { return nil }
    var end = start
    switch bytes[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "."):
      end = bytes.runEnd(of: bytes[start], from: start, to: min(line.end, start + 6))
    case UInt8(ascii: "-"): end += 1
    default:
      while end < line.end, end - start < 3, bytes[end].isASCIIDigit { end += 1 }
      guard end > start, end < line.end, bytes[end] == 0x2E else { return nil }
      end += 1
    }
    return end < line.end && bytes[end] == 0x20 ? end : nil
  }

  private mutating func readText(_ line: SourceLine) {
    if current == nil {
      let indent = bytes.indent(of: line)
      // A line that begins with a space is verbatim.
      let isVerbatim = indent.columns > 0 && isAfterBlank
      open(
        isVerbatim ? .code : !quotes.isEmpty || nextIsQuote ? .quote : .paragraph, line.start)
      nextIsQuote = false
    }
    var start = line.start
    if bytes[start] == UInt8(ascii: "|"), start + 1 < line.end { start += 1 }
    append(start..<line.next, endingAt: line.end)
  }

  private mutating func open(_ kind: Block.Kind, _ start: Int) {
    current = RawBlock(.body(kind), range: start..<start)
  }

  private mutating func append(_ range: Range<Int>, endingAt end: Int) {
    current?.append(bytes[range], endingAt: end)
  }

  private mutating func flush() {
    if let current { blocks.append(current) }
    current = nil
  }
}
