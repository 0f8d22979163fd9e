/// Several series of notes in one text: what stands after the first of them, and the lines that head the others.
extension TextReader {
  /// Index just past the last line of all notes that follow the numbered ones without text between them.
  ///
  /// Notes of another series stand under them, at once or after a rule or a heading.
  func endOfNotes(
    _ first: NoteSolution, _ second: NoteSolution?, _ symbols: [SymbolNotes.Found]
  ) -> Int {
    var ends: [Int: Int] = [:]
    for zone in second?.zones ?? [] { ends[zone.start] = zone.end }
    for note in symbols { ends[note.line] = note.end }
    var end = first.zones.last?.end ?? 0
    while end < layout.lines.count {
      var next = end
      while next < layout.lines.count, next - end < 4, ends[next] == nil,
        !layout.endsNotes(next), layout.isRule(next) || layout.isHeading(next)
      {
        next += 1
      }
      guard let stop = ends[next], stop > next else { break }
      end = stop
    }
    return end
  }

  /// The rule or the heading of notes right before a line, which the notes stand for; empty where there is none.
  func headings(before line: Int) -> Range<Int> {
    var start = line
    while start > 0, assembler.isFree(start - 1),
      layout.isRule(start - 1) || isNotesHeading(start - 1)
    {
      start -= 1
    }
    return start..<line
  }

  private func isNotesHeading(_ line: Int) -> Bool {
    layout.startsParagraph[line] && NotesHeading.matches(layout.bytes[layout.lines[line].range])
  }

  /// Places the notes of a second series and their markers.
  mutating func place(_ second: NoteSolution, series: String) {
    var places: [[Int?]] = []
    for zone in second.zones {
      assembler.omit(headings(before: zone.start))
      places.append(
        zone.entries.indices.map { index in
          let entry = zone.entries[index]
          let isLast = index + 1 == zone.entries.count
          let end = isLast ? zone.end : zone.entries[index + 1].line
          return assembler.addInnerNote(
            entry.name, series: series, lines: entry.line..<end, text: entry.text)
        })
    }
    for match in second.markers where assembler.isFree(match.candidate.line) {
      assembler.addMarker(
        match.candidate, note: match.target.flatMap { places[$0.zone][$0.entry] }, pairing: .number)
    }
  }

  /// Places the notes that are marked by symbols, their markers, and markers of symbols that no note begins with.
  mutating func place(_ symbols: [SymbolNotes.Found]) {
    var placed: [MarkerCandidate] = []
    for note in symbols where assembler.isFree(note.marker.line) {
      assembler.omit(headings(before: note.line))
      guard
        let index = assembler.addInnerNote(
          NoteSymbol.name(of: note.value), series: "symbol", lines: note.line..<note.end,
          text: note.text)
      else { continue }
      placed.append(note.marker)
      assembler.addMarker(note.marker, note: index, pairing: .number)
    }
    guard let first = placed.first?.line else { return }
    let judge = LostMarkers(layout, accepted: placed)
    let known = Set(symbols.map(\.value))
    for candidate in candidates[MarkerCandidate.Style.symbol.rawValue]
    where !known.contains(candidate.value) && candidate.line >= first
      && assembler.isFree(candidate.line) && judge.isPlaced(candidate, after: nil)
    {
      assembler.addMarker(candidate, note: nil, pairing: .number)
    }
  }
}
