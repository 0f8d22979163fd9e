/// A row of the table of reference types: RIS code, EndNote's name and number, CSL type, group.
///
/// Source: RIS Format Specifications, "Type of reference"; EndNote, "Reference Types" (its XML gives the numbers).
struct EndNoteType: Sendable, Hashable {
  /// The value of `TY`.
  let code: String
  /// The name in EndNote's tagged form and XML.
  let name: String
  /// The number in EndNote's XML.
  let number: Int
  /// The type as CSL knows it.
  let itemType: ItemType
  /// Which fields mean what.
  let group: EndNoteGroup

  /// The first row with a CSL type is the one that it is written as, but for those of `written`.
  static let all: [EndNoteType] = {
    let data: StaticString = """
      JOUR|Journal Article|17|article-journal|serial
      MGZN|Magazine Article|19|article-magazine|serial
      NEWS|Newspaper Article|23|article-newspaper|serial
      EJOUR|Electronic Article|43|article-journal|serial
      ABST|Journal Article|17|article-journal|serial
      INPR|Journal Article|17|article-journal|serial
      JFULL|Serial|57|periodical|serial
      SER|Serial|57|periodical|serial
      BOOK|Book|6|book|book
      EDBOOK|Edited Book|28|book|edited
      EBOOK|Electronic Book|44|book|book
      CLSWK|Classical Work|49|classic|book
      ANCIENT|Ancient Text|51|classic|book
      CTLG|Catalog|8|book|book
      PAMP|Pamphlet|24|pamphlet|book
      CHAP|Book Section|5|chapter|part
      ECHAP|Electronic Book Section|60|chapter|part
      DICT|Dictionary|52|entry-dictionary|part
      ENCYC|Encyclopedia|53|entry-encyclopedia|part
      CONF|Conference Proceedings|10|paper-conference|paper
      CPAPER|Conference Paper|47|paper-conference|paper
      THES|Thesis|32|thesis|thesis
      RPRT|Report|27|report|report
      GOVDOC|Government Document|46|report|report
      STAND|Standard|58|standard|report
      MPCT|Film or Broadcast|21|motion_picture|film
      ADVS|Audiovisual Material|3|motion_picture|film
      VIDEO|Audiovisual Material|3|motion_picture|film
      SOUND|Music|61|song|sound
      MUSIC|Music|61|musical_score|sound
      BILL|Bill|4|bill|bill
      UNBILL|Bill|4|bill|bill
      STAT|Statute|31|legislation|statute
      LEGAL|Legal Rule or Regulation|50|regulation|statute
      HEAR|Hearing|14|hearing|hearing
      CASE|Case|7|legal_case|court
      PAT|Patent|25|patent|patent
      MAP|Map|20|map|map
      ART|Artwork|2|graphic|art
      FIGURE|Figure|37|figure|art
      CHART|Chart or Table|38|figure|art
      EQUA|Equation|39|figure|art
      COMP|Computer Program|9|software|computer
      DATA|Dataset|59|dataset|data
      DBASE|Online Database|45|dataset|data
      AGGR|Aggregated Database|55|dataset|data
      ELEC|Web Page|12|webpage|web
      MULTI|Online Multimedia|48|webpage|web
      BLOG|Blog|56|post-weblog|web
      PCOMM|Personal Communication|26|personal_communication|letter
      ICOMM|Personal Communication|26|personal_communication|letter
      INTV|Interview|62|interview|letter
      MANSCPT|Manuscript|36|manuscript|manuscript
      UNPB|Unpublished Work|34|manuscript|manuscript
      SLIDE|Conference Paper|47|speech|talk
      GRANT|Grant|54|document|other
      GEN|Generic|13|document|other
      """
    return data.description.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count == 5, let number = Int(parts[2]),
        let group = EndNoteGroup(rawValue: parts[4])
      else { return nil }
      return EndNoteType(
        code: parts[0], name: parts[1], number: number, itemType: ItemType(rawValue: parts[3]),
        group: group)
    }
  }()

  /// CSL types that are written as another type, or not as their first row.
  private static let written: [ItemType: String] = [
    .document: "GEN", .article: "UNPB", .broadcast: "MPCT", .collection: "GEN", .entry: "ENCYC",
    .event: "GEN", .interview: "PCOMM", .performance: "GEN", .post: "ELEC", .review: "JOUR",
    .reviewBook: "JOUR", .treaty: "STAT",
  ]

  /// What other programs write, and the code or name that is meant.
  private static let synonyms: [String: String] = [
    "unpd": "UNPB", "grnt": "GRANT", "unpublished": "UNPB", "article": "JOUR", "journal": "JOUR",
    "web": "ELEC", "website": "ELEC", "web site": "ELEC", "electronic source": "ELEC",
    "electronic citation": "ELEC", "case law": "CASE", "chapter": "CHAP", "book chapter": "CHAP",
    "edited volume": "EDBOOK", "conference": "CONF", "dissertation": "THES", "film": "MPCT",
    "software": "COMP", "computer": "COMP", "video": "VIDEO", "sound": "SOUND", "e-book": "EBOOK",
    "magazine": "MGZN", "newspaper": "NEWS", "podcst": "SOUND", "podcast": "SOUND", "tvep": "MPCT",
    "television episode": "MPCT", "miscellaneous": "GEN", "misc": "GEN", "other": "GEN",
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
  private static let byWord: [String: EndNoteType] = {
    var result: [String: EndNoteType] = [:]
    for (word, code) in synonyms { result[word] = byCode[code] }
    for row in all.reversed() { result[row.name.lowercased()] = row }
    for row in all { result[row.code.lowercased()] = row }
    return result
  }()
  private static let byName = Dictionary(
    all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  private static let byNumber = Dictionary(
    all.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  private static let byType: [ItemType: EndNoteType] = {
    var result = Dictionary(
      all.map { ($0.itemType, $0) }, uniquingKeysWith: { first, _ in first })
    for (type, code) in written { result[type] = byCode[code] }
    return result
  }()

  /// The row of what cannot be told.
  static let generic = EndNoteType(
    code: "GEN", name: "Generic", number: 13, itemType: .document, group: .other)

  /// The row that a code or name means, in lower or upper case; nil where nobody knows it.
  static func read(_ text: String) -> EndNoteType? { byWord[text.lowercased()] }

  /// The row with a name of EndNote's, or else that a code means; nil where nobody knows it.
  static func read(name: String) -> EndNoteType? { byName[name.lowercased()] ?? read(name) }

  /// The row with a number of EndNote's XML, or nil.
  static func read(number: Int) -> EndNoteType? { byNumber[number] }

  /// The row that a CSL type is written as.
  static func of(_ type: ItemType) -> EndNoteType { byType[type] ?? generic }
}
