extension CitationItem {
  /// The cite of an object of citation data; nil where it has no `id`.
  ///
  /// Source: csl-citation.json of CSL 1.0.2; "CITATION-ITEMS" of the CSL test suite.
  public init?(json value: JSONValue) {
    guard let id = value["id"]?.scalarText else { return nil }
    func text(_ name: String) -> String { value[name]?.scalarText ?? "" }
    self.init(
      id: id, locator: text("locator"), label: Self.label(text("label")), prefix: text("prefix"),
      suffix: text("suffix"))
    if value["position"] != nil || value["near-note"] != nil {
      position = .init(
        rank: value["position"]?.integer ?? 0, isNearNote: value["near-note"] == .bool(true),
        firstNoteNumber: value["first-reference-note-number"]?.integer ?? 0)
    }
    if value["suppress-author"] == .bool(true) { mode = .suppressAuthor }
    if value["author-only"] == .bool(true) { mode = .authorOnly }
  }

  private static func label(_ name: String) -> Locator.Label? {
    Locator.Label(rawValue: name == "sub verbo" ? "sub-verbo" : name)
  }

  /// What an object of citation data says to no effect, a sentence for each.
  static func unused(of value: JSONValue) -> [String] {
    var result: [String] = []
    for member in value.object ?? [] where !members.contains(member.name) {
      result.append("`\(member.name)` in a cite is unknown and has no effect")
    }
    if let name = value["label"]?.scalarText, !name.isEmpty, label(name) == nil {
      result.append("'\(name)' is no label of a locator, page is taken; see \"Locators\" of CSL")
    }
    return result
  }

  /// The members that are read, and those that programs put there for themselves.
  private static let members: Set<String> = [
    "id", "locator", "label", "prefix", "suffix", "suppress-author", "author-only", "position",
    "near-note", "first-reference-note-number", "uris", "uri", "itemData", "locator-extra",
    "locator-date",
  ]
}
