/// Which elements of a Crossref citation hold the titles of a work.
///
/// Source: Crossref deposit schema 5.3.1, "citation"; Crossref documentation, "References".
enum CrossrefShape: Sendable {
  /// An article: its title, and that of the journal.
  case article
  /// A part of a book or of proceedings: its title, and that of the whole.
  case part
  /// A book or another whole.
  case whole
  /// A standard.
  case standard
  /// What Crossref has no elements for: its words as well.
  case other

  /// The shape of works of a type.
  static func of(_ type: ItemType) -> CrossrefShape {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook: .article
    case .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia: .part
    case .book, .classic, .collection, .periodical, .report, .thesis, .pamphlet: .whole
    case .standard: .standard
    default: .other
    }
  }

  /// Types that the elements themselves imply.
  static let implied: Set<ItemType> = [.articleJournal, .chapter, .book, .standard]
}
