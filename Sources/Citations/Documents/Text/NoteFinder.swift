/// Chooses the reading of a text that explains its numbers best.
struct NoteFinder {
  let layout: TextLayout
  let candidates: [[MarkerCandidate]]
  /// The lines that begin with the symbol of a note.
  var symbolLines: Set<Int> = []

  /// The best reading for notes that are numbered or lettered.
  func solve() -> NoteSolution {
    let headed = HeadedNotes(
      layout: layout, candidates: candidates, symbolLines: symbolLines
    ).zones()
    var best: NoteSolution?
    if !headed.isEmpty {
      best = solution(headed)
      if let best, best.matched > 0 { return best }
    }
    let feet = FootNotes(layout: layout, candidates: candidates)
    let styles = Set(layout.labels.compactMap { $0?.style.rawValue })
    for style in LineLabel.Style.allCases where styles.contains(style.rawValue) {
      var readings: [[NoteZone]] = []
      if layout.isPaged { readings.append(feet.pageFeet(style)) }
      let blocks = feet.blocks(style)
      if let last = blocks.last { readings.append([last]) }
      if blocks.count > 1 { readings.append(blocks) }
      for zones in readings where zones.contains(where: { !$0.entries.isEmpty }) {
        let found = solution(zones)
        if found.matched > 0, found.score > 0, found.score > best?.score ?? .min { best = found }
      }
    }
    if let best { return best }
    let list = feet.list()
    if !list.isEmpty { return NoteSolution(notes: list) }
    return markersAlone()
  }

  /// The best style of markers for given notes.
  private func solution(_ zones: [NoteZone]) -> NoteSolution {
    let wanted = zones.lazy.compactMap(\.markerStyle).first
    var best: NoteSolution?
    for style in MarkerCandidate.Style.allCases
    where style != .symbol && !candidates[style.rawValue].isEmpty
      && (wanted.map { $0 == style } ?? (style != .letter && style != .roman))
    {
      let found = NoteSolution(zones, candidates[style.rawValue], in: layout)
      if found.matched > 0, found.score > best?.score ?? .min { best = found }
    }
    return best ?? NoteSolution(notes: zones)
  }

  /// Markers of a text whose notes are missing: a chain of at least three, nearly all of them after marks.
  private func markersAlone() -> NoteSolution {
    var best = NoteSolution()
    for style in [MarkerCandidate.Style.bracket, .superscript, .glued] {
      let found = NoteSolution([], candidates[style.rawValue], in: layout)
      let sure = found.markers.count { $0.candidate.weight >= 3 }
      if found.markers.count >= 3, sure * 5 >= found.markers.count * 4,
        found.markers.count > best.markers.count
      {
        best = found
      }
    }
    return best
  }
}
