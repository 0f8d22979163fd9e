import Testing

@testable import Citations

@Suite struct StyledDocumentTests {
  private static let title = FormattedText([.open(.italic), .text("Mill & Co"), .close(.italic)])

  private func document(_ labels: [String?]) -> StyledDocument {
    let entry = BibliographyEntry(id: "a\"b", text: Self.title)
    return StyledDocument(
      lines: labels.map { .init(label: $0, texts: [Self.title]) },
      bibliography: Bibliography(
        entries: [entry], hasHangingIndent: true, lineSpacing: 1, entrySpacing: 1,
        alignsSecondField: false))
  }

  private func written(_ document: StyledDocument, _ format: OutputFormat) -> String {
    String(decoding: document.output(format), as: UTF8.self)
  }

  @Test func notesHaveNumbersAndAnEmptyLineBehindThem() {
    let notes = document(["1", "*"])
    #expect(written(notes, .text) == "1. Mill & Co\n*. Mill & Co\n\nMill & Co\n")
    #expect(written(notes, .markdown) == "1. *Mill \\& Co*\n\n*. *Mill \\& Co*\n\n*Mill \\& Co*\n")
  }

  @Test func citationsInTheTextHaveNone() {
    #expect(written(document([nil]), .text) == "Mill & Co\n\nMill & Co\n")
    #expect(
      written(document([nil]), .html).contains("<p class=\"csl-citation\"><i>Mill &#38; Co</i></p>")
    )
  }

  @Test func htmlHasTargetsWhereTheyAreAskedFor() {
    var notes = document(["1"])
    #expect(!written(notes, .html).contains(" id="))
    notes.hasAnchors = true
    #expect(written(notes, .html).contains("<p id=\"note-1\" class=\"csl-note\">"))
    #expect(written(notes, .html).contains("<div id=\"ref-a&#34;b\" class=\"csl-entry\">"))
    #expect(written(notes, .latex).contains("\\hypertarget{ref-a\"b}{}\\textit{Mill \\& Co}"))
  }

  @Test func rtfIsAWholeFile() {
    let text = written(document(["1"]), .rtf)
    #expect(text.hasPrefix("{\\rtf1\\ansi") && text.hasSuffix("}\n"))
    #expect(text.contains("{\\pard 1. {\\i Mill & Co}\\par}"))
    #expect(text.utf8.count { $0 == 0x7B } == text.utf8.count { $0 == 0x7D })
  }

  @Test func citationsOfOneNoteStandTogether() {
    let citations = [1, 1, 2, 0, 0].map { Citation(id: "", items: [], noteNumber: $0) }
    let document = StyledDocument(
      citations: citations, texts: citations.map { _ in Self.title }, bibliography: nil)
    #expect(document.lines.map(\.label) == ["1", "2", nil, nil])
    #expect(written(document, .text).hasPrefix("1. Mill & Co Mill & Co\n2. Mill & Co\n"))
  }

  @Test func nothingIsNothing() {
    let empty = StyledDocument(lines: [], bibliography: nil)
    #expect(written(empty, .text).isEmpty && written(empty, .html).isEmpty)
  }
}
