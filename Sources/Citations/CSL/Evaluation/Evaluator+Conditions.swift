extension Evaluator {
  /// Source: CSL 1.0.2, "Choose".
  mutating func holds(_ branch: Branch) -> Bool {
    guard !branch.conditions.isEmpty else { return true }
    switch branch.match {
    case .all: return branch.conditions.allSatisfy { holds($0) }
    case .any: return branch.conditions.contains { holds($0) }
    case .none: return !branch.conditions.contains { holds($0) }
    }
  }

  private mutating func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .types(let types): types.contains(item.type)
    case .variable(let variable): has(variable)
    case .isNumeric(let variable): isNumeric(variable)
    case .isUncertainDate(let variable): item.date(variable)?.isUncertain ?? false
    case .locator(let label): !cite.locator.isEmpty && (cite.label ?? .page) == label
    case .position(let position): holds(position)
    case .disambiguate(let wanted): disambiguates == wanted
    case .never: false
    }
  }

  /// Whether the next test of `disambiguate` holds; one after the other does, as many as are needed.
  private var disambiguates: Bool {
    mutating get {
      conditionsMet += 1
      return conditionsMet <= state.conditions
    }
  }

  private func isNumeric(_ variable: ItemVariable) -> Bool {
    numericText(variable, isTest: true).map { NumberText($0).isNumeric } ?? false
  }

  private func has(_ variable: ItemVariable) -> Bool {
    switch variable {
    case .locator: !cite.locator.isEmpty
    case .citationNumber: true
    case .yearSuffix: state.yearSuffix > 0
    case .firstReferenceNoteNumber: cite.firstNote > 0
    // What was printed as a substitute is not printed again, but the item has it still.
    default: item[variable] != nil
    }
  }

  /// The text of a variable that can be asked for a number, in a test also of one that is not printed again.
  func numericText(_ variable: ItemVariable, isTest: Bool = false) -> [UInt8]? {
    switch variable {
    case .locator: cite.locator.isEmpty ? nil : cite.locator
    case .citationNumber: Array(String(state.number).utf8)
    case .firstReferenceNoteNumber:
      cite.firstNote > 0 ? Array(String(cite.firstNote).utf8) : nil
    default: suppressed.contains(variable) && !isTest ? nil : item.text(variable)
    }
  }

  private func holds(_ position: CitePosition) -> Bool {
    switch position {
    case .first: cite.positions.contains(.first)
    case .subsequent: cite.positions.contains(.subsequent)
    case .ibid: cite.positions.contains(.ibid)
    case .ibidWithLocator: cite.positions.contains(.ibidWithLocator)
    case .nearNote: cite.positions.contains(.nearNote)
    }
  }
}
