extension Reference {
  /// The reference as the members of a CSL-JSON object, in order: id, type, then the names, texts, numbers and dates.
  ///
  /// Without an `id` the member is left out, for objects that are no whole item. A type that CSL does not know becomes `document`, and stands under `custom`, as do fields without a variable.
  /// Source: csl-data.json of CSL 1.0.2.
  func cslJSONMembers(id: String?) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let id { members.append(.init("id", .string(id))) }
    let isKnown = ItemType.all.contains(type)
    members.append(.init("type", .string(isKnown ? type.rawValue : ItemType.document.rawValue)))
    var variables: [JSONValue.Member] = []
    for (variable, names) in names {
      let list = names.map { JSONValue.object($0.cslJSONMembers) }
      variables.append(.init(variable.rawValue, .array(list)))
    }
    for (variable, text) in texts {
      let isRich = !variable.isVerbatim
      variables.append(
        .init(variable.rawValue, .string(isRich ? CSLJSONMarkup.text(text) : text.plain)))
    }
    for (variable, number) in numbers {
      variables.append(.init(variable.rawValue, .string(number)))
    }
    for (variable, date) in dates {
      variables.append(.init(variable.rawValue, CSLJSONDate.value(date)))
    }
    members.append(contentsOf: variables)
    let custom = customMembers(keepsType: !isKnown)
    if !custom.isEmpty { members.append(.init("custom", .object(custom))) }
    return members
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
    for extra in extras {
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

extension Name {
  /// The name as the members of a CSL-JSON object; a part that is empty is left out.
  var cslJSONMembers: [JSONValue.Member] {
    var members = [
      ("family", family), ("given", given), ("dropping-particle", droppingParticle),
      ("non-dropping-particle", nonDroppingParticle), ("suffix", suffix), ("literal", literal),
    ].filter { !$0.1.isEmpty }.map { JSONValue.Member($0.0, .string($0.1)) }
    if hasCommaSuffix { members.append(.init("comma-suffix", .bool(true))) }
    if hasStaticOrdering { members.append(.init("static-ordering", .bool(true))) }
    return members
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
