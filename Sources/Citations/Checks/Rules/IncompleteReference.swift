/// The rules C001 to C012: a reference lacks what its type needs.
///
/// One table says what each type needs; each kind of missing thing is a rule of its own.
enum IncompleteReference: Check {
  static let rule = missingTitle

  static let missingTitle = Rule("C001", "missing-title", .error, "a reference has no title")
  static let missingAuthor = Rule(
    "C002", "missing-author", .warning, "a reference has no author or editor")
  static let missingDate = Rule("C003", "missing-date", .error, "a reference has no date")
  static let missingContainer = Rule(
    "C004", "missing-container", .error, "a part has no journal, book or site that it stands in")
  static let missingURL = Rule("C005", "missing-url", .error, "an online source has no URL or DOI")
  static let missingPlace = Rule(
    "C006", "missing-place", .note, "a book has no place of publication")
  static let missingVolume = Rule(
    "C007", "missing-volume", .warning, "an article has no volume or issue")
  static let missingPages = Rule(
    "C008", "missing-pages", .note, "an article or a chapter has no pages")
  static let missingInstitution = Rule(
    "C009", "missing-institution", .warning, "a thesis or report has no institution")
  static let missingPublisher = Rule(
    "C012", "missing-publisher", .warning, "a book has no publisher")

  /// Something that a type needs: one of several variables, and the rule for its absence.
  private struct Need: Sendable {
    var rule: Rule
    var what: String
    var isMet: @Sendable (Reference) -> Bool

    static let title = Need(rule: missingTitle, what: "title") { !($0[.title]?.isEmpty ?? true) }
    static let author = Need(rule: missingAuthor, what: "author") { reference in
      [NameVariable.author, .editor, .translator, .compiler, .director].contains {
        !reference[$0].isEmpty
      }
    }
    static let date = Need(rule: missingDate, what: "date") { $0[.issued] != nil }
    static let container = Need(rule: missingContainer, what: "container title") {
      $0[.containerTitle] != nil
    }
    static let url = Need(rule: missingURL, what: "URL") { $0[.url] != nil || $0[.doi] != nil }
    static let place = Need(rule: missingPlace, what: "place of publication") {
      $0[.publisherPlace] != nil || $0[.doi] != nil || $0[.url] != nil
    }
    static let volume = Need(rule: missingVolume, what: "volume or issue") {
      $0[.volume] != nil || $0[.issue] != nil || $0[.doi] != nil
    }
    static let pages = Need(rule: missingPages, what: "page range") {
      $0[.page] != nil || $0[.doi] != nil || $0[.url] != nil
    }
    static let institution = Need(rule: missingInstitution, what: "institution") {
      $0[.publisher] != nil
    }
    static let publisher = Need(rule: missingPublisher, what: "publisher") {
      $0[.publisher] != nil || $0[.url] != nil || $0[.doi] != nil
    }
  }

  /// What each type needs, in the order in which it is reported.
  ///
  /// Source: The Chicago Manual of Style, 17th ed., 14.23, 14.100, 14.168, 14.191, 14.205–208; APA 7, 9.4.
  private static let table: [ItemType: [Need]] = [
    .book: [.title, .author, .place, .publisher, .date],
    .collection: [.title, .author, .place, .publisher, .date],
    .chapter: [.title, .author, .container, .publisher, .date],
    .entryEncyclopedia: [.title, .container, .date],
    .entryDictionary: [.title, .container, .date],
    .articleJournal: [.title, .author, .container, .volume, .date, .pages],
    .articleMagazine: [.title, .container, .date],
    .articleNewspaper: [.title, .container, .date],
    .paperConference: [.title, .author, .container, .date],
    .thesis: [.title, .author, .institution, .date],
    .report: [.title, .author, .institution, .date],
    .webpage: [.title, .url],
    .post: [.author, .date, .url],
    .postWeblog: [.title, .author, .container, .date, .url],
    .manuscript: [.title, .date],
    .document: [.title, .date],
    .interview: [.author, .date],
    .personalCommunication: [.author, .date],
    .entry: [.title, .container],
    .speech: [.title, .author, .date],
    .legalCase: [.date],
    .dataset: [.title, .author, .date, .url],
    .software: [.title, .url],
    .motionPicture: [.title, .date],
    .patent: [.title, .date],
    .standard: [.title, .date],
  ]

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var works: [String: Reference] = [:]
    for work in extraction.works { works[work.id] = work }
    var seen: Set<String> = []
    return extraction.notes.flatMap { note in
      note.cites.flatMap { cite -> [Diagnostic] in
        guard cite.kind == .full, cite.form != .key, let id = cite.work, let work = works[id],
          seen.insert(id).inserted
        else { return [] }
        return findings(work, cite, note)
      }
    }
  }

  private static func findings(_ work: Reference, _ cite: Cite, _ note: ReadNote) -> [Diagnostic] {
    let text = note.note.text
    let words = excerpt(text.utf8[cite.range].string)
    return (table[work.type] ?? [.title, .date]).filter { !$0.isMet(work) }.map { need in
      var message = "\"\(words)\" has no \(need.what)"
      if need.rule == missingURL, endsInComma(text, cite.range) {
        message += ": the text ends in a comma where a link may have stood; add the address"
      } else {
        message += "; a reference of type \(work.type.rawValue) needs one"
      }
      return Diagnostic(
        need.rule, message, at: text.sourceRange(of: cite.range), note: note.note.label)
    }
  }

  /// Whether a comma and nothing else follows the reference: something after it got lost.
  private static func endsInComma(_ text: SourceText, _ range: Range<Int>) -> Bool {
    let rest = text.utf8[range.upperBound...].trimmedASCIISpace
    return rest.elementsEqual(",".utf8) || rest.elementsEqual(",.".utf8)
  }

  /// The words of a reference, cut in the middle where they are many.
  private static func excerpt(_ words: String) -> String {
    guard words.utf8.count > 160 else { return words }
    let pieces = words.split(separator: " ")
    return pieces.prefix(10).joined(separator: " ") + " … "
      + pieces.suffix(4).joined(separator: " ")
  }
}
