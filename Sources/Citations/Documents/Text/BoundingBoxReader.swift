/// Reads what `pdftotext -bbox-layout` writes: the words of a PDF with their boxes.
///
/// The boxes tell what the bare text does not: a marker is a small raised word, a note is set in small type. The words
/// are laid out as a text of lines, which is then read as plain text is, with that evidence.
/// Source: poppler, pdftotext(1), `-bbox-layout`.
struct BoundingBoxReader {
  private let source: SourceFile
  private let tree: MarkupTree
  private var text = SourceText()
  private var lines: [TextLine] = []
  private var raised = Set<Int>()

  init(_ source: SourceFile) {
    self.source = source
    tree = MarkupParser.parseXML(source.bytes)
  }

  /// The document.
  consuming func read() -> Document {
    let blocks = boxes()
    let bodyHeight = Self.bodyHeight(of: blocks)
    for block in blocks { lay(block, bodyHeight) }
    var document = TextReader(
      source, format: "pdf-bbox", text: text.utf8, origin: text, lines: lines, raised: raised
    ).read()
    if let title = title(), !title.isEmpty { document.title = title }
    if let problem = tree.problems.first {
      document.diagnostics.append(
        Diagnostic(
          .brokenLayout, "the page layout is not well-formed: \(problem.message)",
          at: SourceRange(problem.source, problem.source)))
    }
    return document
  }

  private struct Word {
    var node: Int
    var xMin: Double
    var xMax: Double
    var yMax: Double
    var height: Double
    var count: Int
  }

  private struct Block {
    var page: Int
    var xMin: Double
    var lines: [[Word]]
  }

  private func boxes() -> [Block] {
    var result: [Block] = []
    var page = -1
    for node in tree.nodes.indices where tree.nodes[node].kind == .element {
      switch tree.nodes[node].name {
      case "page": page += 1
      case "block":
        result.append(Block(page: max(page, 0), xMin: number("xMin", node), lines: []))
      case "line":
        if result.isEmpty { result.append(Block(page: max(page, 0), xMin: 0, lines: [])) }
        result[result.count - 1].lines.append([])
      case "word":
        if result.isEmpty { result.append(Block(page: max(page, 0), xMin: 0, lines: [])) }
        if result[result.count - 1].lines.isEmpty { result[result.count - 1].lines.append([]) }
        let last = result[result.count - 1].lines.count - 1
        result[result.count - 1].lines[last].append(word(node))
      default: break
      }
    }
    return result
  }

  private func word(_ node: Int) -> Word {
    let yMax = number("yMax", node)
    return Word(
      node: node, xMin: number("xMin", node), xMax: number("xMax", node), yMax: yMax,
      height: yMax - number("yMin", node),
      count: (node..<tree.nodes[node].end).reduce(0) { $0 + tree.nodes[$1].text.count })
  }

  private func number(_ name: String, _ node: Int) -> Double {
    let value = tree.attribute(name, of: node).flatMap(Double.init) ?? 0
    return value.isFinite ? min(max(value, -1e6), 1e6) : 0
  }

  /// The height of the words that most of the text is set in.
  private static func bodyHeight(of blocks: [Block]) -> Double {
    var counts: [Int: Int] = [:]
    for block in blocks {
      for word in block.lines.joined() { counts[Int(word.height * 10), default: 0] += word.count }
    }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return Double(most?.key ?? 0) / 10
  }

  private mutating func lay(_ block: Block, _ bodyHeight: Double) {
    var isFirst = true
    for words in block.lines {
      let start = text.count
      let height = words.map(\.height).max() ?? 0
      let base = words.filter { $0.height > height * 0.9 }.map(\.yMax).max() ?? 0
      var before: Word?
      for word in words {
        let isRaised = word.height < height * 0.88 && word.yMax < base - height * 0.1
        if let before {
          let isGlued = isRaised && text.count > start && word.xMin - before.xMax < height * 0.2
          if !isGlued { addByte(0x20, at: tree.nodes[word.node].source) }
        }
        if isRaised { raised.insert(text.count) }
        addText(of: word.node)
        before = word
      }
      guard text.count > start else { continue }
      lines.append(
        TextLine(
          start: start, end: text.count,
          indent: max(0, Int(((words.first?.xMin ?? 0) - block.xMin) / 4)), page: block.page,
          hasBlankBefore: isFirst, isSmall: height < bodyHeight * 0.93))
      isFirst = false
      addByte(0x0A, at: words.last.map { tree.nodes[$0.node].sourceEnd } ?? 0)
    }
  }

  private mutating func addByte(_ byte: UInt8, at place: Int) {
    text.append(CollectionOfOne(byte), source: place)
  }

  private mutating func addText(of node: Int) {
    for index in node..<tree.nodes[node].end where tree.nodes[index].kind == .text {
      text.append(tree.text[tree.nodes[index].text], source: tree.nodes[index].source)
    }
  }

  private func title() -> SourceText? {
    guard let node = tree.first("title") else { return nil }
    var result = SourceText()
    for index in node..<tree.nodes[node].end where tree.nodes[index].kind == .text {
      result.appendCollapsed(tree.text[tree.nodes[index].text], source: tree.nodes[index].source)
    }
    return result.trimmed
  }
}

extension Rule {
  /// A page layout that the XML parser complains about.
  static let brokenLayout = Rule(
    "F008", "broken-layout", .warning, "a page layout is not well-formed XML")
}
