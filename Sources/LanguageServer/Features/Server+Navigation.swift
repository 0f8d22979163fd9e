internal import Citations

extension Server {
  /// Leads from a key to its entry.
  mutating func definition(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      return .null
    }
    let origin = place.table.json(found.range)
    var result: [JSONValue] = []
    for target in entries(named: found.key) {
      let place = target.entry.keyPlace?.range ?? target.entry.range
      let key = json(place, in: target.identity)
      guard client.hasLocationLinks else {
        result.append(location(target.identity, place))
        continue
      }
      result.append(
        .members([
          "originSelectionRange": origin,
          "targetUri": .string(workspace.files[target.identity]?.uri ?? ""),
          "targetRange": json(target.entry.extent, in: target.identity),
          "targetSelectionRange": key,
        ]))
    }
    return .array(result)
  }

  /// All places that lead to the entry whose key stands at a place.
  mutating func references(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      return .null
    }
    let withDefinitions = parameters.at("context", "includeDeclaration")?.isTrue ?? true
    var keys: Set<String> = [found.key]
    for target in entries(named: found.key) {
      keys.formUnion([target.entry.key] + target.entry.aliases)
    }
    keys.remove("")
    var result: [JSONValue] = []
    for occurrence in occurrences(of: keys)
    where withDefinitions || occurrence.role == .use {
      result.append(location(occurrence.identity, occurrence.range))
    }
    return .array(result)
  }

  /// The same key in the same file.
  mutating func highlights(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    guard let place = try place(parameters), let found = occurrence(at: place) else {
      return .null
    }
    let all = workspace.keys(place.identity)?.occurrences(in: place.identity) ?? []
    let same = all.filter { $0.key == found.key }
      .sorted { $0.range.start < $1.range.start }
    return .array(
      same.map { occurrence in
        .members([
          "range": place.table.json(occurrence.range),
          "kind": .number(occurrence.role == .definition ? 3 : 2),
        ])
      })
  }

  /// The entries of a bibliography, as its outline.
  mutating func symbols(_ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    let identity = try openFile(parameters)
    guard let file = workspace.keys(identity), file.isBibliography else { return .array([]) }
    let table = PositionTable(file.source, client.encoding)
    return .array(
      file.entries.map { entry in
        let name = JSONValue.string(entry.key.isEmpty ? "(no key)" : entry.key)
        guard client.hasNestedSymbols else {
          return .members([
            "name": name, "kind": .number(Self.keySymbol),
            "location": .members([
              "uri": .string(workspace.files[identity]?.uri ?? ""),
              "range": table.json(entry.extent),
            ]),
          ])
        }
        return .members([
          "name": name, "detail": .string(Self.label(of: entry.reference)),
          "kind": .number(Self.keySymbol), "range": table.json(entry.extent),
          "selectionRange": table.json(entry.range),
        ])
      })
  }

  /// The entries of all bibliographies whose key, authors or title have the words of a query.
  mutating func workspaceSymbols(_ parameters: JSONValue) -> JSONValue {
    let query = parameters["query"]?.string ?? ""
    let found = allEntries().lazy.filter {
      !$0.entry.key.isEmpty && KeyQuery(query).matches($0.entry)
    }
    return .array(
      found.prefix(KeyQuery.most).map { entry in
        .members([
          "name": .string(entry.entry.key), "kind": .number(Self.keySymbol),
          "containerName": .string(Self.label(of: entry.entry.reference)),
          "location": location(entry.identity, entry.entry.range),
        ])
      })
  }

  /// Authors, year and title in a line.
  static func label(of reference: Reference) -> String {
    [
      ReferenceFormatter.authors(of: reference), ReferenceFormatter.year(of: reference),
      reference[.title]?.plain ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The kind `Key` of symbols.
  private static let keySymbol = 20
}
