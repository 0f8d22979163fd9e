/// Reads a plain text: finds its notes and markers, and makes it a document.
struct TextReader {
  let layout: TextLayout
  var assembler: TextAssembler
  private(set) var candidates: [[MarkerCandidate]]

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
    let symbols = SymbolNotes(
      layout: layout, candidates: candidates[MarkerCandidate.Style.symbol.rawValue]
    ).find()
    if tags.isEmpty {
      let lines = Set(symbols.map(\.line))
      let first = NoteFinder(layout: layout, candidates: candidates, symbolLines: lines).solve()
      let second = SecondSeries(layout: layout, candidates: candidates).solve(beside: first)
      let isLettered = first.zones.contains { $0.markerStyle == .letter }
      place(
        first, series: second != nil && isLettered ? "letter" : "note",
        trailing: endOfNotes(first, second, symbols))
      if let second { place(second, series: isLettered ? "note" : "letter") }
    } else {
      place(tags)
    }
    place(symbols)
    return assembler.document()
  }

  /// Places the notes of the first series; what follows all notes begins at line `trailing`.
  private mutating func place(_ solution: NoteSolution, series: String, trailing: Int) {
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
        assembler.addNote(
          entry.name, series: series, lines: entry.line..<end, text: entry.text)
      }
      if number + 1 == solution.zones.count, !zone.entries.isEmpty {
        placeTrailing(from: trailing, solution)
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
    guard start > 0, start < lines.count, let zone = solution.zones.last else { return }
    let isPageFoot =
      layout.isPaged && zone.heading == nil && lines[start].page != lines[start - 1].page
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
}
