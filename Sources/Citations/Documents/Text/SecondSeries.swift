/// Finds the notes that are counted for themselves beside those that a text was read by: letters beside numbers.
struct SecondSeries {
  let layout: TextLayout
  let candidates: [[MarkerCandidate]]

  /// The best reading of the other series, or nil.
  ///
  /// Notes with letters are looked for where the first reading found numbers, and notes with numbers where it found
  /// letters. At least half of the notes must have a marker: a list of cases (a), (b), (c) has none.
  ///
  /// - Complexity: O(*n*).
  func solve(beside first: NoteSolution) -> NoteSolution? {
    guard first.matched > 0 else { return nil }
    let style = first.zones.lazy.compactMap(\.markerStyle).first
    guard style != .roman else { return nil }
    let labels = Set(layout.labels.compactMap { $0?.style })
    let isHeld = held(by: first)
    let open = candidates.map { $0.filter { !isHeld[$0.line] } }
    let feet = FootNotes(layout: layout, candidates: open)
    let wanted: [(label: LineLabel.Style, markers: [MarkerCandidate.Style])] =
      style != .letter
      ? [(.letter, [.letter])]
      : [LineLabel.Style.bracket, .superscript, .dot, .bare, .paren, .parens].map {
        ($0, [.bracket, .superscript, .glued, .parens])
      }
    var best: NoteSolution?
    for pair in wanted where labels.contains(pair.label) {
      let blocks = feet.blocks(pair.label).map(keptOnPage)
      for style in pair.markers where !open[style.rawValue].isEmpty {
        guard let found = reading(of: blocks, open[style.rawValue]) else { continue }
        if found.score > best?.score ?? 0 { best = found }
      }
    }
    return best
  }

  /// For each line, whether it belongs to the notes of a reading.
  private func held(by solution: NoteSolution) -> [Bool] {
    var result = [Bool](repeating: false, count: layout.lines.count)
    for zone in solution.zones {
      for line in zone.start..<zone.end { result[line] = true }
      for line in zone.continuation ?? 0..<0 { result[line] = true }
      for line in zone.subheadings { result[line] = false }
    }
    return result
  }

  /// The block without what stands on the next page.
  private func keptOnPage(_ zone: NoteZone) -> NoteZone {
    guard layout.isPaged, let last = zone.entries.last else { return zone }
    var zone = zone
    let page = layout.lines[last.line].page
    zone.end =
      (last.line..<zone.end).first { layout.lines[$0].page != page } ?? zone.end
    return zone
  }

  /// The reading of those blocks most of whose notes have a marker, or nil.
  private func reading(
    of blocks: [NoteZone], _ candidates: [MarkerCandidate]
  ) -> NoteSolution? {
    let all = NoteSolution(blocks, candidates, in: layout)
    var matched = [Set<Int>](repeating: [], count: blocks.count)
    for match in all.markers {
      if let target = match.target { matched[target.zone].insert(target.entry) }
    }
    let kept = blocks.indices.filter { matched[$0].count * 2 >= blocks[$0].entries.count }
    guard !kept.isEmpty else { return nil }
    if kept.count == blocks.count { return all }
    return NoteSolution(kept.map { blocks[$0] }, candidates, in: layout)
  }
}
