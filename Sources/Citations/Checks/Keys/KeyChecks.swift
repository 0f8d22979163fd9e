/// K001, K002, K003: keys over documents and the bibliographies beside them.
enum KeyChecks {
  static let undefined = Rule(
    "K001", "undefined-key", .error, "a document cites a key that no entry has")
  static let unused = Rule("K002", "unused-entry", .note, "no document cites the entry")
  static let contradiction = Rule(
    "K003", "key-in-two-files", .warning, "two bibliographies have different entries under one key")
  static let rules = [undefined, unused, contradiction]

  /// A key of a bibliography, with other keys of the same entry.
  struct Entry: Sendable {
    var key: String
    var aliases: [String]
    var range: SourceRange
    var reference: Reference
    /// Whether the entry is there for others, which inherit from it.
    var isParent = false
  }

  /// A key that a document cites and nobody has, and how it may be meant.
  static func undefined(_ use: CitedKeys.Use, among keys: Set<String>) -> Diagnostic {
    let near = nearest(to: use.key, among: keys)
    let rest = near.map { "; \"\($0)\" is" } ?? ""
    return Diagnostic(
      undefined, "no entry has the key \"\(use.key)\"\(rest)", at: use.range, key: use.key,
      fixes: near.map { [FixIt("write \"\($0)\"", .suggested, replace: use.range, with: $0)] } ?? []
    )
  }

  /// An entry that nothing cites.
  static func unused(_ entry: Entry) -> Diagnostic {
    Diagnostic(unused, "no document cites \"\(entry.key)\"", at: entry.range, key: entry.key)
  }

  /// An entry whose key another file has for something else.
  static func contradiction(_ entry: Entry, _ path: String, _ differences: [String]) -> Diagnostic {
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

extension KeyChecks {
  /// The keys of a bibliography.
  static func entries(of bibliography: CheckedBibliography) -> [Entry] {
    let parents = parents(in: bibliography)
    return bibliography.entries.map { entry in
      Entry(
        key: entry.key, aliases: names(in: "ids", of: entry, bibliography), range: entry.keyRange,
        reference: entry.reference,
        isParent: parents.contains(entry.key) || entry.entryType == "set" || entry.key.isEmpty)
    }
  }

  /// The keys that other entries name: those from which they inherit, and members of sets.
  private static func parents(in bibliography: CheckedBibliography) -> Set<String> {
    var result: Set<String> = []
    for entry in bibliography.entries {
      for field in ["crossref", "xref", "xdata", "entryset", "related"] {
        result.formUnion(names(in: field, of: entry, bibliography))
      }
    }
    return result
  }

  /// The keys in a field, which commas part.
  private static func names(
    in field: String, of entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> [String] {
    guard let field = entry.field(field) else { return [] }
    return bibliography.bytes(of: field).split(separator: UInt8(ascii: ",")).map {
      $0.trimmedASCIISpace.string
    }
  }
}
