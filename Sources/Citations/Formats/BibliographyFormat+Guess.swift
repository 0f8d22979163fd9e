extension BibliographyFormat {
  /// How many bytes of a file are looked at.
  private static let headLength = 1 << 16
  /// What content has to score at least where the name does not tell the format.
  private static let leastScore = 40

  /// The format of a bibliography by its content and its name; nil where neither tells it.
  ///
  /// Content that says itself what it is goes before the name. Otherwise the formats with the extension of the name are
  /// asked first: among those with `.xml` or `.json` the content decides.
  ///
  /// - Parameters:
  ///   - name: The file's name; an unknown extension or none leaves the choice to the content.
  ///   - bytes: The text in UTF-8, of which the first 64 KiB are looked at.
  /// - Returns: The format that fits best among those that can be read.
  public static func guess(name: String, bytes: [UInt8]) -> BibliographyFormat? {
    let head = bytes.prefix(headLength)
    let ending = FileName.fileExtension(of: name)
    var best: BibliographyFormat?
    var bestScore = 0
    for format in all where format.canRead {
      var score = format.sniff?(head) ?? 0
      let isNamed = format.extensions.contains(ending)
      // The name breaks ties, and is enough by itself for a file that is empty or all comments.
      if isNamed { score += score < 100 ? 30 : 1 }
      if score > bestScore, isNamed || score >= leastScore {
        best = format
        bestScore = score
      }
    }
    return best
  }
}
