/// A field of the generic reference type on which all reference types of EndNote are built.
///
/// RIS of 2011, EndNote's tagged form and its XML are three spellings of these fields.
/// Source: EndNote, "Reference Types"; RIS Format Specifications.
enum EndNoteSlot: String, Sendable, Hashable {
  case author, secondaryAuthor, tertiaryAuthor, subsidiaryAuthor, translatedAuthor
  /// Names that are said to be editors, whatever the type.
  case editor
  case title, secondaryTitle, tertiaryTitle, alternateTitle, shortTitle, translatedTitle
  /// The full name of a periodical where it stands beside the secondary title.
  case fullTitle
  case year, date, accessDate
  case place, publisher, volume, numberOfVolumes, number, pages, section, edition
  case workType, isbn, doi, originalPublication, reprintEdition, reviewedItem
  case custom1, custom2, custom3, custom4, custom5, custom6, custom7, custom8
  case misc1
  case accessionNumber, callNumber, label, keywords, abstract, notes, researchNotes
  case url, address, caption, database, databaseProvider, language

  /// Whether each value of the field is a name.
  var holdsNames: Bool {
    switch self {
    case .author, .secondaryAuthor, .tertiaryAuthor, .subsidiaryAuthor, .translatedAuthor, .editor:
      true
    default: false
    }
  }
}

/// A set of reference types that use the fields in the same way.
enum EndNoteGroup: String, Sendable, Hashable {
  case serial, part, paper, book, film, sound, bill, statute, hearing, court, patent, map, report
  case thesis, web, computer, data, letter, manuscript, art, talk, other
  /// Books whose authors are their editors.
  case edited

  /// The group whose rules are followed where this one has none.
  var parent: Self? { self == .edited ? .book : nil }
}
