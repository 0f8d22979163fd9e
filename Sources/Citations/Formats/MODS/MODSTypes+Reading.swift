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

  /// The type that the signs speak for most; the first of the table where several do.
  static func type(of signs: Signs) -> ItemType {
    let genres = Set(signs.genres.map(lowered))
    let hosts = Set(signs.hostGenres.map(lowered))
    var best = (score: 1, type: fallback(signs))
    for row in rows {
      var score = 0
      let isOwn = genres.contains(lowered(row.genre))
      if isOwn { score += 8 }
      if !isOwn, row.others.contains(where: { genres.contains(lowered($0)) }) { score += 6 }
      if hosts.contains(lowered(row.hostGenre)) {
        score += 4
      } else if row.otherHosts.contains(where: { hosts.contains(lowered($0)) }) {
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
