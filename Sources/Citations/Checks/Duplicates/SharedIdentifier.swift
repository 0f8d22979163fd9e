/// D002: two entries with one DOI.
enum SharedIdentifier: BibliographyCheck {
  static let rule = Rule("D002", "same-doi", .warning, "two entries have one DOI")
  static let rules = [rule]

  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    for (index, entry) in bibliography.entries.enumerated() {
      guard let value = bibliography.value(.doi, of: entry) else { continue }
      let doi = MalformedDOI.bare(Array(value.text.utf8)[...]).map(\.asciiLowercased).string
      guard doi.hasPrefix("10."), let earlier = first[doi] else {
        first[doi] = first[doi] ?? index
        continue
      }
      let other = bibliography.entries[earlier]
      // Chapters are often given the DOI of their book.
      guard !arePartsOfOne(entry.reference, other.reference) else { continue }
      let differences = ReferenceComparison.differences(entry.reference, other.reference)
      let rest =
        differences.isEmpty ? "" : "; they differ in \(differences.joined(separator: ", "))"
      findings.append(
        Diagnostic(
          rule, "\"\(doi)\" is the DOI of \"\(other.key)\" too\(rest)", at: value.range,
          key: entry.key))
    }
  }

  static func arePartsOfOne(_ left: Reference, _ right: Reference) -> Bool {
    let parts: Set<ItemType> = [
      .chapter, .paperConference, .entry, .entryEncyclopedia, .entryDictionary,
    ]
    return (parts.contains(left.type) || parts.contains(right.type))
      && Folding.key(left[.title]?.plain ?? "") != Folding.key(right[.title]?.plain ?? "")
  }
}
