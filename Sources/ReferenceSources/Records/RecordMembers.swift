internal import Citations

/// The members of a registry's JSON that are looked at, and short forms of what they hold.
enum RecordMembers {
  /// Members of a record that are kept: those of Crossref's works, of CSL-JSON, and the description of DataCite's.
  static let kept: Set<String> = [
    "DOI", "title", "subtitle", "original-title", "author", "editor", "container-title",
    "short-container-title", "container-title-short", "issued", "published", "published-print",
    "published-online", "volume", "issue", "page", "article-number", "ISBN", "PMID", "PMCID",
    "archive", "archive_location", "URL", "type", "update-to", "updated-by", "relation",
    "attributes",
  ]

  /// Members inside of those that are kept; the rest, such as affiliations and abstracts, is most of a record.
  private static let inner: [String: Set<String>] = [
    "author": [
      "family", "given", "name", "literal", "suffix", "dropping-particle", "non-dropping-particle",
    ],
    "update-to": ["DOI", "type"], "updated-by": ["DOI", "type"],
    "relation": ["is-preprint-of"],
    "attributes": [
      "doi", "titles", "creators", "publicationYear", "container", "types", "relatedIdentifiers",
      "dates",
    ],
  ]

  /// A record with what is looked at only.
  static func pruned(_ members: [JSONValue.Member]) -> JSONValue {
    let hasDOI = members.contains { $0.name == "DOI" }
    return .object(
      members.compactMap { member in
        // Crossref's address is the DOI once more.
        if member.name == "URL", hasDOI { return nil }
        guard let names = inner[member.name == "editor" ? "author" : member.name] else {
          return member
        }
        return .init(member.name, pruned(member.value, names))
      })
  }

  private static func pruned(_ value: JSONValue, _ names: Set<String>) -> JSONValue {
    if let elements = value.array { return .array(elements.map { prunedObject($0, names) }) }
    return prunedObject(value, names)
  }

  private static func prunedObject(_ value: JSONValue, _ names: Set<String>) -> JSONValue {
    value.object.map { .object($0.filter { names.contains($0.name) }) } ?? value
  }
}

extension JSONValue {
  /// The text of a string or number; nil for others and for empty text.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }

  /// The texts of a list, or the only one.
  var texts: [String] {
    if let text { return [text] }
    return array?.compactMap(\.text) ?? []
  }
}
