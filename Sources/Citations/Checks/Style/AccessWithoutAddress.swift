/// S060: a date of access without an address that was accessed.
enum AccessWithoutAddress: EntryCheck {
  static let rule = Rule(
    "S060", "access-without-address", .note, "a work has a date of access and no address")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let reference = entry.reference
    guard reference[.accessed] != nil, reference[.url] == nil, reference[.doi] == nil,
      reference[.archive] == nil, reference[.archiveLocation] == nil,
      // A link may stand in a field of another program.
      !entry.fields.contains(where: {
        ["howpublished", "note", "addendum", "eid", "eprint", "ee", "link", "library"].contains(
          $0.name)
      })
    else { return }
    findings.append(
      Diagnostic(
        rule, "\"\(entry.key)\" has a date of access and no URL or DOI",
        at: entry.place(of: .date(.accessed)),
        key: entry.key))
  }
}
