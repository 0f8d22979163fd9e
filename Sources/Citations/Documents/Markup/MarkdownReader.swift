/// Reads a Markdown or Djot document: blocks first, then the notes that they define, then what stands in the lines.
struct MarkdownReader {
  private let source: SourceFile
  private let dialect: MarkdownDialect
  var assembly: DocumentAssembly
  var context: MarkdownInline.Context
  private(set) var blocks: [RawBlock]

  /// Reads `source` from `start` on, which is after any front matter.
  init(_ assembly: DocumentAssembly, from start: Int, dialect: MarkdownDialect) {
    source = assembly.document.source
    self.dialect = dialect
    self.assembly = assembly
    let parsed = MarkdownBlocks(source.bytes, from: start, dialect: dialect)
    blocks = parsed.blocks.withoutNoteHeadings
    context = MarkdownInline.Context(dialect: dialect, links: parsed.links)
    self.assembly.reportUnclosed(parsed.unclosed)
  }

  /// Reads the lines and returns the finished document.
  mutating func read() -> Document {
    for block in blocks {
      switch block.kind {
      case .definition(let label): context.notes.insert(MarkupLabel.normalised(label.utf8))
      case .citation(let label): context.citations.insert(MarkupLabel.normalised(label.utf8))
      case .body: break
      }
    }
    takeTitle()
    let list = dialect == .markdown ? listedNotes() : nil
    context.listedMarkers = list?.form
    for (index, block) in blocks.enumerated() {
      if let list, list.section.contains(index) { continue }
      readBlock(block)
    }
    if let list { readListed(list) }
    return assembly.finish()
  }

  /// Makes a heading of the first level that begins the text and is the only one the title.
  private mutating func takeTitle() {
    func isTop(_ block: RawBlock) -> Bool { block.kind == .body(.heading(level: 1)) }
    guard assembly.document.title == nil, let first = blocks.first, isTop(first),
      !blocks.dropFirst().contains(where: isTop)
    else { return }
    let canvas = MarkdownInline.read(first.raw, context, into: &assembly)
    let rendered = canvas.render(0..<canvas.raw.count)
    guard rendered.markers.isEmpty else {
      assembly.addBlock(.heading(level: 1), canvas)
      blocks.removeFirst()
      return
    }
    assembly.setTitle(rendered.text)
    blocks.removeFirst()
  }

  private mutating func readBlock(_ block: RawBlock) {
    switch block.kind {
    case .body(.code): assembly.addBlock(Block(.code, block.raw.trimmed))
    case .body(let kind):
      assembly.addBlock(kind, MarkdownInline.read(block.raw, context, into: &assembly))
    case .definition(let label):
      addNote(label, key: "^" + MarkupLabel.normalised(label.utf8), block)
    case .citation(let label):
      addNote(label, key: "#" + MarkupLabel.normalised(label.utf8), block)
    }
  }

  private mutating func addNote(_ label: String, key: String, _ block: RawBlock) {
    let note = assembly.addNote(
      Note(label: label, text: SourceText(), range: block.sourceRange), key: key)
    let canvas = MarkdownInline.read(block.raw, context, into: &assembly)
    assembly.setContent(canvas.render(0..<canvas.raw.count), ofNote: note)
  }
}
