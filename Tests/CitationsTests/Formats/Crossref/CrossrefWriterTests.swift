import Testing

@testable import Citations

@Suite struct CrossrefWriterTests {
  private func write(_ references: [Reference]) -> WrittenBibliography {
    BibliographyFormat.crossref.write(references) ?? WrittenBibliography([])
  }

  private func elements(_ reference: Reference) -> [String] {
    CrossrefCitation(reference).elements.map { "\($0.name): \($0.text)" }
  }

  @Test func usualReferences() {
    golden(write(SampleReferences.usual).bytes, "Formats/Crossref/usual.xml")
  }

  @Test func everyValueIsWrittenOrReported() throws {
    let references = GeneratedReferences.all(seed: 7, count: 3) + SampleReferences.everything
    let written = write(references)
    let losses = Dictionary(grouping: written.losses, by: \.key)
    for reference in references {
      let told = Set(losses[reference.id, default: []].map(\.field))
      let texts = CrossrefCitation(reference).elements.map(\.text)
      for (variable, text) in reference.texts where !told.contains(variable.rawValue) {
        #expect(texts.contains(text.plain), "\(reference.id) \(variable)")
      }
      for (variable, number) in reference.numbers where !told.contains(variable.rawValue) {
        #expect(texts.contains(number), "\(reference.id) \(variable)")
      }
      for (variable, date) in reference.dates where !told.contains(variable.rawValue) {
        #expect(texts.contains { date.writtenOut.hasSuffix($0) }, "\(reference.id) \(variable)")
      }
      for (variable, names) in reference.names where !told.contains(variable.rawValue) {
        #expect(texts.contains(names[0].display), "\(reference.id) \(variable)")
      }
    }
    #expect(MarkupParser.parseXML(written.bytes).problems.isEmpty)
  }

  @Test func anArticleHasItsElements() {
    var article = Reference(id: "a", type: .articleJournal)
    article[.author] = [Name(family: "Mercer", given: "Ada"), Name(family: "Okri")]
    article[.title] = "Weirs"
    article[.containerTitle] = "Journal of Mills"
    article[.issued] = DateValue(.init(1931, 4))
    article[.page] = "12–19"
    article[.doi] = "10.1000/182"
    #expect(
      elements(article) == [
        "doi: 10.1000/182", "first_page: 12", "author: Mercer", "article_title: Weirs",
        "journal_title: Journal of Mills", "cYear: 1931",
      ])
    let losses = write([article]).losses
    #expect(losses.map(\.field) == ["page", "issued", "author"])
    #expect(losses.allSatisfy { $0.kind == .narrowed })
    article[.page] = "e123"
    #expect(elements(article).contains("elocation_id: e123"))
  }

  @Test func whatHasNoElementsIsWrittenInWords() {
    var page = Reference(id: "a", type: .webpage)
    page[.author] = [Name(family: "Mercer", given: "Ada")]
    page[.title] = "Weirs"
    page[.url] = "https://example.org/"
    #expect(
      elements(page).last == "unstructured_citation: Ada Mercer. Weirs. https://example.org/")
    #expect(write([page]).losses.map(\.kind) == [.dropped, .moved, .moved])
  }

  @Test(arguments: [
    ("10.1000/182", true), ("10.1/182", false), ("10.1000/", false), ("doi:10.1000/1", false),
  ])
  func identifiersKeepToTheSchema(_ doi: String, _ isAllowed: Bool) {
    #expect(CrossrefRules.isDOI(doi) == isAllowed)
    #expect(CrossrefRules.isISSN("0378-5955") && !CrossrefRules.isISSN("0378 5955"))
    #expect(CrossrefRules.isISBN("978-3-16-148410-0") && !CrossrefRules.isISBN("ISBN 1"))
  }

  @Test func keysStandOnce() {
    let long = String(repeating: "k", count: 200)
    let written = write([
      Reference(id: "a b", type: .book), Reference(id: "a b", type: .book), Reference(type: .book),
      Reference(id: long, type: .book),
    ])
    let text = written.bytes.text
    for key in ["a b", "a b-2", "ref-3", String(long.prefix(120))] {
      #expect(text.contains("key=\"\(key)\""))
    }
    #expect(written.losses.filter { $0.field == "id" }.count == 2)
  }
}
