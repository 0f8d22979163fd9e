/// N021: a note cites a work with pages and does not say which of them.
enum MissingLocator: Check {
  static let rule = Rule(
    "N021", "locator-missing", .note, "a note cites a work without a page or another place in it")

  /// Types of works whose readers look for a place in them.
  private static let types: Set<ItemType> = [
    .book, .chapter, .articleJournal, .thesis, .report, .collection, .entryEncyclopedia,
    .paperConference,
    .classic, .periodical,
  ]

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var works: [String: ItemType] = [:]
    for work in extraction.works { works[work.id] = work.type }
    return extraction.notes.flatMap { note in
      note.cites.compactMap { cite -> Diagnostic? in
        // "Ibid." alone means the place that was cited before.
        guard cite.locator == nil, cite.kind == .full || cite.kind == .short else { return nil }
        let type = cite.work.flatMap { works[$0] } ?? cite.reference.type
        guard types.contains(type) else { return nil }
        let words = note.note.text.utf8[cite.range].string
        return Diagnostic(
          rule, "\"\(words)\" cites the whole work; expected a page where a passage is meant",
          at: note.note.text.sourceRange(of: cite.range), note: note.note.label)
      }
    }
  }
}
