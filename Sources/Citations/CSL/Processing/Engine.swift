/// A style, a locale and the items that are cited: what rendering starts from.
struct Engine {
  let program: Program
  /// Whether identifiers are links.
  var linksIdentifiers = false
  var items: [Item]
  /// The place of each item by its id.
  let places: [String: Int]
  var states: [ItemState]
  /// The items in the order of the bibliography.
  private(set) var bibliographyOrder: [Int] = []

  /// What the layout of citations asks for.
  let uses: LayoutUses

  var style: Style { program.style }
  var locale: LinkedLocale { program.locale }

  /// Sorts the items and finds how each must be told from the others.
  init(_ program: Program, items: [Item]) {
    self.program = program
    self.items = items
    var places: [String: Int] = [:]
    for (index, item) in items.enumerated() { places[item.id] = index }
    self.places = places
    uses = LayoutUses(of: program.style.citation.layout.elements, in: program.style)
    states = Array(repeating: ItemState(), count: items.count)
    sortBibliography()
    disambiguate()
  }

  /// Evaluates the layout of citations for an item.
  func evaluator(
    _ item: Int, _ cite: CiteContext, _ state: ItemState, area: Evaluator.Area = .citation
  ) -> Evaluator {
    Evaluator(
      program, items[item], cite, area, state, isForBibliography: area == .bibliography)
  }

  // MARK: Sorting

  private mutating func sortBibliography() {
    for index in states.indices { states[index].number = index + 1 }
    bibliographyOrder = Array(items.indices)
    guard let area = program.style.bibliography, !area.sort.isEmpty else { return }
    bibliographyOrder = sorted(bibliographyOrder, by: area.sort, isForBibliography: true)
    let count = bibliographyOrder.count
    let isReversed = numbersDescend(area.sort)
    for (place, index) in bibliographyOrder.enumerated() {
      states[index].number = isReversed ? count - place : place + 1
    }
  }

  /// Items in the order of sort keys; those that are the same keep their order.
  ///
  /// A later key is made only for items that the keys before it do not tell apart.
  /// - Complexity: O(*n* log *n*) for each key.
  func sorted(_ items: [Int], by keys: [SortKey], isForBibliography: Bool) -> [Int] {
    var runs = [items]
    for key in keys {
      var next: [[Int]] = []
      next.reserveCapacity(runs.count)
      for run in runs {
        guard run.count > 1 else {
          next.append(run)
          continue
        }
        split(run, by: key, isForBibliography, into: &next)
      }
      runs = next
    }
    return runs.flatMap(\.self)
  }

  /// Sorts items by one key and cuts them where its value changes.
  private func split(
    _ run: [Int], by key: SortKey, _ isForBibliography: Bool, into runs: inout [[Int]]
  ) {
    let values = run.map { sortValue(key, $0, isForBibliography) }
    let order = run.indices.sorted { left, right in
      SortValue.precedes(values[left], values[right], key) ?? (left < right)
    }
    var current: [Int] = []
    for (place, index) in order.enumerated() {
      if place > 0, values[order[place - 1]] != values[index] {
        runs.append(current)
        current = []
      }
      current.append(run[index])
    }
    runs.append(current)
  }

  /// Whether entries are sorted by falling citation numbers, so that the last one has the number 1.
  private func numbersDescend(_ sort: [SortKey]) -> Bool {
    guard let key = sort.first, key.isDescending else { return false }
    switch key.source {
    case .variable(let variable): return variable == .citationNumber
    case .macro(let index):
      return LayoutUses(of: style.macros[index].elements, in: style).citationNumber
    case .nothing: return false
    }
  }

  /// The value that an item sorts by for a key.
  private func sortValue(_ key: SortKey, _ index: Int, _ isForBibliography: Bool) -> SortValue {
    var evaluator = Evaluator(
      program, items[index], CiteContext(), .sortKey, states[index],
      isForBibliography: isForBibliography)
    evaluator.keyOptions = key.names
    return SortValue(evaluator.sortText(key), program.tailoring)
  }
}

/// One value that an item sorts by; nothing comes last in either direction.
struct SortValue: Sendable, Equatable {
  private let key: CollationKey

  init(_ text: [UInt8], _ tailoring: CollationTailoring) {
    key = CollationKey(text, strength: .primary, tailoring: tailoring)
  }

  /// Whether the first value comes before the second; nil where they are the same.
  static func precedes(_ left: SortValue, _ right: SortValue, _ key: SortKey) -> Bool? {
    if left.key == right.key { return nil }
    if left.key.isEmpty { return false }
    if right.key.isEmpty { return true }
    return key.isDescending ? right.key < left.key : left.key < right.key
  }
}

extension Evaluator {
  /// The text that an item sorts by for a key.
  ///
  /// Source: CSL 1.0.2, "Sorting".
  mutating func sortText(_ key: SortKey) -> [UInt8] {
    switch key.source {
    case .nothing: return []
    case .macro(let index):
      return Node(nodes(program.style.macros[index].elements)).plain
    case .variable(let variable):
      if variable == .citationNumber { return SortText.padded(state.number) }
      if variable == .citationLabel {
        return item.text(.citationLabel) ?? CitationLabel.trigraph(item)
      }
      switch item[variable] {
      case .date(let date): return SortText.date(date, showing: [.year, .month, .day])
      case .names(let names): return sortText(names)
      case .text(let text):
        if variable.kind == .number { return SortText.number(text) }
        return Node(InlineParser.nodes(text)).plain
      case nil: return []
      }
    }
  }

  private mutating func sortText(_ names: [PersonName]) -> [UInt8] {
    var options = keyOptions.over(nameOptions)
    options.form = .long
    options.nameAsSortOrder = .all
    options.initializeWith = nil
    let element = NamesElement(variables: [], appearance: Appearance())
    return Node(list(names, element, options).nodes).plain
  }
}
