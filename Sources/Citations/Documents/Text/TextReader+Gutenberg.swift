/// Notes in brackets with the word in them: `[Footnote 1: …]`.
extension TextReader {
  mutating func place(_ tags: [GutenbergNotes.Tag]) {
    let (markers, styles) = tagMarkers(tags)
    let names = tags.map { layout.bytes[$0.label].trimmedASCIISpace }
    let hasNumbers = names.contains { $0.first?.isASCIIDigit == true }
    var notes: [Int] = []
    for (index, tag) in tags.enumerated() {
      if tag.line > 0, index == 0 || tags[index - 1].end < tag.line,
        NotesHeading.matches(layout.bytes[layout.lines[tag.line - 1].range])
      {
        assembler.omit(tag.line - 1..<tag.line)
      }
      let name = names[index]
      let isSymbol = NoteSymbol(layout.bytes, at: name.startIndex, end: name.endIndex) != nil
      let isLetter = hasNumbers && name.count == 1 && name.first?.isASCIILetter == true
      let note = assembler.addNote(
        name.isEmpty ? "*" : name.string,
        series: isSymbol ? "symbol" : isLetter ? "letter" : "note",
        lines: tag.line..<tag.end, text: tag.text, textEnd: tag.textEnd)
      notes.append(note)
      if let marker = markers[index] { assembler.addMarker(marker, note: note, pairing: .number) }
    }
    placeOthers(tags, notes, markers, styles)
  }

  /// For each note in brackets the nearest marker above it with its label, and the styles of such markers.
  private func tagMarkers(
    _ tags: [GutenbergNotes.Tag]
  ) -> (markers: [MarkerCandidate?], styles: [MarkerCandidate.Style]) {
    let readings: [[MarkerCandidate.Style]] = [
      [.bracket, .letter, .symbol], [.superscript], [.glued],
    ]
    let found = readings.map { styles in
      var latest: [String: MarkerCandidate] = [:]
      let all = sorted(styles)
      var next = 0
      let markers = tags.map { tag -> MarkerCandidate? in
        while next < all.count, all[next].line < tag.line {
          latest[all[next].label(in: layout.bytes)] = all[next]
          next += 1
        }
        let name = layout.bytes[tag.label].trimmedASCIISpace.string
        return latest.removeValue(forKey: name.isEmpty ? "*" : name)
      }
      return (markers: markers, styles: styles)
    }
    return found.max { $0.markers.count { $0 != nil } < $1.markers.count { $0 != nil } }
      ?? ([], [])
  }

  private func sorted(_ styles: [MarkerCandidate.Style]) -> [MarkerCandidate] {
    styles.flatMap { candidates[$0.rawValue] }.sorted { $0.start < $1.start }
  }

  /// Places the markers that are not the nearest one to a note: a note's other markers, and those without a note.
  private mutating func placeOthers(
    _ tags: [GutenbergNotes.Tag], _ notes: [Int], _ markers: [MarkerCandidate?],
    _ styles: [MarkerCandidate.Style]
  ) {
    let accepted = markers.compactMap { $0 }
    guard !accepted.isEmpty else { return }
    let judge = LostMarkers(layout, accepted: accepted)
    let used = Set(accepted.map(\.start))
    var labels: [MarkerCandidate.Style: Set<Int>] = [:]
    for marker in accepted { labels[marker.style, default: []].insert(marker.value) }
    // For each label the next note below that has it, and the line of its marker.
    var upcoming: [String: (note: Int, line: Int)] = [:]
    var tag = tags.count
    for candidate in sorted(styles).reversed()
    where !used.contains(candidate.start) && assembler.isFree(candidate.line) {
      while tag > 0, tags[tag - 1].line > candidate.line {
        tag -= 1
        let name = layout.bytes[tags[tag].label].trimmedASCIISpace.string
        upcoming[name] = markers[tag].map { (notes[tag], $0.line) }
      }
      let below = upcoming[candidate.label(in: layout.bytes)]
      if let below, tag < tags.count, below.line < tags[tag].line, judge.isGlued(candidate) {
        assembler.addMarker(candidate, note: below.note, pairing: .number)
        continue
      }
      let near = labels[candidate.style] ?? []
      guard candidate.style == .symbol ? !near.isEmpty : LostMarkers.isNear(candidate.value, near),
        judge.isPlaced(candidate, after: nil)
      else { continue }
      assembler.addMarker(candidate, note: nil, pairing: .number)
    }
  }
}
