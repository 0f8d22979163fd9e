import Citations

/// Works that dumps and registries of the tests have; nobody wrote them.
enum Works {
  /// An article as Crossref describes it, in one line.
  static let mill = """
    {"DOI":"10.5555/hallam.mill","type":"journal-article","title":["The Mill at Hallam and Its Accounts"],\
    "author":[{"given":"Ada","family":"Mercer","sequence":"first","affiliation":[{"name":"Hallam Trust"}]}],\
    "container-title":["Lindsey Review"],"short-container-title":["Lindsey Rev."],\
    "published-online":{"date-parts":[[1930,12]]},"issued":{"date-parts":[[1930,12]]},\
    "published-print":{"date-parts":[[1931,3]]},"volume":"12","page":"145-169",\
    "reference":[{"key":"1","unstructured":"{[\\"} not a bracket"}]}
    """

  /// A book with a subtitle and markup.
  static let salt = """
    {"DOI":"10.5555/salt","type":"book","title":["Salt Roads"],"subtitle":["<i>Carts</i> &amp; Carters of Lindsey"],\
    "author":[{"given":"Margery","family":"Fell"},{"name":"Hallam Trust"}],"issued":{"date-parts":[[1974]]},\
    "ISBN":["0-306-40615-2"]}
    """

  /// A notice that takes the article back.
  static let notice = """
    {"DOI":"10.5555/notice","type":"journal-article","title":["Notice of retraction"],\
    "update-to":[{"DOI":"10.5555/HALLAM.mill","type":"retraction","label":"Retraction"}]}
    """

  /// A preprint that was published.
  static let preprint = """
    {"DOI":"10.5555/early","type":"posted-content","title":["Early Carts of the Lindsey Fen"],\
    "author":[{"given":"Ida","family":"Quill"}],"issued":{"date-parts":[[2020]]},\
    "relation":{"is-preprint-of":[{"id-type":"doi","id":"10.5555/carts","asserted-by":"subject"}]}}
    """

  static let all = [mill, salt, notice, preprint]

  /// A reference that says what is asked for.
  static func reference(
    title: String = "", family: String = "", year: Int? = nil, doi: String = "", isbn: String = ""
  ) -> Reference {
    var reference = Reference(type: .articleJournal)
    if !title.isEmpty { reference[.title] = RichText(title) }
    if !family.isEmpty { reference[.author] = [Name(family: family)] }
    reference[.issued] = year.map { DateValue(DateValue.Point($0)) }
    if !doi.isEmpty { reference[.doi] = RichText(doi) }
    if !isbn.isEmpty { reference[.isbn] = RichText(isbn) }
    return reference
  }
}

extension RecordAnswer {
  /// The answer in short: "10.5555/salt by doi", "none", "none, 2 alike", "unavailable".
  var outline: String {
    switch self {
    case .found(let record, let kind):
      (record.reference[.doi]?.plain ?? record.titles.first ?? "?")
        + " by \(kind?.rawValue ?? "title")"
    case .notFound(let alike): alike > 0 ? "none, \(alike) alike" : "none"
    case .unavailable: "unavailable"
    }
  }
}
