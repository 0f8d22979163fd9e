/// People and institutions in the Citation File Format.
///
/// Source: Citation File Format 1.2.0, schema guide, `definitions.person`, `definitions.entity`.
enum CFFNames {
  /// The author of a work that has none, since the format demands one.
  static let anonymous = JSONValue.object([.init("name", .string("anonymous"))])

  /// The object for a name; nil where nothing is in it.
  static func value(_ name: Name) -> JSONValue? {
    if !name.literal.isEmpty { return .object([.init("name", .string(name.literal))]) }
    let particle = [name.droppingParticle, name.nonDroppingParticle].filter { !$0.isEmpty }
      .joined(separator: " ")
    let parts = [
      ("family-names", name.family), ("given-names", name.given), ("name-particle", particle),
      ("name-suffix", name.suffix),
    ].filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return nil }
    return .object(parts.map { .init($0.0, .string($0.1)) })
  }

  /// The list of names, each once, with the details that were read beside them; nil for none.
  static func list(_ names: [Name], details: [JSONValue]) -> JSONValue? {
    let values = names.compactMap { name -> JSONValue? in
      guard case .object(let members)? = value(name) else { return nil }
      let display = name.display
      let more = details.first { $0["of"]?.string == display }?.object ?? []
      return .object(members + more.filter { $0.name != "of" })
    }
    return CFFRules.list(values)
  }

  /// The name that an object says, and what it says beyond that.
  static func read(_ value: JSONValue) -> (name: Name?, rest: [JSONValue.Member]) {
    if let text = value.string { return (Name(literal: text), []) }
    var fields = JSONFields(value.object ?? [])
    if let name = fields.takeText("name") { return (Name(literal: name), fields.members) }
    let name = Name(
      family: fields.takeText("family-names") ?? "", given: fields.takeText("given-names") ?? "",
      nonDroppingParticle: fields.takeText("name-particle") ?? "",
      suffix: fields.takeText("name-suffix") ?? "")
    guard name == Name(family: "") else { return (name, fields.members) }
    let alias = fields.takeText("alias")
    return (alias.map { Name(literal: $0) }, fields.members)
  }
}
