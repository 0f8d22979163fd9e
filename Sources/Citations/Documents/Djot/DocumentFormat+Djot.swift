extension DocumentFormat {
  /// Djot.
  ///
  /// Its notes look like Markdown's, so that content alone never speaks for it: the file's name or the caller does.
  public static let djot = DocumentFormat(
    name: "djot", title: "Djot", extensions: ["dj", "djot"], sniff: { _ in 0 }, read: readDjot)

  @Sendable private static func readDjot(_ source: SourceFile) -> Document {
    var reader = MarkdownReader(
      DocumentAssembly(source, format: "djot"), from: 0, dialect: .djot)
    return reader.read()
  }
}
