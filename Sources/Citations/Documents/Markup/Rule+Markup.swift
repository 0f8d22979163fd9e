extension Rule {
  /// A bracket, a comment or another construct of a markup language has no end; its text is read as plain text.
  public static let unclosedMarkup = Rule(
    "F005", "unclosed-markup", .warning, "markup that is opened and never closed")
}
