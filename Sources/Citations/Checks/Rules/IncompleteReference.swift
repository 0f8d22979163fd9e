/// The rules C001 to C019: a reference lacks what its type needs.
///
/// The tables of profiles say what each type needs; each kind of missing thing is a rule of its own.
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
  static let missingEditor = Rule("C010", "missing-editor", .warning, "a collection has no editor")
  static let missingPublisher = Rule(
    "C012", "missing-publisher", .warning, "a book has no publisher")
  static let missingNumber = Rule(
    "C013", "missing-number", .warning, "a patent or a standard has no number")
  static let missingGenre = Rule(
    "C014", "missing-genre", .note, "a thesis or report does not say of which kind it is")
  static let missingStatus = Rule(
    "C015", "missing-note", .note, "an unpublished work has no note that says how it stands")
  static let missingAccessDate = Rule(
    "C016", "missing-access-date", .note, "an online source has neither a date nor one of access")
  static let missingDOI = Rule("C017", "missing-doi", .note, "an article has no DOI")

  /// All rules of the kind.
  static let rules = [
    missingTitle, missingAuthor, missingDate, missingContainer, missingURL, missingPlace,
    missingVolume, missingPages, missingInstitution, missingEditor, missingPublisher,
    missingNumber, missingGenre, missingStatus, missingAccessDate, missingDOI,
  ]

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var works: [String: Reference] = [:]
    for work in extraction.works { works[work.id] = work }
    var seen: Set<String> = []
    let customs = NoteCustoms(of: extraction)
    return extraction.notes.flatMap { note in
      note.cites.flatMap { cite -> [Diagnostic] in
        guard cite.kind == .full, cite.form != .key, let id = cite.work, let work = works[id],
          seen.insert(id).inserted
        else { return [] }
        return findings(work, cite, note, customs)
      }
    }
  }

  private static func findings(
    _ work: Reference, _ cite: Cite, _ note: ReadNote, _ customs: NoteCustoms
  ) -> [Diagnostic] {
    let text = note.note.text
    let words = excerpt(text.utf8[cite.range].string)
    let needs = CompletenessProfile.chicagoNotes.needs(of: work, entryType: "")
    let lacks = needs.filter { !$0.isMet(by: work) && customs.asks($0, of: work, cite, in: note) }
    return lacks.map { need in
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
