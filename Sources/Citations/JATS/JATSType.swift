/// A row of the table of CSL types and JATS `publication-type` values.
///
/// `publication-type` is free text; the values are those of JATS4R and the Tag Library where there is one, plain words
/// where there is none. Types that share a value with another are told apart by `specific-use="csl-type:…"`.
/// Source: JATS4R "Citations" 1.0; JATS 1.4 Tag Library, `@publication-type`.
struct JATSType: Sendable {
  let type: ItemType
  let publicationType: String
  let shape: JATSShape

  private init(_ type: ItemType, _ publicationType: String, _ shape: JATSShape = .whole) {
    self.type = type
    self.publicationType = publicationType
    self.shape = shape
  }

  /// One row per CSL type; the first row with a `publication-type` is the type that the value is read as.
  static let all: [JATSType] = [
    .init(.article, "preprint", .article),
    .init(.articleJournal, "journal", .article),
    .init(.articleMagazine, "magazine", .article),
    .init(.articleNewspaper, "newspaper", .article),
    .init(.book, "book"),
    .init(.broadcast, "broadcast"),
    .init(.chapter, "book", .part),
    .init(.classic, "book"),
    .init(.collection, "collection"),
    .init(.dataset, "data", .data),
    .init(.document, "document"),
    .init(.entry, "book", .part),
    .init(.entryDictionary, "book", .part),
    .init(.entryEncyclopedia, "book", .part),
    .init(.event, "event"),
    .init(.figure, "figure"),
    .init(.graphic, "graphic"),
    .init(.interview, "interview"),
    .init(.legalCase, "legal-case"),
    .init(.legislation, "gov"),
    .init(.bill, "gov"),
    .init(.hearing, "gov"),
    .init(.regulation, "gov"),
    .init(.treaty, "gov"),
    .init(.manuscript, "manuscript"),
    .init(.map, "map"),
    .init(.motionPicture, "motion-picture"),
    .init(.musicalScore, "musical-score"),
    .init(.pamphlet, "pamphlet"),
    .init(.paperConference, "conf-paper", .article),
    .init(.patent, "patent"),
    .init(.performance, "performance"),
    .init(.periodical, "periodical"),
    .init(.personalCommunication, "commun"),
    .init(.post, "discussion"),
    .init(.postWeblog, "blog"),
    .init(.report, "report"),
    .init(.review, "review", .article),
    .init(.reviewBook, "review", .article),
    .init(.software, "software"),
    .init(.song, "song"),
    .init(.speech, "speech"),
    .init(.standard, "standard"),
    .init(.thesis, "thesis"),
    .init(.webpage, "webpage"),
  ]

  /// What other hands write, and the type that is meant.
  private static let synonyms: [String: ItemType] = [
    "article": .articleJournal, "article-journal": .articleJournal,
    "journal-article": .articleJournal,
    "book-chapter": .chapter, "chapter": .chapter, "confproc": .paperConference,
    "conf-proc": .paperConference,
    "conference": .paperConference, "paper-conference": .paperConference, "poster-session": .speech,
    "database": .dataset, "dataset": .dataset, "web": .webpage, "website": .webpage,
    "web-page": .webpage,
    "wiki": .entryEncyclopedia, "letter": .articleJournal, "working-paper": .article,
    "std": .standard,
    "dissertation": .thesis, "computer-program": .software, "archival": .manuscript,
    "government": .legislation, "law": .legislation, "film": .motionPicture,
    "video": .motionPicture,
    "other": .document, "list": .document, "communication": .personalCommunication,
  ]

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
  private static let byValue = Dictionary(
    all.map { ($0.publicationType, $0.type) }, uniquingKeysWith: { first, _ in first })
  private static let byName = Dictionary(
    uniqueKeysWithValues: all.map { ($0.type.rawValue, $0.type) })

  /// The row of a type; a type of no row of its own gives its own name as the value.
  static func of(_ type: ItemType) -> JATSType {
    byType[type] ?? JATSType(type, type.rawValue.isEmpty ? "document" : type.rawValue)
  }

  /// The type that a `publication-type` means, or nil.
  static func read(_ publicationType: String) -> ItemType? {
    let value = publicationType.lowercased()
    return byValue[value] ?? synonyms[value] ?? byName[value]
  }

  /// The marker of `specific-use` that names the CSL type itself.
  static let typeMark = "csl-type:"

  /// The `publication-type` and, where it does not say the type by itself, the `specific-use` of a reference.
  static func attributes(of reference: Reference, with present: Set<String>? = nil)
    -> [(name: String, value: String)]
  {
    let row = of(reference.type)
    var value = row.publicationType
    let has = { (variable: String) in present?.contains(variable) ?? reference.holds(variable) }
    if row.type == .article, !isPreprint(reference, has) { value = "working-paper" }
    // JATS4R wants a data-title or a source in every data citation.
    if row.type == .dataset, !has("title"), !has("container-title"), !has("publisher") {
      value = "document"
    }
    var meant = read(value)
    // A book with a title inside another title is read as a chapter.
    if meant == .book, has("title"), JATSContext(reference).shape != .whole { meant = .chapter }
    if meant == row.type { return [("publication-type", value)] }
    return [("specific-use", typeMark + row.type.rawValue), ("publication-type", value)]
  }

  /// Whether a citation has all that JATS4R asks of a preprint.
  private static func isPreprint(_ reference: Reference, _ has: (String) -> Bool) -> Bool {
    reference[.issued]?.flatPoint != nil && has("author") && has("title")
      && (has("container-title") || has("publisher"))
      && (has("URL") || has("DOI") || has("PMID") || has("PMCID"))
  }
}

extension Reference {
  /// Whether the variable with the given CSL name has a value.
  func holds(_ variable: String) -> Bool {
    if let key = TextVariable(rawValue: variable) { return self[key] != nil }
    if let key = NumberVariable(rawValue: variable) { return self[key] != nil }
    if let key = DateVariable(rawValue: variable) { return self[key] != nil }
    if let key = NameVariable(rawValue: variable) { return !self[key].isEmpty }
    return false
  }
}
