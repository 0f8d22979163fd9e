/// S053, S054: one journal under its full name in one entry and abbreviated, or spelled otherwise, in another.
enum JournalSpellings: BibliographyCheck {
  static let abbreviated = Rule(
    "S053", "journal-abbreviated-and-full", .note, "a journal stands abbreviated and in full")
  static let spelled = Rule(
    "S054", "journal-spelled-differently", .note, "a journal is spelled in two ways")
  static let rules = [abbreviated, spelled]

  /// A journal as it is spelled in some entries.
  private struct Spelling {
    var text: String
    var words: [String]
    var isAbbreviated: Bool
    var entries: [Int] = []
  }

  private static let small: Set<String> = [
    "the", "of", "and", "for", "in", "on", "a", "an", "de", "der", "die", "das", "la", "le", "les",
    "et", "und",
    "fur", "zur", "del", "della",
  ]

  /// - Complexity: O(*n*) in the entries; spellings are compared only with those that have the same initials.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    let spellings = spellings(in: bibliography)
    var byFolded: [String: [Int]] = [:]
    var fullByInitials: [String: [Int]] = [:]
    for (index, spelling) in spellings.enumerated() {
      byFolded[spelling.words.joined(separator: " "), default: []].append(index)
      if !spelling.isAbbreviated {
        fullByInitials[initials(spelling.words), default: []].append(index)
      }
    }
    for (index, spelling) in spellings.enumerated() {
      let twins = byFolded[spelling.words.joined(separator: " ")] ?? []
      if let usual = twins.max(by: { rank(spellings[$0], $0) < rank(spellings[$1], $1) }),
        usual != index
      {
        report(
          spelled, spelling, "is spelled \"\(spellings[usual].text)\" elsewhere", bibliography,
          &findings)
      }
      if let better = slip(spelling, spellings, fullByInitials) {
        report(spelled, spelling, "is spelled \"\(better)\" elsewhere", bibliography, &findings)
      }
      guard spelling.isAbbreviated || spelling.words.count > 1 else { continue }
      let candidates = (fullByInitials[initials(spelling.words)] ?? []).prefix(mostCompared)
      if let full = candidates.first(where: {
        abbreviates(spelling.words, spellings[$0].words)
          && (spelling.isAbbreviated || isMuchShorter(spelling.words, spellings[$0].words))
      }) {
        report(
          abbreviated, spelling, "stands in full elsewhere, \"\(spellings[full].text)\"",
          bibliography,
          &findings)
      }
    }
  }

  /// Whether words without full stops are too short to be another title: "Nat Commun".
  private static func isMuchShorter(_ short: [String], _ long: [String]) -> Bool {
    func length(_ words: [String]) -> Int { words.reduce(0) { $0 + $1.utf8.count } }
    return length(short) * 4 <= length(long) * 3
      && zip(short, long).allSatisfy { $0 == $1 || $0.utf8.count + 2 <= $1.utf8.count }
  }

  /// The usual spelling that a rare one differs from in one word, by a letter inside or two that are swapped.
  private static func slip(
    _ spelling: Spelling, _ all: [Spelling], _ fullByInitials: [String: [Int]]
  ) -> String? {
    guard !spelling.isAbbreviated else { return nil }
    let candidates = (fullByInitials[initials(spelling.words)] ?? []).prefix(mostCompared)
    return candidates.first { index in
      let other = all[index]
      guard other.entries.count > spelling.entries.count,
        other.words.count == spelling.words.count
      else { return false }
      let differing = zip(spelling.words, other.words).filter { $0 != $1 }
      return differing.count == 1 && isSlip(differing[0].0, differing[0].1)
    }.map { all[$0].text }
  }

  /// Whether two long words differ inside: their endings may be those of two titles.
  private static func isSlip(_ left: String, _ right: String) -> Bool {
    let words = [Array(left.utf8), Array(right.utf8)]
    guard min(words[0].count, words[1].count) >= 6, words[0].last == words[1].last,
      words[0].first == words[1].first
    else { return false }
    if words[0].count == words[1].count {
      let places = words[0].indices.filter { words[0][$0] != words[1][$0] }
      return places.count == 1
        || places.count == 2 && places[1] == places[0] + 1
          && words[0][places[0]] == words[1][places[1]]
          && words[0][places[1]] == words[1][places[0]]
    }
    return EditDistance.isWithin(1, left, right)
  }

  /// How many journals with the same initials are looked at.
  private static let mostCompared = 64

  /// More entries first, then the one that comes first.
  private static func rank(_ spelling: Spelling, _ index: Int) -> (Int, Int) {
    (spelling.entries.count, -index)
  }

  private static func spellings(in bibliography: CheckedBibliography) -> [Spelling] {
    var result: [Spelling] = []
    var places: [String: Int] = [:]
    let types: Set<ItemType> = [
      .articleJournal, .articleMagazine, .articleNewspaper, .article, .review, .reviewBook,
    ]
    for (index, entry) in bibliography.entries.enumerated()
    where types.contains(entry.reference.type) {
      guard let title = entry.reference[.containerTitle]?.plain, !title.isEmpty else { continue }
      // A space that breaks no line is written by some and not by others.
      let text = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let place = places[text] ?? result.count
      if place == result.count {
        places[text] = place
        let words = Folding.words(text).filter { !small.contains($0) }
        result.append(
          Spelling(text: text, words: words, isAbbreviated: text.utf8.contains(UInt8(ascii: "."))))
      }
      result[place].entries.append(index)
    }
    return result
  }

  private static func initials(_ words: [String]) -> String {
    words.map { String($0.prefix(1)) }.joined()
  }

  /// Whether each word of the first is the beginning of the same one of the second, or has its letters in order.
  private static func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    short.count == long.count && short != long
      && zip(short, long).allSatisfy { part, word in
        var rest = word.unicodeScalars[...]
        return part.unicodeScalars.allSatisfy { scalar in
          guard let place = rest.firstIndex(of: scalar) else { return false }
          rest = rest[rest.index(after: place)...]
          return true
        }
      }
  }

  private static func report(
    _ rule: Rule, _ spelling: Spelling, _ message: String, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    for index in spelling.entries {
      let entry = bibliography.entries[index]
      findings.append(
        Diagnostic(
          rule, "\"\(spelling.text)\" \(message)", at: entry.place(of: .text(.containerTitle)),
          key: entry.key))
    }
  }
}
