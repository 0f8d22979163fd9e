import Testing

@testable import Citations

@Suite struct ProcessorTests {
  private let books = [
    CSLSupport.book("mill", [("Mercer", "Ann")], "the mill", 1931),
    CSLSupport.book("moor", [("Mercer", "Ann")], "the moor", 1935),
    CSLSupport.book("sea", [("Quist", "Bo")], "the sea", 1931),
  ]

  private func processor(_ style: String) throws -> Processor {
    var processor = Processor(style: try CSLSupport.style(style), locales: try CSLSupport.locales())
    processor.add(books)
    return processor
  }

  private func cite(_ id: String, _ items: String..., note: Int = 0) -> Citation {
    Citation(id: id, items: items.map { CitationItem(id: $0) }, noteNumber: note)
  }

  @Test func anEditAnswersWithTheCitationsWhoseTextIsNew() throws {
    var processor = try processor("notes.csl")
    let first = processor.insert(cite("a", "mill", note: 1), at: 0)
    #expect(first.map(\.text.plain) == ["Ann Mercer, The Mill, (1931)."])
    let second = processor.insert(cite("b", "mill", note: 2), at: 1)
    #expect(second.map(\.text.plain) == ["Ibid."])
    // A citation between the two: the ibid. is one no more.
    let third = processor.setCitations(
      [cite("a", "mill", note: 1), cite("c", "sea", note: 2), cite("b", "mill", note: 3)],
      edited: "c")
    #expect(third.map(\.id) == ["c", "b"])
    #expect(third.map(\.isTextNew) == [true, true])
    #expect(third.last?.text.plain == "Mercer, the mill.")
    // The note of "b" keeps its number, so that a note stands between the two still.
    #expect(processor.remove(id: "c").isEmpty)
    let last = processor.replace(cite("b", "mill", note: 2))
    #expect(last.map(\.text.plain) == ["Ibid."])
  }

  @Test func namesAndYearsTellWorksApart() throws {
    var processor = try processor("author-date.csl")
    processor.add([
      CSLSupport.book("other", [("Mercer", "Bea")], "x", 1931),
      CSLSupport.book("again", [("Quist", "Bo")], "y", 1931),
    ])
    _ = processor.setCitations([cite("1", "mill", "other"), cite("2", "sea", "again", "moor")])
    #expect(
      processor.texts.map(\.plain) == [
        "(A. Mercer 1931; B. Mercer 1931)", "(Mercer 1935; Quist 1931a, 1931b)",
      ])
  }

  @Test func theBibliographyIsSortedAndGrouped() throws {
    let style = try CSLSupport.style("notes.csl")
    let document = RenderedDocument(
      citations: [cite("1", "sea", note: 1), cite("2", "moor", "mill", note: 2)],
      references: books, style: style, locales: try CSLSupport.locales())
    let bibliography = try #require(document.bibliography)
    #expect(bibliography.hasHangingIndent)
    #expect(
      bibliography.output(.text) == """
        Mercer, Ann. the mill. 1931.
        ———. the moor. 1935.
        Quist, Bo. the sea. 1931.

        """)
    #expect(
      bibliography.output(.html).hasPrefix(
        "<div class=\"csl-bib-body\">\n  <div class=\"csl-entry\">"))
  }

  @Test func partsOfACitationCanBeLeftOut() throws {
    let processor = try processor("author-date.csl")
    var citation = cite("1", "sea")
    var listed = processor
    listed.list(["sea"])
    citation.mode = .suppressAuthor
    #expect(listed.text(of: citation).plain == "(1931)")
    citation.mode = .authorOnly
    #expect(listed.text(of: citation).plain == "Quist")
    citation.mode = .composite
    #expect(listed.text(of: citation).plain == "Quist (1931)")
  }

  @Test func aWorkThatIsNotThereIsNamed() throws {
    var processor = try processor("author-date.csl")
    let changes = processor.insert(cite("1", "gone"), at: 0)
    #expect(changes.first?.text.plain == "([missing: gone])")
  }

  @Test func wordsAroundCitesArePartedFromThem() throws {
    var processor = try processor("notes.csl")
    var citation = cite("1", "sea", note: 1)
    citation.items[0].prefix = "see"
    citation.items[0].suffix = "and passim"
    let changes = processor.insert(citation, at: 0)
    #expect(changes.first?.text.plain == "see Bo Quist, The Sea, (1931) and passim.")
  }

  @Test func identifiersAreLinksWhenAsked() throws {
    let style = try CSLSupport.style(layout: "<text variable=\"DOI\" prefix=\"doi:\"/>")
    var processor = Processor(style: style, locales: try CSLSupport.locales())
    var book = books[0]
    book[.doi] = "10.5555/a&b"
    processor.add([book])
    #expect(processor.text(of: cite("1", "mill")).output(.html) == "doi:10.5555/a&#38;b")
    processor.linksIdentifiers = true
    let text = processor.text(of: cite("1", "mill"))
    #expect(
      text.output(.html)
        == "doi:<a href=\"https://doi.org/10.5555/a&#38;b\">10.5555/a&#38;b</a>")
    #expect(
      text.output(.latex) == "doi:\\href{https://doi.org/10.5555/a\\&b}{10.5555/a\\&b}")
  }

  @Test func entriesHaveAnchorsWhenAsked() throws {
    var processor = try processor("notes.csl")
    processor.list(["sea"])
    let html = try #require(processor.bibliography()).output(.html, anchors: true)
    #expect(html.contains("<div id=\"ref-sea\" class=\"csl-entry\">"))
  }

  @Test func localesAreAskedForWhenTheyAreNeeded() throws {
    let locale = try Locale(CSLSupport.fixture("locale-en.xml"))
    let set = LocaleSet { tag in tag == "en-US" ? locale : nil }
    var processor = Processor(style: try CSLSupport.style("notes.csl"), locales: set)
    processor.add(books)
    _ = processor.setCitations([cite("1", "sea", note: 1), cite("2", "sea", note: 2)])
    #expect(processor.texts.last?.plain == "Ibid.")
  }

  @Test(arguments: ItemType.all)
  func referencesWithEveryVariableAreFormatted(_ type: ItemType) throws {
    let style = try CSLSupport.style("notes.csl")
    let reference = EveryVariable.full(type, id: "full")
    let document = RenderedDocument(
      citations: [Citation(id: "1", items: [CitationItem(id: reference.id)], noteNumber: 1)],
      references: [reference], style: style, locales: try CSLSupport.locales())
    for format in OutputFormat.allCases {
      #expect(document.citations.first?.output(format).isEmpty == false)
    }
  }
}
