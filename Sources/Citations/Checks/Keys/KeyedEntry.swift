/// An entry of a bibliography by the keys that it has and those that it names.
public struct KeyedEntry: Sendable {
  /// A key in a field.
  public struct Mention: Sendable, Hashable {
    /// The field in lower case: `crossref`, `ids`.
    public var field: String
    /// The key as it stands there.
    public var key: String
    /// Where the key stands.
    public var range: SourceRange
  }

  /// The citation key; empty where the entry has none.
  public internal(set) var key: String
  /// A short piece of the entry that can be marked: the key in BibTeX.
  public internal(set) var range: SourceRange
  /// Where the key stands, and whether another one can be put there; nil where that is not known.
  public internal(set) var keyPlace: KeyPlace?
  /// Where the whole entry stands.
  public internal(set) var extent: SourceRange
  /// What the entry means.
  public internal(set) var reference: Reference
  /// The entry type of a BibTeX file in lower case; empty elsewhere.
  public internal(set) var entryType: String
  /// Whether the entry is there for others, which inherit from it.
  public internal(set) var isParent = false
  /// The keys in its fields, in order: other keys of its own and those of other entries.
  public internal(set) var mentions: [Mention] = []

  /// Other keys that lead to the entry (`ids`).
  public var aliases: [String] { mentions.filter { $0.field == "ids" }.map(\.key) }
}

extension KeyedEntry {
  /// The fields that name entries from which this one inherits, or that belong to it.
  static let parentFields = ["crossref", "xref", "xdata", "entryset", "related"]
}
