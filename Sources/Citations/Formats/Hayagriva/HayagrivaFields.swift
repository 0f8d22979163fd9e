/// The fields of an entry or a parent that are not read yet.
struct HayagrivaFields {
  private var rest: JSONFields
  /// The type of a parent.
  let type: String

  /// The fields; of a parent whose type is known, without the type.
  init(_ members: [JSONValue.Member], type: String? = nil) {
    rest = JSONFields(type == nil ? members : members.filter { $0.name != "type" })
    self.type = type ?? ""
  }

  /// The fields that are left.
  var members: [JSONValue.Member] { rest.members }

  /// The type that the fields say, in lower case.
  var typeName: String? {
    members.last { $0.name == "type" }?.value.scalarText.map(Self.lowered)
  }

  /// The fields with the type before them.
  var withType: [JSONValue.Member] { [.init("type", .string(type))] + members }

  private static func lowered(_ text: String) -> String {
    text.utf8.map(\.asciiLowercased).string
  }

  /// The value of a field, which is no longer among the fields then.
  mutating func take(_ name: String) -> JSONValue? { rest.take(name) }

  /// Puts back what is left of a field.
  mutating func put(_ name: String, _ value: JSONValue) { rest.put(name, value) }

  /// The words of a field that has nothing else; another one stays.
  mutating func takeText(_ name: String) -> String? { rest.takeText(name) }

  mutating func takeType() -> String? { take("type")?.scalarText.map(Self.lowered) }

  mutating func takeFormatted(_ name: String) -> RichText? {
    guard let value = rest[name], let text = Self.formatted(value), !text.isEmpty
    else { return nil }
    _ = take(name)
    if let short = value["short"] { put(name, .object([.init("short", short)])) }
    return text
  }

  /// A text that Hayagriva formats, from words or an object.
  static func formatted(_ value: JSONValue) -> RichText? {
    if let text = value.scalarText { return HayagrivaText.read(text) }
    guard let inner = value["value"] else { return nil }
    guard let text = inner.scalarText else {
      return inner["value"].flatMap { _ in formatted(inner) }
    }
    guard value["verbatim"] == .bool(true) else { return HayagrivaText.read(text) }
    return RichText(text, spans: text.isEmpty ? [] : [.init(0..<text.utf8.count, .noCase)])
  }

  mutating func takeNames(_ name: String) -> [Name] {
    guard let value = take(name) else { return [] }
    var left: [JSONValue] = []
    let names = (value.array ?? [value]).compactMap { element in
      if let alias = element["alias"] {
        left.append(.object([.init("name", element["name"] ?? .null), .init("alias", alias)]))
      }
      return HayagrivaPerson.read(element)
    }
    // Aliases have no variable; they are kept beside the names.
    if !left.isEmpty { put(name + "-alias", .array(left)) }
    return names
  }

  mutating func takeDate(_ name: String) -> DateValue? { take(name).flatMap(HayagrivaDate.read) }

  mutating func takePublisher() -> (name: RichText?, place: RichText?) {
    guard let value = take("publisher") else { return (nil, nil) }
    guard value["name"] != nil || value["location"] != nil else {
      return (Self.formatted(value), nil)
    }
    return (value["name"].flatMap(Self.formatted), value["location"].flatMap(Self.formatted))
  }
}
