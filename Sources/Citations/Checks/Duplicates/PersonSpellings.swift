/// D003, D004: one person under names that differ in an accent or a letter, or with given names here and initials there.
enum PersonSpellings: BibliographyCheck {
  static let spelled = Rule(
    "D003", "person-spelled-differently", .note, "a person is spelled in two ways")
  static let shortened = Rule(
    "D004", "given-names-and-initials", .note, "a person has given names here and initials there")
  static let rules = [spelled, shortened]

  /// A person as spelled in some entries.
  private struct Spelling {
    var family: String
    var given: String
    var entries: [(index: Int, variable: NameVariable)] = []
    var display: String { given + " " + family }
  }

  /// - Complexity: O(names): a name is compared only with those of the same initial and the same beginning of the family
  ///   name, or the same end.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    let spellings = spellings(in: bibliography)
    var buckets: [String: [Int]] = [:]
    for (index, spelling) in spellings.enumerated() {
      let keys = keys(spelling)
      var compared: Set<Int> = []
      for other in keys.flatMap({ buckets[$0] ?? [] }) where compared.insert(other).inserted {
        guard let rule = relation(spelling, spellings[other]) else { continue }
        // The rarer spelling is the doubtful one.
        let isRarer = spelling.entries.count <= spellings[other].entries.count
        report(
          rule, isRarer ? spelling : spellings[other], isRarer ? spellings[other] : spelling,
          bibliography, &findings)
        break
      }
      for key in keys where (buckets[key]?.count ?? 0) < mostCompared {
        buckets[key, default: []].append(index)
      }
    }
  }

  private static let mostCompared = 64

  private static func keys(_ spelling: Spelling) -> [String] {
    let family = Folding.key(spelling.family)
    let initial = Folding.key(spelling.given).prefix(1)
    return ["a\(initial)\(family.prefix(2))", "z\(initial)\(family.suffix(2))"]
  }

  private static func spellings(in bibliography: CheckedBibliography) -> [Spelling] {
    var result: [Spelling] = []
    var places: [String: Int] = [:]
    for (index, entry) in bibliography.entries.enumerated() {
      for (variable, names) in entry.reference.names {
        for name in names
        where !name.family.isEmpty && !name.given.isEmpty
          && !name.display.utf8.contains(where: \.isASCIIDigit)
        {
          let key = name.family + "|" + name.given
          let place = places[key] ?? result.count
          if place == result.count {
            places[key] = place
            result.append(Spelling(family: name.family, given: name.given))
          }
          result[place].entries.append((index, variable))
        }
      }
    }
    return result
  }

  /// The rule that two spellings break; nil for two people.
  private static func relation(_ left: Spelling, _ right: Spelling) -> Rule? {
    let families = [left.family, right.family].map(Folding.key)
    let givens = [left.given, right.given].map { Folding.words($0) }
    let isSameFamily = families[0] == families[1]
    if isSameFamily, givens[0] == givens[1] {
      // Capitals and accents count; full stops, spaces and hyphens do not.
      return letters(left) != letters(right) ? spelled : nil
    }
    if isSameFamily, isShortForm(givens[0], givens[1]) || isShortForm(givens[1], givens[0]) {
      return shortened
    }
    // A slip of one letter, in names that are long enough for it to be no other name.
    if givens[0] == givens[1], !isInitials(givens[0]), families[0].first == families[1].first,
      min(families[0].utf8.count, families[1].utf8.count) >= 5,
      EditDistance.isWithin(1, families[0], families[1])
    {
      return spelled
    }
    let joined = givens.map { $0.joined() }
    if isSameFamily, min(joined[0].utf8.count, joined[1].utf8.count) >= 6,
      EditDistance.isWithin(1, joined[0], joined[1]), !hasOtherInitial(givens[0], givens[1])
    {
      return spelled
    }
    return nil
  }

  private static func letters(_ spelling: Spelling) -> String {
    String(
      String.UnicodeScalarView(spelling.display.unicodeScalars.filter(\.properties.isAlphabetic)))
  }

  private static func isInitials(_ words: [String]) -> Bool {
    words.allSatisfy { $0.unicodeScalars.count == 1 }
  }

  /// Two names that differ in an initial, or at the end as "Andrea" and "Andreas" do, are two people.
  private static func hasOtherInitial(_ left: [String], _ right: [String]) -> Bool {
    left.count != right.count
      || zip(left, right).contains { first, second in
        first != second
          && (min(first.utf8.count, second.utf8.count) < 4 || first.first != second.first
            || first.dropLast() == second.dropLast() || first.hasPrefix(second)
            || second.hasPrefix(first))
      }
  }

  /// Whether the first has initials where the second has names.
  private static func isShortForm(_ short: [String], _ long: [String]) -> Bool {
    short.count <= long.count && isInitials(short) && !isInitials(long)
      && zip(short, long).allSatisfy { $1.hasPrefix($0) }
  }

  private static func report(
    _ rule: Rule, _ spelling: Spelling, _ other: Spelling, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    for (index, variable) in spelling.entries {
      let entry = bibliography.entries[index]
      let value = bibliography.placed(
        spelling.family, in: entry.field(of: .name(variable)), of: entry)
      findings.append(
        Diagnostic(
          rule, "\"\(spelling.display)\" is \"\(other.display)\" elsewhere", at: value.range,
          key: entry.key))
    }
  }
}
