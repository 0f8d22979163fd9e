extension StyleReader {
  mutating func branches(_ node: Int, depth: Int) -> [Branch] {
    var result: [Branch] = []
    for inner in elements(of: node) {
      checkAttributes(inner)
      switch elementName(inner) {
      case "if", "else-if":
        result.append(
          Branch(
            match: value(Branch.Match.self, "match", inner) ?? .all,
            conditions: conditions(inner), elements: elementList(inner, depth: depth + 1)))
      case "else":
        result.append(
          Branch(match: .all, conditions: [], elements: elementList(inner, depth: depth + 1)))
      default: unexpected(inner, in: "choose")
      }
    }
    return result
  }

  private mutating func conditions(_ node: Int) -> [Condition] {
    var result: [Condition] = []
    let types = words("type", node).map { ItemType(rawValue: $0) }
    if !types.isEmpty { result.append(.types(types)) }
    for name in words("variable", node) { result.append(test(name, node) { .variable($0) }) }
    for name in words("is-numeric", node) { result.append(test(name, node) { .isNumeric($0) }) }
    for name in words("is-uncertain-date", node) {
      result.append(test(name, node) { .isUncertainDate($0) })
    }
    for name in locatorWords(node) {
      if let label = Locator.Label(rawValue: name) {
        result.append(.locator(label))
      } else {
        report(.unknownStyleName, "\"\(name)\" is no locator of CSL", at: node)
        result.append(.never)
      }
    }
    for name in words("position", node) {
      if let position = CitePosition(rawValue: name) {
        result.append(.position(position))
      } else {
        report(.styleValue, "\"\(name)\" is no value of `position`", at: node)
      }
    }
    if let flag = flag("disambiguate", node) { result.append(.disambiguate(flag)) }
    if result.isEmpty {
      report(.styleStructure, "<\(tree.nodes[node].name)> tests nothing; it needs a test", at: node)
    }
    return result
  }

  private mutating func test(
    _ name: String, _ node: Int, _ condition: (ItemVariable) -> Condition
  ) -> Condition {
    if let variable = ItemVariable(name) { return condition(variable) }
    report(.unknownStyleName, "\"\(name)\" is no variable of CSL and has no value", at: node)
    return .never
  }

  /// The locators of a test; "sub verbo" is written with a space, too.
  private func locatorWords(_ node: Int) -> [String] {
    var result: [String] = []
    for word in words("locator", node) {
      if word == "verbo", result.last == "sub" {
        result[result.count - 1] = Locator.Label.subVerbo.rawValue
      } else {
        result.append(word)
      }
    }
    return result
  }
}
