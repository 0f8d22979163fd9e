/// Finds works that look like one another: the same title by nearly the same person, or nearly the same title by the same
/// person in the same year.
enum LikelyDuplicates {
  /// How many earlier works with the same key one is compared with.
  private static let most = 12

  /// Each work that looks like an earlier one, with that one.
  ///
  /// - Complexity: O(works), since only works with the same title or with the same person and year are compared.
  static func pairs(_ entries: [WorkTable.Entry]) -> [(work: Int, earlier: Int)] {
    var result: [(Int, Int)] = []
    var buckets: [String: [Int]] = [:]
    let titles = entries.map(mainTitle)
    for (index, entry) in entries.enumerated() {
      let title = titles[index]
      guard !title.isEmpty else { continue }
      let family = entry.families.first ?? ""
      let year = entry.reference[.issued]?.year.map(String.init) ?? ""
      let keys = ["t|" + title, "f|" + family + "|" + year]
      let earlier = keys.flatMap { buckets[$0] ?? [] }.sorted()
      if let found = earlier.first(where: {
        isAlike(entries[$0], titles[$0], entry, title)
      }) {
        result.append((index, found))
      }
      for key in keys where (buckets[key]?.count ?? 0) < most {
        buckets[key, default: []].append(index)
      }
    }
    return result
  }

  /// The words of the title up to its subtitle, folded and joined, without an article before them.
  private static func mainTitle(_ entry: WorkTable.Entry) -> String {
    let title = entry.reference[.title]?.plain ?? ""
    let words = Folding.words(String(title.split(separator: ":", maxSplits: 1).first ?? ""))
    let articles: Set<String> = [
      "the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "il", "los", "las",
    ]
    let first = words.count > 1 && articles.contains(words[0]) ? 1 : 0
    return words[first...].joined()
  }

  private static func isAlike(
    _ left: WorkTable.Entry, _ leftTitle: String, _ right: WorkTable.Entry, _ rightTitle: String
  ) -> Bool {
    guard !areSiblings(left.reference, right.reference) else { return false }
    let families = (left.families.first ?? "", right.families.first ?? "")
    if leftTitle == rightTitle {
      return families.0 == families.1 || isNearly(families.0, families.1, 1)
    }
    guard families.0 == families.1, min(leftTitle.utf8.count, rightTitle.utf8.count) >= 8 else {
      return false
    }
    return isNearly(leftTitle, rightTitle, 2)
  }

  /// Whether two works are volumes, parts or editions of one work, which are no slip.
  private static func areSiblings(_ left: Reference, _ right: Reference) -> Bool {
    // One article stands in one volume of a journal.
    let isOneIssue =
      left[.containerTitle] != nil && left[.issued]?.year == right[.issued]?.year
      && Folding.key(left[.containerTitle]?.plain ?? "")
        == Folding.key(right[.containerTitle]?.plain ?? "")
      && left.type == .articleJournal && (left[.page] == nil || left[.page] == right[.page])
    for variable in [NumberVariable.volume, .issue, .part] {
      if let first = left[variable], let second = right[variable], first != second, !isOneIssue {
        return true
      }
    }
    return left[.edition] != right[.edition]
      && (left[.issued]?.year != right[.issued]?.year
        || left[.edition] != nil && right[.edition] != nil)
  }

  /// What two descriptions of one work disagree in, in words: "the year: 1951, 1953"; empty where nothing is found.
  static func difference(_ left: Reference, _ right: Reference) -> String {
    var result: [String] = []
    func compare(_ what: String, _ first: String?, _ second: String?) {
      guard let first, let second, Folding.words(first) != Folding.words(second) else { return }
      result.append("\(what) (\"\(first)\", before \"\(second)\")")
    }
    func people(_ names: [Name]) -> String? {
      names.isEmpty ? nil : names.map(\.display).joined(separator: ", ")
    }
    compare("author", people(left[.author]), people(right[.author]))
    compare("title", left[.title]?.plain, right[.title]?.plain)
    compare("journal or book", left[.containerTitle]?.plain, right[.containerTitle]?.plain)
    compare("volume", left[.volume], right[.volume])
    compare("issue", left[.issue], right[.issue])
    compare("place", left[.publisherPlace]?.plain, right[.publisherPlace]?.plain)
    compare("publisher", left[.publisher]?.plain, right[.publisher]?.plain)
    compare(
      "year", left[.issued]?.year.map(String.init), right[.issued]?.year.map(String.init))
    compare("pages", left[.page], right[.page])
    return result.joined(separator: " and ")
  }

  /// Whether one text becomes the other by at most `limit` letters put in, left out or changed.
  private static func isNearly(_ left: String, _ right: String, _ limit: Int) -> Bool {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    guard abs(first.count - second.count) <= limit, min(first.count, second.count) >= 3 else {
      return false
    }
    var row = Array(0...second.count)
    for i in first.indices {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for j in second.indices {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (first[i] == second[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return false }
    }
    return row[second.count] <= limit
  }
}
