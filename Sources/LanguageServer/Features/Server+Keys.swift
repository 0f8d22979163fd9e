internal import Citations

/// A place where a citation key stands.
struct KeyOccurrence: Sendable, Hashable {
  /// What a key does at a place.
  enum Role: Sendable, Hashable {
    /// It names the entry that it stands in, `ids` included.
    case definition
    /// It leads to an entry.
    case use
  }

  var identity: String
  var key: String
  var range: SourceRange
  var role: Role
}

extension FileInCheck {
  /// All places of keys in the file, in no order.
  func occurrences(in identity: String) -> [KeyOccurrence] {
    var result = (citedKeys?.uses ?? []).map {
      KeyOccurrence(identity: identity, key: $0.key, range: $0.range, role: .use)
    }
    for entry in entries {
      for range in entry.keyPlace?.ranges ?? [] {
        result.append(
          KeyOccurrence(identity: identity, key: entry.key, range: range, role: .definition))
      }
      for mention in entry.mentions {
        result.append(
          KeyOccurrence(
            identity: identity, key: mention.key, range: mention.range,
            role: mention.field == "ids" ? .definition : .use))
      }
    }
    return result
  }
}

extension FileInCheck {
  /// The keys that the file cites, and those of its entries with the keys in their fields, in order.
  var allKeys: [String] {
    (citedKeys?.uses ?? []).map(\.key) + entries.flatMap { [$0.key] + $0.mentions.map(\.key) }
  }
}

/// An entry and the file that it stands in.
struct FoundEntry: Sendable {
  var identity: String
  var entry: KeyedEntry
}

/// The entries of all bibliographies, by their keys.
struct EntryTable: Sendable {
  /// The entries in the order of the files.
  let entries: [FoundEntry]
  private var places: [String: [Int]] = [:]

  init(_ entries: [FoundEntry]) {
    self.entries = entries
    for (index, found) in entries.enumerated() {
      for key in [found.entry.key] + found.entry.aliases { places[key, default: []].append(index) }
    }
  }

  /// The entries with a key or alias.
  subscript(key: String) -> [FoundEntry] { (places[key] ?? []).map { entries[$0] } }
}

extension Server {
  /// The entries with a key or alias, in the order of the files.
  mutating func entries(named key: String) -> [FoundEntry] { table()[key] }

  /// The entries of all bibliographies.
  mutating func allEntries() -> [FoundEntry] { table().entries }

  private mutating func table() -> EntryTable {
    if let entryTable { return entryTable }
    var found: [FoundEntry] = []
    for identity in workspace.identities {
      for entry in workspace.keys(identity)?.entries ?? [] {
        found.append(FoundEntry(identity: identity, entry: entry))
      }
    }
    let table = EntryTable(found)
    entryTable = table
    return table
  }

  /// The key at a place; nil where none stands there.
  mutating func occurrence(at place: Place) -> KeyOccurrence? {
    workspace.keys(place.identity)?.occurrences(in: place.identity).first {
      Int($0.range.start) <= place.offset && place.offset <= Int($0.range.end)
    }
  }

  /// All places of the keys in all files, in the order of the files and of their texts.
  mutating func occurrences(of keys: Set<String>) -> [KeyOccurrence] {
    var result: [KeyOccurrence] = []
    for identity in workspace.identities {
      guard let file = workspace.keys(identity) else { continue }
      result += file.occurrences(in: identity).filter { keys.contains($0.key) }
        .sorted { $0.range.start < $1.range.start }
    }
    return result
  }

  /// A range of a file as clients have it.
  mutating func location(_ identity: String, _ range: SourceRange) -> JSONValue {
    .members([
      "uri": .string(workspace.files[identity]?.uri ?? ""),
      "range": json(range, in: identity),
    ])
  }

  /// A range of a file in the client's positions.
  mutating func json(_ range: SourceRange, in identity: String) -> JSONValue {
    guard let file = workspace.keys(identity) else { return .null }
    return PositionTable(file.source, client.encoding).json(range)
  }
}
