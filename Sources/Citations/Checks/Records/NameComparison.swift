/// Names compared as an editor would: family names, and what initials both give.
enum NameComparison {
  /// Whether the names of a reference are those of a record.
  ///
  /// - Parameters:
  ///   - names: The names of the reference; "others" at their end stands for the rest.
  ///   - known: The names of the record.
  ///   - allowsFewer: Whether a list may end early without saying so.
  /// - Returns: Whether an editor would leave the list as it is.
  static func isSame(_ names: [Name], _ known: [Name], allowsFewer: Bool) -> Bool {
    var names = names
    var mayEnd = allowsFewer
    if let last = names.last, isOthers(last) {
      names.removeLast()
      mayEnd = true
    }
    if pairsUp(names, known, mayEnd) { return true }
    // Groups beside persons are often left out.
    let persons = known.filter { $0.literal.isEmpty }
    return persons.count < known.count && !persons.isEmpty && pairsUp(names, persons, mayEnd)
  }

  private static func pairsUp(_ names: [Name], _ known: [Name], _ mayEnd: Bool) -> Bool {
    guard names.count == known.count || mayEnd && names.count < known.count else { return false }
    return zip(names, known).allSatisfy(isSame)
  }

  /// Whether a name stands for those that are not given.
  static func isOthers(_ name: Name) -> Bool {
    ["others", "etal", "andothers"].contains(Folding.key(name.literal))
      || ["etal", "others"].contains(Folding.key(name.given + name.family))
  }

  /// Whether two names can be one person's, or one group's.
  static func isSame(_ left: Name, _ right: Name) -> Bool {
    let isReadable = [left, right].allSatisfy { !transliterated($0.display).isEmpty }
    // Two scripts that we do not read cannot contradict each other.
    guard isReadable else { return true }
    if !left.literal.isEmpty || !right.literal.isEmpty { return isSameWhole(left, right) }
    if shareFamily(left, right) { return agree(left.given, right.given) }
    // A given name and a family name can change places, and parts of a double name can stand in either.
    return sortedWords(left) == sortedWords(right)
  }

  private static func isSameWhole(_ left: Name, _ right: Name) -> Bool {
    if !TitleComparison.keys(of: left.display).isDisjoint(
      with: TitleComparison.keys(of: right.display))
    {
      return true
    }
    let first = sortedWords(left)
    let second = sortedWords(right)
    if first == second { return true }
    // "Hallam Trust" for "The Hallam Trust".
    let isPart = Set(first).isSubset(of: second) || Set(second).isSubset(of: first)
    return isPart && min(first.count, second.count) * 2 >= max(first.count, second.count)
  }

  private static func sortedWords(_ name: Name) -> [String] {
    Folding.words(name.display).sorted()
  }

  /// Whether the family names are the same, with or without particles and suffixes.
  static func shareFamily(_ left: Name, _ right: Name) -> Bool {
    !families(left).isDisjoint(with: families(right))
  }

  private static func families(_ name: Name) -> Set<String> {
    let particles = [name.droppingParticle, name.nonDroppingParticle]
      .filter { !$0.isEmpty }.joined(separator: " ")
    var result = TitleComparison.keys(of: name.family)
    result.formUnion(TitleComparison.keys(of: particles + name.family))
    result.formUnion(TitleComparison.keys(of: name.nonDroppingParticle + name.family))
    if !name.suffix.isEmpty {
      result.formUnion(TitleComparison.keys(of: name.family + name.suffix))
    }
    return result
  }

  /// Whether the initials of given names agree as far as both go: "JM" and "Jonathan" do.
  private static func agree(_ left: String, _ right: String) -> Bool {
    let first = givenWords(left)
    let second = givenWords(right)
    return zip(first, second).allSatisfy { $0.first == $1.first }
  }

  /// The given names; capitals that stand together are initials.
  private static func givenWords(_ given: String) -> [String] {
    given.unicodeScalars.split { " .-\u{2010}\u{2011}".unicodeScalars.contains($0) }
      .map { String($0) }
      .flatMap { word -> [String] in
        let isInitials =
          word.utf8.count > 1 && word.utf8.count <= 3 && word.utf8.allSatisfy(\.isASCIIUpper)
        return isInitials
          ? word.unicodeScalars.map { transliterated(String($0)) }
          : [transliterated(word)]
      }.filter { !$0.isEmpty }
  }
}
