/// What entries of bibliographies must have.
public enum CompletenessProfile: String, Sendable, Hashable, CaseIterable {
  /// What a reader needs to find the work, whatever the style.
  case standard
  /// What notes in the manner of Chicago print.
  case chicagoNotes = "chicago-notes"
  /// The required fields of BibTeX's standard styles.
  case bibtex
  /// The mandatory fields of BibLaTeX, softened where its manual is softer than its data model.
  case biblatex
  /// What CSL styles commonly print.
  case csl
  /// The recommendations for citations in JATS.
  case jats4r
  /// What Crossref needs to find the work that a deposited reference means.
  case crossref
  /// The Journal of Open Source Software: every work that has a DOI gives it.
  case joss
  /// The reference guide of the IEEE.
  case ieee

  /// What a reference needs, in the order in which it is reported.
  func needs(of reference: Reference, entryType: String) -> [ReferenceNeed] {
    let table = ProfileTables.shared[self] ?? [:]
    let isByEntryType = self == .bibtex || self == .biblatex
    guard isByEntryType else {
      return table["@" + entryType] ?? table[reference.type.rawValue] ?? table["*"] ?? []
    }
    let types: BibTeXTypes = self == .bibtex ? .bibtex : .biblatex
    let name = entryType.isEmpty ? types.entryType(for: reference) : entryType
    return table[name] ?? table[BibTeXTypeAliases.canonical(name).type] ?? table["*"] ?? []
  }
}

/// The tables of all profiles.
private enum ProfileTables {
  static let shared: [CompletenessProfile: [String: [ReferenceNeed]]] = {
    let texts: [(CompletenessProfile, StaticString)] = [
      (.standard, standard), (.chicagoNotes, chicagoNotes), (.bibtex, bibtex),
      (.biblatex, biblatex), (.csl, csl), (.jats4r, jats4r), (.crossref, crossref), (.joss, joss),
      (.ieee, ieee),
    ]
    var result: [CompletenessProfile: [String: [ReferenceNeed]]] = [:]
    for (profile, text) in texts { result[profile] = read(text) }
    return result
  }()

  /// Lines `type type: need need`; `*` is any type that has no line, `@type` a type of BibTeX that CSL has no name for.
  private static func read(_ text: StaticString) -> [String: [ReferenceNeed]] {
    var result: [String: [ReferenceNeed]] = [:]
    for line in text.description.split(separator: "\n") {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard let types = halves.first else { continue }
      let needs =
        halves.count == 2 ? halves[1].split(separator: " ").compactMap(ReferenceNeed.init) : []
      for type in types.split(separator: " ") { result[String(type)] = needs }
    }
    return result
  }

  /// What is common to the tables below.
  private static let standard: StaticString = """
    article-journal: title author container|archive_location date
    article-magazine article-newspaper: title container date
    article: title author date
    book: title author publisher|URL|DOI|ISBN date
    chapter: title author container date
    entry entry-dictionary entry-encyclopedia: title container
    paper-conference: title author container|event-title|event date
    thesis: title author-only institution|archive date
    report: title author|publisher|authority date
    webpage post post-weblog: title url
    patent: title number date
    legal_case: title date
    personal_communication interview: author|title date
    manuscript: title
    document:
    @manual @booklet @periodical @reference @mvreference: title
    @proceedings @mvproceedings @collection @mvcollection: title date
    *: title
    """

  /// Source: The Chicago Manual of Style, 17th ed., 14.23, 14.100, 14.168, 14.191, 14.205–208; APA 7, 9.4.
  private static let chicagoNotes: StaticString = """
    book collection: title author place|DOI|URL publisher|URL|DOI date
    chapter: title author container publisher|URL|DOI date
    entry-encyclopedia entry-dictionary: title container date
    article-journal: title author container volume|DOI date pages|DOI|URL
    article-magazine article-newspaper: title container date
    paper-conference: title author container|event-title|genre date
    thesis report: title author institution date
    webpage: title url
    post: author date url
    post-weblog: title author container date url
    manuscript document: title date
    interview personal_communication: author date
    entry: title container
    speech: title author date
    legal_case: date
    dataset: title author date url
    software: title url
    motion_picture patent standard: title date
    *: title date
    """

