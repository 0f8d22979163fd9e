/// Reads one item of CSL-JSON into a reference.
///
/// Whatever the item holds beyond the variables of CSL is kept as extra fields, so that a writer can put it back.
/// Source: csl-data.json of CSL 1.0.2.
struct CSLJSONItemReader {
  private(set) var reference = Reference(type: .document)
  /// Whether the item says its type.
  private(set) var hasType = false
  /// Whether anything speaks for an item of CSL-JSON: an id, a type, a variable.
  private(set) var isItem = false
  private var reader: JSONReader
  private let bytes: [UInt8]

  /// Reads the object that begins at `start`.
  ///
  /// - Throws: `JSONError` where the text is no JSON, or no object stands there.
  init(_ bytes: [UInt8], at start: Int) throws(JSONError) {
    reader = JSONReader(bytes, from: start)
    self.bytes = bytes
    guard case .beginObject = try reader.next() else {
      throw JSONError("found a value that is no object, expected an item", at: start)
    }
    while case .name(let name) = try reader.next() { try takeMember(name) }
  }

  /// The offset after the item.
  var end: Int { reader.position }

  private mutating func takeMember(_ name: JSONReader.Text) throws(JSONError) {
    let key = bytes[name.range]
    if !name.hasEscapes, let variable = VariableNames.shared[key] {
      isItem = true
      try take(variable)
    } else if key.elementsEqual("id".utf8) {
      isItem = true
      reference.id = try scalarText() ?? ""
    } else if key.elementsEqual("type".utf8) {
      guard let type = try scalarText() else { return }
      isItem = true
      hasType = !type.isEmpty
      if hasType { reference.type = ItemType(rawValue: type) }
    } else if key.elementsEqual("custom".utf8) {
      takeCustom(try value())
    } else {
      let text = reader.text(name)
      let value = try value()
      if value != .null { keep([text], value) }
    }
  }

  private mutating func keep(_ steps: [String], _ value: JSONValue) {
    reference.extras.append(CSLJSONPointer.field(steps, value))
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    try JSONValue(from: reader.next(), &reader)
  }

  /// The text of a string or number; nil for null.
  private mutating func scalarText() throws(JSONError) -> String? {
    let token = try reader.next()
    switch token {
    case .string(let text): return reader.text(text)
    case .number(let range): return reader.text(range)
    case .bool(let flag): return flag ? "true" : "false"
    case .null: return nil
    default:
      try reader.skip(token)
      return nil
    }
  }

  private mutating func take(_ variable: AnyVariable) throws(JSONError) {
    switch variable {
    case .name(let variable): try takeNames(variable)
    case .date(let variable): try takeDate(variable)
    case .text, .number:
      switch try reader.next() {
      case .string(let text):
        let mayHaveTags = text.hasEscapes || bytes[text.range].contains(UInt8(ascii: "<"))
        set(variable, reader.text(text), mayHaveTags: mayHaveTags)
      case .number(let range): set(variable, reader.text(range), mayHaveTags: false)
      case .null: return
      case let token:
        keep([variable.name], try JSONValue(from: token, &reader))
      }
    }
  }

  private mutating func set(_ variable: AnyVariable, _ text: String, mayHaveTags: Bool) {
    switch variable {
    case .text(let variable):
      let isRich = mayHaveTags && !variable.isVerbatim
      reference[variable] = isRich ? CSLJSONMarkup.read(text) : RichText(text)
    case .number(let variable): reference[variable] = text
    case .date, .name: return
    }
  }

  // MARK: Names

  private mutating func takeNames(_ variable: NameVariable) throws(JSONError) {
    let token = try reader.next()
    guard case .beginArray = token else {
      let value = try JSONValue(from: token, &reader)
      if value != .null { keep([variable.rawValue], value) }
      return
    }
    var names: [Name] = []
    names.reserveCapacity(4)
    while true {
      let token = try reader.next()
      if case .endArray = token { break }
      guard case .beginObject = token else {
        let value = try JSONValue(from: token, &reader)
        // A bare string is a name that nobody took apart.
        if let text = value.string {
          names.append(Name(literal: text))
        } else if value != .null {
          keep([variable.rawValue, "-"], value)
        }
        continue
      }
      names.append(try name(variable, index: names.count))
    }
    if !names.isEmpty { reference[variable] = names }
  }

