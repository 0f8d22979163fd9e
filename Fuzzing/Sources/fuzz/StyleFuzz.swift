internal import Citations

/// Formats with whatever style, items or citations the bytes hold.
enum StyleFuzz {
  /// Formats the sample in a style.
  static func render(style source: SourceFile) {
    do throws(StyleError) {
      let style = try Style(source)
      check(style.warnings, in: source)
      write(Rendering(sample, citations: citations, style: style, locales: BuiltInStyles.locales))
    } catch {
      precondition(!error.diagnostics.isEmpty, "a style is refused with reasons")
      check(error.diagnostics, in: source)
    }
  }

  /// Formats items in styles of each kind.
  static func render(items source: SourceFile) {
    guard let items = BibliographyFormat.cslJSON.read(source)?.references else { return }
    for style in styles {
      write(Rendering(items, citations: nil, style: style, locales: BuiltInStyles.locales))
    }
  }

  /// Formats citations of the sample.
  static func render(citations source: SourceFile) {
    for style in styles {
      let list = CitationList(source, styleClass: style.styleClass)
      check(list.diagnostics, in: source)
      write(Rendering(sample, citations: list, style: style, locales: BuiltInStyles.locales))
    }
  }

  private static func write(_ rendering: Rendering) {
    for format in OutputFormat.allCases { _ = rendering.document.output(format) }
  }

  private static let styles = ["apa", "chicago-notes", "alpha", "numeric"].compactMap { name in
    BuiltInStyles.style(name).flatMap { try? Style($0) }
  }

  /// Each is cited twice, with a locator and without, some together.
  private static let citations = CitationList(
    source(
      """
      [[{"id": "a", "locator": "12-15"}, {"id": "b"}], [{"id": "a"}], [{"id": "a", "locator": "3", "label": "chapter"}],
       [{"id": "c", "prefix": "see", "suffix": "and more"}, {"id": "d"}, {"id": "e"}], [{"id": "f", "suppress-author": true}]]
      """), styleClass: .note)

  private static let sample =
    BibliographyFormat.cslJSON.read(
      source(
        """
        [{"id": "a", "type": "book", "title": "The <i>Harbour</i> and \\"its\\" mills", "edition": "2", "volume": "3",
          "author": [{"family": "Mercer", "given": "Ada Jane"}, {"family": "Berg", "given": "J.", "dropping-particle": "van den"}],
          "publisher": "Quay Press", "publisher-place": "Leeds", "issued": {"date-parts": [[1975, 3, 4]]}, "language": "en"},
         {"id": "b", "type": "article-journal", "title": "Zur Geschichte der Mühlen", "container-title": "Annals",
          "author": [{"family": "Mercer", "given": "Anna"}, {"literal": "Mill Society"}], "page": "101-9", "issue": "4",
          "issued": {"date-parts": [[1975]]}, "DOI": "10.5555/12", "language": "de"},
         {"id": "c", "type": "chapter", "title": "On rivers", "container-title": "Waters", "page": "1-20",
          "author": [{"family": "Mercer", "given": "Ada Jane"}], "editor": [{"family": "Østby", "given": "Zoë"}],
          "issued": {"raw": "1975~"}},
         {"id": "d", "type": "webpage", "title": "A page", "URL": "https://example.org/a?b=1&c", "accessed": {"date-parts": [[2020, 1]]}},
         {"id": "e", "type": "legal_case", "title": "Mill v. River", "authority": "Court", "issued": {"literal": "no date"}},
         {"id": "f", "type": "thesis", "title": "Looms", "genre": "PhD thesis", "author": [{"literal": "河本"}],
          "issued": {"date-parts": [[-44, 3], [1976, 21]]}}]
        """))?.references ?? []

  private static func source(_ text: String) -> SourceFile {
    SourceFile(name: "sample.json", bytes: Array(text.utf8))
  }
}
