/// Decides what kind of thing a reading describes, by a table.
enum TypeInference {
  /// What a row of the table can ask of a reading.
  private struct Evidence {
    var reading: Reading
    var container: Set<String>
    var title: Set<String>

    /// Whether the title says that it is a report.
    var isCalledReport: Bool {
      !title.isDisjoint(with: ["report", "reports", "bericht", "rapport", "informe"])
    }

    var hasPublisher: Bool {
      reading.reference[.publisher] != nil || reading.reference[.publisherPlace] != nil
    }
    var isIssueOfSerial: Bool {
      reading.reference[.volume] != nil || reading.reference[.issue] != nil
    }
    func contains(_ words: Set<String>) -> Bool { !container.isDisjoint(with: words) }
  }

  private struct Row: Sendable {
    var type: ItemType
    var holds: @Sendable (Evidence) -> Bool
  }

  /// The first row that holds gives the type.
  private static let table: [Row] = [
    Row(type: .reviewBook) { $0.reading.reference[.reviewedTitle] != nil },
    Row(type: .thesis) { $0.reading.genre == .thesis },
    Row(type: .articleNewspaper) { $0.reading.genre == .articleNewspaper },
    Row(type: .articleJournal) { $0.reading.genre == .articleJournal },
    Row(type: .personalCommunication) { $0.reading.genre == .personalCommunication },
    Row(type: .motionPicture) { $0.reading.genre == .motionPicture },
    Row(type: .postWeblog) {
      $0.reading.container != nil
        && ["blog", "weblog"].contains($0.reading.reference[.genre]?.plain ?? "")
    },
    Row(type: .legalCase) { $0.reading.genre == .legalCase },
    Row(type: .entryEncyclopedia) {
      $0.reading.container != nil && $0.contains(Lexicon.encyclopediaWords)
    },
    Row(type: .entryDictionary) {
      $0.reading.container != nil && $0.contains(Lexicon.dictionaryWords)
        && $0.reading.reference[.issue] == nil
    },
    Row(type: .postWeblog) { $0.reading.container != nil && $0.contains(Lexicon.weblogWords) },
    Row(type: .paperConference) {
      $0.reading.isPart
        && $0.contains(["proceedings", "conference", "symposium", "tagungsband", "kongress"])
        && $0.hasPublisher
    },
    Row(type: .chapter) {
      $0.reading.isPart && $0.reading.container != nil
        && ($0.hasPublisher || !$0.reading.reference[.editor].isEmpty)
        && (!$0.reading.hasNumbering
          || $0.reading.reference[.issue] == nil && !$0.contains(Lexicon.journalWords))
    },
    Row(type: .articleJournal) {
      $0.reading.container != nil && $0.isIssueOfSerial
        && !($0.reading.hasDay && $0.reading.reference[.volume] == nil
          && ($0.contains(Lexicon.newspaperWords) || $0.contains(Lexicon.magazineWords)))
    },
    Row(type: .articleMagazine) {
      $0.reading.container != nil && $0.contains(Lexicon.magazineWords)
        && $0.reading.reference[.issued] != nil
    },
    Row(type: .articleNewspaper) { $0.reading.hasDay && $0.contains(Lexicon.newspaperWords) },
    Row(type: .articleJournal) { $0.reading.container != nil && $0.contains(Lexicon.journalWords) },
    Row(type: .webpage) {
      $0.reading.container != nil && $0.reading.reference[.url] != nil && !$0.hasPublisher
    },
    Row(type: .articleNewspaper) { $0.reading.hasDay && $0.reading.container != nil },
    Row(type: .chapter) {
      $0.reading.isPart && $0.reading.container != nil && $0.reading.reference[.page] != nil
        && !$0.reading.isQuoted
    },
    Row(type: .articleMagazine) {
      $0.reading.container != nil && $0.reading.isQuoted && $0.reading.reference[.issued] != nil
        && !$0.hasPublisher
    },
    Row(type: .chapter) { $0.reading.isPart && $0.reading.container != nil },
    Row(type: .report) {
      $0.reading.genre == .report
        || !($0.reading.reference[.author].first?.literal.isEmpty ?? true) && $0.isCalledReport
    },
    Row(type: .paperConference) { $0.reading.genre == .paperConference },
    Row(type: .speech) { $0.reading.genre == .speech },
    Row(type: .interview) { $0.reading.genre == .interview },
    Row(type: .manuscript) { $0.reading.genre == .manuscript },
    Row(type: .motionPicture) { $0.reading.genre == .motionPicture },
    Row(type: .personalCommunication) { $0.reading.genre == .personalCommunication },
    Row(type: .webpage) {
      ($0.reading.reference[.url] != nil || $0.reading.reference[.accessed] != nil)
        && !$0.hasPublisher
    },
    // "“A Clapper from Tarn” (1972): 90–94": what has pages after a colon stood in a journal.
    Row(type: .articleJournal) { $0.reading.isQuoted && $0.reading.hasPagesAfterDate },
    Row(type: .document) { $0.reading.isQuoted && !$0.hasPublisher },
    Row(type: .manuscript) { $0.reading.isQuoted && $0.reading.reference[.publisher] == nil },
    Row(type: .book) { $0.reading.title != nil },
  ]

  /// Sets the type of a reading and moves the values that depend on it.
  static func settle(_ reading: inout Reading, _ note: NoteText) {
    let evidence = Evidence(
      reading: reading, container: words(reading.container, note), title: words(reading.title, note)
    )
    reading.reference.type = table.first { $0.holds(evidence) }?.type ?? .document
    // A short form of a book and of an article differ in their quotation marks only.
    if reading.form == .short || reading.form == .opCit {
      reading.reference.type =
        reading.title == nil ? .document : reading.isQuoted ? .article : .book
    }
    if reading.reference.type == .book || reading.reference.type == .report,
      reading.reference[.publisher] == nil,
      case .thesis? = reading.genre
    {
      reading.reference.type = .thesis
    }
    if reading.reference.type == .thesis, reading.reference[.publisher] == nil,
      let place = reading.reference[.publisherPlace],
      place.plain.hasPrefix("Univ") || place.plain.hasSuffix("University")
        || place.plain.hasSuffix("Universität")
    {
      reading.reference[.publisher] = place
      reading.reference[.publisherPlace] = nil
      for index in reading.fields.indices where reading.fields[index].variable == "publisher-place"
      { reading.fields[index].variable = "publisher" }
    }
  }

  private static func words(_ range: Range<Int>?, _ note: NoteText) -> Set<String> {
    guard let range else { return [] }
    return Set(range.map { note.tokens[$0].lower })
  }
}
