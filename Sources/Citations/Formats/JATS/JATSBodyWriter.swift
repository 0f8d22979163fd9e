/// Writes the blocks of a document as the `body` of an article.
///
/// Headings open nested `sec`s; list items that follow each other are one `list`.
struct JATSBodyWriter {
  private let document: Document
  private let noteIDs: [String]
  /// Levels of the open sections, ascending.
  private var sections: [Int] = []
  private var isInList = false
  /// Sections nest no deeper than this; deeper headings become siblings.
  private static let depthLimit = 12

  init(document: Document, noteIDs: [String]) {
    self.document = document
    self.noteIDs = noteIDs
  }

  mutating func write(to writer: inout XMLWriter) {
    writer.start("body")
    for block in document.blocks {
      if isInList, block.kind != .listItem {
        writer.end()
        isInList = false
      }
      switch block.kind {
      case .heading(let level): startSection(level, block, to: &writer)
      case .paragraph: text(block, "p", to: &writer)
      case .code: text(block, "code", to: &writer)
      case .quote:
        writer.start("disp-quote")
        text(block, "p", to: &writer)
        writer.end()
      case .listItem:
        if !isInList { writer.start("list", [("list-type", "simple")]) }
        isInList = true
        writer.start("list-item")
        text(block, "p", to: &writer)
        writer.end()
      }
    }
    if isInList { writer.end() }
    for _ in sections { writer.end() }
    writer.end()
  }

  private mutating func startSection(_ level: Int, _ block: Block, to writer: inout XMLWriter) {
    let level = min(max(level, 1), Self.depthLimit)
    while let last = sections.last, last >= level {
      sections.removeLast()
      writer.end()
    }
    sections.append(level)
    writer.start("sec")
    text(block, "title", to: &writer)
  }

  private func text(_ block: Block, _ element: String, to writer: inout XMLWriter) {
    writer.start(element, mixed: true)
    JATSInline(block.text, insertions: block.markers.compactMap(insertion)).write(to: &writer)
    writer.end()
  }

  /// The sign of a note: a link to it, or the bare sign where there is no note.
  private func insertion(_ place: Block.MarkerPlace) -> JATSInline.Insertion? {
    guard document.markers.indices.contains(place.marker) else { return nil }
    let marker = document.markers[place.marker]
    guard let note = marker.note, noteIDs.indices.contains(note),
      document.notes.indices.contains(note)
    else {
      guard !marker.label.isEmpty else { return nil }
      return .init(offset: place.offset, name: "sup", attributes: [], text: marker.label)
    }
    let label = marker.label.isEmpty ? document.notes[note].label : marker.label
    return .init(
      offset: place.offset, name: "xref", attributes: [("ref-type", "fn"), ("rid", noteIDs[note])],
      text: label)
  }
}
