/// D001 over bibliographies: two entries that describe one work.
enum DuplicateEntry: BibliographyCheck {
  static let rules = [Rule.likelyDuplicate]

  /// - Complexity: O(entries).
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var search = DuplicateSearch()
    // Entries that others name as related are there for them.
    let related = bibliography.habits.related
    for (index, entry) in bibliography.entries.enumerated() where !related.contains(entry.key) {
      let candidate = DuplicateCandidate(entry.reference)
      let match = search.match(of: candidate) { other in
        !areRelated(entry, bibliography.entries[other], bibliography)
      }
      if let match {
        report(entry, bibliography.entries[match.number], match.likeness, &findings)
      }
      search.add(candidate, as: index)
    }
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
    _ entry: CheckedEntry, _ other: CheckedEntry, _ likeness: DuplicateLikeness,
    _ findings: inout [Diagnostic]
  ) {
    // Two entries with one key are another finding.
    guard entry.key != other.key || entry.key.isEmpty else { return }
    let rest = ReferenceComparison.clause(entry.reference, other.reference)
    findings.append(
      Diagnostic(
        .likelyDuplicate,
        "\"\(entry.key)\" looks like \"\(other.key)\" (\(min(likeness.score, 100)) of 100: "
          + "\(likeness.reasons.joined(separator: ", ")))\(rest)",
        at: entry.keyRange, key: entry.key))
  }
}
