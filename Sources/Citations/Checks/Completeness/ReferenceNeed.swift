/// Something that references of a type need: one of several variables, and the rule for its absence.
struct ReferenceNeed: Sendable {
  /// The rule for its absence.
  var rule: Rule
  /// What it is called in messages.
  var what: String
  /// Each of these will do.
  var alternatives: [AnyVariable]

  /// Whether the reference has one of the alternatives.
  func isMet(by reference: Reference) -> Bool { alternatives.contains(where: reference.has) }

  /// The need called `name` in the tables of profiles: `title`, `author`, `publisher|URL`.
  ///
  /// A name may be followed by other variables that will do instead, after `|`.
  init?(_ text: Substring) {
    let names = text.split(separator: "|")
    guard let first = names.first, let kind = Self.kinds[String(first)] else { return nil }
    rule = kind.rule
    what = kind.what
    alternatives = kind.alternatives + names.dropFirst().compactMap { AnyVariable(String($0)) }
  }

  private struct Kind {
    var rule: Rule
    var what: String
    var alternatives: [AnyVariable]
  }

  private static let kinds: [String: Kind] = {
    typealias Rules = IncompleteReference
    let people: [AnyVariable] = [
      .name(.author), .name(.editor), .name(.translator), .name(.compiler), .name(.director),
    ]
    return [
      "title": Kind(
        rule: Rules.missingTitle, what: "title",
        alternatives: [.text(.title), .text(.reviewedTitle)]),
      "author": Kind(rule: Rules.missingAuthor, what: "author", alternatives: people),
      "author-only": Kind(
        rule: Rules.missingAuthor, what: "author", alternatives: [.name(.author)]),
      "editor": Kind(
        rule: Rules.missingEditor, what: "editor",
        alternatives: [.name(.editor), .name(.collectionEditor)]),
      "date": Kind(
        rule: Rules.missingDate, what: "date",
        // What is to appear has a status in its place.
        alternatives: [.date(.issued), .text(.status), .date(.originalDate)]),
      "container": Kind(
        rule: Rules.missingContainer, what: "container title",
        alternatives: [.text(.containerTitle), .text(.containerTitleShort)]),
      "url": Kind(
        rule: Rules.missingURL, what: "URL",
        alternatives: [.text(.url), .text(.doi), .text(.archiveLocation)]),
      "place": Kind(
        rule: Rules.missingPlace, what: "place of publication",
        alternatives: [.text(.publisherPlace)]),
      "volume": Kind(
        rule: Rules.missingVolume, what: "volume or issue",
        alternatives: [.number(.volume), .number(.issue)]),
      "pages": Kind(
        rule: Rules.missingPages, what: "page range",
        alternatives: [.number(.page), .number(.pageFirst), .number(.number)]),
      "institution": Kind(
        rule: Rules.missingInstitution, what: "institution", alternatives: [.text(.publisher)]),
      "publisher": Kind(
        rule: Rules.missingPublisher, what: "publisher", alternatives: [.text(.publisher)]),
      "number": Kind(rule: Rules.missingNumber, what: "number", alternatives: [.number(.number)]),
      "genre": Kind(rule: Rules.missingGenre, what: "kind", alternatives: [.text(.genre)]),
      "note": Kind(rule: Rules.missingStatus, what: "note", alternatives: [.text(.note)]),
      "accessed": Kind(
        rule: Rules.missingAccessDate, what: "date of access",
        alternatives: [.date(.accessed), .date(.issued)]),
      "doi": Kind(rule: Rules.missingDOI, what: "DOI", alternatives: [.text(.doi)]),
    ]
  }()
}
