/// Comparing references by the members of their CSL-JSON items.
enum MemberComparison {
  /// The names of the members that are not the same in both, in the order of the first, then of the second.
  static func differences(_ before: Reference, _ after: Reference) -> [String] {
    guard before != after else { return [] }
    let old = before.cslJSONMembers(id: before.id)
    let new = after.cslJSONMembers(id: after.id)
    // References have a few dozen members at most.
    let changed = old.filter { member in
      new.first { $0.name == member.name }?.value != member.value
    }
    let added = new.filter { member in !old.contains { $0.name == member.name } }
    return changed.map(\.name) + added.map(\.name)
  }

  /// Whether a variable has the same value in both, white space, control characters and the kind of dash aside.
  static func isAlike(_ variable: AnyVariable, _ left: Reference, _ right: Reference) -> Bool {
    key(variable, left) == key(variable, right)
  }

  private static func key(_ variable: AnyVariable, _ reference: Reference) -> [String] {
    switch variable {
    case .text(let variable): [reference[variable].map { visible($0.plain) } ?? ""]
    case .number(let variable): [reference[variable].map(visible) ?? ""]
    case .date(let variable): [reference[variable].map { visible($0.writtenOut) } ?? ""]
    case .name(let variable): reference[variable].map { visible($0.display) }
    }
  }

  /// The text without what a format may have to change.
  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isHidden =
        scalar.value < 0x80
        ? scalar.value <= 0x20 || scalar.value == 0x7F
        : scalar.properties.isWhitespace || scalar.value & 0xFFFE == 0xFFFE
      if !isHidden { result.append(scalar == "\u{2013}" ? "-" : scalar) }
    }
    return String(result)
  }
}

extension Reference {
  /// Takes the value of a variable, or that there is none, from another reference.
  mutating func take(_ variable: AnyVariable, from other: Reference) {
    switch variable {
    case .text(let variable): self[variable] = other[variable]
    case .number(let variable): self[variable] = other[variable]
    case .date(let variable): self[variable] = other[variable]
    case .name(let variable): self[variable] = other[variable]
    }
  }

  /// Every variable that has a value: names, texts, numbers and dates.
  var variables: [AnyVariable] {
    names.map { .name($0.key) } + texts.map { .text($0.key) } + numbers.map { .number($0.key) }
      + dates.map { .date($0.key) }
  }
}
