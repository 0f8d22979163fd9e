/// The rules C001 to C019 over bibliographies: an entry lacks what its type needs by the profile.
enum IncompleteEntry: EntryCheck {
  static let rules = IncompleteReference.rules

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard entry.hasKnownType, !EmptyEntry.isEmpty(entry), !isUnprinted(entry, bibliography) else {
      return
    }
    if bibliography.format == "jats", isWordsOnly(entry.reference) { return }
    let reference = entry.reference
    let needs = bibliography.options.profile.needs(of: reference, entryType: entry.entryType)
    for need in needs
    where !need.isMet(by: reference) && !isMeant(need, entry, bibliography)
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

  /// Whether the entry stands for others only, and in no list of references.
  private static func isUnprinted(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    guard bibliography.options.profile == .standard, let options = entry.field("options") else {
      return false
    }
    return bibliography.bytes(of: options).split(separator: UInt8(ascii: ",")).contains {
      ["skipbib", "dataonly", "skipbib=true", "dataonly=true"].contains($0.trimmedASCIISpace.string)
    }
  }

  /// Whether a reader finds the work without the thing, by the profile that asks for no more than that.
  private static func isUnneeded(
    _ rule: Rule, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    guard bibliography.options.profile == .standard else { return false }
    switch rule {
    case IncompleteReference.missingDate:
      return namesItsWhole(entry) || isUnpublished(entry, bibliography) || isDatedOtherwise(entry)
    case IncompleteReference.missingContainer:
      // A preprint has none; an @inbook of BibTeX has the title of its book; an introduction names whose book it is in.
      return namesItsWhole(entry) || entry.field("eprint", "related") != nil
        || entry.entryType == "inbook" && bibliography.dialect == .bibtex
        || entry.entryType == "suppbook"
          && entry.field("bookauthor", "introduction", "foreword", "afterword") != nil
    case IncompleteReference.missingURL: return entry.field("related") != nil
    case IncompleteReference.missingPublisher:
      // Most traditions do not name the publishers of old books, some those of none, and few those of a learned series.
      return bibliography.habits.omitsPublishers && BibliographyHabits.hasPlace(entry)
        || entry.field("shorthand") != nil
        || bibliography.dialect == .biblatex && entry.field("series") != nil
          && entry.field("number") != nil
        || entry.reference[.issued]?.year.map { $0 < 1900 } ?? false
    case IncompleteReference.missingTitle: return isTitledOtherwise(entry, bibliography)
    case IncompleteReference.missingAuthor:
      // Works without an author are given what stands in the place of one.
      return entry.field(
        "label", "shorthand", "shortauthor", "sortname", "sortkey", "key", "organization", "namea",
        "nameb", "namec") != nil
        || entry.reference[.issued]?.year.map { $0 < 1900 } ?? false
    default: return false
    }
  }

  /// Whether a part names its whole by key; what that lacks is said of it.
  private static func namesItsWhole(_ entry: CheckedEntry) -> Bool {
    entry.field("crossref", "xref") != nil
  }

  /// Whether the work is one that many cite without a title, or has another thing in its place.
  private static func isTitledOtherwise(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    let habits = bibliography.habits
    if habits.related.contains(entry.key) || entry.field("titleaddon", "related") != nil {
      return true
    }
    switch entry.reference.type {
    case .review, .reviewBook: return true
    // A volume may have no title but that of the whole.
    case .book, .collection, .classic:
      return entry.reference[.containerTitle] != nil || entry.field("maintitle") != nil
    default: return habits.omitsArticleTitles
    }
  }

  /// Whether the work is one of law, which its report dates, has its year in its number, or is cited by a shorthand.
  private static func isDatedOtherwise(_ entry: CheckedEntry) -> Bool {
    switch entry.reference.type {
    case .legalCase, .legislation, .bill, .regulation, .treaty, .hearing: return true
    default: break
    }
    if entry.field("shorthand", "shortseries") != nil { return true }
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
  private static func isMeant(
    _ need: ReferenceNeed, _ entry: CheckedEntry, _ bibliography: CheckedBibliography
  ) -> Bool {
    need.alternatives.contains { variable in
      if let field = entry.field(of: variable) {
        let value = bibliography.bytes(of: field)
        return bibliography.tree == nil ? !value.isEmpty : !value.isBlankOfBibTeX
      }
      // A name that is misspelled is another finding.
      if MisspelledVariable.means(variable, in: entry, of: bibliography) { return true }
      return bibliography.tree != nil
        && entry.fields.contains { field in
          MisspelledField.meaning(of: field.name).map {
            CheckedEntry.fieldNames(of: variable).contains($0)
          } ?? false
        }
    }
  }

  /// Whether the reference is the words of a citation without elements, which is another finding.
  private static func isWordsOnly(_ reference: Reference) -> Bool {
    reference[.note] != nil && reference.names.isEmpty && reference.dates.isEmpty
      && reference[.title] == nil && reference[.containerTitle] == nil
  }
}
