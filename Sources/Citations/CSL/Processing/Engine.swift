/// A style, a locale and the items that are cited: what rendering starts from.
struct Engine {
  let style: Style
  let locale: LinkedLocale
  var items: [Item]
  /// The place of each item by its id.
  let places: [String: Int]
  var states: [ItemState]
  /// The items in the order of the bibliography.
  private(set) var bibliographyOrder: [Int] = []

  /// What the layout of citations asks for.
  let uses: LayoutUses

  let citationNames: NameOptions
  let bibliographyNames: NameOptions

  /// Sorts the items and finds how each must be told from the others.
  init(style: Style, locale: LinkedLocale, items: [Item]) {
    self.style = style
    self.locale = locale
    self.items = items
    var places: [String: Int] = [:]
    for (index, item) in items.enumerated() { places[item.id] = index }
    self.places = places
    uses = LayoutUses(of: style.citation.layout.elements, in: style)
    states = Array(repeating: ItemState(), count: items.count)
    citationNames = style.citation.names.over(style.names)
    bibliographyNames = (style.bibliography?.names ?? NameOptions()).over(style.names)
    sortBibliography()
    disambiguate()
  }

  /// Evaluates the layout of citations for an item.
  func evaluator(
    _ item: Int, _ cite: CiteContext, _ state: ItemState, area: Evaluator.Area = .citation
  ) -> Evaluator {
    Evaluator(
      style, locale, items[item], cite, area, state,
      area == .bibliography ? bibliographyNames : citationNames)
  }

  // MARK: Sorting

  private mutating func sortBibliography() {
    for index in states.indices { states[index].number = index + 1 }
    bibliographyOrder = Array(items.indices)
    guard let area = style.bibliography, !area.sort.isEmpty else { return }
    let keys = items.indices.map { sortKeys(area.sort, $0, bibliographyNames) }
    bibliographyOrder.sort { left, right in
      if let isBefore = SortValue.precedes(keys[left], keys[right], area.sort) { return isBefore }
      return left < right
    }
    let count = bibliographyOrder.count
    let isReversed = numbersDescend(area.sort)
    for (place, index) in bibliographyOrder.enumerated() {
      states[index].number = isReversed ? count - place : place + 1
    }
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

  /// The values that an item sorts by.
  func sortKeys(_ keys: [SortKey], _ index: Int, _ names: NameOptions) -> [SortValue] {
    keys.map { key in
      var evaluator = Evaluator(
        style, locale, items[index], CiteContext(), .sortKey, states[index], names)
      evaluator.keyOptions = key.names
      return SortValue(evaluator.sortText(key))
    }
  }
}

/// One value that an item sorts by; nothing comes last in either direction.
struct SortValue: Sendable {
  private let key: CollationKey

  init(_ text: [UInt8]) { key = CollationKey(text, strength: .primary) }

  /// Whether the first list of values comes before the second; nil where they are the same.
  static func precedes(_ left: [SortValue], _ right: [SortValue], _ keys: [SortKey]) -> Bool? {
    for (index, key) in keys.enumerated() {
      let (first, second) = (left[index].key, right[index].key)
      if first == second { continue }
      if first.isEmpty { return false }
      if second.isEmpty { return true }
      return key.isDescending ? second < first : first < second
    }
    return nil
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
      return Node(nodes(style.macros[index].elements)).plain
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
