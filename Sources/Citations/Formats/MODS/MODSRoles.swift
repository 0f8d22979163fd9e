/// The roles of names in the terms of MARC.
///
/// Source: "MARC Code List for Relators".
enum MODSRoles {
  /// Which of the related works a name belongs to.
  enum Level: String, Sendable, CaseIterable {
    case item = ""
    case host = "relatedItem[type=host]"
    case series = "relatedItem[type=series]"
    case original = "relatedItem[type=original]"
    case reviewed = "relatedItem[type=reviewOf]"
  }

  struct Row: Sendable {
    var variable: NameVariable
    var level: Level
    /// The term that is written.
    var term: String
    /// Codes and other terms that mean it.
    var others: [String]
  }

  static let rows: [Row] = {
    text.tableRows.compactMap { cells in
      guard cells.count == 4, let variable = NameVariable(rawValue: cells[0]) else { return nil }
      let level: Level =
        switch cells[1] {
        case "host": .host
        case "series": .series
        case "original": .original
        case "reviewed": .reviewed
        default: .item
        }
      let others = Array(cells[3].utf8).split(separator: UInt8(ascii: ",")).map {
        $0.trimmedASCIISpace.string
      }
      return Row(variable: variable, level: level, term: cells[2], others: others)
    }
  }()

  /// Where names stand, and which work they belong to.
  static let places: [(level: Level, path: MODSPath)] = [
    (.item, "name"), (.host, "relatedItem[type=host]/name"),
    (.series, "relatedItem[type=series]/name"),
    (.series, "relatedItem[type=host]/relatedItem[type=series]/name"),
    (.original, "relatedItem[type=original]/name"), (.reviewed, "relatedItem[type=reviewOf]/name"),
  ]

  private static let paths = Dictionary(
    uniqueKeysWithValues: Level.allCases.map { ($0, MODSPath($0.rawValue)) })

  /// The way to a related work.
  static func path(to level: Level) -> MODSPath { paths[level] ?? .host }

  private static let byVariable = Dictionary(
    rows.map { ($0.variable, $0) }, uniquingKeysWith: { first, _ in first })

  private static let byTerm: [Level: [String: NameVariable]] = {
    var result: [Level: [String: NameVariable]] = [:]
    for row in rows {
      for term in [row.term] + row.others where result[row.level]?[term] == nil {
        result[row.level, default: [:]][term] = row.variable
      }
    }
    return result
  }()

  /// The row of a variable; nil for one that MODS has no term for.
  static func row(of variable: NameVariable) -> Row? { byVariable[variable] }

  /// The variable for a role, in lower case, at a level; nil for a role that CSL does not have.
  static func variable(_ term: String, at level: Level) -> NameVariable? {
    byTerm[level]?[term]
  }

  /// Variable | work it belongs to | term | codes and other terms.
  private static let text: StaticString = """
    author | item | author | aut, creator, cre, artist, art, cartographer, ctg, programmer, prg, inventor, inv, speaker, spk, interviewee, ive, letter writer, photographer, pht, dissertant, dis, praeses, lawyer, correspondent, crp
    editor | item | editor | edt, ed, editor of compilation, edc
    translator | item | translator | trl
    chair | item | chair | moderator, mod
    compiler | item | compiler | com
    composer | item | composer | cmp
    contributor | item | contributor | ctb, author of introduction, aui, commentator, cwt, annotator, ann
    curator | item | curator | cur
    director | item | film director | fmd, director, drt, television director, tld, radio director, rdd
    editorial-director | item | editorial director | edd
    executive-producer | item | executive producer |
    guest | item | guest | panelist, pan
    host | item | host | hst
    illustrator | item | illustrator | ill
    interviewer | item | interviewer | ivr
    narrator | item | narrator | nrt
    organizer | item | organizer | orm, organizer of meeting
    performer | item | performer | prf, actor, act, singer, sng, musician, mus
    producer | item | producer | pro, film producer, fmp
    recipient | item | addressee | rcp, recipient
    script-writer | item | screenwriter | aus, scriptwriter
    series-creator | item | series creator |
    container-author | host | author | aut, creator, cre
    editor | host | editor | edt, ed, editor of compilation, edc
    translator | host | translator | trl
    collection-editor | series | editor | edt, ed
    original-author | original | author | aut, creator, cre
    reviewed-author | reviewed | author | aut, creator, cre
    """
}