  /// Source: btxdoc 1988, 3.1; plain.bst.
  private static let bibtex: StaticString = """
    article: title author-only container date
    book: title author publisher date
    booklet manual: title
    inbook: title author pages|chapter-number publisher date
    incollection: title author-only container publisher date
    inproceedings conference: title author-only container date
    mastersthesis phdthesis: title author-only institution date
    misc:
    proceedings: title date
    techreport: title author-only institution date
    unpublished: title author-only note
    *:
    """

  /// Source: blx-dm.def of biblatex 3.18; the manual, 2.1, where it asks for less.
  private static let biblatex: StaticString = """
    article: title author-only container date
    book mvbook: title author date
    booklet manual: title author|publisher date
    bookinbook inbook suppbook: title author-only container date
    collection mvcollection proceedings: title date
    mvproceedings mvreference reference: title
    incollection suppcollection inreference: title author-only container date
    inproceedings: title author-only container date
    dataset software misc: title
    online: title url
    patent: title author-only number date
    periodical suppperiodical: title|container-title date
    report: title author-only|publisher institution genre date
    thesis: title author-only institution genre date
    unpublished: title author-only
    *:
    """

  /// Source: IEEE Reference Guide, 2024, II "Style".
  private static let ieee: StaticString = """
    article-journal: title author container volume|DOI date pages|DOI
    article-magazine article-newspaper: title container date
    paper-conference: title author container|event-title date pages|DOI
    book collection: title author place publisher date
    chapter: title author container place publisher date pages|DOI
    thesis: title author-only institution date
    report: title author|publisher institution date
    standard: title number date
    patent: title author number date
    dataset software: title author|publisher date
    webpage post post-weblog: title url
    manuscript document personal_communication interview:
    *: title date
    """

  /// Source: the variables that styles of the CSL repository print most often for each type.
  private static let csl: StaticString = """
    article-journal: title author container date volume|DOI|URL pages|DOI|URL
    article-magazine article-newspaper: title container date
    article: title author date url|number
    book classic: title author publisher date
    chapter: title author container publisher date pages|DOI|URL
    entry entry-dictionary entry-encyclopedia: title container
    paper-conference: title author container|event-title date
    thesis: title author-only institution genre date
    report: title author|publisher date
    dataset software: title author|publisher date
    webpage post post-weblog: title url accessed
    patent: title author|authority number date
    legal_case: title date
    legislation bill regulation treaty hearing: title number|container-title|URL
    standard: title author|publisher|authority number
    review review-book: title author container date
    *: title
    """

  /// Source: JATS4R, "Citations", recommendations for journal articles, books, data and software.
  private static let jats4r: StaticString = """
    article-journal: title author container date volume|status|DOI pages|DOI
    article-magazine article-newspaper: title container date
    book: title author publisher date
    chapter: title author container publisher date
    paper-conference: title author container|event-title date
    thesis: title author-only institution date
    dataset: title author date publisher|source url
    software: title author date url|version
    webpage: title url accessed
    *: title date
    """

  /// Source: Crossref, "References", "What a reference must have to be matched".
  private static let crossref: StaticString = """
    article-journal: title|DOI container|DOI|ISSN date|DOI volume|DOI pages|DOI
    book: title|DOI|ISBN author|DOI|ISBN date|DOI|ISBN
    chapter: title|DOI container|DOI|ISBN date|DOI|ISBN
    paper-conference: title|DOI container|DOI date|DOI
    *: title|DOI
    """

  /// Source: JOSS documentation, "Submitting a paper", "Checking that your paper compiles".
  private static let joss: StaticString = """
    article-journal: title author container date doi
    paper-conference: title author container|event-title date doi|URL
    book: title author publisher|URL|DOI date
    chapter: title author container date
    thesis: title author-only institution date
    software dataset: title author|publisher date url
    webpage: title url
    *: title
    """
}
