/// N006: text after the last note that was not read as a note.
enum TrailingText: Check {
  static let rule = Rule(
    "N006", "text-after-last-note", .note, "text after the last note was left alone")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.document.trailing.map { trailing in
      let words = excerpt(trailing.text.string)
      return Diagnostic(
        rule, "\"\(words)\" is not read as a note: \(trailing.reason)", at: trailing.range)
    }
  }

  /// The first words of a text, eight at most.
  private static func excerpt(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 8)
    return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
  }
}
