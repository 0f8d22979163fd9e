import Testing

@testable import Citations

/// Styles, locales and references for the tests of the citation processor.
enum CSLSupport {
  static func fixture(_ name: String) throws -> SourceFile {
    SourceFile(name: name, bytes: try #require(Shared.fixture("CSL/" + name)))
  }

  static func style(_ name: String) throws -> Style { try Style(fixture(name)) }

  static func locales() throws -> LocaleSet { LocaleSet([try Locale(fixture("locale-en.xml"))]) }

  static func linked(_ style: Style = Style()) throws -> LinkedLocale {
    LinkedLocale(try locales().merged(for: "en-US", style: style), names: style.termNames)
  }

  /// A style of one layout.
  static func style(layout: String, attributes: String = "", class styleClass: String = "note")
    throws -> Style
  {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" class="\(styleClass)" version="1.0" \(attributes)>
      <citation><layout>\(layout)</layout></citation></style>
      """
    return try Style(SourceFile(name: "inline.csl", bytes: Array(text.utf8)))
  }

  /// The text of a single cite in a style of one layout.
  static func render(
    _ layout: String, _ reference: Reference, locator: String = "", attributes: String = ""
  ) throws -> String {
    let style = try style(layout: layout, attributes: attributes)
    var processor = Processor(style: style, locales: try locales())
    processor.add([reference])
    let item = CitationItem(id: reference.id, locator: locator)
    return processor.text(of: Citation(id: "1", items: [item])).output(.html)
  }

  static func book(
    _ id: String, _ authors: [(String, String)], _ title: RichText, _ year: Int
  ) -> Reference {
    var reference = Reference(id: id, type: .book)
    reference[.author] = authors.map { Name(family: $0.0, given: $0.1) }
    reference[.title] = title
    reference[.issued] = DateValue(.init(year))
    return reference
  }
}
