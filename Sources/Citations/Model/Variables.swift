/// A variable that holds text.
///
/// Variables are grouped by the kind of value that each holds. `rawValue` is the name that CSL-JSON uses; the cases of
/// each kind are sorted by the bytes of that name, which is the order in which a reference keeps them.
/// Source: CSL 1.0.2, appendix IV "Variables"; csl-data.json.
public enum TextVariable: String, Sendable, Hashable, CaseIterable {
  case doi = "DOI"
  case isbn = "ISBN"
  case issn = "ISSN"
  case pmcid = "PMCID"
  case pmid = "PMID"
  case url = "URL"
  case abstract
  case annote
  case archive
  case archivePlace = "archive-place"
  case archiveCollection = "archive_collection"
  case archiveLocation = "archive_location"
  case authority
  case callNumber = "call-number"
  case citationKey = "citation-key"
  case citationLabel = "citation-label"
  case collectionTitle = "collection-title"
  case containerTitle = "container-title"
  case containerTitleShort = "container-title-short"
  case dimensions
  case division
  case event
  case eventPlace = "event-place"
  case eventTitle = "event-title"
  case genre
  case journalAbbreviation
  case jurisdiction
  case keyword
  case language
  case medium
  case note
  case originalPublisher = "original-publisher"
  case originalPublisherPlace = "original-publisher-place"
  case originalTitle = "original-title"
  case partTitle = "part-title"
  case publisher
  case publisherPlace = "publisher-place"
  case references
  case reviewedGenre = "reviewed-genre"
  case reviewedTitle = "reviewed-title"
  case scale
  case section
  case shortTitle
  case source
  case status
  case title
  case titleShort = "title-short"
  case version
  case volumeTitle = "volume-title"
  case volumeTitleShort = "volume-title-short"
  case yearSuffix = "year-suffix"
}

/// A variable that holds a number or a range, as text: "12", "201–209", "xii", "2nd".
public enum NumberVariable: String, Sendable, Hashable, CaseIterable {
  case chapterNumber = "chapter-number"
  case citationNumber = "citation-number"
  case collectionNumber = "collection-number"
  case edition
  case firstReferenceNoteNumber = "first-reference-note-number"
  case issue
  case locator
  case number
  case numberOfPages = "number-of-pages"
  case numberOfVolumes = "number-of-volumes"
  case page
  case pageFirst = "page-first"
  case part
  case printing
  case supplement
  case volume
}

/// A variable that holds a date.
public enum DateVariable: String, Sendable, Hashable, CaseIterable {
  case accessed
  case availableDate = "available-date"
  case eventDate = "event-date"
  case issued
  case originalDate = "original-date"
  case submitted
}

/// A variable that holds a list of names.
public enum NameVariable: String, Sendable, Hashable, CaseIterable {
  case author
  case chair
  case collectionEditor = "collection-editor"
  case compiler
  case composer
  case containerAuthor = "container-author"
  case contributor
  case curator
  case director
  case editor
  case editorialDirector = "editorial-director"
  case executiveProducer = "executive-producer"
  case guest
  case host
  case illustrator
  case interviewer
  case narrator
  case organizer
  case originalAuthor = "original-author"
  case performer
  case producer
  case recipient
  case reviewedAuthor = "reviewed-author"
  case scriptWriter = "script-writer"
  case seriesCreator = "series-creator"
  case translator
}
