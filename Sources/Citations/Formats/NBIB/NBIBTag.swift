/// The tags of PubMed's format that hold a variable as it is; the table serves reading and writing.
///
/// Titles, names, dates, pages, identifiers, types and keywords are read by rules of their own.
/// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
enum NBIBTag {
  /// A variable and its tag, in the order of writing.
  static let all: [(variable: AnyVariable, tag: String)] = {
    let data: StaticString = """
      PMID PMID
      volume VI
      issue IP
      volume-title VTI
      collection-title CTI
      edition EN
      chapter-number CP
      abstract AB
      publisher PB
      publisher-place PL
      original-title TT
      container-title-short TA
      container-title JT
      PMCID PMC
      """
    return data.description.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return AnyVariable(words[0]).map { ($0, words[1]) }
    }
  }()

  private static let variables = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0.variable) })

  /// The variable that a tag holds, or nil.
  static func variable(of tag: String) -> AnyVariable? { variables[tag] }

  /// Tags that the reader has rules for, so that no extra field may stand under them.
  static let ruled: Set<String> = [
    "TI", "BTI", "FAU", "AU", "CN", "FED", "ED", "DP", "DEP", "PG", "LID", "AID", "IS", "ISBN",
    "LA", "OT", "MH", "GN", "SO",
  ]
}

/// The publication types of PubMed that say what kind of thing a record describes.
///
/// Source: National Library of Medicine, Medical Subject Headings, "Publication Characteristics".
enum NBIBType {
  private static let all: [(type: ItemType, name: String)] = {
    let data: StaticString = """
      article-journal|Journal Article
      article|Preprint
      article-newspaper|Newspaper Article
      dataset|Dataset
      book|Book
      chapter|Book Chapter
      thesis|Academic Dissertation
      report|Technical Report
      legislation|Legislation
      legal_case|Legal Case
      interview|Interview
      speech|Lecture
      entry-dictionary|Dictionary
      entry-encyclopedia|Encyclopedia
      motion_picture|Video-Audio Media
      map|Map
      patent|Patent
      periodical|Periodical
      personal_communication|Personal Correspondence
      """
    return data.description.split(separator: "\n").map { line in
      let halves = line.split(separator: "|").map(String.init)
      return (ItemType(rawValue: halves[0]), halves[1])
    }
  }()

  /// Types that an article in a periodical may have.
  private static let ofArticles: Set<ItemType> = [.article, .articleNewspaper, .dataset]

  /// The publication type of a CSL type, or nil.
  static func name(_ type: ItemType) -> String? { all.first { $0.type == type }?.name }

  /// The CSL type that publication types mean, or nil.
  ///
  /// - Parameters:
  ///   - names: What the record says.
  ///   - isArticle: Whether it names the periodical that it stands in, which most of these may.
  /// - Returns: The type.
  static func read(_ names: [String], isArticle: Bool) -> ItemType? {
    let lower = names.map { $0.lowercased() }
    let found = all.filter { lower.contains($0.name.lowercased()) }.map(\.type)
    if isArticle { return found.first(where: ofArticles.contains) ?? .articleJournal }
    return found.first { $0 != .articleJournal } ?? found.first
  }
}
