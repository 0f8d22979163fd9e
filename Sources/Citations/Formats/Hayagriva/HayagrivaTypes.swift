/// The types of CSL in the words of Hayagriva: the type of an entry and that of the parent that it stands in.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Entry Type".
enum HayagrivaTypes {
  struct Row: Sendable {
    var type: ItemType
    var entry: String
    /// The type of the parent that holds the container's title, volume and publisher; empty where there is none.
    var parent: String
    /// Whether the parent is written even where nothing is known of it, since it says the type.
    var needsParent: Bool
  }

  static let rows: [Row] = {
    text.tableRows.compactMap { cells in
      guard cells.count == 3 else { return nil }
      let isOptional = cells[2].hasPrefix("(")
      let parent = isOptional ? String(cells[2].dropFirst().dropLast()) : cells[2]
      return Row(
        type: ItemType(rawValue: cells[0]), entry: cells[1], parent: parent,
        needsParent: !isOptional && !parent.isEmpty)
    }
  }()

  private static let byType = Dictionary(
    rows.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })

  /// The row of a type; one that CSL does not know is miscellaneous.
  static func row(of type: ItemType) -> Row {
    byType[type] ?? Row(type: .document, entry: "misc", parent: "", needsParent: false)
  }

  /// The type of an entry with parents of the given types, all in lower case.
  static func type(_ entry: String, parents: [String]) -> ItemType {
    for row in rows where row.entry == entry && row.needsParent && parents.contains(row.parent) {
      return row.type
    }
    for row in rows where row.entry == entry && !row.needsParent { return row.type }
    return rows.first { $0.entry == entry }?.type ?? .document
  }

  /// What the types of parents are where they do not say it.
  static func defaultParent(of entry: String) -> String {
    switch entry {
    case "article": "periodical"
    case "chapter": "book"
    case "entry": "reference"
    case "anthos", "legislation": "anthology"
    case "web", "post", "video", "audio": entry
    case "scene": "video"
    case "artwork": "exhibition"
    default: "misc"
    }
  }

  /// Parents that are a container in the sense of CSL, best first.
  static let containers = [
    "book", "anthology", "proceedings", "periodical", "newspaper", "reference", "blog", "report",
    "thread", "web", "video", "audio", "performance", "article",
  ]

  /// Every type of an entry, in small letters.
  static let all: Set<String> = [
    "article", "chapter", "entry", "anthos", "report", "thesis", "web", "scene", "artwork",
    "patent", "case", "newspaper", "legislation", "manuscript", "original", "post", "misc",
    "performance", "periodical", "proceedings", "book", "blog", "reference", "conference",
    "anthology", "repository", "thread", "video", "audio", "exhibition",
  ]

  /// Entries whose parent of the same type, or an anthology, is a series.
  static let inSeries: Set<String> = [
    "anthology", "newspaper", "performance", "periodical", "proceedings", "book", "reference",
    "exhibition",
  ]

  /// Type | entry | parent; a parent in parentheses is written only where something is known of it.
  ///
  /// The first row that fits is the one that is read.
  private static let text: StaticString = """
    article-journal | article | periodical
    article-newspaper | article | newspaper
    paper-conference | article | proceedings
    post-weblog | article | blog
    article | article |
    article-magazine | article | periodical
    chapter | chapter | book
    chapter | chapter | anthology
    chapter | chapter | proceedings
    chapter | anthos | anthology
    entry-encyclopedia | entry | reference
    entry | entry |
    entry-dictionary | entry | reference
    book | book |
    book | reference |
    collection | anthology |
    book | proceedings |
    periodical | periodical |
    article-newspaper | newspaper |
    thesis | thesis |
    report | report |
    manuscript | manuscript |
    patent | patent |
    legal_case | case | (book)
    legislation | legislation |
    bill | legislation |
    regulation | legislation |
    treaty | legislation |
    webpage | web | (web)
    webpage | blog |
    post | post | (thread)
    post | thread |
    software | repository |
    dataset | repository |
    broadcast | video | video
    motion_picture | video |
    broadcast | audio | audio
    song | audio |
    musical_score | audio | book
    figure | artwork | article
    graphic | artwork |
    map | artwork |
    event | exhibition |
    event | conference |
    performance | performance |
    motion_picture | scene |

    standard | report |
    classic | book |
    pamphlet | book |
    review | article | periodical
    review-book | article | periodical
    document | misc |
    document | original |
    """
}
