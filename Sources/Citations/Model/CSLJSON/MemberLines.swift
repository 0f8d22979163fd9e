/// Members of a CSL-JSON item as lines `name: value`, for the free field of a format that has no place of its own for them.
///
/// The lines are those that Zotero and the CSL processors read in the field "Extra": `original-date: 1900-05`,
/// `interviewer: Mercer || Ada`. What cannot be said in that manner is the member's JSON: `author: [{"family":"Mao",…}]`.
/// `name: null` says that the variable has no value, whatever other fields seem to say.
/// Source: citeproc-js, "Cheater syntax for odd fields"; csl-data.json of CSL 1.0.2.
struct MemberLines {
  /// The reference that the lines make by themselves.
  private(set) var reference = Reference(type: .document)
  /// The names of the members that have a line, each once, in order.
  private(set) var names: [String] = []
  /// Variables that have no value.
  private(set) var cancelled: [AnyVariable] = []
  /// Lines that are none of these, in order.
  private(set) var rest: [String] = []

  /// Whether there was no line with a member.
  var isEmpty: Bool { names.isEmpty && cancelled.isEmpty }

  /// Reads lines in their order; several lines of a name variable are several names.
  init(_ lines: [String]) {
    var members: [JSONValue.Member] = []
    /// Where each name stands in `members`.
    var places: [String: Int] = [:]
    /// The values that lines after the first one add to a list, by place.
    var more: [Int: [JSONValue]] = [:]
    for line in lines {
      guard let member = Self.member(line) else {
        rest.append(line)
        continue
      }
      if member.value == .null {
        if let variable = Self.variable(member.name) { cancelled.append(variable) }
      } else if let place = places[member.name] {
        if members[place].value.array != nil, let values = member.value.array {
          more[place, default: []] += values
        } else {
          rest.append(line)
        }
      } else {
        places[member.name] = members.count
        members.append(member)
      }
    }
    for place in members.indices {
      if let values = more[place], let first = members[place].value.array {
        members[place].value = .array(first + values)
      }
    }
    names = members.map(\.name)
    guard !members.isEmpty else { return }
    let bytes = JSONWriter.text(of: .object(members), .compact)
    if let item = try? CSLJSONItemReader(bytes, at: 0) { reference = item.reference }
  }

  /// The member that a line holds, or nil.
  private static func member(_ line: String) -> JSONValue.Member? {
    let bytes = Array(line.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
    let label = bytes[..<colon]
    let text = bytes[(colon + 1)...].trimmedASCIISpace
    guard !text.isEmpty else { return nil }
    guard let name = knownName(label) else {
      guard !label.contains(0x20), let value = json(text) else { return nil }
      return .init(label.string, value)
    }
    if text.elementsEqual("null".utf8) { return .init(name, .null) }
    return value(text, of: name).map { .init(name, $0) }
  }

  /// Where the value of the member called `name` stands in a line; nil where the line has none of it.
  static func value(of name: String, in line: ArraySlice<UInt8>) -> Range<Int>? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      line[..<colon].trimmedASCIISpace.elementsEqual(name.utf8)
    else { return nil }
    let value = line[(colon + 1)...].trimmedASCIISpace
    return value.startIndex..<value.endIndex
  }

  private static func variable(_ name: String) -> AnyVariable? {
    VariableNames.shared[Array(name.utf8)[...]]
  }

  /// The name of a member as CSL-JSON spells it, from that or from words: "Original Date".
  private static func knownName(_ label: ArraySlice<UInt8>) -> String? {
    if let variable = VariableNames.shared[label] { return variable.name }
    guard label.count <= 32 else { return nil }
    let lower = label.trimmedASCIISpace.map { $0 == 0x20 ? UInt8(ascii: "-") : $0.asciiLowercased }
    if let variable = VariableNames.shared[lower[...]] { return variable.name }
    switch lower.string {
    case "id", "type", "custom": return lower.string
    case "doi", "isbn", "issn", "pmid", "pmcid", "url": return lower.string.uppercased()
    default: return nil
    }
  }

  private static func value(_ text: ArraySlice<UInt8>, of name: String) -> JSONValue? {
    let exact = json(text)
    switch variable(name) {
    case .name:
      if exact?.array != nil { return exact }
      return .array([inParts(text)])
    case .date:
      return exact?.object == nil ? .string(text.string) : exact
    case .text, .number:
      return exact?.string == nil ? .string(text.string) : exact
    case nil:
      if name == "custom" { return exact?.object == nil ? nil : exact }
      return exact?.string == nil ? .string(text.string) : exact
    }
  }

