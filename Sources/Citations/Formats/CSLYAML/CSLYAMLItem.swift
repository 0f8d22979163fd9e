/// Reads one item of CSL-YAML into a reference.
///
/// Texts, numbers and names hold pandoc's Markdown; everything else is read as CSL-JSON reads it.
struct CSLYAMLItem {
  private(set) var reference: Reference
  /// Whether the item says its type.
  let hasType: Bool

  /// Reads the pairs of an item; nil where nothing speaks for an item.
  init?(_ pairs: [YAMLNode.Pair]) {
    var members: [JSONValue.Member] = []
    var texts: [(TextVariable, RichText)] = []
    var numbers: [(NumberVariable, String)] = []
    for pair in pairs {
      let name = pair.key.text ?? pair.key.compactText
      switch AnyVariable(name) {
      case .text(let variable):
        guard let text = pair.value.text, !pair.value.isNull else { break }
        texts.append((variable, Self.text(text, variable)))
        continue
      case .number(let variable):
        guard let text = pair.value.text, !pair.value.isNull else { break }
        numbers.append((variable, PandocMarkup.plain(text)))
        continue
      case .date:
        members.append(.init(name, Self.date(pair.value)))
        continue
      case .name:
        members.append(.init(name, Self.names(pair.value)))
        continue
      case nil: break
      }
      let isLabel = name == "id" || name == "type"
      let label = isLabel && !pair.value.isNull ? pair.value.text : nil
      members.append(
        .init(name, label.map { .string(PandocMarkup.verbatim($0)) } ?? pair.value.json))
    }
    let bytes = JSONWriter.text(of: .object(members), .compact)
    guard let item = try? CSLJSONItemReader(bytes, at: 0),
      item.isItem || !texts.isEmpty || !numbers.isEmpty
    else { return nil }
    reference = item.reference
    hasType = item.hasType
    for (variable, text) in texts { reference[variable] = text }
    for (variable, number) in numbers { reference[variable] = number }
  }

  private static func text(_ text: String, _ variable: TextVariable) -> RichText {
    variable.isVerbatim ? RichText(PandocMarkup.verbatim(text)) : PandocMarkup.read(text)
  }

  // MARK: Names

  /// A list of names; one alone, or one in words, is meant as such a list.
  private static func names(_ node: YAMLNode) -> JSONValue {
    if let elements = node.elements { return .array(elements.map(name)) }
    return node.isNull ? .null : .array([name(node)])
  }

  private static func name(_ node: YAMLNode) -> JSONValue {
    guard let pairs = node.pairs else {
      return node.isNull ? .null : node.text.map { .string(PandocMarkup.plain($0)) } ?? node.json
    }
    return .object(
      pairs.map { pair in
        let key = pair.key.text ?? pair.key.compactText
        guard let text = pair.value.text, !pair.value.isNull, parts.contains(key) else {
          return .init(key, pair.value.json)
        }
        // "Null" and "True" are names of people here.
        return .init(key, .string(PandocMarkup.plain(text)))
      })
  }

  private static let parts: Set<String> = [
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal",
  ]

  // MARK: Dates

  /// A date as CSL-JSON holds it: from words, from an object, or from pandoc's older lists of years, months and days.
  private static func date(_ node: YAMLNode) -> JSONValue {
    if let text = node.text { return node.isNull ? .null : .string(PandocMarkup.verbatim(text)) }
    if let elements = node.elements {
      guard elements.count <= 2, elements.allSatisfy({ $0["year"] != nil }) else {
        // Year, month and day without names.
        let numbers = elements.compactMap { $0.text.flatMap { Int($0) } }
        guard numbers.count == elements.count, (1...3).contains(numbers.count) else {
          return node.json
        }
        return .object([.init("date-parts", .array([.array(numbers.map { .number($0) })]))])
      }
      let parts = elements.map { numbers(of: $0) }
      return .object([.init("date-parts", .array(parts))] + (elements.first.map(others) ?? []))
    }
    guard node["year"] != nil, node["date-parts"] == nil else { return node.json }
    return .object([.init("date-parts", .array([numbers(of: node)]))] + others(of: node))
  }

  private static func numbers(of node: YAMLNode) -> JSONValue {
    var numbers: [JSONValue] = []
    for key in ["year", "month", "day"] {
      guard let text = node[key]?.text, let number = Int(text) else { break }
      numbers.append(.number(number))
    }
    return .array(numbers)
  }

  private static func others(of node: YAMLNode) -> [JSONValue.Member] {
    (node.pairs ?? []).compactMap { pair in
      let key = pair.key.text ?? ""
      if ["year", "month", "day"].contains(key) { return nil }
      return .init(key == "other" ? "literal" : key, pair.value.json)
    }
  }
}
