/// The collections in which cited parts stand, found by their editors and titles.
struct KnownCollections: Sendable {
  private struct Collection {
    var families: Set<String>
    var titleWords: [String]
  }

  /// Collections by the family name of each of their editors.
  private var byFamily: [String: [Collection]] = [:]

  /// Notes the collection that a part stands in, if its editors are named.
  mutating func add(of part: Reference) {
    guard let title = part[.containerTitle]?.plain else { return }
    let people = part[.editor] + part[.containerAuthor]
    let families = Set(people.map(WorkTable.family) + people.map { Folding.key($0.family) })
    let collection = Collection(families: families, titleWords: Folding.words(title))
    for family in families { byFamily[family, default: []].append(collection) }
  }

  /// Whether a short form names a collection: all its names are editors, its title is part of the collection's title.
  ///
  /// - Complexity: O(collections of the first editor).
  func contains(_ cite: Cite) -> Bool {
    let names = cite.reference[.author] + cite.reference[.editor]
    guard let first = names.first else { return false }
    let words = Folding.words(cite.reference[.title]?.plain ?? "")
    return (byFamily[WorkTable.family(first)] ?? []).contains { collection in
      names.allSatisfy { collection.families.contains(WorkTable.family($0)) }
        && (words.isEmpty || collection.titleWords.containsInOrder(words))
    }
  }
}

extension [String] {
  /// Whether all of `words` stand here in their order, others between them or not.
  func containsInOrder(_ words: [String]) -> Bool {
    var rest = self[...]
    for word in words {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
