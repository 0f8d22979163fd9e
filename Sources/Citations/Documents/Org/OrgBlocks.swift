/// Cuts an Org document into blocks, line by line.
///
/// Source: Org Syntax, "Elements"; Org Mode Manual, "Creating Footnotes".
struct OrgBlocks {
  private(set) var blocks: [RawBlock] = []
  private(set) var title: SourceText?
  private(set) var language: String?
  /// Ranges of constructs without an end.
  private(set) var unclosed: [UnclosedMarkup] = []

  private let bytes: [UInt8]
  private var current: RawBlock?
  private var blankLines = 0
  private var isQuote = false
  /// Offset of the line that opened a verbatim block, and the name that ends it.
  private var verbatim: (name: [UInt8], line: SourceLine)?
  private var isDrawer = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines = SourceLines(bytes)
    while let line = lines.next() { read(line) }
    if let verbatim {
      unclosed.append(
        (
          "block \"\(bytes[verbatim.line.range].string)\"", "#+end_\(verbatim.name.string)",
          SourceRange(verbatim.line.start, verbatim.line.end)
        ))
    }
    flush()
  }

  private mutating func read(_ line: SourceLine) {
    let indent = bytes.indent(of: line)
    let lowered = bytes[indent.content..<min(line.end, indent.content + 40)].map(\.asciiLowercased)
    if let open = verbatim {
      if lowered.starts(with: "#+end_"), lowered.dropFirst(6).starts(with: open.name) {
        verbatim = nil
        flush()
      } else {
        append(line.start..<line.next, endingAt: line.end)
      }
      return
    }
    if isDrawer {
      isDrawer = !lowered.starts(with: ":end:")
      return
    }
    if bytes.isBlank(line.range) {
      blankLines += 1
      // Two blank lines end a definition.
      if let current, current.isDefinition, blankLines < 2 {
        append(line.start..<line.next, endingAt: nil)
      } else {
        flush()
      }
      return
    }
    defer { blankLines = 0 }
    if readHeading(line) || readKeyword(line, indent.content, lowered)
      || readDefinition(line) || readDrawer(line, indent.content)
    {
      return
    }
    readText(line, indent.content)
  }

  private mutating func readHeading(_ line: SourceLine) -> Bool {
    let end = bytes.runEnd(of: UInt8(ascii: "*"), from: line.start, to: line.end)
    guard end > line.start, end < line.end, bytes[end] == 0x20 else { return false }
    flush()
    open(.body(.heading(level: end - line.start)), line.start)
    append(end..<line.end, endingAt: line.end)
    flush()
    return true
  }

  private mutating func readKeyword(_ line: SourceLine, _ start: Int, _ lowered: [UInt8]) -> Bool {
    guard bytes[start] == UInt8(ascii: "#") else { return false }
    if start + 1 == line.end || bytes[start + 1].isASCIISpace {
      flush()
      return true
    }
    guard bytes[start + 1] == UInt8(ascii: "+") else { return false }
    flush()
    if lowered.starts(with: "#+begin_") {
      let name = Array(lowered.dropFirst(8).prefix { !$0.isASCIISpace })
      switch name.string {
      case "quote", "verse", "center": isQuote = true
      case "src", "example", "export", "comment":
        verbatim = (name, line)
        if name != Array("comment".utf8) { open(.body(.code), start) }
      default: break
      }
    } else if lowered.starts(with: "#+end_") {
      isQuote = false
    } else if let colon = bytes.firstByte(UInt8(ascii: ":"), from: start, to: line.end) {
      let value = bytes[colon + 1..<line.end].trimmedASCIISpace
      switch lowered.prefix(colon - start).string {
      case "#+title":
        var text = title ?? SourceText()
        if !text.isEmpty { text.append(CollectionOfOne(0x20), source: value.startIndex) }
        text.append(value, source: value.startIndex)
        title = text
      case "#+language": language = value.string
      default: break
      }
    }
    return true
  }

  private mutating func readDefinition(_ line: SourceLine) -> Bool {
    guard bytes.has("[fn:", at: line.start) else { return false }
    var end = line.start + 4
    while end < line.end, bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x5F
    {
      end += 1
    }
    guard end > line.start + 4, end < line.end, bytes[end] == UInt8(ascii: "]") else {
      return false
    }
    flush()
    open(.definition(label: bytes[line.start + 4..<end].string), line.start)
    append(end + 1..<line.next, endingAt: line.end)
    return true
  }

  private mutating func readDrawer(_ line: SourceLine, _ start: Int) -> Bool {
    let name = bytes[start..<line.end].trimmedASCIISpace
    guard name.count > 2, name.first == 0x3A, name.last == 0x3A,
      name.dropFirst().dropLast().allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x5F || $0 == 0x2D })
    else { return false }
    flush()
    isDrawer = true
    return true
  }

  private mutating func readText(_ line: SourceLine, _ start: Int) {
    if current?.isDefinition != true {
      if bytes.has("-----", at: start),
        bytes.runEnd(of: 0x2D, from: start, to: line.end) == line.end
      {
        flush()
        return
      }
      if bytes[start] == UInt8(ascii: ":"), start + 1 == line.end || bytes[start + 1] == 0x20 {
        if current?.kind != .body(.code) {
          flush()
          open(.body(.code), start)
        }
        append(min(start + 2, line.end)..<line.next, endingAt: line.end)
        return
      }
      if let content = itemContent(start, line.end) {
        flush()
        open(.body(.listItem), start)
        append(content..<line.next, endingAt: line.end)
        return
      }
    }
    if current == nil || current?.kind == .body(.code) {
      flush()
      open(.body(isQuote ? .quote : .paragraph), start)
    }
    append(start..<line.next, endingAt: line.end)
  }

  private func itemContent(_ start: Int, _ end: Int) -> Int? {
    var index = start
    if bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") {
      index += 1
    } else {
      while index < end, bytes[index].isASCIIDigit { index += 1 }
      // A number of four digits at the beginning of a line is a year of the sentence.
      guard index > start, index - start < 4, index < end,
        bytes[index] == 0x2E || bytes[index] == 0x29, current?.kind != .body(.paragraph)
      else { return nil }
      index += 1
    }
    return index < end && bytes[index].isASCIISpace ? index : nil
  }

  private mutating func open(_ kind: RawBlock.Kind, _ start: Int) {
    current = RawBlock(kind, range: start..<start)
  }

  private mutating func append(_ range: Range<Int>, endingAt end: Int?) {
    current?.append(bytes[range], endingAt: end)
  }

  private mutating func flush() {
    if let current { blocks.append(current) }
    current = nil
  }
}
