import Testing

@testable import Citations

@Suite struct NBIBReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    NBIBReader.read(SourceFile(name: "test.nbib", bytes: Array(text.utf8)))
  }

  private func first(_ text: String) throws -> Reference {
    try #require(read("PMID- 1\n" + text).references.first)
  }

  @Test(arguments: [
    ("FAU - Mercer, Ada B\nAU  - Mercer AB", "Mercer|Ada B||"),
    ("AU  - Mercer AB", "Mercer|AB||"), ("AU  - van der Berg J", "Berg|J||"),
    ("FAU - King, Martin L Jr\nAU  - King ML Jr", "King|Martin L|Jr|"),
    ("AU  - King ML 3rd", "King|ML|3rd|"), ("CN  - Mill Study Group", "|||Mill Study Group"),
    ("FAU - Plato\nAU  - Plato", "Plato|||"),
  ])
  func namesAreRead(_ lines: String, _ expected: String) throws {
    let names = try first(lines)[.author]
    #expect(names.map { "\($0.family)|\($0.given)|\($0.suffix)|\($0.literal)" } == [expected])
  }

  @Test(arguments: [
    ("201-9", "201-209"), ("e17", "e17"), ("S12-5", "S12-15"), ("1-3, 7", "1-3, 7"),
    ("123-9; discussion 130-1", "123-129; discussion 130-131"),
  ])
  func pagesAreReadInFull(_ text: String, _ expected: String) throws {
    #expect(try first("PG  - \(text)")[.page] == expected)
  }

  @Test(arguments: [
    ("PT  - Journal Article\nJT  - J", ItemType.articleJournal),
    ("PT  - Journal Article\nPT  - Preprint\nJT  - J", .article), ("JT  - J", .articleJournal),
    ("PT  - Review\nTA  - J", .articleJournal), ("PT  - Interview\nTA  - J", .articleJournal),
    ("PT  - Interview", .interview), ("BTI - B", .book), ("BTI - B\nTI  - T", .chapter),
    ("TI  - T", .document),
  ])
  func typesAreRead(_ lines: String, _ type: ItemType) throws {
    #expect(try first(lines).type == type)
  }

  @Test func titlesLoseTheirFullStop() throws {
    #expect(try first("TI  - Turning wheels.")[.title] == "Turning wheels")
    #expect(try first("TI  - And so on...")[.title] == "And so on...")
    #expect(try first("TI  - Why?")[.title] == "Why?")
  }

  @Test func recordsAreTold() {
    #expect(
      read("PMID- 1\nTI  - A\nPMID- 2\nTI  - B\n\n\nPMID- 3\n").references.map(\.id) == [
        "1", "2", "3",
      ])
    let found = read("words\n\nPMID- 1\n")
    #expect(found.references.count == 1)
    #expect(found.diagnostics.map(\.rule.id) == ["F030"])
    #expect(read("").diagnostics.map(\.rule.id) == ["F031"])
  }

  @Test func linesAreWrappedAndRead() throws {
    var reference = Reference(id: "1", type: .articleJournal)
    reference[.pmid] = "1"
    reference[.title] = RichText(String(repeating: "wheel  and weir ", count: 30) + "end")
    reference[.containerTitle] = RichText(String(repeating: "x", count: 300))
    let bytes = try #require(BibliographyFormat.nbib.write([reference])?.bytes)
    #expect(read(bytes.text).references == [reference])
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.count { $0.count > 88 } == 1)
  }
}
