extension Engine {
  /// A cite with the place of its item and what the document says of it.
  struct ResolvedCite: Sendable, Hashable {
    var item: Int
    var source: CitationItem
    var context: CiteContext
  }

  /// A citation with its cites in the order of the style.
  struct ResolvedCitation: Sendable, Hashable {
    var source: Citation
    var cites: [ResolvedCite]
    /// Ids of works that are not there.
    var missing: [String] = []
  }

  /// What the text of a cite depends on beside the cite itself and its item.
  struct CiteBasis: Sendable, Hashable {
    var context: CiteContext
    /// Its number and what tells it from others.
    var state: ItemState
    /// The note of the first cite of its item, where the style prints it.
    var firstNote = 0
    /// Whether its item is cited more than once, where that decides what tells it from others.
    var isCitedAgain = false
  }

  /// The bases of all cites.
  func bases(_ citations: [ResolvedCitation]) -> [[CiteBasis]] {
    var notes: [Int: (first: Int, count: Int)] = [:]
    for citation in citations {
      for cite in citation.cites {
        let found = notes[cite.item]
        notes[cite.item] = (found?.first ?? citation.source.noteNumber, (found?.count ?? 0) + 1)
      }
    }
    return citations.map { citation in
      citation.cites.map { cite in
        var basis = CiteBasis(context: cite.context, state: states[cite.item])
        if !uses.citationNumber { basis.state.number = 0 }
        if uses.firstNote { basis.firstNote = notes[cite.item]?.first ?? 0 }
        if uses.disambiguation { basis.isCitedAgain = (notes[cite.item]?.count ?? 0) > 1 }
        return basis
      }
    }
  }

  /// Finds the items of citations, sorts the cites of each and tells where each stands among those of its item.
  func resolve(_ citations: [Citation]) -> [ResolvedCitation] {
    var result = citations.map { resolve($0) }
    setPositions(&result, inNotes: false)
    setPositions(&result, inNotes: true)
    return result
  }

  private func resolve(_ citation: Citation) -> ResolvedCitation {
    var resolved = ResolvedCitation(source: citation, cites: [])
    for item in citation.items {
      guard let index = places[item.id] else {
        resolved.missing.append(item.id)
        continue
      }
      let context = CiteContext(
        locator: Array(item.locator.utf8.reversed().drop { $0 == 0x20 }.reversed()),
        label: item.label)
      resolved.cites.append(ResolvedCite(item: index, source: item, context: context))
    }
    let sort = style.citation.sort
    guard !sort.isEmpty, resolved.cites.count > 1 else { return resolved }
    let places = Array(Set(resolved.cites.map(\.item)))
    var ranks: [Int: Int] = [:]
    for (rank, item) in sorted(places.sorted(), by: sort, isForBibliography: false).enumerated() {
      ranks[item] = rank
    }
    resolved.cites = Self.stablySorted(resolved.cites) { ranks[$0.item] ?? 0 }
    return resolved
  }

  /// Cites in the order of their ranks; those of the same rank keep theirs.
  private static func stablySorted(
    _ cites: [ResolvedCite], _ rank: (ResolvedCite) -> Int
  ) -> [ResolvedCite] {
    let ranks = cites.map(rank)
    return cites.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { cites[$0] }
  }

  /// Source: CSL 1.0.2, "Choose", `position`; citations in the text and in notes are counted apart.
  private func setPositions(_ citations: inout [ResolvedCitation], inNotes: Bool) {
    var tracker = PositionTracker(nearDistance: style.citation.nearNoteDistance)
    for index in citations.indices where (citations[index].source.noteNumber > 0) == inNotes {
      tracker.place(&citations[index])
    }
  }
}

/// Follows the citations of a document and tells the position of each cite.
struct PositionTracker {
  private struct Seen {
    var firstNote: Int
    var lastNote: Int
  }

  private let nearDistance: Int
  private var seen: [Int: Seen] = [:]
  private var citesInNote: [Int: Int] = [:]
  /// The citation before, without those that print authors only.
  private var previous: Engine.ResolvedCitation?
  private var lastNote = 0

  init(nearDistance: Int) { self.nearDistance = nearDistance }

  /// Sets the positions of a citation's cites.
  mutating func place(_ citation: inout Engine.ResolvedCitation) {
    let note = citation.source.noteNumber
    if note < lastNote {
      // Numbers begin again with a chapter.
      seen = [:]
      citesInNote = [:]
      previous = nil
    }
    lastNote = note
    citesInNote[note, default: 0] += citation.cites.count
    for index in citation.cites.indices { place(index, &citation, note) }
    if citation.source.mode != .authorOnly { previous = citation }
  }

  private mutating func place(_ index: Int, _ citation: inout Engine.ResolvedCitation, _ note: Int)
  {
    let cite = citation.cites[index]
    if let forced = cite.source.position {
      citation.cites[index].context.positions = Self.positions(forced.rank, forced.isNearNote)
      citation.cites[index].context.firstNote = forced.firstNoteNumber
      return
    }
    guard let before = seen[cite.item] else {
      if citation.source.mode != .authorOnly {
        seen[cite.item] = Seen(firstNote: note, lastNote: note)
      }
      citation.cites[index].context.positions = .first
      return
    }
    var rank = 1
    if let earlier = directlyBefore(index, citation, note), earlier.item == cite.item {
      rank = Self.ibidRank(earlier.context, cite.context)
    }
    if citation.source.mode == .authorOnly { rank = 0 }
    let isNear = rank > 0 && (note == 0 || note - before.lastNote <= nearDistance)
    citation.cites[index].context.positions = Self.positions(rank, isNear)
    if before.firstNote != note { citation.cites[index].context.firstNote = before.firstNote }
    if note > 0 { seen[cite.item]?.lastNote = note }
  }

  /// The cite that an "ibid." would mean, where there can be one.
  private func directlyBefore(
    _ index: Int, _ citation: Engine.ResolvedCitation, _ note: Int
  ) -> Engine.ResolvedCite? {
    if index > 0 { return citation.cites[index - 1] }
    guard let previous else { return nil }
    let previousNote = previous.source.noteNumber
    if previousNote == note, note > 0 { return previous.cites.last }
    guard previousNote >= note - 1,
      previousNote == 0 ? previous.cites.count == 1 : citesInNote[previousNote] == 1
    else { return nil }
    return previous.cites.first
  }

  /// 1 subsequent, 2 ibid, 3 ibid with locator.
  private static func ibidRank(_ before: CiteContext, _ now: CiteContext) -> Int {
    if before.locator.isEmpty { return now.locator.isEmpty ? 2 : 3 }
    if now.locator.isEmpty { return 1 }
    return before.locator == now.locator && (before.label ?? .page) == (now.label ?? .page) ? 2 : 3
  }

  /// The positions that hold for a rank: an ibid is subsequent, too.
  private static func positions(_ rank: Int, _ isNear: Bool) -> CiteContext.Positions {
    var result: CiteContext.Positions
    switch rank {
    case 0: result = .first
    case 2: result = [.subsequent, .ibid]
    case 3: result = [.subsequent, .ibid, .ibidWithLocator]
    default: result = .subsequent
    }
    if isNear { result.insert(.nearNote) }
    return result
  }
}
