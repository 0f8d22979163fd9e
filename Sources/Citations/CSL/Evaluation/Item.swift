/// An item with its variables at fixed places, as evaluation reads them.
struct Item: Sendable {
  /// The value of a variable.
  enum Value: Sendable {
    /// Text with the markup of CSL-JSON; numbers are text, too.
    case text([UInt8])
    case date(ItemDate)
    case names([PersonName])
  }

  let id: String
  let type: ItemType
  /// Place in `values` for each variable, 255 for those without a value.
  private var places: [UInt8]
  private var values: [Value] = []
  /// The language of the item; empty where it does not say.
  let language: String

  /// The item of a reference.
  init(_ source: Reference) {
    let reference = NoteFields.applied(to: source)
    id = reference.id
    type = reference.type
    language = reference[.language]?.plain ?? ""
    places = Array(repeating: 255, count: ItemVariable.count)
    for (key, text) in reference.texts where !text.isEmpty {
      set(ItemVariable(key), .text(Array(CSLJSONMarkup.text(text).utf8)))
    }
    for (key, number) in reference.numbers where !number.isEmpty {
      set(ItemVariable(key), .text(Array(number.utf8)))
    }
    for (key, date) in reference.dates {
      if let value = ItemDate(date) { set(ItemVariable(key), .date(value)) }
    }
    for (key, names) in reference.names where !names.isEmpty {
      set(ItemVariable(key), .names(names.map { PersonName($0) }))
    }
    fillAliases()
  }

  private mutating func set(_ variable: ItemVariable, _ value: Value) {
    guard values.count < 255 else { return }
    places[Int(variable.index)] = UInt8(values.count)
    values.append(value)
  }

  /// Gives variables that are known under two names their value under both.
  private mutating func fillAliases() {
    for (first, second) in [
      (ItemVariable.titleShort, ItemVariable.shortTitle),
      (.containerTitleShort, .journalAbbreviation), (.eventTitle, .event),
    ] {
      if self[first] == nil, let value = self[second] {
        set(first, value)
      } else if self[second] == nil, let value = self[first] {
        set(second, value)
      }
    }
    if self[.pageFirst] == nil, case .text(let pages) = self[.page] {
      let first = PageNumbers.first(of: pages)
      if !first.isEmpty { set(.pageFirst, .text(first)) }
    }
  }

  /// The value of a variable, or nil.
  subscript(variable: ItemVariable) -> Value? {
    let place = places[Int(variable.index)]
    return place == 255 ? nil : values[Int(place)]
  }

  /// The text of a variable, or nil.
  func text(_ variable: ItemVariable) -> [UInt8]? {
    if case .text(let text) = self[variable] { return text }
    return nil
  }

  func names(_ variable: ItemVariable) -> [PersonName]? {
    if case .names(let names) = self[variable] { return names }
    return nil
  }

  func date(_ variable: ItemVariable) -> ItemDate? {
    if case .date(let date) = self[variable] { return date }
    return nil
  }
}
