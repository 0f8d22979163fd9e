/// Words of a citation that stand outside of its elements.
enum JATSWords {
  /// Words that join the parts of a citation and say nothing of their own.
  private static let connectives: Set<String> = [
    "a", "and", "at", "by", "col", "cols", "doi", "ed", "edn", "eds", "et", "hg", "hrsg", "http",
    "https", "i", "in",
    "isbn", "issn", "n", "no", "nos", "nr", "of", "on", "p", "pp", "par", "s", "ss", "t", "the",
    "trans", "u", "und", "v",
    "vol", "vols", "bd", "o", "y", "al",
  ]

  /// Words that say what follows in a reference list, and no more than the elements do.
  private static let captions: Set<String> = [
    "accessed", "available", "cited", "editor", "editors", "from", "internet", "online", "page",
    "pages", "pmid", "pmcid", "press", "retrieved", "updated", "url", "volume", "issue", "edition",
    "report", "patent", "thesis", "org", "www", "com", "dx", "to", "for", "last", "published",
  ]

  /// Whether the bytes hold words that mean something by themselves.
  ///
  /// - Parameters:
  ///   - bytes: The words.
  ///   - isMiddle: Whether elements stand on both sides, between which a connective is nothing.
  ///   - isList: Whether the citation stands in a reference list, where captions are nothing either.
  /// - Returns: Whether any of them is neither a connective nor a caption.
  static func hasMeaning(_ bytes: ArraySlice<UInt8>, isMiddle: Bool, isList: Bool = false) -> Bool {
    let words = bytes.split { !($0.isASCIIAlphanumeric || $0 >= 0xC3) || ($0 >= 0xE2 && $0 < 0xE3) }
      .filter {
        $0.contains { $0.isASCIILetter || $0 >= 0xC3 } && (isList || $0.contains { $0 < 0x80 })
      }
    guard isMiddle || isList else { return !words.isEmpty }
    return words.contains { word in
      let text = word.map(\.asciiLowercased)[...].string
      return !connectives.contains(text) && !(isList && captions.contains(text))
    }
  }
}
