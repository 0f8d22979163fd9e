/// Reads a Markdown or Djot document: blocks first, then the notes that they define, then what stands in the lines.
struct MarkdownReader {
  private let source: SourceFile
  private let dialect: MarkdownDialect
  private var assembly: DocumentAssembly
  private var context: MarkdownInline.Context
  private var blocks: [RawBlock]

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
    context.readsSuperscripts = list != nil
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

  // MARK: Notes as a list under a heading

  /// A heading like "Notes" and the items after it.
  private struct NoteList {
    /// Indices of the heading and the items.
    var section: Range<Int>
    /// The number that each item is shown with, and its blocks.
    var items: [(number: Int, blocks: Range<Int>)]
  }

  /// The list of notes at the end of a document whose markers are `<sup>1</sup>`; nil where there is none.
  private func listedNotes() -> NoteList? {
    let hasMarkers = blocks.contains { block in
      var from = 0
      while let place = block.raw.utf8.firstOffset(of: Array("<sup".utf8), from: from) {
        if MarkdownInline.superscriptNumber(block.raw.utf8, at: place) != nil { return true }
        from = place + 4
      }
      return false
    }
    guard hasMarkers else { return nil }
    let heading = blocks.lastIndex { block in
      guard case .body(let kind) = block.kind else { return false }
      switch kind {
      case .heading: break
      case .paragraph:
        // A bold line stands for a heading.
        guard block.raw.utf8.starts(with: "**"), block.raw.count < 60 else { return false }
      default: return false
      }
      return NoteHeading.matches(block.raw.utf8[...])
    }
    guard let heading else { return nil }
    var list = NoteList(section: heading..<heading + 1, items: [])
    var index = heading + 1
    while index < blocks.count, let written = itemNumber(blocks[index]) {
      var end = index + 1
      while end < blocks.count, blocks[end].continuesItem { end += 1 }
      let number = (list.items.last?.number).map { $0 + 1 } ?? written
      let isList = blocks[index].number != nil
      list.items.append((isList ? number : written, index..<end))
      index = end
    }
    list.section = heading..<index
    return list.items.isEmpty ? nil : list
  }

  /// The number of a list item, or of a paragraph that begins with a raised number.
  private func itemNumber(_ block: RawBlock) -> Int? {
    switch block.kind {
    case .body(.listItem): block.number
    case .body(.paragraph): MarkdownInline.superscriptNumber(block.raw.utf8, at: 0)?.number
    default: nil
    }
  }

  private mutating func readListed(_ list: NoteList) {
    let markers = assembly.document.markers.compactMap { Int($0.label) }
    let numbers = Set(list.items.map(\.number))
    // Where the numbers do not meet but their count does, the order decides: Markdown counts lists anew.
    let byOrder =
      !markers.allSatisfy(numbers.contains) && markers.count == list.items.count
      && Set(markers).count == markers.count
    context.readsSuperscripts = false
    for (place, item) in list.items.enumerated() {
      var raw = SourceText()
      for block in blocks[item.blocks] {
        if !raw.isEmpty { raw.append(CollectionOfOne(0x0A), source: block.range.lowerBound) }
        var text = block.raw
        if block.number == nil, !block.continuesItem,
          let found = MarkdownInline.superscriptNumber(text.utf8, at: 0)
        {
          text = text.slice(found.end..<text.count)
        }
        raw.append(text)
      }
      let key = byOrder && place < markers.count ? "sup\(markers[place])" : "sup\(item.number)"
      let range = SourceRange(
        blocks[item.blocks.lowerBound].range.lowerBound,
        blocks[item.blocks.upperBound - 1].range.upperBound)
      let note = assembly.addNote(
        Note(label: String(item.number), text: SourceText(), range: range), key: key)
      let canvas = MarkdownInline.read(raw, context, into: &assembly)
      assembly.setContent(canvas.render(0..<canvas.raw.count), ofNote: note)
    }
    assembly.setPairing(byOrder ? .order : .number, ofKeys: "sup")
  }
}
