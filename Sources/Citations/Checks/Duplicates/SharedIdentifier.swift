/// D002: two entries with one DOI, ISBN or number of PubMed.
enum SharedIdentifier: BibliographyCheck {
  static let rule = Rule(
    "D002", "same-doi", .warning, "two entries have one DOI, ISBN or number of PubMed")
  static let rules = [rule]

  private static let kinds: [(variable: TextVariable, name: String)] = [
    (.doi, "DOI"), (.isbn, "ISBN"), (.pmid, "PMID"), (.pmcid, "PMCID"),
  ]

  /// - Complexity: O(entries).
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    // The first entry with each number, by kinds.
    var first = [[String: Int]](repeating: [:], count: kinds.count)
    for (index, entry) in bibliography.entries.enumerated() {
      for (place, kind) in kinds.enumerated() where entry.reference[kind.variable] != nil {
        guard let value = bibliography.value(kind.variable, of: entry),
          let number = number(Array(value.text.utf8), kind.variable)
        else { continue }
        guard let earlier = first[place][number] else {
          first[place][number] = index
          continue
        }
        let other = bibliography.entries[earlier]
        guard isStrange(kind.variable, entry, other) else { continue }
        let rest = ReferenceComparison.clause(entry.reference, other.reference)
        findings.append(
          Diagnostic(
            rule, "\"\(number)\" is the \(kind.name) of \"\(other.key)\" too\(rest)",
            at: value.range, key: entry.key))
        // One number that two entries share is enough.
        break
      }
    }
  }

  /// A number in the one form in which it can be compared; nil for what is none.
  static func number(_ text: [UInt8], _ variable: TextVariable) -> String? {
    switch variable {
    case .doi:
      let doi = MalformedDOI.bare(text[...]).map(\.asciiLowercased).string
      return doi.hasPrefix("10.") ? doi : nil
    case .isbn:
      let digits = PlacedDigits(text[...]).values
      guard digits.count == 10 || digits.count == 13 else { return nil }
      // The last digit of the two forms differs.
      let body = digits.count == 13 ? digits : [9, 7, 8] + digits
      return (body.dropLast() + [CheckDigit.ofThirteen(body.dropLast())]).map(String.init).joined()
    default:
      let digits = text.filter(\.isASCIIDigit).string
      return digits.utf8.count > 3 ? digits : nil
    }
  }

  /// Whether two entries cannot both have the number.
  private static func isStrange(
    _ variable: TextVariable, _ entry: CheckedEntry, _ other: CheckedEntry
  ) -> Bool {
    let left = entry.reference
    let right = other.reference
    guard !arePartsOfOne(left, right) else { return false }
    guard variable == .isbn else { return true }
    // Volumes of a set have its number as well, and one title twice is another finding.
    let titles = [left, right].map { Folding.key($0[.title]?.plain ?? "") }
    return left.type == .book && right.type == .book && left[.volume] == right[.volume]
      && entry.field("crossref", "xref", "maintitle", "volumes") == nil
      && other.field("crossref", "xref", "maintitle", "volumes") == nil
      && !titles.contains("") && !titles[0].hasPrefix(titles[1]) && !titles[1].hasPrefix(titles[0])
  }

  /// Whether one is a part of a book: chapters are often given its DOI.
  static func arePartsOfOne(_ left: Reference, _ right: Reference) -> Bool {
    let parts: Set<ItemType> = [
      .chapter, .paperConference, .entry, .entryEncyclopedia, .entryDictionary,
    ]
    return (parts.contains(left.type) || parts.contains(right.type))
      && Folding.key(left[.title]?.plain ?? "") != Folding.key(right[.title]?.plain ?? "")
  }
}
