/// The distinct works of a document, found by who wrote them and by title.
struct WorkTable: Sendable {
  /// A work with the note in which it was first cited in full.
  struct Entry: Sendable {
    var reference: Reference
    /// Index of the note.
    var note: Int
    /// Index of the citation in the note.
    var cite: Int
    /// Families of authors and editors, folded; a name that is not in parts as a whole.
    var families: [String]
    /// Other ways in which a short form can name them: "Iglesias Prat" for Rosa Iglesias Prat.
    var aliases: [String]
    /// The words of the title, folded.
    var titleWords: [String]
  }

  private(set) var entries: [Entry] = []
  private var byTitle: [String: [Int]] = [:]
  private var byFamily: [String: [Int]] = [:]
  /// Works by a family name and a word of the title, so that a short form by a busy author is found at once.
  private var byFamilyAndWord: [String: [Int]] = [:]

  /// Adds a work, or finds the one that it certainly is; what it adds to that one is kept.
  mutating func add(_ reference: Reference, note: Int, cite: Int) -> Int {
    let words = Folding.words(reference[.title]?.plain ?? "")
    let key = words.joined()
    let same = (byTitle[key] ?? []).filter { Self.isSame(entries[$0].reference, reference) }
    // "Fell, Salt (1974)" can be Margery Fell's book or Martin Fell's: of several, only the one with the same names.
    let certain =
      same.count == 1 ? same : same.filter { entries[$0].reference[.author] == reference[.author] }
    if let index = certain.first {
      Self.complete(&entries[index].reference, from: reference)
      return index
    }
    let people = reference[.author] + reference[.editor] + reference[.containerAuthor]
    let entry = Entry(
      reference: reference, note: note, cite: cite, families: people.map(Self.family),
      aliases: people.flatMap(Self.aliases),
      titleWords: words)
    entries.append(entry)
    byTitle[key, default: []].append(entries.count - 1)
    for family in Set(entry.families + entry.aliases) {
      byFamily[family, default: []].append(entries.count - 1)
      for word in Set(words) {
        byFamilyAndWord[family + "|" + word, default: []].append(entries.count - 1)
      }
    }
    return entries.count - 1
  }

  /// Works that have the family name among their authors or editors, in order of first citation.
  ///
  /// - Parameters:
  ///   - family: The name, folded.
  ///   - word: A word that the title must hold, folded; nil for any title.
  /// - Returns: Indices of `entries`.
  func works(by family: String, titleWord word: String? = nil) -> [Int] {
    guard let word else { return byFamily[family] ?? [] }
    return byFamilyAndWord[family + "|" + word] ?? []
  }

  /// A name's family with its particle, folded; a literal name whole.
  static func family(_ name: Name) -> String {
    name.literal.isEmpty
      ? Folding.key(name.nonDroppingParticle + name.family) : Folding.key(name.literal)
  }

  /// Other writings of the family name, folded: with the last of several given names, without its particle.
  private static func aliases(_ name: Name) -> [String] {
    guard name.literal.isEmpty else { return [] }
    var result: [String] = []
    let given = name.given.split(separator: " ")
    if given.count > 1, let last = given.last, !last.utf8.contains(0x2E) {
      result.append(Folding.key(last + name.nonDroppingParticle + name.family))
    }
    if !name.nonDroppingParticle.isEmpty { result.append(Folding.key(name.family)) }
    return result
  }

  /// Whether two descriptions with the same title are certainly of the same work: same persons, same year, nothing that differs.
  private static func isSame(_ left: Reference, _ right: Reference) -> Bool {
    for variable in [NameVariable.author, .editor] where !isSame(left[variable], right[variable]) {
      return false
    }
    guard
      left[.issued] == right[.issued]
        || left[.issued]?.year != nil && left[.issued]?.year == right[.issued]?.year
          && left.type == right.type
    else { return false }
    let texts: [TextVariable] = [
      .containerTitle, .publisherPlace, .collectionTitle, .doi, .url, .genre,
    ]
    if let first = left[.publisher], let second = right[.publisher],
      !isShorter(first.plain, second.plain), !isShorter(second.plain, first.plain)
    {
      return false
    }
    for variable in texts {
      if let first = left[variable], let second = right[variable],
        Folding.key(first.plain) != Folding.key(second.plain)
      {
        return false
      }
    }
    for variable in [NumberVariable.volume, .issue, .edition, .page, .number] {
      if let first = left[variable], let second = right[variable], first != second { return false }
    }
    return (left[.title] != nil || left[.containerTitle] != nil)
  }

  /// Whether all words of one name stand in another.
  ///
  /// "Batsford" and "B. T. Batsford".
  private static func isShorter(_ left: String, _ right: String) -> Bool {
    let words = Folding.words(right)
    return Folding.words(left).allSatisfy(words.contains)
  }

  private static func isSame(_ left: [Name], _ right: [Name]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { first, second in
      family(first) == family(second) && areCompatible(first.given, second.given)
    }
  }

  /// Whether two writings of given names can be the same person's.
  ///
  /// "J. M." and "Jonathan M." can be the same given names.
  static func areCompatible(_ left: String, _ right: String) -> Bool {
    let pairs = zip(Folding.words(left), Folding.words(right))
    return pairs.allSatisfy { $0 == $1 || ($0.count == 1 || $1.count == 1) && $0.first == $1.first }
  }

  private static func complete(_ reference: inout Reference, from other: Reference) {
    for (variable, value) in other.texts where reference[variable] == nil {
      reference[variable] = value
    }
    for (variable, value) in other.numbers where reference[variable] == nil {
      reference[variable] = value
    }
    for (variable, value) in other.dates where reference[variable] == nil {
      reference[variable] = value
    }
    for (variable, value) in other.names where reference[variable].isEmpty {
      reference[variable] = value
    }
    for (index, name) in reference[.author].enumerated() where index < other[.author].count {
      if other[.author][index].given.utf8.count > name.given.utf8.count {
        reference[.author][index] = other[.author][index]
      }
    }
  }
}
