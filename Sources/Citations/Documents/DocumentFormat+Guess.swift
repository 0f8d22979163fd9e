extension DocumentFormat {
  /// How many bytes of a text are looked at.
  private static let headLength = 1 << 16

  /// The format of a text: by the extension of its name, else by its content, else the first of `formats`.
  ///
  /// Content that says itself what it is goes before the name: a page layout of `pdftotext` is often called `.html`.
  ///
  /// - Parameters:
  ///   - name: The file's name; `.txt`, an unknown extension or none leaves the choice to the content.
  ///   - bytes: The text, of which the first 64 KB are looked at.
  ///   - formats: The formats to choose from, not empty; the first is the fallback.
  /// - Returns: The format that fits best.
  static func guess(
    name: String, bytes: ArraySlice<UInt8>, among formats: [DocumentFormat]
  ) -> DocumentFormat {
    precondition(!formats.isEmpty, "a guess needs formats to choose from")
    let head = bytes.prefix(headLength)
    var best = formats[0]
    var bestScore = 0
    for format in formats {
      let score = format.sniff(head)
      if score > bestScore {
        best = format
        bestScore = score
      }
    }
    let suffix = FileName.fileExtension(of: name)
    if bestScore < 100, suffix != "txt",
      let named = formats.first(where: { $0.extensions.contains(suffix) })
    {
      return named
    }
    return bestScore >= leastScore ? best : formats[0]
  }

  /// What a content has to score at least: a single sign that also stands in plain texts is not enough.
  private static let leastScore = 40
}
