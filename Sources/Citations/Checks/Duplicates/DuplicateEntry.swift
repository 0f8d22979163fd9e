/// D001 over bibliographies: two entries that describe one work.
enum DuplicateEntry: BibliographyCheck {
  static let rules = [Rule.likelyDuplicate]

  /// What speaks for two entries being one work; each reason counts so much.
  private struct Likeness {
    var score = 0
    var reasons: [String] = []

    mutating func add(_ points: Int, _ reason: String) {
      score += points
      reasons.append(reason)
    }
  }

  /// From this many points on two entries are reported.
  private static let leastScore = 80
  /// How many earlier entries one is compared with.
  private static let mostCompared = 12

  /// - Complexity: O(entries): only entries with the same title, or the same person, year and volume, are compared.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var buckets: [String: [Int]] = [:]
    let titles = bibliography.entries.map { title(of: $0.reference) }
    for (index, entry) in bibliography.entries.enumerated() {
      guard titles[index].utf8.count >= 8 else { continue }
      let keys = bucketKeys(entry.reference, titles[index])
      var compared: Set<Int> = []
      var best: (likeness: Likeness, index: Int)?
      for other in keys.flatMap({ buckets[$0] ?? [] }) where compared.insert(other).inserted {
        let likeness = likeness(
          entry.reference, titles[index], bibliography.entries[other].reference, titles[other])
        if likeness.score >= leastScore, likeness.score > best?.likeness.score ?? 0 {
          best = (likeness, other)
        }
      }
      if let best { report(entry, bibliography.entries[best.index], best.likeness, &findings) }
      for key in keys where (buckets[key]?.count ?? 0) < mostCompared {
        buckets[key, default: []].append(index)
      }
    }
  }

  private static func report(
    _ entry: CheckedEntry, _ other: CheckedEntry, _ likeness: Likeness,
    _ findings: inout [Diagnostic]
  ) {
    // Two entries with one key are another finding.
    guard entry.key != other.key || entry.key.isEmpty else { return }
    let differences = ReferenceComparison.differences(entry.reference, other.reference)
    let rest = differences.isEmpty ? "" : "; they differ in \(differences.joined(separator: ", "))"
    findings.append(
      Diagnostic(
        .likelyDuplicate,
        "\"\(entry.key)\" looks like \"\(other.key)\" (\(min(likeness.score, 100)) of 100: "
          + "\(likeness.reasons.joined(separator: ", ")))\(rest)",
        at: entry.keyRange, key: entry.key))
  }

  private static func title(of reference: Reference) -> String {
    Folding.key(reference[.title]?.plain ?? "")
  }

  private static func family(_ reference: Reference) -> String {
    (reference[.author] + reference[.editor]).first.map(WorkTable.family) ?? ""
  }

  private static func bucketKeys(_ reference: Reference, _ title: String) -> [String] {
    let year = reference[.issued]?.year.map(String.init) ?? ""
    var keys = ["t|" + title]
    let family = family(reference)
    if !family.isEmpty, !year.isEmpty {
      keys.append("p|\(family)|\(year)|\(title.prefix(4))")
      keys.append("e|\(family)|\(year)|\(title.suffix(6))")
    }
    return keys
  }

  private static func likeness(
    _ left: Reference, _ leftTitle: String, _ right: Reference, _ rightTitle: String
  ) -> Likeness {
    var result = Likeness()
    guard !mayBothBe(left, right) else { return result }
    if leftTitle == rightTitle {
      result.add(50, "same title")
    } else if EditDistance.isWithin(2, leftTitle, rightTitle), leftTitle.utf8.count >= 12 {
      result.add(40, "nearly the same title")
    } else {
      return result
    }
    let families = [left, right].map { ($0[.author] + $0[.editor]).map(WorkTable.family) }
    if families[0].isEmpty && families[1].isEmpty {
      result.add(10, "no names")
    } else if families[0] == families[1] {
      result.add(25, "same names")
    } else if families[0].first == families[1].first {
      result.add(15, "same first name")
    } else {
      result.score -= 30
    }
    if let first = left[.issued]?.year, let second = right[.issued]?.year {
      if first == second { result.add(15, "same year") } else { result.score -= 20 }
    }
    for variable in [NumberVariable.volume, .page] {
      guard let first = left[variable], let second = right[variable] else { continue }
      if PageRange.expanded(first) == PageRange.expanded(second) {
        result.add(15, "same \(variable.rawValue)")
      } else {
        result.score -= 15
      }
    }
    return result
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