  /// "Mercer || Ada", or a name in one piece.
  private static func inParts(_ text: ArraySlice<UInt8>) -> JSONValue {
    let bytes = Array(text)
    guard let bar = bytes.firstOffset(of: Array(" || ".utf8), from: 0) else {
      return .object([.init("literal", .string(text.string))])
    }
    return .object([
      .init("family", .string(bytes[..<bar].string)),
      .init("given", .string(bytes[(bar + 4)...].string)),
    ])
  }

  private static func json(_ text: ArraySlice<UInt8>) -> JSONValue? {
    guard let first = text.first, first == 0x22 || first == 0x5B || first == 0x7B else {
      return nil
    }
    return try? JSONValue.parse(Array(text))
  }
}

extension MemberLines {
  /// The lines that say some members of a reference; a line that cancels a variable where the reference has none.
  static func lines(_ names: [String], of reference: Reference) -> [String] {
    let members = reference.cslJSONMembers(id: reference.id)
    // Words beside a date stand under `custom`, and are read only after the date.
    let dates = reference.dates.filter {
      names.contains("custom") && CSLJSONDate.extraWords($0.value) != nil
    }
    .map(\.key.rawValue).filter { !names.contains($0) }
    return (dates + names).flatMap { name in
      lines(name, members.first { $0.name == name }?.value, reference)
    }
  }

  private static func lines(
    _ name: String, _ value: JSONValue?, _ reference: Reference
  ) -> [String] {
    let variable = Self.variable(name)
    guard let value else { return variable == nil ? [] : [name + ": null"] }
    let hasMore = reference.extras.contains { extra in
      extra.format == CSLJSONPointer.format && extra.qualifiedName == name
    }
    if !hasMore, let variable, let lines = simple(variable, reference) {
      return lines.map { name + ": " + $0 }
    }
    if variable == nil, let text = value.string, isPlain(text) { return [name + ": " + text] }
    return [name + ": " + JSONWriter.text(of: value, .compact).dropLast().string]
  }

  /// The values in words, or nil where only JSON says all.
  private static func simple(_ variable: AnyVariable, _ reference: Reference) -> [String]? {
    switch variable {
    case .text(let variable):
      guard let value = reference[variable] else { return nil }
      let text = variable.isVerbatim ? value.plain : CSLJSONMarkup.text(value)
      return isPlain(text) ? [text] : nil
    case .number(let variable):
      return reference[variable].flatMap { isPlain($0) ? [$0] : nil }
    case .date(let variable):
      guard let date = reference[variable] else { return nil }
      if let edtf = date.edtf { return date.literal == nil ? [edtf] : nil }
      guard let literal = date.literal, date.start == nil, date.end == nil, isPlain(literal),
        DateValue(edtf: literal) == nil
      else { return nil }
      return [literal]
    case .name(let variable):
      let names = reference[variable].map(simple)
      let known = names.compactMap(\.self)
      return known.isEmpty || known.count < names.count ? nil : known
    }
  }

  private static func simple(_ name: Name) -> String? {
    if name == Name(literal: name.literal) {
      return isPlain(name.literal) && !name.literal.contains("||") ? name.literal : nil
    }
    guard name == Name(family: name.family, given: name.given), isPlain(name.family),
      isPlain(name.given), !name.family.contains("||"), !name.given.contains("||")
    else { return nil }
    return name.family + " || " + name.given
  }

  /// Whether a text stands for itself on a line.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, text != "null",
      !first.isASCIISpace, !last.isASCIISpace, first != 0x22, first != 0x5B, first != 0x7B
    else { return false }
    return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && !bytes.hasLineSeparator
  }
}

extension [UInt8] {
  /// Whether U+0085, U+2028 or U+2029 stands in the text, which some programs take for the end of a line.
  fileprivate var hasLineSeparator: Bool {
    firstOffset(of: [0xC2, 0x85], from: 0) != nil
      || firstOffset(of: [0xE2, 0x80, 0xA8], from: 0) != nil
      || firstOffset(of: [0xE2, 0x80, 0xA9], from: 0) != nil
  }
}
