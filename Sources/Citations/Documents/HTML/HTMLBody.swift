/// Writes the body of a page as blocks, notes and markers left out, and what follows the notes as trailing text.
struct HTMLBody {
  /// A note in the body.
  struct Gap {
    var nodes: Range<Int>
    /// The marker that stands in its place where it has no sign of its own.
    var marker: Int?
    /// Whether the text before and after it is one sentence.
    var isInline: Bool
  }

  private let page: HTMLPage
  private let notes: [Gap]
  private let lastNote: Int?
  private var writer: HTMLTextWriter
  private var ends: [Int] = []
  private var isComments = false
  private var firstHeading: SourceText?

  init(page: HTMLPage, cuts: HTMLCuts, notes: [Gap], lastNote: Int?) {
    self.page = page
    self.notes = notes
    self.lastNote = lastNote
    writer = HTMLTextWriter(page: page, cuts: cuts)
  }

  /// Adds blocks, trailing text and the title to `document`.
  mutating func fill(_ document: inout Document) {
    var node = 0
    var next = 0
    while node < page.count {
      while let end = ends.last, end <= node {
        flush(at: node, &document)
        ends.removeLast()
      }
      writer.closeElements(before: node)
      while next < notes.count, notes[next].nodes.lowerBound < node { next += 1 }
      if next < notes.count, notes[next].nodes.lowerBound == node {
        if !notes[next].isInline { flush(at: node, &document) }
        if let marker = notes[next].marker { writer.place(marker) }
        node = max(notes[next].nodes.upperBound, node + 1)
        continue
      }
      if page.elements[node].isBlock {
        flush(at: node, &document)
        ends.append(page.end(node))
      }
      node = writer.step(node, styled: true)
    }
    flush(at: page.count, &document)
    if document.title == nil { document.title = firstHeading }
  }

  private mutating func flush(at node: Int, _ document: inout Document) {
    guard !writer.text.isEmpty || !writer.markers.isEmpty else {
      _ = writer.take()
      return
    }
    let (text, markers, first, sourceEnd) = writer.take()
    let kind = first >= 0 ? kind(of: first) : .paragraph
    let facts = first >= 0 ? page.facts[first] : []
    let isLast = lastNote.map { first >= $0 } ?? false
    if case .heading(let level) = kind, level == 1, firstHeading == nil { firstHeading = text }
    if markers.isEmpty, !text.isEmpty, isLast || facts.contains(.comments) {
      if case .heading = kind { isComments = HTMLVocabulary.isCommentsHeading(text.utf8) }
      let reason = facts.contains(.comments) || isComments ? "comments" : "after the last note"
      document.trailing.append(
        Trailing(
          text: text, range: SourceRange(text.sourceOffset(of: 0), sourceEnd), reason: reason))
      return
    }
    document.blocks.append(Block(kind, text, markers: markers))
  }

  private func kind(of node: Int) -> Block.Kind {
    let facts = page.facts[node]
    if facts.contains(.heading) {
      let name = page.tree.nodes[max(page.blocks[node], 0)].name
      let level = name.utf8.last.map { Int($0) - 0x30 } ?? 1
      return .heading(level: 1...6 ~= level ? level : 1)
    }
    if facts.contains(.verbatim) { return .code }
    if facts.contains(.item) { return .listItem }
    return facts.contains(.quote) ? .quote : .paragraph
  }
}
