extension Rule {
  /// A bracket, a comment or another construct of a markup language has no end; its text is read as plain text.
  public static let unclosedMarkup = Rule(
    "F005", "unclosed-markup", .warning, "markup that is opened and never closed")

  /// Two notes have the same label; markers lead to the first one.
  public static let duplicateNote = Rule(
    "F009", "duplicate-note", .warning, "a note label that is defined more than once")
}
