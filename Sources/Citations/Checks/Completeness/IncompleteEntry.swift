/// The rules C001 to C019 over bibliographies: an entry lacks what its type needs by the profile.
enum IncompleteEntry: EntryCheck {
  static let rules = IncompleteReference.rules

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard entry.hasKnownType, !EmptyEntry.isEmpty(entry) else { return }
    let reference = entry.reference
    let needs = bibliography.options.profile.needs(of: reference, entryType: entry.entryType)
    for need in needs
    where !need.isMet(by: reference) && !isMeant(need, entry)
      && !isUnneeded(need.rule, entry, bibliography)
    {
      let type = entry.entryType.isEmpty ? reference.type.rawValue : "@" + entry.entryType
      let name = entry.key.isEmpty ? "the entry" : "\"\(entry.key)\""
      findings.append(
        Diagnostic(
          need.rule, "\(name) has no \(need.what); an entry of type \(type) needs one",
          at: entry.keyRange, key: entry.key))
    }
  }

  /// Whether a reader finds the work without the thing, by the profile that asks for no more than that.
  private static func isUnneeded(
    _ rule: Rule, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    guard bibliography.options.profile == .standard else { return false }
    switch rule {
    case IncompleteReference.missingContainer, IncompleteReference.missingDate:
      // A part may name its whole by key; what that lacks is said of it.
      if entry.field("crossref", "xref") != nil { return true }
      if rule == IncompleteReference.missingDate {
        return isUnpublished(entry, bibliography) || isDatedOtherwise(entry)
      }
      // A preprint has none; an @inbook of BibTeX has the title of its book.
      if rule == IncompleteReference.missingContainer, entry.field("eprint") != nil { return true }
      return rule == IncompleteReference.missingContainer && entry.entryType == "inbook"
        && bibliography.dialect == .bibtex
    case IncompleteReference.missingPublisher:
      // Most traditions do not name the publishers of old books, and some those of none.
      return bibliography.habits.omitsPublishers && BibliographyHabits.hasPlace(entry)
        || entry.field("shorthand") != nil
        || entry.reference[.issued]?.year.map { $0 < 1900 } ?? false
    case IncompleteReference.missingTitle:
      // Many reviews have none.
      return entry.reference.type == .review || entry.reference.type == .reviewBook
        || bibliography.habits.omitsArticleTitles && entry.reference.type == .articleJournal
        || bibliography.habits.related.contains(entry.key)
    case IncompleteReference.missingAuthor:
      // Works without an author are given what stands in the place of one.
      return entry.field("label", "shorthand", "shortauthor", "sortname", "sortkey", "key") != nil
        || entry.reference[.issued]?.year.map { $0 < 1900 } ?? false
    default: return false
    }
  }

  /// Whether the work is one of law, which its report dates, has its year in its number, or is cited by a shorthand.
  private static func isDatedOtherwise(_ entry: CheckedEntry) -> Bool {
    switch entry.reference.type {
    case .legalCase, .legislation, .bill, .regulation, .treaty, .hearing: return true
    default: break
    }
    if entry.field("shorthand") != nil { return true }
    let number = Array((entry.reference[.number] ?? "").utf8)
    return number.split { !$0.isASCIIDigit }.contains { digits in
      digits.count == 4 && (digits.first == UInt8(ascii: "1") || digits.first == UInt8(ascii: "2"))
    }
  }

  /// Whether a note says that the work has not appeared, and so has no date.
  private static func isUnpublished(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    let other = entry.field("howpublished").map { bibliography.text(of: $0) }
    let text = entry.reference[.note]?.plain ?? other ?? ""
    let note = Folding.words(text).joined(separator: " ")
    return ["in press", "submitted", "forthcoming", "to appear", "to be published", "accepted"]
      .contains { note.hasPrefix($0) }
  }

  /// Whether the file has a field for the thing that its reader could not make a value of, which is another finding.
  private static func isMeant(_ need: ReferenceNeed, _ entry: CheckedEntry) -> Bool {
    need.alternatives.contains { variable in
      entry.field(of: variable).map { $0.range.end > $0.range.start } ?? false
    }
  }
}
