extension MODSTypes {
  /// What speaks for the type of a record.
  struct Signs: Sendable {
    var genres: [String] = []
    var hostGenres: [String] = []
    var resource = ""
    var hasHost = false
    var isManuscript = false
    var hasISSN = false
    var issuance = ""
  }

  /// A genre that a row knows, for the work or its host.
  private static let known = Set(rows.flatMap { [$0.genre] + $0.others }.map(lowered))

  /// Whether the genre says the type, and so is no genre in the sense of CSL.
  static func isKnown(_ genre: String) -> Bool { known.contains(lowered(genre)) }

  private static let knownHosts = Set(rows.flatMap { [$0.hostGenre] + $0.otherHosts }.map(lowered))

  /// Whether the genre of a host says the type.
  static func isKnownHost(_ genre: String) -> Bool { knownHosts.contains(lowered(genre)) }

  /// The genres of a row in lower case.
  private struct Words {
    var row: Row
    var genre: String
    var others: Set<String>
    var hostGenre: String
    var otherHosts: Set<String>
  }

  private static let words = rows.map { row in
    Words(
      row: row, genre: lowered(row.genre), others: Set(row.others.map(lowered)),
      hostGenre: lowered(row.hostGenre), otherHosts: Set(row.otherHosts.map(lowered)))
  }

  /// The type that the signs speak for most; the first of the table where several do.
  static func type(of signs: Signs) -> ItemType {
    let genres = signs.genres.map(lowered)
    let hosts = signs.hostGenres.map(lowered)
    var best = (score: 1, type: fallback(signs))
    guard !genres.isEmpty || !hosts.isEmpty else { return best.type }
    for words in words {
      let row = words.row
      var score = 0
      if genres.contains(words.genre) {
        score += 8
      } else if genres.contains(where: words.others.contains) {
        score += 6
      }
      if hosts.contains(words.hostGenre) {
        score += 4
      } else if hosts.contains(where: words.otherHosts.contains) {
        score += 3
      }
      guard score > 0 else { continue }
      // A work in another one is no book, and a part without a host is rare.
      score += row.hostGenre.isEmpty == signs.hasHost ? -3 : 0
      if row.resource == signs.resource { score += 1 }
      if score > best.score { best = (score, row.type) }
    }
    return best.type
  }

  private static func lowered(_ text: String) -> String {
    text.utf8.map(\.asciiLowercased).string
  }

  private static func fallback(_ signs: Signs) -> ItemType {
    if signs.isManuscript { return .manuscript }
    if signs.hasHost {
      let isSerial = signs.hasISSN || ["continuing", "serial"].contains(signs.issuance)
      return isSerial ? .articleJournal : .chapter
    }
    switch signs.resource {
    case "cartographic": return .map
    case "moving image": return .motionPicture
    case "still image", "three dimensional object": return .graphic
    case "notated music": return .musicalScore
    case "software, multimedia": return .software
    case let text where text.utf8.starts(with: "sound recording".utf8): return .song
    default: break
    }
    switch signs.issuance {
    case "monographic", "multipart monograph", "single unit": return .book
    case "continuing", "serial", "integrating resource": return .periodical
    default: return .document
    }
  }
}
