/// The types of CSL in the words of the Citation File Format.
///
/// Source: Citation File Format 1.2.0, schema guide, `definitions.reference.type`.
enum CFFTypes {
  private static let rows: [(csl: ItemType, cff: String)] = {
    text.tableRows.compactMap { cells in
      cells.count == 2 ? (ItemType(rawValue: cells[0]), cells[1]) : nil
    }
  }()

  private static let byType = Dictionary(
    rows.map { ($0.csl, $0.cff) }, uniquingKeysWith: { first, _ in first })
  private static let byName = Dictionary(
    rows.map { ($0.cff, $0.csl) }, uniquingKeysWith: { first, _ in first })

  /// The word for a type; "generic" for one that has none.
  static func name(of type: ItemType) -> String { byType[type] ?? "generic" }

  /// The type that a word means; nil for one that the format does not know.
  static func type(named name: String) -> ItemType? { byName[name] }

  /// The word for what a part stands in, as the format's `collection-type`; nil for types that stand by themselves.
  static func collection(of type: ItemType) -> String? {
    collections.first { $0.type == type }?.name
  }

  /// The type of a part in a collection of the given type.
  static func part(of collection: String, _ type: ItemType) -> ItemType {
    guard type == .document else { return type }
    return collections.first { $0.name == collection }?.type ?? type
  }

  private static let collections: [(type: ItemType, name: String)] = [
    (.chapter, "book"), (.paperConference, "proceedings"), (.entry, "database"),
    (.entryDictionary, "dictionary"), (.entryEncyclopedia, "encyclopedia"),
  ]

  /// Types whose container is a journal.
  static let inJournal: Set<ItemType> = [
    .articleJournal, .articleMagazine, .articleNewspaper, .article, .review, .reviewBook,
  ]

  /// CSL | Citation File Format; the first row with a word is the one that is read.
  private static let text: StaticString = """
    article-journal | article
    article-magazine | magazine-article
    article-newspaper | newspaper-article
    article | article
    bill | bill
    book | book
    broadcast | film-broadcast
    classic | historical-work
    collection | catalogue
    dataset | data
    dataset | database
    document | generic
    entry-dictionary | dictionary
    entry-encyclopedia | encyclopedia
    event | conference
    graphic | art
    figure | art
    hearing | hearing
    interview | personal-communication
    legal_case | legal-case
    legislation | statute
    manuscript | unpublished
    map | map
    motion_picture | video
    musical_score | music
    pamphlet | pamphlet
    paper-conference | conference-paper
    patent | patent
    performance | audiovisual
    periodical | serial
    personal_communication | personal-communication
    post | blog
    post-weblog | blog
    regulation | legal-rule
    report | report
    report | government-document
    report | grant
    review | article
    review-book | article
    software | software
    software | software-code
    software | software-container
    software | software-executable
    software | software-virtual-machine
    song | sound-recording
    speech | slides
    standard | standard
    thesis | thesis
    treaty | legal-rule
    webpage | website
    book | edited-work
    book | manual
    book | proceedings
    document | multimedia
    """
}
