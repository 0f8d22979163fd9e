/// Notes as a list under a heading, with plain markers in the text: pasted endnotes.
extension MarkdownReader {
  /// A note of the list.
  struct ListedNote {
    /// The number that it is shown with.
    var number: Int
    var text: SourceText
    /// Where it stands in the source.
    var range: Range<Int>
  }

  /// A heading like "Notes" and the items after it.
  struct NoteList {
    /// How their markers are written.
    var form: ListedMarker
    /// Indices of the heading and the items.
    var section: Range<Int>
    var items: [ListedNote]
  }

  /// The list of notes at the end of a document with plain markers; nil where there is none.
  ///
  /// Signs that can mean something else are markers only in a document without footnotes of Markdown's own, and only where
  /// they name notes of the list.
  func listedNotes() -> NoteList? {
    guard let heading = blocks.lastIndex(where: isNoteHeading) else { return nil }
    var items: [ListedNote] = []
    var index = heading + 1
    while index < blocks.count {
      let found = listed(at: index, after: items.last?.number)
      guard !found.isEmpty else { break }
      items += found
      index += 1
      while index < blocks.count, blocks[index].continuesItem {
        append(blocks[index], to: &items[items.count - 1])
        index += 1
      }
    }
    guard !items.isEmpty, let form = form(before: heading, for: items) else { return nil }
    return NoteList(form: form, section: heading..<index, items: items)
  }

  private func isNoteHeading(_ block: RawBlock) -> Bool {
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

  /// The way of writing markers that the text before the list uses.
  private func form(before heading: Int, for items: [ListedNote]) -> ListedMarker? {
    let body = blocks[..<heading].filter { $0.kind != .body(.code) }.map(\.raw.utf8)
    if body.contains(where: { !ListedMarker.tag.numbers(in: $0, atLineHeads: true).isEmpty }) {
      return .tag
    }
    guard context.notes.isEmpty else { return nil }
    let numbers = Set(items.map(\.number))
    for form in ListedMarker.allCases where form != .tag {
      let found = body.flatMap { form.numbers(in: $0, atLineHeads: false) }
      let known = Set(found).intersection(numbers)
      let isCalled = form == .bracket && context.links.keys.contains { Int($0) != nil }
      if !isCalled, known.count * 2 >= numbers.count, known.count * 2 > Set(found).count {
        return form
      }
    }
    return nil
  }

  /// The notes that a block holds: a list item, or lines that begin with a number as a marker is written.
  private func listed(at index: Int, after last: Int?) -> [ListedNote] {
    let block = blocks[index]
    switch block.kind {
    case .body(.listItem):
      guard let number = block.number else { return [] }
      return [
        ListedNote(number: last.map { $0 + 1 } ?? number, text: block.raw, range: block.range)
      ]
    case .body(.paragraph): return labelled(block)
    default: return []
    }
  }

  private func labelled(_ block: RawBlock) -> [ListedNote] {
    let bytes = block.raw.utf8
    var heads: [(number: Int, start: Int, text: Int)] = []
    var line = 0
    while line < bytes.count {
      for form in ListedMarker.allCases {
        guard let found = form.number(in: bytes, at: line) else { continue }
        heads.append((found.number, line, found.end))
        break
      }
      line = (bytes.firstByte(0x0A, from: line, to: bytes.count) ?? bytes.count) + 1
    }
    guard heads.first?.start == 0 else { return [] }
    return heads.enumerated().map { place, head in
      let end = place + 1 < heads.count ? heads[place + 1].start : bytes.count
      let start = bytes.skippingSpace(from: head.text, lines: false)
      let text = block.raw.slice(min(start, end)..<end)
      let low = block.raw.sourceOffset(of: head.start)
      let last = max(head.start, bytes[..<end].lastIndex { !$0.isASCIISpace } ?? 0)
      return ListedNote(
        number: head.number, text: text,
        range: low..<max(low, block.raw.sourceOffset(of: last) + 1))
    }
  }

  private func append(_ block: RawBlock, to item: inout ListedNote) {
    item.text.append(CollectionOfOne(0x0A), source: block.range.lowerBound)
    item.text.append(block.raw)
    item.range = item.range.lowerBound..<max(item.range.upperBound, block.range.upperBound)
  }

  /// Adds the notes of the list to the document.
  mutating func readListed(_ list: NoteList) {
    let markers = assembly.document.markers.compactMap { Int($0.label) }
    let numbers = Set(list.items.map(\.number))
    // Where the numbers do not meet but their count does, the order decides: Markdown counts lists anew.
    let byOrder =
      !markers.allSatisfy(numbers.contains) && markers.count == list.items.count
      && Set(markers).count == markers.count
    context.listedMarkers = nil
    for (place, item) in list.items.enumerated() {
      let key = byOrder && place < markers.count ? "sup\(markers[place])" : "sup\(item.number)"
      let note = assembly.addNote(
        Note(
          label: String(item.number), text: SourceText(),
          range: SourceRange(item.range.lowerBound, item.range.upperBound)), key: key)
      let canvas = MarkdownInline.read(item.text, context, into: &assembly)
      assembly.setContent(canvas.render(0..<canvas.raw.count), ofNote: note)
    }
    assembly.setPairing(byOrder ? .order : .number, ofKeys: "sup")
  }
}
