/// What notes may leave out, by the custom of their language, of their time, or of the document itself.
///
/// A completeness finding in notes is about what no tradition leaves out.
struct NoteCustoms {
  /// The language of the document; nil where it cannot be told.
  private let language: NoteLanguage?
  /// Whether most books of the document are cited without their publisher.
  private let leavesPublishersOut: Bool
  /// Whether most books of the document are cited without their place.
  private let leavesPlacesOut: Bool

  /// The customs of a document's notes.
  ///
  /// - Complexity: O(bytes of the notes + works).
  init(of extraction: Extraction) {
    let document = extraction.document
    language =
      document.language.flatMap(NoteLanguage.init(tag:))
      ?? NoteLanguage.of(document.notes.lazy.flatMap(\.text.utf8))
    let books = extraction.works.filter { $0.type == .book && !Self.isOld($0) }
    let bare = books.count { $0[.publisher] == nil && $0[.publisherPlace] != nil }
    leavesPublishersOut = bare >= 2 && bare * 2 > books.count
    let placeless = books.count { $0[.publisherPlace] == nil && $0[.publisher] != nil }
    leavesPlacesOut = placeless >= 2 && placeless * 2 > books.count
  }

  /// Whether the lack of something that a work's type needs is worth a finding in the note that cites it first.
  func asks(_ need: ReferenceNeed, of work: Reference, _ cite: Cite, in note: ReadNote) -> Bool {
    switch need.rule {
    case IncompleteReference.missingTitle: !isIssue(work) && !isCitedByYear(work)
    case IncompleteReference.missingAuthor: !mayBeAnonymous(work, cite, note)
    case IncompleteReference.missingDate: !isTimeless(work, cite)
    // Notes in prose give the page that is meant; the extent is for references that are data.
    case IncompleteReference.missingPages: cite.reader == "markup" && cite.locator == nil
    case IncompleteReference.missingVolume:
      (work[.containerTitle] != nil || cite.locator == nil) && !isCitedByYear(work)
    // A body that writes a report is the institution.
    case IncompleteReference.missingInstitution:
      work.type != .report || (work[.author].first?.literal.isEmpty ?? true)
    case IncompleteReference.missingPlace: asksForPlace(of: work, in: note)
    case IncompleteReference.missingPublisher: asksForPublisher(of: work, in: note)
    default: true
    }
  }

  /// "NJW 1988, 77": lawyers cite journals by year and first page.
  private func isCitedByYear(_ work: Reference) -> Bool {
    guard let page = work[.page], let journal = work[.containerTitle]?.plain else { return false }
    return work[.issued] != nil && page.utf8.allSatisfy(\.isASCIIDigit)
      && journal.utf8.count { $0.isASCIIUpper } >= 2 && !journal.utf8.contains(0x20)
  }

  private func asksForPlace(of work: Reference, in note: ReadNote) -> Bool {
    guard !leavesPlacesOut, !isShort(work), !Self.isReferenceWork(work), !Self.isOfficial(work)
    else { return false }
    guard let publisher = work[.publisher]?.plain, let year = work[.issued]?.year else {
      return true
    }
    // "(3rd edn, OUP 2011)", as British lawyers write it.
    let imprint = Array("\(publisher) \(year))".utf8)
    return note.note.text.utf8.firstOffset(of: imprint, from: 0) == nil
  }

  /// Papers of parliaments and authorities.
  private static func isOfficial(_ work: Reference) -> Bool {
    let author = work[.author].first
    let words = Folding.words((author?.display ?? "") + " " + (work[.title]?.plain ?? ""))
    return !(author?.literal.isEmpty ?? true)
      || words.contains { ["parliamentary", "parliament", "commons", "lords"].contains($0) }
      || words.contains("committee") && words.contains("report")
  }

  private func asksForPublisher(of work: Reference, in note: ReadNote) -> Bool {
    guard !Self.isOld(work), !leavesPublishersOut, !Self.isReferenceWork(work), !isShort(work)
    else { return false }
    if Self.isOfficial(work), work[.publisherPlace] == nil { return false }
    let isRecording = !Self.recordings.isDisjoint(with: Folding.words(note.note.text.string))
    guard !isRecording else { return false }
    if isContinental(work, note) { return false }
    let languages = [language, NoteLanguage.of(note.note.text.utf8)]
    if languages.contains(.german) { return false }
    let isRomance = languages.contains { $0 == .french || $0 == .italian || $0 == .spanish }
    return !(isRomance && work[.publisherPlace] != nil)
  }

