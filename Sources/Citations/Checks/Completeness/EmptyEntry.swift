/// C030: an entry with nothing in it.
enum EmptyEntry: EntryCheck {
  static let rule = Rule(
    "C030", "empty-entry", .warning, "an entry has nothing that describes a work")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard isEmpty(entry) else { return }
    findings.append(
      Diagnostic(
        rule, "\"\(entry.key)\" has nothing that describes a work", at: entry.keyRange,
        key: entry.key))
  }

  /// Whether an entry has no more than a type and a key.
  static func isEmpty(_ entry: CheckedEntry) -> Bool {
    let reference = entry.reference
    return reference.texts.isEmpty && reference.numbers.isEmpty && reference.dates.isEmpty
      && reference.names.isEmpty
      && entry.fields.allSatisfy { ["id", "type", "ty"].contains($0.name) }
  }
}
