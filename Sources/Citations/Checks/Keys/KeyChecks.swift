/// K001, K002, K003: keys over documents and the bibliographies beside them.
enum KeyChecks {
  static let undefined = Rule(
    "K001", "undefined-key", .error, "a document cites a key that no entry has")
  static let unused = Rule("K002", "unused-entry", .note, "no document cites the entry")
  static let contradiction = Rule(
    "K003", "key-in-two-files", .warning, "two bibliographies have different entries under one key")
  static let rules = [undefined, unused, contradiction]

  /// A key that a document cites and nobody has, and how it may be meant.
  static func undefined(_ use: CitedKeys.Use, among keys: Set<String>) -> Diagnostic {
    let near = nearest(to: use.key, among: keys)
    let rest = near.map { "; \"\($0)\" is" } ?? ""
    return Diagnostic(
      undefined, "no entry has the key \"\(use.key)\"\(rest)", at: use.range, key: use.key,
      fixes: near.map { [FixIt("write \"\($0)\"", .suggested, replace: use.range, with: $0)] } ?? []
    )
  }

  /// What a document that has its own entries cites without having it, and what it has without citing it.
  static func findings(_ keys: CitedKeys, among entries: [KeyedEntry]) -> [Diagnostic] {
    let known = Set(entries.map(\.key))
    var findings = keys.uses.filter { use in
      !known.contains(use.key) && !keys.identifiers.contains(use.key)
    }.map { undefined($0, among: known) }
    if !keys.asksForAll {
      let cited = Set(keys.uses.map(\.key))
      // A reference of several works is cited by the identifier of the whole.
      findings += entries.filter { entry in
        keys.identifiers.contains(entry.key) && !cited.contains(entry.key)
      }.map(unused)
    }
    return findings
  }

  /// An entry that nothing cites.
  static func unused(_ entry: KeyedEntry) -> Diagnostic {
    Diagnostic(unused, "no document cites \"\(entry.key)\"", at: entry.range, key: entry.key)
  }

  /// An entry whose key another file has for something else.
  static func contradiction(_ entry: KeyedEntry, _ path: String, _ differences: [String])
    -> Diagnostic
  {
    Diagnostic(
      contradiction,
      "\(path) has \"\(entry.key)\" too; they differ in \(differences.joined(separator: ", "))",
      at: entry.range, key: entry.key)
  }

  /// The only key that differs in one or two letters, or in capitals.
  private static func nearest(to key: String, among keys: Set<String>) -> String? {
    let folded = key.lowercased()
    let near = keys.filter {
      $0.lowercased() == folded || key.utf8.count > 4 && EditDistance.isWithin(2, key, $0)
    }
    return near.count == 1 ? near.first : nil
  }
}

extension KeyedEntry {
  /// The entries of a bibliography.
  static func entries(of bibliography: CheckedBibliography) -> [KeyedEntry] {
    var entries = bibliography.entries.map { KeyedEntry($0, bibliography) }
    var parents: Set<String> = []
    for entry in entries {
      for mention in entry.mentions where mention.field != "ids" { parents.insert(mention.key) }
    }
    for index in entries.indices {
      let entry = entries[index]
      entries[index].isParent =
        parents.contains(entry.key) || entry.entryType == "set" || entry.key.isEmpty
    }
    return entries
  }

  /// An item of a list of references in a document, of which nothing is known but its key.
  init(_ item: CitedKeys.Use) {
    key = item.key
    range = item.range
    extent = item.range
    reference = Reference(id: item.key, type: .document)
    entryType = ""
    keyPlace = KeyPlace(item.range)
  }

  private init(_ entry: CheckedEntry, _ bibliography: CheckedBibliography) {
    key = entry.key
    range = entry.keyRange
    extent = entry.range
    reference = entry.reference
    entryType = entry.entryType
    keyPlace = entry.key.isEmpty ? nil : entry.keyPlace
    for field in entry.fields where field.name == "ids" || Self.parentFields.contains(field.name) {
      for piece in bibliography.bytes(of: field).split(separator: UInt8(ascii: ",")) {
        let name = piece.trimmedASCIISpace
        guard !name.isEmpty else { continue }
        mentions.append(
          Mention(
            field: field.name, key: name.string, range: SourceRange(name.startIndex, name.endIndex))
        )
      }
    }
  }
}
