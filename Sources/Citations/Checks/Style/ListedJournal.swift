/// S056, S057, S058: journals that a list of the house has not, or has in another form.
enum ListedJournal: BibliographyCheck {
  static let unknown = Rule(
    "S056", "journal-not-in-list", .note, "a journal is not in the list of journals")
  static let abbreviated = Rule(
    "S057", "journal-abbreviated", .note, "a journal is abbreviated that the list has in full")
  static let full = Rule(
    "S058", "journal-in-full", .note, "a journal is in full that the list abbreviates")
  static let rules = [unknown, abbreviated, full]

  private static let types: Set<ItemType> = [.articleJournal, .review, .reviewBook]

  /// For so many journals that the list has not one like them is looked for.
  private static let mostSought = 200

  /// - Complexity: O(*n* + names of the list) in the entries, as one like it is looked for a few hundred times at most.
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard let list = bibliography.options.journals, !list.isEmpty else { return }
    var likely: [String: String?] = [:]
    for entry in bibliography.entries where types.contains(entry.reference.type) {
      guard let value = bibliography.value(.containerTitle, of: entry) else { continue }
      let name = JournalList.spaced(value.text)
      if let journal = list.journal(name) {
        report(name, journal, value, entry, bibliography, &findings)
        continue
      }
      var meant = list.spelling(of: name)
      if meant == nil {
        if likely[name] == nil, likely.count < mostSought { likely[name] = list.nearest(to: name) }
        meant = likely[name] ?? nil
      }
      let hint = meant.map { "; the list has \"\($0)\"" } ?? ""
      append(
        unknown, "\"\(name)\" is not in the list of journals\(hint)", meant, value, entry,
        bibliography, &findings)
    }
  }

  /// Reports the form in which a listed journal stands.
  private static func report(
    _ name: String, _ journal: JournalList.Journal, _ value: PlacedValue, _ entry: CheckedEntry,
    _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    if name != journal.name {
      append(
        abbreviated, "\"\(name)\" is abbreviated; the list has \"\(journal.name)\"", journal.name,
        value, entry, bibliography, &findings)
    } else if let short = journal.abbreviations.first {
      append(
        full, "\"\(name)\" is in full; the list abbreviates it \"\(short)\"", short, value, entry,
        bibliography, &findings)
    }
  }

  private static func append(
    _ rule: Rule, _ message: String, _ better: String?, _ value: PlacedValue, _ entry: CheckedEntry,
    _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    // Signs that mean something in the file would have to be written otherwise.
    let isPlain = better?.utf8.allSatisfy {
      $0 >= 0x20 && !"{}%&#$_~^\\\"*<>[]`|".utf8.contains($0)
    }
    findings.append(
      Diagnostic(
        rule, message, at: value.range, key: entry.key,
        fixes: isPlain == true
          ? value.fixes("write \"\(better ?? "")\"", .suggested, with: better ?? "") : []))
  }
}
