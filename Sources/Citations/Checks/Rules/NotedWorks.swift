/// What the checks of entries say about works that notes describe in full: identifiers, dates and pages that cannot be.
///
/// Rules about how a bibliography is kept do not hold for notes, which are printed as they stand.
enum NotedWorks {
  private static var checks: [any EntryCheck.Type] {
    [
      MalformedDOI.self, MalformedISBN.self, MalformedISSN.self, MalformedArXiv.self,
      MalformedURL.self, ImplausibleDate.self, SuspiciousPages.self,
    ]
  }

  private static let rules: Set<Rule> = [
    MalformedDOI.malformed, MalformedDOI.contradiction, MalformedISBN.checkDigit,
    MalformedISBN.malformed, MalformedISSN.rule, MalformedArXiv.rule, MalformedURL.space,
    MalformedURL.malformed, ImplausibleDate.future, ImplausibleDate.futureAccess,
    ImplausibleDate.earlyAccess, ImplausibleDate.original, SuspiciousPages.reversed,
  ]

  /// What the rules that are wanted find in the notes of a document.
  ///
  /// - Complexity: O(fields of all works).
  static func findings(
    in extraction: Extraction, _ options: BibliographyCheckOptions, where isWanted: (Rule) -> Bool
  ) -> [Diagnostic] {
    let wanted = rules.filter(isWanted)
    let checks = checks.filter { $0.rules.contains(where: wanted.contains) }
    guard !checks.isEmpty else { return [] }
    let bibliography = CheckedBibliography(ofNotesIn: extraction.document.source, options)
    var result: [Diagnostic] = []
    for note in extraction.notes {
      for cite in note.cites where cite.kind == .full && cite.form != .key {
        let entry = entry(of: cite, in: note.note.text)
        var findings: [Diagnostic] = []
        for check in checks { check.check(entry, in: bibliography, to: &findings) }
        for var finding in findings where wanted.contains(finding.rule) {
          finding.key = nil
          finding.note = note.note.label
          result.append(finding)
        }
      }
    }
    return result
  }

  private static func entry(of cite: Cite, in text: SourceText) -> CheckedEntry {
    let place = text.sourceRange(of: cite.range)
    let fields = cite.fields.map { field in
      let range = text.sourceRange(of: field.range)
      return CheckedEntry.Field(
        name: field.variable.lowercased(), nameRange: range, range: range, isWhole: false)
    }
    return CheckedEntry(
      reference: cite.reference, range: place, keyRange: place, entryType: "", fields: fields)
  }
}
