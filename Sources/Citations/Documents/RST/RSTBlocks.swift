/// Cuts a reStructuredText document into blocks.
///
/// Source: reStructuredText Markup Specification, "Document Structure", "Body Elements", "Explicit Markup Blocks".
struct RSTBlocks {
  private(set) var blocks: [RawBlock] = []
  private(set) var links: LinkDefinitions = [:]
  private(set) var substitutions: [String: [UInt8]] = [:]
  private(set) var language: String?

  private let bytes: [UInt8]
  private let lines: [SourceLine]
  private var index = 0
  private var current: RawBlock?
  /// Signs of section titles in the order in which they were met; those with a line above have 256 added.
  private var adornments: [Int] = []
  private var itemIndent = 0
  /// Whether the last paragraph ended in `::`.
  private var expectsLiteral = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Array(SourceLines(bytes))
    while index < lines.count { readBlock() }
    flush()
  }

  static func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80
      || [0x23, 0x2A, 0x2D, 0x5F, 0x2E, 0x3A, 0x2B].contains(byte)
  }

  private mutating func readBlock() {
    let line = lines[index]
    if bytes.isBlank(line.range) {
      flush()
      index += 1
      return
    }
    let indent = bytes.indent(of: line)
    if expectsLiteral, current == nil {
      expectsLiteral = false
      if indent.columns > itemIndent {
        readIndented(.body(.code), deeperThan: itemIndent, from: line.start)
        return
      }
    }
    if current == nil {
      if readTitle(indent) || readExplicit(line, indent) || readField(line, indent)
        || readItem(line, indent)
      {
        return
      }
    } else if current?.kind == .body(.listItem), indent.columns < itemIndent {
      if readItem(line, indent) { return }
    }
    readText(line, indent)
    index += 1
  }

  // MARK: Titles

  private func adornment(_ place: Int) -> UInt8? {
    guard place < lines.count else { return nil }
    let line = lines[place]
    guard line.end > line.start else { return nil }
    let byte = bytes[line.start]
    guard byte > 0x20, byte < 0x7F, !byte.isASCIIAlphanumeric else { return nil }
    let end = bytes.runEnd(of: byte, from: line.start, to: line.end)
    return end - line.start >= 2 && bytes.isBlank(end..<line.end) ? byte : nil
  }

  private mutating func readTitle(_ indent: (columns: Int, content: Int)) -> Bool {
    let line = lines[index]
    if let over = adornment(index) {
      if adornment(index + 2) == over, !bytes.isBlank(lines[index + 1].range) {
        addTitle(lines[index + 1], Int(over) + 256, from: line.start, to: lines[index + 2].end)
        index += 3
        return true
      }
      // A line of signs between blank lines is a transition; of a table, a border.
      if line.end - line.start >= 4 {
        index += 1
        return true
      }
      return false
    }
    guard indent.columns == 0, let under = adornment(index + 1) else {
      return readTableBorder(line)
    }
    // A short line of signs is a title's only if it is as long as the title, in characters.
    let width = lines[index + 1].end - lines[index + 1].start
    let characters = bytes[line.range].count { !$0.isUTF8Continuation }
    guard width >= 4 || width >= characters else { return false }
    addTitle(line, Int(under), from: line.start, to: lines[index + 1].end)
    index += 2
    return true
  }

  private mutating func readTableBorder(_ line: SourceLine) -> Bool {
    guard bytes[line.start] == UInt8(ascii: "="),
      bytes[line.range].allSatisfy({ $0 == 0x3D || $0 == 0x20 })
    else { return false }
    index += 1
    return true
  }

  private mutating func addTitle(_ line: SourceLine, _ sign: Int, from start: Int, to end: Int) {
    let level =
      adornments.firstIndex(of: sign)
      ?? {
        adornments.append(sign)
        return adornments.count - 1
      }()
    itemIndent = 0
    current = RawBlock(.body(.heading(level: level + 1)), range: start..<end)
    append(line.range)
    flush()
  }

  // MARK: Explicit markup

  private mutating func readExplicit(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    let start = indent.content
    guard bytes.has("..", at: start), start + 2 == line.end || bytes[start + 2].isASCIISpace else {
      return false
    }
    let content = bytes.skippingSpace(from: start + 2, to: line.end)
    if content < line.end {
      if readDefinition(line, indent, content) || readTarget(line, content)
        || readSubstitution(line, content) || readDirective(line, indent, content)
      {
        return true
      }
    }
    // A comment; an empty one takes nothing with it.
    index += 1
    if content < line.end || index < lines.count && !bytes.isBlank(lines[index].range) {
      skipIndented(deeperThan: indent.columns)
    }
    return true
  }

  private mutating func readDefinition(
    _ line: SourceLine, _ indent: (columns: Int, content: Int), _ content: Int
  ) -> Bool {
    guard bytes[content] == UInt8(ascii: "[") else { return false }
    var close = content + 1
    while close < line.end, Self.isLabelByte(bytes[close]) { close += 1 }
    guard close > content + 1, close < line.end, bytes[close] == UInt8(ascii: "]"),
      close + 1 == line.end || bytes[close + 1].isASCIISpace
    else { return false }
    let label = bytes[content + 1..<close].string
    current = RawBlock(.definition(label: label), range: indent.content..<line.end)
    append(close + 1..<line.next)
    index += 1
    appendIndented(deeperThan: indent.columns)
    flush()
    return true
  }

  private mutating func readTarget(_ line: SourceLine, _ content: Int) -> Bool {
    guard bytes[content] == UInt8(ascii: "_"),
      let colon = bytes.lastColon(in: content..<line.end)
    else { return false }
    let name = bytes[content + 1..<colon].filter { $0 != 0x60 }
    let target = bytes[colon + 1..<line.end].trimmedASCIISpace
    if !target.isEmpty { links[MarkupLabel.normalised(name)] = target.string }
    index += 1
    return true
  }

  private mutating func readSubstitution(_ line: SourceLine, _ content: Int) -> Bool {
    guard bytes[content] == UInt8(ascii: "|"),
      let close = bytes.firstByte(UInt8(ascii: "|"), from: content + 1, to: line.end)
    else { return false }
    let rest = bytes[close + 1..<line.end].trimmedASCIISpace
    if rest.starts(with: "replace::") {
      let value = rest.dropFirst(9).trimmedASCIISpace
      substitutions[bytes[content + 1..<close].string] = Array(value)
    }
    index += 1
    return true
  }

  private static let verbatim: Set<String> = [
    "code", "code-block", "sourcecode", "raw", "math", "literalinclude", "highlight", "image",
    "include", "contents", "toctree", "index", "meta", "default-role", "role", "csv-table",
  ]

  private mutating func readDirective(
    _ line: SourceLine, _ indent: (columns: Int, content: Int), _ content: Int
  ) -> Bool {
    var end = content
    while end < line.end, bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x5F
    {
      end += 1
    }
    guard end > content, bytes.has("::", at: end) else { return false }
    let name = bytes[content..<end].string.lowercased()
    index += 1
    while index < lines.count {
      let option = bytes.indent(of: lines[index])
      guard option.columns > indent.columns, option.content < lines[index].end,
        bytes[option.content] == UInt8(ascii: ":")
      else { break }
      index += 1
    }
    if name == "rubric" {
      // A heading that no table of contents shows.
      flush()
      current = RawBlock(
        .body(.heading(level: adornments.count + 1)), range: indent.content..<line.end)
      append(end + 2..<line.end)
      flush()
    } else if Self.verbatim.contains(name) {
      readIndented(.body(.code), deeperThan: indent.columns, from: line.start)
    } else if !bytes.isBlank(end + 2..<line.end), name != "figure" {
      current = RawBlock(.body(.quote), range: end + 2..<line.end)
      append(end + 2..<line.next)
    }
    return true
  }

  private mutating func readIndented(
    _ kind: RawBlock.Kind, deeperThan columns: Int, from start: Int
  ) {
    current = RawBlock(kind, range: start..<start)
    appendIndented(deeperThan: columns)
    if let current, !current.raw.isEmpty {
      flush()
    } else {
      current = nil
    }
  }

  /// Appends the lines that are blank or indented by more than `columns`; blank ones only between others.
  private mutating func appendIndented(deeperThan columns: Int) {
    while index < lines.count {
      var last = index
      while last < lines.count, bytes.isBlank(lines[last].range) { last += 1 }
      guard last < lines.count, bytes.indent(of: lines[last]).columns > columns else { return }
      while index <= last {
        append(lines[index].start..<lines[index].next)
        index += 1
      }
      if let start = current?.range.lowerBound { current?.range = start..<lines[last].end }
    }
  }

  private mutating func skipIndented(deeperThan columns: Int) {
    while index < lines.count {
      let line = lines[index]
      if !bytes.isBlank(line.range), bytes.indent(of: line).columns <= columns { return }
      index += 1
    }
  }

  // MARK: Text

  private mutating func readField(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    guard blocks.count <= 1, bytes[indent.content] == UInt8(ascii: ":"),
      let close = bytes.firstByte(UInt8(ascii: ":"), from: indent.content + 1, to: line.end)
    else { return false }
    let name = bytes[indent.content + 1..<close].string.lowercased()
    guard name == "lang" || name == "language" else { return false }
    language = bytes[close + 1..<line.end].trimmedASCIISpace.string
    index += 1
    return true
  }

  private mutating func readItem(
    _ line: SourceLine, _ indent: (columns: Int, content: Int)
  ) -> Bool {
    let start = indent.content
    var end = start
    if [0x2D, 0x2A, 0x2B, 0x7C].contains(bytes[start]) {
      end += 1
    } else {
      if bytes[end] == UInt8(ascii: "(") { end += 1 }
      let digits = end
      if bytes[end] == UInt8(ascii: "#") {
        end += 1
      } else {
        while end < line.end, bytes[end].isASCIIDigit { end += 1 }
      }
      guard end > digits, end - digits < 4, end < line.end,
        bytes[end] == 0x2E || bytes[end] == 0x29
      else { return false }
      end += 1
    }
    guard end < line.end, bytes[end] == 0x20 else { return false }
    flush()
    let isLine = bytes[start] == UInt8(ascii: "|")
    let content = bytes.skippingSpace(from: end, to: line.end)
    current = RawBlock(.body(isLine ? .quote : .listItem), range: start..<line.end)
    itemIndent = isLine ? 0 : indent.columns + content - start
    append(content..<line.next)
    index += 1
    return true
  }

  private mutating func readText(_ line: SourceLine, _ indent: (columns: Int, content: Int)) {
    if current == nil {
      if indent.columns < itemIndent { itemIndent = 0 }
      let isQuote = indent.columns > itemIndent
      current = RawBlock(.body(isQuote ? .quote : .paragraph), range: indent.content..<line.end)
      current?.continuesItem = itemIndent > 0
    }
    append(indent.content..<line.next)
    if let start = current?.range.lowerBound { current?.range = start..<line.end }
  }

  private mutating func append(_ range: Range<Int>) {
    current?.raw.append(bytes[range], source: range.lowerBound)
  }

  private mutating func flush() {
    guard var block = current else { return }
    current = nil
    if case .body(let kind) = block.kind, kind == .paragraph || kind == .listItem || kind == .quote
    {
      let text = block.raw.utf8.trimmedASCIISpace
      if text.count >= 2, text.suffix(2).elementsEqual("::".utf8) {
        expectsLiteral = true
        // One colon stays, unless it stands alone.
        let keepsOne = text.count > 2 && !text[text.endIndex - 3].isASCIISpace
        block.raw = block.raw.slice(0..<text.endIndex - (keepsOne ? 1 : 2))
        if block.raw.utf8.trimmedASCIISpace.isEmpty { return }
      }
    }
    blocks.append(block)
  }
}

extension Array where Element == UInt8 {
  /// The first colon in `range` before white space or the end.
  fileprivate func lastColon(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == UInt8(ascii: ":"),
        index + 1 == range.upperBound || self[index + 1].isASCIISpace
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