  private mutating func name(_ variable: NameVariable, index: Int) throws(JSONError) -> Name {
    var name = Name(family: "")
    while case .name(let member) = try reader.next() {
      let token = try reader.next()
      if case .string(let text) = token, set(text, as: member.range, of: &name) { continue }
      let value = try JSONValue(from: token, &reader)
      switch reader.text(member) {
      case "comma-suffix" where CSLJSONDate.isTrue(value): name.hasCommaSuffix = true
      case "static-ordering" where CSLJSONDate.isTrue(value): name.hasStaticOrdering = true
      case "comma-suffix", "static-ordering": continue
      case let other:
        if value != .null { keep([variable.rawValue, String(index), other], value) }
      }
    }
    if !name.literal.isEmpty, name != Name(literal: name.literal) {
      // The model takes a name in parts or as a whole; the parts say more.
      keep([variable.rawValue, String(index), "literal"], .string(name.literal))
      name.literal = ""
    }
    return name
  }

  /// Gives a name the part that a member means; false for other members.
  private func set(_ text: JSONReader.Text, as member: Range<Int>, of name: inout Name) -> Bool {
    switch NamePart(bytes[member]) {
    case .family: name.family = reader.text(text)
    case .given: name.given = reader.text(text)
    case .suffix: name.suffix = reader.text(text)
    case .literal: name.literal = reader.text(text)
    case .droppingParticle: name.droppingParticle = reader.text(text)
    case .nonDroppingParticle: name.nonDroppingParticle = reader.text(text)
    case nil: return false
    }
    return true
  }

  private enum NamePart {
    case family, given, suffix, literal, droppingParticle, nonDroppingParticle

    init?(_ member: ArraySlice<UInt8>) {
      switch member.count {
      case 6 where member.starts(with: "family" as StaticString): self = .family
      case 5 where member.starts(with: "given" as StaticString): self = .given
      case 6 where member.starts(with: "suffix" as StaticString): self = .suffix
      case 7 where member.starts(with: "literal" as StaticString): self = .literal
      case 17 where member.starts(with: "dropping-particle" as StaticString):
        self = .droppingParticle
      case 21 where member.starts(with: "non-dropping-particle" as StaticString):
        self = .nonDroppingParticle
      default: return nil
      }
    }
  }

  // MARK: Dates

  private mutating func takeDate(_ variable: DateVariable) throws(JSONError) {
    if let plain = PlainDateParts(bytes, from: reader.position) {
      reference[variable] = plain.date
      reader.passValue(to: plain.end)
      return
    }
    let value = try value()
    guard let members = value.object else {
      if let text = value.string {
        reference[variable] = DateValue(edtf: text) ?? DateValue(literal: text)
      } else if value != .null {
        keep([variable.rawValue], value)
      }
      return
    }
    let (date, rest) = CSLJSONDate.read(members)
    reference[variable] = date
    for member in rest { keep([variable.rawValue, member.name], member.value) }
  }

  // MARK: What our own writer puts into `custom`

  private mutating func takeCustom(_ value: JSONValue) {
    guard let members = value.object else {
      if value != .null { keep(["custom"], value) }
      return
    }
    for member in members where !takeOwn(member) { keep(["custom", member.name], member.value) }
  }

  /// Takes back what `customMembers` wrote; false for anything else.
  private mutating func takeOwn(_ member: JSONValue.Member) -> Bool {
    if let text = member.value.string {
      if member.name == "type", reference.type == .document {
        reference.type = ItemType(rawValue: text)
        return true
      }
      guard let variable = DateVariable(rawValue: member.name), reference[variable] != nil else {
        return false
      }
      reference[variable]?.literal = text
      return true
    }
    guard let fields = member.value.object, !fields.isEmpty, member.name != CSLJSONPointer.format,
      Set(fields.map(\.name)).count == fields.count
    else { return false }
    var extras: [Reference.ExtraField] = []
    for field in fields {
      let values = field.value.string.map { [$0] } ?? Self.severalStrings(field.value)
      guard let values else { return false }
      extras += values.map { .init(format: member.name, name: field.name, value: $0) }
    }
    reference.extras += extras
    return true
  }

  private static func severalStrings(_ value: JSONValue) -> [String]? {
    guard let elements = value.array, elements.count > 1 else { return nil }
    let strings = elements.compactMap(\.string)
    return strings.count == elements.count ? strings : nil
  }
}
