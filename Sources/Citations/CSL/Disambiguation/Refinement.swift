/// Tells the items of a bucket apart by names and given names, as few of them as do.
///
/// Steps go from name to name: first the given name of a name is expanded, then the next name is shown. A step that splits
/// a group stays, one that does not is taken back, and each part of a split goes on by itself.
/// Source: CSL 1.0.2, "Disambiguation", `disambiguate-add-names`, `disambiguate-add-givenname` (by-cite).
struct Refinement {
  /// A group that reads the same so far.
  private struct Group {
    var items: [Int]
    /// The names shown and levels tried, of which not all help.
    var tried: ItemState
    /// What helped.
    var kept: ItemState
    var block = 0
    var name = 0
  }

  private let engine: Engine
  private let addsNames: Bool
  private let addsGivenNames: Bool
  private let blocks: [Int: [NameBlock]]
  private var pending: [Group] = []
  private(set) var results: [(item: Int, state: ItemState)] = []

  init(_ engine: Engine, _ bucket: [Int], _ base: [Engine.Plain]) {
    self.engine = engine
    addsNames = engine.style.citation.addsNames
    addsGivenNames =
      engine.style.citation.addsGivenNames && engine.style.citation.givenNameRule == .byCite
    blocks = Dictionary(uniqueKeysWithValues: bucket.map { ($0, base[$0].blocks) })
    var start = ItemState()
    let longest = bucket.map { base[$0].blocks.count }.min() ?? 0
    for block in 0..<longest {
      start.shownNames.append(bucket.map { base[$0].blocks[block].shown }.max() ?? 0)
      start.givenLevels.append([])
    }
    pending = [Group(items: bucket, tried: start, kept: ItemState())]
  }

  /// Refines the bucket; answers the groups that still read the same, with their states set.
  mutating func run() -> [[Int]] {
    var unresolved: [[Int]] = []
    while var group = pending.popLast() {
      if refine(&group) { continue }
      register(group.items, group.kept)
      unresolved.append(group.items)
    }
    return unresolved.reversed()
  }

  private mutating func register(_ items: [Int], _ state: ItemState) {
    for item in items {
      var result = engine.states[item]
      result.shownNames = state.shownNames
      if !state.givenLevels.isEmpty { result.givenLevels = state.givenLevels }
      results.append((item, result))
    }
  }

  /// Takes steps until the group splits; answers whether it did.
  private mutating func refine(_ group: inout Group) -> Bool {
    while step(&group) {
      let parts = parts(of: group)
      guard parts.count > 1 else { continue }
      group.kept.shownNames = group.tried.shownNames
      keepLevel(&group)
      for part in parts.reversed() {
        if part.count == 1 {
          register(part, group.kept)
        } else {
          var next = group
          next.items = part
          pending.append(next)
        }
      }
      return true
    }
    return false
  }

  private func keepLevel(_ group: inout Group) {
    guard addsGivenNames else { return }
    while group.kept.givenLevels.count <= group.block { group.kept.givenLevels.append([]) }
    while group.kept.givenLevels[group.block].count <= group.name {
      group.kept.givenLevels[group.block].append(.none)
    }
    group.kept.givenLevels[group.block][group.name] =
      level(group.tried, group.block, group.name)
  }

  private func level(_ state: ItemState, _ block: Int, _ name: Int) -> GivenLevel {
    guard block < state.givenLevels.count, name < state.givenLevels[block].count else {
      return .none
    }
    return state.givenLevels[block][name]
  }

  /// The next thing to try; false where there is none.
  private func step(_ group: inout Group) -> Bool {
    guard group.block < group.tried.shownNames.count else { return false }
    if addsGivenNames, expand(&group) { return true }
    let longest = group.items.map { blocks[$0]?[group.block].names.count ?? 0 }.max() ?? 0
    let limit = addsNames ? longest : min(longest, group.tried.shownNames[group.block])
    if group.name + 1 < limit {
      group.name += 1
      if group.name >= group.tried.shownNames[group.block] {
        group.tried.shownNames[group.block] = group.name + 1
        return true
      }
      return step(&group)
    }
    group.block += 1
    group.name = 0
    return step(&group)
  }

  private func expand(_ group: inout Group) -> Bool {
    let base = group.items.compactMap { blocks[$0]?[group.block].baseLevel }.min() ?? .full
    var current = max(base, level(group.tried, group.block, group.name))
    guard current < .full else { return false }
    current = GivenLevel(rawValue: current.rawValue + 1) ?? .full
    while group.tried.givenLevels[group.block].count <= group.name {
      group.tried.givenLevels[group.block].append(.none)
    }
    group.tried.givenLevels[group.block][group.name] = current
    return true
  }

  /// The group in parts that read the same after the step.
  ///
  /// Before it all of them read the same, so that only the name of the step and what follows it can differ.
  private func parts(of group: Group) -> [[Int]] {
    var places: [[UInt8]: Int] = [:]
    var result: [[Int]] = []
    for item in group.items {
      let mark = mark(item, group)
      if let place = places[mark] {
        result[place].append(item)
      } else {
        places[mark] = result.count
        result.append([item])
      }
    }
    return result
  }

  private func mark(_ item: Int, _ group: Group) -> [UInt8] {
    guard let block = blocks[item]?[group.block], group.name < block.names.count else { return [] }
    let level =
      addsGivenNames
      ? level(group.tried, group.block, group.name)
      : level(engine.states[item], group.block, group.name)
    let isWhole = block.names.count <= group.tried.shownNames[group.block]
    return block.mark(group.name, level) + [isWhole ? 1 : 2]
  }
}
