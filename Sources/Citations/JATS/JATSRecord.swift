/// What the elements of a citation cannot say exactly, as a piece of CSL-JSON in an attribute.
///
/// White space that XML readers collapse, characters that XML forbids, styles where an element holds none, names that
/// JATS cannot take apart, fields of other formats: they stand in `specific-use` of an empty `named-content`, which nobody
/// prints. Its members are those of a CSL-JSON item; null says that the variable has no value, `extras` lists fields
/// without a variable as format, name and value.
struct JATSRecord {
  /// The `content-type` of the element.
  static let contentType = "csl-json"

  private static let extras = "extras"

  /// The variables to be set.
  var reference: Reference
  /// Whether the type is part of the record.
  var hasType = false
  /// The CSL names of variables that have no value.
  var removed: [String] = []

  /// A record that says nothing.
  init() { reference = Reference(type: .document) }

  /// Whether it says nothing.
  var isEmpty: Bool {
    !hasType && removed.isEmpty && reference.texts.isEmpty && reference.numbers.isEmpty
      && reference.dates.isEmpty && reference.names.isEmpty && reference.extras.isEmpty
  }

  /// The attribute's value.
  var text: String {
    var plain = reference
    plain.extras = []
    plain.type = .document
    var members = plain.cslJSONMembers(id: nil)
    members.removeAll { $0.name == "type" }
    if hasType { members.insert(.init("type", .string(reference.type.rawValue)), at: 0) }
    members += removed.map { .init($0, .null) }
    if !reference.extras.isEmpty {
      let list = reference.extras.map { extra in
        JSONValue.array([.string(extra.format), .string(extra.name), .string(extra.value)])
      }
      members.append(.init(Self.extras, .array(list)))
    }
    let value = JSONValue.object(members)
    let bytes = JSONWriter.text(of: value, .compact).dropLast()
    guard Self.holdsForbidden(bytes) else { return bytes.string }
    var layout = JSONWriter.Layout.compact
    layout.asciiOnly = true
    return JSONWriter.text(of: value, layout).dropLast().string
  }

  /// Whether U+FFFE or U+FFFF is there, the two that JSON holds as they are and XML does not.
  ///
  /// Source: XML 1.0, 2.2 "Characters".
  private static func holdsForbidden(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.indices.last, last >= 2 else { return false }
    return bytes.indices.dropLast(2).contains { index in
      bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    }
  }

  /// Sets what a record says; text that is none changes nothing.
  static func apply(_ text: String, to reference: inout Reference) {
    let bytes = Array(text.utf8)
    guard let value = try? JSONValue.parse(bytes), let members = value.object,
      let item = try? CSLJSONItemReader(bytes, at: 0)
    else { return }
    if item.hasType { reference.type = item.reference.type }
    for (variable, text) in item.reference.texts { reference[variable] = text }
    for (variable, number) in item.reference.numbers { reference[variable] = number }
    for (variable, date) in item.reference.dates { reference[variable] = date }
    for (variable, names) in item.reference.names { reference[variable] = names }
    for member in members where member.value == .null { remove(member.name, from: &reference) }
    let list = value[extras]?.array ?? []
    let fields = list.compactMap { field -> Reference.ExtraField? in
      guard let parts = field.array?.compactMap(\.string), parts.count == 3 else { return nil }
      return .init(format: parts[0], name: parts[1], value: parts[2])
    }
    // A record with fields of JATS has all of them, and so their order.
    if fields.contains(where: { $0.format == JATSExtra.format }) { reference.extras = [] }
    reference.extras += fields
  }

  private static func remove(_ name: String, from reference: inout Reference) {
    switch AnyVariable(name) {
    case .text(let variable): reference[variable] = nil
    case .number(let variable): reference[variable] = nil
    case .date(let variable): reference[variable] = nil
    case .name(let variable): reference[variable] = []
    case nil: return
    }
  }
}
