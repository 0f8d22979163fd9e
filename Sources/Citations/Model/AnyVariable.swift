/// A variable of any kind, for tables that list variables by name.
enum AnyVariable: Sendable, Hashable {
  case text(TextVariable)
  case number(NumberVariable)
  case date(DateVariable)
  case name(NameVariable)

  /// The variable with the given CSL name, or nil.
  init?(_ name: String) {
    if let variable = TextVariable(rawValue: name) {
      self = .text(variable)
    } else if let variable = NumberVariable(rawValue: name) {
      self = .number(variable)
    } else if let variable = DateVariable(rawValue: name) {
      self = .date(variable)
    } else if let variable = NameVariable(rawValue: name) {
      self = .name(variable)
    } else {
      return nil
    }
  }
}

extension AnyVariable {
  /// The name of the variable as CSL spells it.
  var name: String {
    switch self {
    case .text(let variable): variable.rawValue
    case .number(let variable): variable.rawValue
    case .date(let variable): variable.rawValue
    case .name(let variable): variable.rawValue
    }
  }
}

extension Reference {
  /// Whether the variable has a value; empty text is none.
  func has(_ variable: AnyVariable) -> Bool {
    switch variable {
    case .text(let variable): self[variable]?.isEmpty == false
    case .number(let variable): self[variable]?.isEmpty == false
    case .date(let variable): self[variable] != nil
    case .name(let variable): !self[variable].isEmpty
    }
  }
}
