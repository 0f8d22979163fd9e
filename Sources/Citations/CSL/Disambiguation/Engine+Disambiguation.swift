extension Engine {
  /// Finds how many names, which given names, which condition and which year suffix tell the items apart.
  ///
  /// Only items whose cites read the same are looked at, in buckets of equal text.
  /// Source: CSL 1.0.2, "Disambiguation".
  mutating func disambiguate() {
    let area = style.citation
    let usesCondition = uses.disambiguation
    guard area.addsNames || area.addsGivenNames || area.addsYearSuffix || usesCondition else {
      return
    }
    var base: [Plain] = []
    base.reserveCapacity(items.count)
    for index in items.indices { base.append(plain(index, states[index])) }
    if area.addsGivenNames, area.givenNameRule != .byCite {
      expandNames(base.map(\.blocks))
      for index in items.indices where !states[index].givenLevels.isEmpty {
        base[index] = plain(index, states[index])
      }
    }
    for bucket in Self.buckets(items.indices.map { ($0, base[$0].text) }) {
      let (results, unresolved) = refined(bucket, base)
      for (item, state) in results { states[item] = state }
      for group in unresolved { resolveFurther(group) }
    }
  }

  /// A function of its own, so that the copy of the engine is gone before states change.
  private func refined(_ bucket: [Int], _ base: [Plain]) -> (
    results: [(item: Int, state: ItemState)], unresolved: [[Int]]
  ) {
    var refinement = Refinement(self, bucket, base)
    let unresolved = refinement.run()
    return (refinement.results, unresolved)
  }

  /// A cite as it reads to those who compare: without formatting, in the form for later cites.
  struct Plain: Sendable {
    var text: [UInt8]
    var blocks: [NameBlock]
    /// How many tests of `disambiguate` were met.
    var conditions: Int
  }

  func plain(_ item: Int, _ state: ItemState) -> Plain {
    // The note of the first cite is known later; it is taken to be the same for all.
    let context = CiteContext(positions: [.subsequent, .nearNote], firstNote: 1)
    var evaluator = evaluator(item, context, state)
    evaluator.isComparing = true
    let nodes = evaluator.nodes(style.citation.layout.elements)
    var text: [UInt8] = []
    for node in nodes { node.appendPlain(to: &text) }
    return Plain(
      text: text, blocks: evaluator.nameBlocks, conditions: evaluator.conditionsMet)
  }

  /// The items that read the same, in their order; those that read like no other are left out.
  static func buckets(_ texts: [(item: Int, text: [UInt8])]) -> [[Int]] {
    var places: [[UInt8]: Int] = [:]
    var result: [[Int]] = []
    for (item, text) in texts where !text.isEmpty {
      if let place = places[text] {
        result[place].append(item)
      } else {
        places[text] = result.count
        result.append([item])
      }
    }
    return result.filter { $0.count > 1 }
  }

  // MARK: Condition and year suffix

  /// Tries what is left for items that names do not tell apart.
  private mutating func resolveFurther(_ group: [Int]) {
    let left = uses.disambiguation ? setConditions(group) : [group]
    guard style.citation.addsYearSuffix else { return }
    for group in left { addYearSuffixes(group) }
  }

  /// Lets one test after the other hold until the items read differently; answers with those that do not.
  private mutating func setConditions(_ group: [Int]) -> [[Int]] {
    var pending = [group]
    var count = 0
    while !pending.isEmpty {
      count += 1
      var next: [[Int]] = []
      var hasMore = false
      for group in pending {
        for item in group { states[item].conditions = count }
        let found = group.map { ($0, plain($0, states[$0])) }
        if found.contains(where: { $0.1.conditions > count }) { hasMore = true }
        next += Self.buckets(found.map { ($0.0, $0.1.text) })
      }
      pending = next
      if !hasMore { break }
    }
    return pending
  }

  /// Letters in the order of the bibliography.
  private mutating func addYearSuffixes(_ group: [Int]) {
    let order = group.sorted { states[$0].number < states[$1].number }
    for (place, item) in order.enumerated() { states[item].yearSuffix = place + 1 }
  }
}
