/// What a reference and the record of its work say differently.
struct RecordConflict {
  /// The rule that is broken.
  var rule: Rule
  /// The variable that differs.
  var variable: AnyVariable
  /// The words for the variable in messages, with its verb: "the title", "is".
  var subject: (noun: String, verb: String)
  /// What the reference says.
  var said: String
  /// What the record says.
  var known: String

  init(_ rule: Rule, _ variable: AnyVariable, _ noun: String, said: String, known: String) {
    self.rule = rule
    self.variable = variable
    subject = (noun, noun.hasSuffix("s") ? "are" : "is")
    self.said = said
    self.known = known
  }

  /// The finding's words.
  func message(_ source: String) -> String {
    "the \(subject.noun) \"\(Self.short(said))\" \(subject.verb) \"\(Self.short(known))\" in \(source)"
  }

  /// A value as a message shows it: long ones are cut.
  static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 120
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(117))) + "…"
  }
}

/// Compares references with records, variable by variable.
struct RecordComparison {
  /// The reference as it was read.
  let reference: Reference
  /// The record of the same work.
  let record: SourceRecord
  /// Whether lists of names may end early without saying so, as in notes.
  let allowsFewerNames: Bool

  /// Whether the record is of the book that the reference is a part of.
  private var isOfContainer: Bool {
    guard let container = reference[.containerTitle]?.plain, !isTitleSame else { return false }
    return ContainerComparison.isSame(container, record.titles)
  }

  private var isTitleSame: Bool {
    guard let title = reference[.title]?.plain, !title.isEmpty, !record.titles.isEmpty else {
      return true
    }
    return TitleComparison.isSame(
      RetractionMark.bare(title), record.titles.map(RetractionMark.bare))
  }

  /// Whether the record is of another work: neither its title nor its names are those of the reference.
  var isOfAnotherWork: Bool {
    guard let title = reference[.title]?.plain, !title.isEmpty, !isTitleSame, !isOfContainer else {
      return false
    }
    let likeness = record.titles.map {
      TitleComparison.likeness(RetractionMark.bare(title), RetractionMark.bare($0))
    }.max()
    guard (likeness ?? 1) < 0.5 else { return false }
    let names = reference[.author] + reference[.editor]
    let known = record.reference[.author] + record.reference[.editor]
    guard !names.isEmpty, !known.isEmpty else { return (likeness ?? 1) < 0.25 }
    return !names.contains { name in known.contains { NameComparison.shareFamily(name, $0) } }
  }

  /// All differences, in the order of the rules.
  var conflicts: [RecordConflict] {
    guard !isOfContainer else { return [year].compactMap { $0 } }
    return [title, names, year, container, volume, issue, pages, doi].compactMap { $0 }
  }

  private var title: RecordConflict? {
    guard !isTitleSame, let title = reference[.title]?.plain, let known = record.titles.first
    else { return nil }
    return RecordConflict(
      .titleDiffers, .text(.title), "title", said: title, known: RetractionMark.bare(known))
  }

  private var names: RecordConflict? {
    let own = reference[.author].isEmpty ? reference[.editor] : reference[.author]
    let variable: NameVariable = reference[.author].isEmpty ? .editor : .author
    let lists = [record.reference[variable], record.reference[.author], record.reference[.editor]]
      .filter { !$0.isEmpty }
    guard !own.isEmpty, let known = lists.first,
      !lists.contains(where: {
        NameComparison.isSame(own, $0, allowsFewer: allowsFewerNames)
      })
    else { return nil }
    return RecordConflict(
      .namesDiffer, .name(variable), variable == .author ? "authors" : "editors",
      said: Self.list(own), known: Self.list(known))
  }

  private static func list(_ names: [Name]) -> String {
    let shown = names.prefix(6).map(\.display).joined(separator: ", ")
    return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
  }

  private var year: RecordConflict? {
    guard let year = reference[.issued]?.year, let known = record.years.first,
      !record.years.contains(year)
    else { return nil }
    return RecordConflict(
      .yearDiffers, .date(.issued), "year", said: String(year), known: String(known))
  }

  private var container: RecordConflict? {
    // Proceedings have many names, and hardly a reference gives the one of the registry.
    guard reference.type != .paperConference,
      let title = reference[.containerTitle]?.plain, let known = record.containers.first,
      !ContainerComparison.isSame(title, record.containers)
    else { return nil }
    let noun = reference.type == .chapter ? "book title" : "container title"
    return RecordConflict(
      .containerDiffers, .text(.containerTitle), noun, said: title, known: known)
  }

  private var volume: RecordConflict? { number(.volume, "volume") }
  private var issue: RecordConflict? { number(.issue, "issue") }

  private func number(_ variable: NumberVariable, _ noun: String) -> RecordConflict? {
    guard let said = reference[variable], let known = record.reference[variable], !said.isEmpty,
      !known.isEmpty, !NumberComparison.isSame(said, known)
    else { return nil }
    return RecordConflict(.volumeDiffers, .number(variable), noun, said: said, known: known)
  }

  /// Articles of journals without pages have a number, and references give it or pages of their own count.
  private var pages: RecordConflict? {
    guard let said = reference[.page] else { return nil }
    let number = record.reference[.number]
    let known = [record.reference[.page], number].compactMap { $0 }
    let isComparable = record.reference[.page] != nil || NumberComparison.isSingle(said)
    guard isComparable, let first = known.first,
      !known.contains(where: { NumberComparison.agreePages(said, $0) })
    else { return nil }
    return RecordConflict(.pagesDiffer, .number(.page), "pages", said: said, known: first)
  }

  /// Only where all the rest agrees: what looks alike may be another version, with a DOI of its own.
  private var doi: RecordConflict? {
    guard let said = reference[.doi]?.plain, let known = record.reference[.doi]?.plain,
      let first = WorkIdentifier.doi(said), let second = WorkIdentifier.doi(known),
      first != second, year == nil, container == nil, volume == nil, names == nil,
      record.publishedDOI.flatMap(WorkIdentifier.doi) != first
    else { return nil }
    return RecordConflict(
      .doiDiffers, .text(.doi), "DOI", said: first.value, known: known.lowercased())
  }
}
