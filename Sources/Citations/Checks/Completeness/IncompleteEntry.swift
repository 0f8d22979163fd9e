/// The rules C001 to C019 over bibliographies: an entry lacks what its type needs by the profile.
enum IncompleteEntry: EntryCheck {
  static let rules = IncompleteReference.rules

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard entry.hasKnownType else { return }
    let reference = entry.reference
    let needs = bibliography.options.profile.needs(of: reference, entryType: entry.entryType)
    for need in needs where !need.isMet(by: reference) && !isMeant(need, entry) {
      let type = entry.entryType.isEmpty ? reference.type.rawValue : "@" + entry.entryType
      let name = entry.key.isEmpty ? "the entry" : "\"\(entry.key)\""
      findings.append(
        Diagnostic(
          need.rule, "\(name) has no \(need.what); an entry of type \(type) needs one",
          at: entry.keyRange, key: entry.key))
    }
  }

  /// Whether the file has a field for the thing that its reader could not make a value of, which is another finding.
  private static func isMeant(_ need: ReferenceNeed, _ entry: CheckedEntry) -> Bool {
    need.alternatives.contains { variable in
      entry.field(of: variable).map { $0.range.end > $0.range.start } ?? false
    }
  }
}
