extension Reference {
  /// The reference as the members of a CSL-JSON object, in order: id, type, then the names, texts, numbers and dates.
  ///
  /// Without an `id` the member is left out, for objects that are no whole item. A type that CSL does not know becomes
  /// `document`, and stands under `custom`, as do fields without a variable. What a CSL-JSON item had beyond the
  /// variables goes back to its place.
  /// Source: csl-data.json of CSL 1.0.2.
  func cslJSONMembers(id: String?) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(3 + names.count + texts.count + numbers.count + dates.count)
    forEachCSLJSONMember(id: id) { name, value in members.append(.init(name, value.json)) }
    for extra in extras where extra.format == CSLJSONPointer.format {
      putBack(extra, in: &members)
    }
    return members
  }

  /// Writes the object that `cslJSONMembers` describes.
  func writeCSLJSON(id: String?, to writer: inout JSONWriter) {
    guard !extras.contains(where: { $0.format == CSLJSONPointer.format }) else {
      return writer.write(.object(cslJSONMembers(id: id)))
    }
    writer.beginObject()
    forEachCSLJSONMember(id: id) { name, value in
      writer.name(name)
      value.write(to: &writer)
    }
    writer.endObject()
  }

  /// The members that stand for the variables and for what has none, in order.
  @inline(__always)
  private func forEachCSLJSONMember(id: String?, _ body: (String, CSLJSONContent) -> Void) {
    if let id { body("id", .text(id)) }
    let isKnown = type.isKnown
    body("type", .text(isKnown ? type.rawValue : ItemType.document.rawValue))
    for (variable, names) in names { body(variable.rawValue, .names(names)) }
    for (variable, text) in texts {
      body(variable.rawValue, .text(variable.isVerbatim ? text.plain : CSLJSONMarkup.text(text)))
    }
    for (variable, number) in numbers { body(variable.rawValue, .text(number)) }
    for (variable, date) in dates { body(variable.rawValue, .value(CSLJSONDate.value(date))) }
    let custom = customMembers(keepsType: !isKnown)
    if !custom.isEmpty { body("custom", .value(.object(custom))) }
  }

  /// Puts a member that an item had beyond the variables where it stood.
  private func putBack(_ extra: ExtraField, in members: inout [JSONValue.Member]) {
    let steps = CSLJSONPointer.steps(extra.name)
    guard let first = steps.first else { return }
    let value = (try? JSONValue.parse(Array(extra.value.utf8))) ?? .string(extra.value)
    guard let index = members.firstIndex(where: { $0.name == first }) else {
      let whole = steps.count == 1 ? value : JSONValue.null.putting(value, at: steps.dropFirst())
      members.append(.init(first, whole))
      return
    }
    guard steps.count > 1 else { return }
    if steps.count == 2, steps[1] == "raw", isSpelling(value, of: first) {
      members[index].value = .object([.init("raw", value)])
    } else {
      members[index].value = members[index].value.putting(value, at: steps.dropFirst())
    }
  }

  /// Whether a `raw` text says just what the date variable holds.
  private func isSpelling(_ value: JSONValue, of variable: String) -> Bool {
    guard let text = value.string, let variable = DateVariable(rawValue: variable) else {
      return false
    }
    return self[variable] == (DateValue(edtf: text) ?? DateValue(literal: text))
  }

  /// What CSL-JSON has no variable for: by format, each field once, several values of a field as an array.
  private func customMembers(keepsType: Bool) -> [JSONValue.Member] {
    var custom: [JSONValue.Member] = []
    if keepsType { custom.append(.init("type", .string(type.rawValue))) }
    for (variable, date) in dates {
      if let words = CSLJSONDate.extraWords(date) {
        custom.append(.init(variable.rawValue, .string(words)))
      }
    }
    for extra in extras where extra.format != CSLJSONPointer.format {
      let group = custom.firstIndex { $0.name == extra.format && $0.value.object != nil }
      var fields = group.flatMap { custom[$0].value.object } ?? []
      if let index = fields.firstIndex(where: { $0.name == extra.name }) {
        let values = fields[index].value.array ?? [fields[index].value]
        fields[index].value = .array(values + [.string(extra.value)])
      } else {
        fields.append(.init(extra.name, .string(extra.value)))
      }
      if let group {
        custom[group].value = .object(fields)
      } else {
        custom.append(.init(extra.format, .object(fields)))
      }
    }
    return custom
  }
}

extension JSONValue {
  /// The value with another put into it at a place that is not taken; objects grow where the place is missing.
  fileprivate func putting(_ value: JSONValue, at steps: ArraySlice<String>) -> JSONValue {
    guard let step = steps.first else { return self }
    let rest = steps.dropFirst()
    if case .array(var elements) = self {
      guard let index = Int(step), elements.indices.contains(index) else {
        return .array(elements + [value])
      }
      elements[index] = elements[index].putting(value, at: rest)
      return .array(elements)
    }
    var members = object ?? []
    if let index = members.firstIndex(where: { $0.name == step }) {
      members[index].value = members[index].value.putting(value, at: rest)
    } else {
      members.append(.init(step, rest.isEmpty ? value : JSONValue.null.putting(value, at: rest)))
    }
    return .object(members)
  }
}

/// The value of a member of an item, written or made a value: a large library is written without a tree in between.
private enum CSLJSONContent {
  case text(String)
  case names([Name])
  case value(JSONValue)

  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .names(let names): .array(names.map { .object($0.cslJSONMembers) })
    case .value(let value): value
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.write(text)
    case .value(let value): writer.write(value)
    case .names(let names):
      writer.beginArray()
      for name in names {
        writer.separate()
        writer.beginObject()
        name.forEachCSLJSONPart { part, text in
          writer.name(part)
          writer.write(text)
        }
        for flag in name.cslJSONFlags {
          writer.name(flag)
          writer.write(.bool(true))
        }
        writer.endObject()
      }
      writer.endArray()
    }
  }
}

extension Name {
  /// The name as the members of a CSL-JSON object; a part that is empty is left out.
  var cslJSONMembers: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    forEachCSLJSONPart { part, text in members.append(.init(part, .string(text))) }
    return members + cslJSONFlags.map { .init($0, .bool(true)) }
  }

  fileprivate func forEachCSLJSONPart(_ body: (String, String) -> Void) {
    if !family.isEmpty { body("family", family) }
    if !given.isEmpty { body("given", given) }
    if !droppingParticle.isEmpty { body("dropping-particle", droppingParticle) }
    if !nonDroppingParticle.isEmpty { body("non-dropping-particle", nonDroppingParticle) }
    if !suffix.isEmpty { body("suffix", suffix) }
    if !literal.isEmpty { body("literal", literal) }
  }

  fileprivate var cslJSONFlags: [String] {
    guard hasCommaSuffix || hasStaticOrdering else { return [] }
    return (hasCommaSuffix ? ["comma-suffix"] : []) + (hasStaticOrdering ? ["static-ordering"] : [])
  }
}

extension TextVariable {
  /// Whether the value is an identifier or an address, which has no styles.
  var isVerbatim: Bool {
    switch self {
    case .doi, .url, .isbn, .issn, .pmid, .pmcid, .citationKey: true
    default: false
    }
  }
}
