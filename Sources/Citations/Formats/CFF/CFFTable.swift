/// The keys of the Citation File Format and their variables: the one table of reader and writer.
///
/// Source: Citation File Format 1.2.0, schema guide, "Reference keys".
enum CFFTable {
  /// What the schema demands of a value.
  enum Kind: String, Sendable {
    /// A text that is not empty.
    case text
    /// A text or a number.
    case number
    case doi, isbn, issn, pmcid, url
    /// A list of texts without repetition; in CSL the words are separated by commas.
    case words
    /// A list of codes of two or three letters.
    case languages
    /// A list of names without repetition.
    case names
  }

  struct Row: Sendable {
    var variable: AnyVariable
    var key: String
    var kind: Kind
  }

  static let rows: [Row] = {
    text.tableRows.compactMap { cells in
      guard cells.count == 3, let variable = AnyVariable(cells[0]),
        let kind = Kind(rawValue: cells[2])
      else { return nil }
      return Row(variable: variable, key: cells[1], kind: kind)
    }
  }()

  /// Keys of a reference that have no variable and are written back as they were.
  static let otherKeys: Set<String> = [
    "collection-doi", "commit", "contact", "copyright", "data-type", "database-provider",
    "date-downloaded", "date-released", "department", "end", "entry", "filename", "format",
    "identifiers", "institution", "issue-date", "issue-title", "license", "license-url", "loc-end",
    "loc-start", "location", "nihmsid", "patent-states", "repository", "repository-artifact",
    "repository-code", "scope", "senders", "status", "term", "collection-type", "publisher",
    "conference", "month", "year", "year-original", "date-published", "date-accessed", "start",
    "thesis-type", "journal", "pages", "type",
  ]

  /// Keys of the root that have no variable and are written back as they were.
  static let otherRootKeys: Set<String> = [
    "commit", "contact", "identifiers", "license", "license-url", "message", "repository",
    "repository-artifact", "repository-code", "type",
  ]

  /// Keys of a reference that the root has too.
  static let rootKeys: Set<String> = ["abstract", "doi", "keywords", "url", "version", "authors"]

  private static let text: StaticString = """
    author | authors | names
    editor | editors | names
    collection-editor | editors-series | names
    translator | translators | names
    recipient | recipients | names
    title-short | abbreviation | text
    abstract | abstract | text
    volume | volume | number
    volume-title | volume-title | text
    issue | issue | number
    number | number | number
    number-of-volumes | number-volumes | number
    section | section | number
    edition | edition | text
    version | version | number
    medium | medium | text
    source | database | text
    DOI | doi | doi
    ISBN | isbn | isbn
    ISSN | issn | issn
    PMCID | pmcid | pmcid
    URL | url | url
    keyword | keywords | words
    language | languages | languages
    """
}