  /// "Kiel 1988": without a comma between them, place and year are all that is given.
  private func isContinental(_ work: Reference, _ note: ReadNote) -> Bool {
    guard let place = work[.publisherPlace]?.plain, let year = work[.issued]?.year else {
      return false
    }
    return note.note.text.utf8.firstOffset(of: Array("\(place) \(year)".utf8), from: 0) != nil
  }

  /// "Finch, *Bells* (1953), 20": a short form with a year.
  private func isShort(_ work: Reference) -> Bool {
    guard let author = work[.author].first, author.literal.isEmpty else { return false }
    return author.given.isEmpty && work[.publisher] == nil && work[.publisherPlace] == nil
  }

  /// Whether a work is from before the time in which publishers are named.
  private static func isOld(_ work: Reference) -> Bool {
    guard let year = (work[.issued] ?? work[.originalDate])?.year else { return false }
    return year < 1900
  }

  /// An issue of a newspaper or magazine, told by its day or number, has no title of its own.
  private func isIssue(_ work: Reference) -> Bool {
    guard work[.containerTitle] != nil, work[.title] == nil, work[.author].isEmpty else {
      return false
    }
    return work[.issue] != nil || work[.volume] != nil || Self.hasMonth(work[.issued])
  }

  private static func hasMonth(_ date: DateValue?) -> Bool {
    guard let date, case .point(let point) = date.start else { return false }
    return point.month != nil
  }

  private func mayBeAnonymous(_ work: Reference, _ cite: Cite, _ note: ReadNote) -> Bool {
    cite.locator?.label == .subVerbo || Self.isReferenceWork(work) || isIssue(work)
      || work[.collectionTitle] != nil && work[.publisher] == nil
      || work[.containerTitle] != nil && Self.isOld(work)
      || Self.isOfficial(work) || Folding.words(note.note.text.string).contains("anon")
  }

  /// Classics are cited by their own divisions, collections of cases by volume, pages of the web by the day of reading.
  private func isTimeless(_ work: Reference, _ cite: Cite) -> Bool {
    if work[.accessed] != nil, work[.url] != nil { return true }
    if work.type == .legalCase, work[.volume] != nil { return true }
    let isEntry = work.type == .entryDictionary || work.type == .entryEncyclopedia
    if isEntry, work[.volume] != nil || cite.locator != nil { return true }
    switch cite.locator?.label {
    case .subVerbo, .line, .verse, .act, .scene: return work[.publisher] == nil
    default: return false
    }
  }

  /// Dictionaries, encyclopedias, gazetteers and the like are cited by their titles.
  private static func isReferenceWork(_ work: Reference) -> Bool {
    let words =
      Folding.words(work[.title]?.plain ?? "") + Folding.words(work[.containerTitle]?.plain ?? "")
    return words.contains { word in
      known.contains(word) || Lexicon.encyclopediaWords.contains(word)
        || endings.contains { word.hasSuffix($0) }
    }
  }

  /// Folded words of titles of reference works.
  private static let known: Set<String> = [
    "dictionary", "encyclopedia", "encyclopaedia", "gazetteer", "directory", "almanac", "almanach",
    "calendar", "hansard", "debates", "dictionnaire", "encyclopedie", "annuaire", "dizionario",
    "enciclopedia", "diccionario", "brockhaus", "bible", "bibel", "koran", "quran", "proceedings",
    "verhandlungen", "protokolle", "bulletin", "journal", "kommentar",
  ]
  /// Words of notes about recordings, whose label stands in the place of a publisher.
  private static let recordings: Set<String> = [
    "lp", "cd", "dvd", "vinyl", "recorded", "track", "album", "audiocassette", "compact", "vhs",
  ]
  private static let endings = [
    "lexikon", "lexicon", "worterbuch", "worterbuchs", "enzyklopadie", "adressbuch", "handbuch",
    "urkundenbuch", "gesetzblatt",
  ]
}
