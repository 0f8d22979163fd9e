/// One line of the table that says which field holds a variable.
///
/// The table serves reading and writing: a variable goes to the first of its fields that the entry type allows and that is
/// not taken yet; a field is read as the first variable that lists it for the entry type.
struct BibTeXFieldRow: Sendable {
  /// A field, and the set of entry types for which it holds the variable.
  struct Target: Sendable {
    var field: String
    /// Nil for every type.
    var group: Group?
  }

  /// Sets of entry types that use the same field name for different things.
  enum Group: String, Sendable {
    /// Articles and whole periodicals: `number` is the issue.
    case serial
    /// Parts of books and proceedings.
    case part
    /// Books and their parts, where `number` is that in the series.
    case series
    /// Types that are neither.
    case other
    /// Theses.
    case thesis
    /// Reports.
    case report
    /// Manuals and standards.
    case manual
    /// What is described as "something else".
    case misc

    func contains(_ entryType: String) -> Bool {
      switch (self, entryType) {
      case (.serial, "article"), (.serial, "periodical"), (.serial, "suppperiodical"): true
      case (.part, "incollection"), (.part, "inbook"), (.part, "inproceedings"),
        (.part, "inreference"), (.part, "bookinbook"), (.part, "suppbook"),
        (.part, "suppcollection"):
        true
      case (.thesis, "thesis"), (.thesis, "phdthesis"), (.thesis, "mastersthesis"): true
      case (.report, "report"), (.report, "techreport"): true
      case (.manual, "manual"): true
      case (.misc, "misc"), (.misc, "online"), (.misc, "unpublished"), (.misc, "booklet"),
        (.misc, "software"):
        true
      case (.series, "book"), (.series, "collection"), (.series, "proceedings"),
        (.series, "reference"), (.series, "mvbook"), (.series, "mvcollection"),
        (.series, "mvproceedings"), (.series, "mvreference"):
        true
      case (.series, _): Self.part.contains(entryType)
      case (.other, _): !Self.serial.contains(entryType) && !Self.series.contains(entryType)
      default: false
      }
    }
  }

  /// The variable.
  var variable: AnyVariable
  /// The fields that may hold it, the best first.
  var targets: [Target]

  /// Reads lines `variable field field@group …`.
  private static func rows(_ data: StaticString) -> [BibTeXFieldRow] {
    data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let name = words.first, let variable = AnyVariable(String(name)) else { return nil }
      return BibTeXFieldRow(
        variable: variable,
        targets: words.dropFirst().map { word in
          let halves = word.split(separator: "@")
          return Target(
            field: String(halves[0]),
            group: halves.count == 2 ? Group(rawValue: String(halves[1])) : nil)
        })
    }
  }

  /// Variables that are not listed keep their CSL name as the name of a field, which BibTeX passes over.
  ///
  /// Source: btxdoc 1988, 3.2 "Fields"; beyond it, the names that BibLaTeX uses.
  static let bibtex = rows(
    """
    author author
    editor editor
    translator translator
    container-author bookauthor
    title title
    title-short shorttitle
    shortTitle shorttitle
    container-title journal@serial booktitle@part howpublished
    container-title-short shortjournal@serial
    journalAbbreviation shortjournal@serial
    collection-title series
    event-title eventtitle
    event-place venue
    genre type
    publisher school@thesis institution@report organization@manual howpublished@misc publisher
    publisher-place address
    authority institution
    edition edition
    volume volume
    issue number@serial
    collection-number number@series
    number number@other eid@serial
    chapter-number chapter
    part part
    page pages
    number-of-pages pagetotal
    number-of-volumes volumes
    issued year
    original-title origtitle
    original-date origdate
    original-publisher origpublisher
    original-publisher-place origlocation
    event-date eventdate
    version version
    status pubstate
    call-number library
    DOI doi
    ISBN isbn
    ISSN issn
    PMID pmid
    PMCID pmcid
    URL url
    accessed urldate
    language language
    note note
    annote annote
    abstract abstract
    keyword keywords
    citation-label label
    """)

  /// Variables that are not listed, or whose fields the entry type does not allow, go to `annotation`.
  ///
  /// Source: biblatex 3.18, 2.2 "Entry fields"; blx-dm.def.
  static let biblatex = rows(
    """
    author author
    editor editor
    translator translator
    container-author bookauthor
    title title
    title-short shorttitle
    shortTitle shorttitle
    container-title journaltitle booktitle maintitle titleaddon
    container-title-short shortjournal@serial
    journalAbbreviation shortjournal@serial
    collection-title series
    event-title eventtitle
    event eventtitle
    event-place venue
    genre type
    publisher institution publisher organization howpublished
    publisher-place location
    authority institution organization
    medium howpublished
    archive howpublished
    archive-place location
    edition edition
    volume volume
    issue number@serial issue
    collection-number number@series
    number number@other eid
    chapter-number chapter
    part part
    page pages
    number-of-pages pagetotal
    number-of-volumes volumes
    issued date
    original-title origtitle
    original-date origdate
    original-publisher origpublisher
    original-publisher-place origlocation
    event-date eventdate
    version version
    status pubstate
    call-number library
    archive_location library
    DOI doi
    ISBN isbn
    ISSN issn
    PMID eprint
    PMCID eprint
    URL url
    accessed urldate
    language langid
    note note
    annote annotation
    abstract abstract
    keyword keywords
    citation-label label
    """)
}
