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

  /// An entry made comparable.
  private struct Candidate {
    var reference: Reference
    /// The words of the title, folded and joined.
    var title: String
    /// Families of authors and editors, folded.
    var families: [String]

    init(_ reference: Reference) {
      self.reference = reference
      title = Folding.key(reference[.title]?.plain ?? "")
      families = (reference[.author] + reference[.editor]).map(WorkTable.family)
    }

    /// What an entry must share with another one to be compared with it.
    var bucketKeys: [String] {
      guard let family = families.first, let year = reference[.issued]?.year else {
        return ["t|" + title]
      }
      let bytes = Array(title.utf8)
      return [
        "t|" + title, "p|\(family)|\(year)|\(bytes.prefix(4).string)",
        "e|\(family)|\(year)|\(bytes.suffix(6).string)",
      ]
    }
  }

  /// From this many points on two entries are reported.
  private static let leastScore = 80
  /// How many earlier entries one is compared with.
  private static let mostCompared = 12

  /// - Complexity: O(entries): only entries with the same title, or the same person, year and beginning or end of the title,
  ///   are compared.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var buckets: [String: [Int]] = [:]
    let candidates = bibliography.entries.map { Candidate($0.reference) }
    let related = relatedKeys(in: bibliography)
    for (index, candidate) in candidates.enumerated()
    where candidate.title.utf8.count >= 8 && !related.contains(bibliography.entries[index].key) {
      let keys = candidate.bucketKeys
      var compared: Set<Int> = []
      var best: (likeness: Likeness, index: Int)?
      for other in keys.flatMap({ buckets[$0] ?? [] }) where compared.insert(other).inserted {
        guard !areRelated(bibliography.entries[index], bibliography.entries[other], bibliography)
        else { continue }
        let likeness = likeness(candidate, candidates[other])
        if likeness.score >= leastScore, likeness.score > best?.likeness.score ?? 0 {
          best = (likeness, other)
        }
      }
      if let best {
        report(
          bibliography.entries[index], bibliography.entries[best.index], best.likeness, &findings)
      }
      for key in keys where (buckets[key]?.count ?? 0) < mostCompared {
        buckets[key, default: []].append(index)
      }
    }
  }

  /// The keys that entries name as related: such entries are there for them.
  private static func relatedKeys(in bibliography: CheckedBibliography) -> Set<String> {
    var result: Set<String> = []
    for entry in bibliography.entries {
      guard let field = entry.field("related") else { continue }
      for key in bibliography.bytes(of: field).split(separator: UInt8(ascii: ",")) {
        result.insert(key.trimmedASCIISpace.string)
      }
    }
    return result
  }

  /// Whether one of two entries names the other one, or is there for the sake of others only.
  private static func areRelated(
    _ first: CheckedEntry, _ second: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    // Such an entry is printed with those that it names, and may be made for that.
    if first.field("related") != nil || second.field("related") != nil { return true }
    return [(first, second), (second, first)].contains { entry, other in
      let names = ["crossref", "xref", "entryset"].compactMap { entry.field($0) }
      let options = entry.field("options").map { bibliography.text(of: $0) } ?? ""
      return names.contains { field in
        bibliography.bytes(of: field).split(separator: UInt8(ascii: ",")).contains {
          $0.trimmedASCIISpace.elementsEqual(other.key.utf8)
        }
      } || ["dataonly", "skipbib"].contains { options.hasPrefix($0) }
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

  private static func likeness(_ first: Candidate, _ second: Candidate) -> Likeness {
    var result = Likeness()
    let left = first.reference
    let right = second.reference
    guard !mayBothBe(left, right) else { return result }
    if first.title == second.title {
      result.add(50, "same title")
    } else if first.title.utf8.count >= 16, !differInNumbers(left, right),
      EditDistance.isWithin(2, first.title, second.title)
    {
      result.add(40, "nearly the same title")
    } else {
      return result
    }
    if first.families.isEmpty, second.families.isEmpty {
      result.add(10, "no names")
    } else if first.families == second.families {
      result.add(25, "same names")
    } else if first.families.first == second.families.first {
      result.add(15, "same first name")
    } else {
      result.score -= 30
    }
    if let first = left[.issued]?.year, let second = right[.issued]?.year {
      if first == second { result.add(15, "same year") } else { result.score -= 20 }
    }
    if let first = left[.isbn]?.plain, let second = right[.isbn]?.plain,
      Folding.key(first) != Folding.key(second)
    {
      result.score -= 15
    }
    for variable in [NumberVariable.volume, .page] {
      guard let first = left[variable], let second = right[variable] else { continue }
      if PageRange.expanded(first) == PageRange.expanded(second) {
        result.add(15, "same \(variable.rawValue)")
      } else {
        // Columns come under one title in each issue, on other pages.
        result.score -= variable == .page ? 30 : 15
      }
    }
    return result
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
