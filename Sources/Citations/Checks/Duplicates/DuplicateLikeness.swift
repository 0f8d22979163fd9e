/// What speaks for two descriptions being of one work; each reason counts so much.
struct DuplicateLikeness: Sendable {
  /// The points, 100 and more for what cannot be doubted.
  private(set) var score = 0
  /// The reasons, for messages.
  private(set) var reasons: [String] = []
  /// Whether title and names are the same, whatever else differs.
  var isOfOneName: Bool { reasons.contains("same title") && reasons.contains("same names") }

  private mutating func add(_ points: Int, _ reason: String) {
    score += points
    reasons.append(reason)
  }

  init(_ first: DuplicateCandidate, _ second: DuplicateCandidate) {
    let left = first.reference
    let right = second.reference
    guard !Self.mayBothBe(left, right) else { return }
    if first.title == second.title {
      add(50, "same title")
    } else if first.title.utf8.count >= 16, !Self.differInNumbers(left, right),
      EditDistance.isWithin(2, first.title, second.title)
    {
      add(40, "nearly the same title")
    } else {
      return
    }
    if first.families.isEmpty, second.families.isEmpty {
      add(10, "no names")
    } else if first.families == second.families {
      add(25, "same names")
    } else if first.families.first == second.families.first {
      add(15, "same first name")
    } else {
      score -= 30
    }
    if let first = left[.issued]?.year, let second = right[.issued]?.year {
      if first == second { add(15, "same year") } else { score -= 20 }
    }
    if let first = left[.isbn]?.plain, let second = right[.isbn]?.plain,
      Folding.key(first) != Folding.key(second)
    {
      score -= 15
    }
    for variable in [NumberVariable.volume, .page] {
      guard let first = left[variable], let second = right[variable] else { continue }
      if PageRange.expanded(first) == PageRange.expanded(second) {
        add(15, "same \(variable.rawValue)")
      } else if variable == .page, Self.firstPage(first) == Self.firstPage(second) {
        add(10, "same first page")
      } else {
        // Columns come under one title in each issue, on other pages.
        score -= variable == .page ? 30 : 15
      }
    }
  }

  private static func firstPage(_ pages: String) -> String {
    pages.utf8.prefix { $0.isASCIIAlphanumeric }.map { $0.asciiLowercased }.string
  }

  /// Whether the titles differ in a word that counts the works of a series: "Part I" and "Part II".
  private static func differInNumbers(_ left: Reference, _ right: Reference) -> Bool {
    let words = [left, right].map { Folding.words($0[.title]?.plain ?? "") }
    guard words[0].count == words[1].count else { return false }
    return zip(words[0], words[1]).contains { first, second in
      first != second && isNumber(first) && isNumber(second)
    }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.count == 1 || word.utf8.allSatisfy(\.isASCIIDigit)
      || word.utf8.allSatisfy { "ivxl".utf8.contains($0) }
  }

  /// Whether both may stand beside each other: other volumes, editions, languages or kinds of one work.
  private static func mayBothBe(_ left: Reference, _ right: Reference) -> Bool {
    for variable in [NumberVariable.volume, .issue, .edition, .part, .chapterNumber, .number] {
      if let first = left[variable], let second = right[variable], first != second,
        left.type != .articleJournal || variable == .issue || variable == .number
      {
        return true
      }
    }
    // A paper, its preprint and the talk are works of their own.
    if left.type != right.type, left.type != .document, right.type != .document { return true }
    let containers = [left, right].map { Folding.key($0[.containerTitle]?.plain ?? "") }
    return left.type != .articleJournal && !containers[0].isEmpty && !containers[1].isEmpty
      && containers[0] != containers[1]
  }
}
