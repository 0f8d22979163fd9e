/// One reading of a text: which lines are notes, which signs are markers, and how they go together.
struct NoteSolution {
  /// A marker and the note that it leads to.
  struct Match {
    var candidate: MarkerCandidate
    /// The block and the note in it, or nil.
    var target: (zone: Int, entry: Int)?
  }

  var zones: [NoteZone]
  var markers: [Match] = []
  /// How many notes have a marker.
  private(set) var matched = 0
  /// How well the reading explains the text.
  private(set) var score = 0

  /// No notes and no markers.
  init() { zones = [] }

  /// The notes alone.
  init(notes zones: [NoteZone]) { self.zones = zones }

  /// Chooses the markers of one style for the given blocks of notes and pairs them.
  ///
  /// - Complexity: O(*n*) in candidates and notes.
  init(_ zones: [NoteZone], _ candidates: [MarkerCandidate], in layout: TextLayout) {
    self.zones = zones
    let index = EntryIndex(zones)
    let subheadings = Set(zones.flatMap(\.subheadings))
    var items: [NumberChain.Item] = []
    var open: [MarkerCandidate] = []
    var segment = 0
    for candidate in candidates {
      while segment < zones.count, zones[segment].end <= candidate.line { segment += 1 }
      if segment < zones.count,
        zones[segment].holds(candidate.line), !subheadings.contains(candidate.line)
      {
        continue
      }
      let isWanted = index.find(candidate.value, run: nil, segment: segment) != nil
      items.append(
        .init(
          value: candidate.value,
          weight: candidate.weight
            + (isWanted ? 2 : zones.isEmpty ? 0 : candidate.weight >= 4 ? -1 : -3),
          segment: segment))
      open.append(candidate)
    }
    var chain = NumberChain()
    chain.first = zones.first?.entries.first?.value ?? 1
    let chosen = chain.solve(items)
    choose(chosen, items, open, index)
    let notes = zones.reduce(0) { $0 + $1.entries.count }
    let lost = markers.count { $0.target == nil }
    score = 2 * matched - (notes - matched) - lost
    // The score is settled before, so that signs without notes do not choose between readings.
    if matched > 0 { weighLost(open.indices.map { (open[$0], items[$0].segment) }, index, layout) }
  }

  private mutating func choose(
    _ chosen: [Int], _ items: [NumberChain.Item], _ open: [MarkerCandidate], _ index: EntryIndex
  ) {
    var used = Set<Int>()
    var next = 0
    var run = 0
    var last: (value: Int, segment: Int)?
    var seen = Set<Int>()
    for item in chosen { seen.insert(items[item].segment << 20 | items[item].value) }
    for (place, candidate) in open.enumerated() {
      let segment = items[place].segment
      let isChosen = next < chosen.count && chosen[next] == place
      if isChosen {
        next += 1
        if last?.segment != segment {
          run = 0
        } else if let last, candidate.value < last.value, candidate.value <= 3 {
          run += 1
        }
        last = (candidate.value, segment)
      }
      let target = index.find(candidate.value, run: run, segment: segment)
      // Numbers out of order and notes cited again are markers too where their looks leave no doubt.
      let isStray =
        !isChosen && target != nil && candidate.weight >= 3
        && (candidate.style != .glued && candidate.style != .parens
          || candidate.weight >= 4 || !seen.contains(segment << 20 | candidate.value))
      guard isChosen || isStray else { continue }
      if target == nil, candidate.weight < 3, !zones.isEmpty { continue }
      if let target, used.insert(target.zone << 24 | target.entry).inserted { matched += 1 }
      markers.append(Match(candidate: candidate, target: target))
    }
  }
}

/// Finds notes by their number, in the block that a marker's place points to.
struct EntryIndex {
  /// For each block, run and number, packed into one key, the first note.
  private var places: [UInt64: Int] = [:]
  private var runs: [Int] = []
  /// For each block that is no page's foot, the number of its first note.
  private var firsts: [Int?] = []
  /// For each number its only note in the whole text; -1 where there are several.
  private var unique: [Int: (zone: Int, entry: Int)] = [:]

  init(_ zones: [NoteZone]) {
    for (zone, block) in zones.enumerated() {
      let runs = block.runs
      self.runs.append((runs.last ?? 0) + 1)
      firsts.append(block.isPageFoot ? nil : block.entries.first?.value)
      for (entry, note) in block.entries.enumerated() {
        let key = Self.key(zone, runs[entry], note.value)
        if places[key] == nil { places[key] = entry }
        unique[note.value] = unique[note.value] == nil ? (zone, entry) : (-1, -1)
      }
    }
  }

  private static func key(_ zone: Int, _ run: Int, _ value: Int) -> UInt64 {
    UInt64(zone) << 42 | UInt64(run) << 20 | UInt64(value)
  }

  /// The note of number `value` for a marker that stands before block `segment`, in the `run`th numbering there; nil for any.
  func find(_ value: Int, run: Int?, segment: Int) -> (zone: Int, entry: Int)? {
    if segment < runs.count {
      let count = runs[segment]
      if let run {
        if let entry = places[Self.key(segment, min(run, count - 1), value)] {
          return (segment, entry)
        }
      } else {
        for run in 0..<min(count, 64) {
          if let entry = places[Self.key(segment, run, value)] {
            return (segment, entry)
          }
        }
      }
    }
    if let found = unique[value], found.zone >= 0 {
      return isRestart(found.zone, after: segment) ? nil : found
    }
    // The note may have gone to the next page, or have been cited on the page before.
    for zone in [segment + 1, segment - 1]
    where zone >= 0 && zone < runs.count && !isRestart(zone, after: segment) {
      if let entry = places[Self.key(zone, 0, value)] { return (zone, entry) }
    }
    return nil
  }

  /// Whether a block numbers its notes anew, so that a marker that stands before another one cannot mean it.
  private func isRestart(_ zone: Int, after segment: Int) -> Bool {
    guard zone != segment, segment < firsts.count, firsts[segment] != nil, let first = firsts[zone]
    else { return false }
    return places[Self.key(segment, 0, first)] != nil
  }
}
