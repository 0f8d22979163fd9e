/// Reads a plain text: finds its notes and markers, and makes it a document.
struct TextReader {
  private let layout: TextLayout
  private var assembler: TextAssembler
  private var candidates: [[MarkerCandidate]]

  /// Prepares to read a text.
  ///
  /// The text is the source's own bytes, or `bytes` that were made from it: `origin` then tells where they stand in the
  /// source, `lines` their lines, and `raised` the offsets of digits and symbols set small and raised.
  init(
    _ source: SourceFile, format: String, text bytes: [UInt8]? = nil, origin: SourceText? = nil,
    lines: [TextLine]? = nil, raised: Set<Int> = []
  ) {
    layout = TextLayout(bytes ?? source.bytes, lines: lines)
    assembler = TextAssembler(
      layout: layout, origin: origin, document: Document(source: source, format: format))
    var scanner = MarkerScanner(layout.bytes)
    for (index, line) in layout.lines.enumerated() { scanner.scan(line.range, index: index) }
    candidates = scanner.found
    if !raised.isEmpty {
      // Where the type tells markers from other digits, nothing else is asked.
      candidates = candidates.map { $0.filter { raised.contains($0.start) } }
      for style in candidates.indices {
        for index in candidates[style].indices { candidates[style][index].weight = 6 }
      }
    }
  }

  /// The document.
  consuming func read() -> Document {
    let tags = GutenbergNotes.tags(in: layout)
    if tags.isEmpty {
      place(NoteFinder(layout: layout, candidates: candidates).solve())
    } else {
      place(tags)
    }
    placeSymbols()
    return assembler.document()
  }

  private mutating func place(_ solution: NoteSolution) {
    var firstNote: [Int] = []
    for (number, zone) in solution.zones.enumerated() {
      if let heading = zone.heading {
        let isBare = (heading + 1..<max(zone.start, heading + 1)).allSatisfy { layout.isRule($0) }
        assembler.omit(heading..<(isBare ? max(zone.start, heading + 1) : heading + 1))
      } else if !zone.entries.isEmpty, zone.start > 0, zone.start < layout.lines.count,
        layout.isRule(zone.start - 1)
      {
        assembler.omit(zone.start - 1..<zone.start)
      }
      if let carried = zone.continuation, let last = assembler.lastNote {
        assembler.continueNote(last, with: carried)
      }
      firstNote.append(assembler.noteCount)
      var subheading = 0
      for (index, entry) in zone.entries.enumerated() {
        let next = index + 1 < zone.entries.count ? zone.entries[index + 1].line : zone.end
        while subheading < zone.subheadings.count, zone.subheadings[subheading] <= entry.line {
          subheading += 1
        }
        let end =
          subheading < zone.subheadings.count ? min(next, zone.subheadings[subheading]) : next
        assembler.addNote(entry.name, lines: entry.line..<end, text: entry.text)
      }
      if let end = solution.zones.last?.end, number + 1 == solution.zones.count,
        !zone.entries.isEmpty
      {
        placeTrailing(from: end, solution)
      }
    }
    for match in solution.markers {
      let note = match.target.map { firstNote[$0.zone] + $0.entry }
      let isNumbered = match.target.map { solution.zones[$0.zone].isNumbered } ?? true
      assembler.addMarker(match.candidate, note: note, pairing: isNumbered ? .number : .order)
    }
  }

  /// What follows the last notes: trailing text, unless it is another chapter.
  private mutating func placeTrailing(from start: Int, _ solution: NoteSolution) {
    let lines = layout.lines
    guard start < lines.count, let zone = solution.zones.last else { return }
    let isPageFoot =
      layout.isPaged && zone.heading == nil && zone.end < lines.count
      && lines[zone.end].page != lines[zone.end - 1].page
    guard !isPageFoot else { return }
    let comments = (start..<lines.count).first(where: layout.endsNotes) ?? lines.count
    // One marker may be a slip; two make it text that belongs to the document.
    let after = solution.markers.count {
      $0.candidate.line >= start && $0.candidate.line < comments
    }
    let hasMarkers = zone.isNumbered && after > 1
    let isChapter =
      layout.isHeading(start) && NotesEnd.isChapterHeading(layout.bytes[lines[start].range])
    if !hasMarkers, !isChapter {
      assembler.addTrailing(start..<comments, reason: "after the last note")
    }
    assembler.addTrailing(comments..<lines.count, reason: "comments")
  }

  private mutating func place(_ tags: [GutenbergNotes.Tag]) {
    let markers = tagMarkers(tags)
    for (index, tag) in tags.enumerated() {
      if tag.line > 0, index == 0 || tags[index - 1].end < tag.line,
        NotesHeading.matches(layout.bytes[layout.lines[tag.line - 1].range])
      {
        assembler.omit(tag.line - 1..<tag.line)
      }
      let name = layout.bytes[tag.label].trimmedASCIISpace
      let symbol = NoteSymbol(layout.bytes, at: name.startIndex, end: name.endIndex)
      let note = assembler.addNote(
        name.isEmpty ? "*" : name.string, series: symbol == nil ? "note" : "symbol",
        lines: tag.line..<tag.end, text: tag.text, textEnd: tag.textEnd)
      if let marker = markers[index] { assembler.addMarker(marker, note: note, pairing: .number) }
    }
  }

  /// For each note in brackets the nearest marker above it with its label.
  private func tagMarkers(_ tags: [GutenbergNotes.Tag]) -> [MarkerCandidate?] {
    let best = [[MarkerCandidate.Style.bracket, .letter, .symbol], [.superscript], [.glued]].map {
      styles in
      var latest: [String: MarkerCandidate] = [:]
      let all = styles.flatMap { candidates[$0.rawValue] }.sorted { $0.start < $1.start }
      var next = 0
      return tags.map { tag -> MarkerCandidate? in
        while next < all.count, all[next].line < tag.line {
          latest[all[next].label(in: layout.bytes)] = all[next]
          next += 1
        }
        let name = layout.bytes[tag.label].trimmedASCIISpace.string
        return latest.removeValue(forKey: name.isEmpty ? "*" : name)
      }
    }
    return best.max { $0.count { $0 != nil } < $1.count { $0 != nil } } ?? []
  }

  private mutating func placeSymbols() {
    let found = SymbolNotes(
      layout: layout, candidates: candidates[MarkerCandidate.Style.symbol.rawValue]
    ).find()
    for note in found where assembler.isFree(note.marker.line) {
      guard
        let index = assembler.addSymbolNote(
          NoteSymbol.name(of: note.value), lines: note.line..<note.end, text: note.text)
      else { continue }
      assembler.addMarker(note.marker, note: index, pairing: .number)
    }
  }
}
