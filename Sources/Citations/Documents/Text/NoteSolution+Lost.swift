/// The markers whose notes are missing.
extension NoteSolution {
  /// Adds the markers without a note that stand out of the numbering, and takes out what only looks like a marker.
  ///
  /// `open` are all signs of the style outside the notes, in order, with the block that each stands before.
  mutating func weighLost(
    _ open: [(candidate: MarkerCandidate, segment: Int)], _ index: EntryIndex,
    _ layout: TextLayout
  ) {
    dropDoubtful(in: layout)
    let judge = LostMarkers(
      layout, accepted: markers.lazy.filter { $0.target != nil }.map(\.candidate))
    let labels = zones.map { Set($0.entries.map(\.value)) }
    var result: [Match] = []
    var next = 0
    var last: Int?
    // Numbers in parentheses that count the points of an argument lead to no notes.
    var isCounting = false
    for (candidate, segment) in open {
      let isChosen = next < markers.count && markers[next].candidate.start == candidate.start
      if isChosen {
        next += 1
        let match = markers[next - 1]
        if match.target == nil, !judge.keeps(candidate, after: last, isCounting: isCounting) {
          continue
        }
        result.append(match)
      } else {
        let hasNote = index.find(candidate.value, run: nil, segment: segment) != nil
        isCounting = isCounting || (candidate.style == .parens && hasNote)
        guard !hasNote, !isCounting, segment < zones.count,
          LostMarkers.isNear(candidate.value, labels[segment]),
          judge.isPlaced(candidate, after: last)
        else { continue }
        result.append(Match(candidate: candidate, target: nil))
      }
      last = candidate.value
    }
    markers = result
  }

  /// Takes out exponents and counted points whose number has a note that another marker leads to already.
  private mutating func dropDoubtful(in layout: TextLayout) {
    guard let style = markers.first?.candidate.style, style == .superscript || style == .parens
    else { return }
    func place(_ match: Match) -> MarkerPlace {
      MarkerPlace(
        layout.bytes, at: match.candidate.start,
        lineStart: layout.lines[match.candidate.line].start)
    }
    func key(_ target: (zone: Int, entry: Int)) -> Int { target.zone << 24 | target.entry }
    var sure = Set<Int>()
    for match in markers {
      if let target = match.target, place(match) == .sentence { sure.insert(key(target)) }
    }
    let doubtful: Set<MarkerPlace> = style == .parens ? [.spaced, .clause, .word] : [.word]
    markers.removeAll { match in
      guard let target = match.target, sure.contains(key(target)) else { return false }
      return doubtful.contains(place(match))
    }
  }
}
