/// Finds the blocks of notes that have no heading: at the foot of pages, or at the end of a text or chapter.
struct FootNotes {
  let layout: TextLayout
  let candidates: [[MarkerCandidate]]

  /// The numbered lines at the foot of each page in one style.
  ///
  /// A line is taken for a note where a marker of its number stands above it on the page.
  func pageFeet(_ style: LineLabel.Style) -> [NoteZone] {
    let lines = layout.lines
    var first: [Int: Int] = [:]
    for style in [MarkerCandidate.Style.glued, .superscript, .bracket] {
      for candidate in candidates[style.rawValue] where candidate.weight > 0 {
        let key = lines[candidate.line].page << 20 | candidate.value
        first[key] = min(first[key] ?? .max, candidate.line)
      }
    }
    let hasSizes = lines.contains { $0.isSmall }
    var chain = NumberChain()
    chain.restartCost = 20
    let entries = layout.numberedLines(
      style, in: 0..<lines.count, chain: chain, segment: { lines[$0].page },
      weigh: { index, label in
        if hasSizes, !lines[index].isSmall { return nil }
        let page = lines[index].page
        let base = layout.startsParagraph[index] ? 3 : 2
        if let marker = first[page << 20 | label.value], marker < index { return base + 3 }
        return first[(page - 1) << 20 | label.value] == nil ? base - 6 : base
      })
    var zones: [NoteZone] = []
    var index = 0
    for page in PageFurniture.pages(of: lines) {
      var notes: [NoteZone.Entry] = []
      while index < entries.count, entries[index].line < page.upperBound {
        notes.append(entries[index])
        index += 1
      }
      let foot = notes.first?.line ?? page.upperBound
      let carried = zones.last.flatMap { continuation(of: $0, on: page, before: foot) }
      if notes.isEmpty {
        // A page whose foot holds nothing but the end of a note belongs to that note.
        if let carried {
          zones.append(
            NoteZone(
              start: page.upperBound, end: page.upperBound, entries: [], continuation: carried,
              isPageFoot: true))
        }
        continue
      }
      for index in notes.indices { notes[index].startsRun = false }
      zones.append(
        NoteZone(
          start: foot, end: page.upperBound, entries: notes, continuation: carried,
          isPageFoot: true))
    }
    return zones
  }

  /// The paragraph above the foot of a page that goes on with a note of the page before, or nil.
  private func continuation(of zone: NoteZone, on page: Range<Int>, before foot: Int) -> Range<Int>?
  {
    let lines = layout.lines
    let bytes = layout.bytes
    guard zone.end == page.lowerBound, foot > page.lowerBound, zone.end > 0 else { return nil }
    let before = lines[zone.end - 1]
    guard !bytes.endsSentence(before: before.end, from: before.start) else { return nil }
    var start = foot - 1
    while start > page.lowerBound, !lines[start].hasBlankBefore { start -= 1 }
    let isSmall = (start..<foot).allSatisfy { lines[$0].isSmall }
    guard start > page.lowerBound || isSmall, isSmall || !layout.isHeading(start) else {
      return nil
    }
    let above = start > page.lowerBound ? lines[start - 1] : nil
    let bodyEnds = above.map { bytes.endsSentence(before: $0.end, from: $0.start) } ?? true
    guard isSmall || !bytes.isUppercase(at: lines[start].start) || !bodyEnds else { return nil }
    return start..<foot
  }

  /// The dense blocks of numbered lines in one style, wherever they stand.
  func blocks(_ style: LineLabel.Style) -> [NoteZone] {
    var chain = NumberChain()
    chain.restartCost = 3
    let entries = layout.numberedLines(
      style, in: 0..<layout.lines.count, chain: chain, weigh: { index, _ in weight(index) })
    var zones: [NoteZone] = []
    var group: [NoteZone.Entry] = []
    func close(_ limit: Int) {
      guard let first = group.first, let last = group.last else { return }
      let end = (last.line + 1..<max(limit, last.line + 1)).first(where: layout.endsNotes) ?? limit
      group[0].startsRun = false
      zones.append(
        NoteZone(
          start: first.line, end: layout.noteEnd(last, limit: end), entries: group,
          markerStyle: style.markerStyle))
      group = []
    }
    for entry in entries {
      if let last = group.last, entry.startsRun || !isNear(last, entry) { close(entry.line) }
      group.append(entry)
    }
    close(layout.lines.count)
    return zones
  }

  /// How much speaks for a label; "3 Comments" and "3 May 2020" are none.
  private func weight(_ index: Int) -> Int? {
    if layout.endsNotes(index) || NotesEnd.isDate(layout.bytes[layout.lines[index].range]) {
      return nil
    }
    return layout.labelWeight(index)
  }

  /// Whether nothing but a note of a few paragraphs stands between two numbered lines.
  private func isNear(_ first: NoteZone.Entry, _ second: NoteZone.Entry) -> Bool {
    var paragraphs = 0
    var size = 0
    for line in first.line + 1..<second.line {
      size += layout.lines[line].end - layout.lines[line].start
      guard layout.startsParagraph[line] else { continue }
      paragraphs += 1
      let isText = line == first.line + 1 && first.text >= layout.lines[first.line].end
      if layout.isHeading(line), !isText { return false }
      if paragraphs > 5 || size > 20_000 { return false }
    }
    return true
  }

  /// The whole text as a list of notes: nearly every paragraph begins with the next number.
  func list() -> [NoteZone] {
    guard let first = layout.lines.indices.prefix(6).first(where: { layout.labels[$0] != nil }),
      let label = layout.labels[first], label.style != .alone || layout.lines.count > 2
    else { return [] }
    var chain = NumberChain()
    chain.first = label.value
    let entries = layout.numberedLines(
      label.style, in: first..<layout.lines.count, chain: chain,
      weigh: { index, _ in weight(index) })
    let paragraphs = layout.startsParagraph.count { $0 }
    guard let last = entries.last, entries.count * 10 >= paragraphs * 6,
      entries.count > 1 || paragraphs == 1
    else { return [] }
    let end = layout.noteEnd(last, limit: layout.lines.count)
    return [
      NoteZone(
        start: entries[0].line, end: end, entries: entries, markerStyle: label.style.markerStyle)
    ]
  }
}
