import Testing

@testable import Citations

@Suite struct MODSReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> ReadBibliography {
    MODSReader.read(SourceFile(name: "test.mods", bytes: bytes))
  }

  private func record(_ inside: String) -> Reference? {
    read("<mods xmlns='http://www.loc.gov/mods/v3'>\(inside)</mods>").references.first
  }

  @Test(arguments: [1, 2] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed, count: 3)
    let trip = try #require(RoundTrip(references, through: .mods))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
    #expect(trip.read.references == references)
  }

  @Test func libraryRecordsAreRead() throws {
    let found = read(Shared.fixture("Formats/MODS/library.mods") ?? [])
    #expect(found.diagnostics.isEmpty)
    let book = try #require(found.references.first)
    #expect(book.id == "mercer31")
    #expect(book.type == .book)
    #expect(book[.title]?.plain == "The mill at Hallam: a history")
    #expect(book[.part] == "2")
    #expect(book[.author] == [Name(family: "Mercer", given: "Ada")])
    #expect(book[.translator] == [Name(family: "Okri", given: "Ben", suffix: "Jr.")])
    #expect(book[.genre]?.plain == "local history")
    #expect(book[.publisherPlace]?.plain == "Leeds")
    #expect(book[.issued]?.edtf == "1931?")
    #expect(book[.language]?.plain == "eng")
    #expect(book[.numberOfPages] == "xii, 200")
    #expect(book[.keyword]?.plain == "Mills, History")
    #expect(book[.collectionTitle]?.plain == "Mill studies")
    #expect(book[.collectionNumber] == "7")
    #expect(
      book.extras.map(\.name) == [
        "titleInfo[type=alternative]/title", "name",
        "originInfo/place/placeTerm[type=code][authority=marccountry]", "originInfo/issuance",
        "subject", "relatedItem", "identifier[type=lccn]",
      ])
    let article = try #require(found.references.last)
    #expect(article.id == "weir")
    #expect(article.type == .articleJournal)
    #expect(article[.containerTitleShort]?.plain == "J. Mills")
    #expect(article[.issued]?.edtf == "1931-04/1931-05")
    #expect(article[.page] == "12–19")
    #expect(article[.volume] == "3")
  }

  @Test func whatIsReadIsWrittenBack() throws {
    let first = read(Shared.fixture("Formats/MODS/library.mods") ?? [])
    let bytes = BibliographyFormat.mods.write(first.references)?.bytes ?? []
    golden(bytes, "Formats/MODS/library-rewritten.mods")
    #expect(read(bytes).references == first.references)
  }

  @Test(arguments: [
    ("<genre>bookSection</genre>", ItemType.chapter),
    ("<genre authority='marcgt'>thesis</genre>", .thesis),
    ("<typeOfResource>cartographic</typeOfResource>", .map),
    ("<typeOfResource manuscript='yes'>text</typeOfResource>", .manuscript),
    ("<relatedItem type='host'><genre>newspaper</genre></relatedItem>", .articleNewspaper),
    (
      "<relatedItem type='host'><genre>conference publication</genre></relatedItem>",
      .paperConference
    ),
    (
      "<relatedItem type='host'><identifier type='issn'>1</identifier></relatedItem>",
      .articleJournal
    ),
    ("<relatedItem type='host'><titleInfo><title>x</title></titleInfo></relatedItem>", .chapter),
    ("<originInfo><issuance>monographic</issuance></originInfo>", .book),
    ("<genre>conference publication</genre>", .book), ("<genre>web site</genre>", .webpage),
    ("<titleInfo><title>x</title></titleInfo>", .document),
  ])
  func typesAreInferred(_ inside: String, _ type: ItemType) {
    #expect(record(inside)?.type == type)
  }

  @Test(arguments: [
    ("20040611", "2004-06-11"), ("2004-06-11T12:00:00Z", "2004-06-11"), ("2004~", "2004~"),
    ("c1931", "c1931"), ("1931-1933", "1931-1933"),
  ])
  func datesAreRead(_ text: String, _ expected: String) {
    let found = record("<originInfo><dateIssued>\(text)</dateIssued></originInfo>")
    #expect(found?[.issued]?.writtenOut == expected)
  }

  @Test func recordsAreFoundInOtherDocuments() {
    let text =
      "<OAI><record><mods xmlns='http://www.loc.gov/mods/v3'><titleInfo><title>x</title>"
      + "</titleInfo></mods></record></OAI>"
    #expect(read(text).references.map { $0[.title]?.plain } == ["x"])
    #expect(MODSReader.sniff(Array(text.utf8)[...]) > 80)
    #expect(read("<modsCollection/>").diagnostics.isEmpty)
    #expect(read("<html/>").diagnostics.map(\.rule) == [.noMODS])
    #expect(read("").diagnostics.map(\.rule) == [.noMODS])
    #expect(read("<mods></mods>").diagnostics.map(\.rule) == [.emptyMODSRecord])
  }

  @Test func entitiesAreNotExpanded() {
    let bomb =
      "<!DOCTYPE mods [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
      + "<!ENTITY e SYSTEM 'file:///etc/passwd'>]><mods><titleInfo><title>t &b; &e;</title>"
      + "</titleInfo></mods>"
    let found = read(bomb)
    #expect(found.diagnostics.contains { $0.rule == .entitiesInMODS })
    let title = found.references.first?[.title]?.plain ?? ""
    #expect(!title.utf8.elementsEqual("".utf8) && !title.contains("xxx") && !title.contains("root"))
  }

  @Test func deepNestingIsRead() {
    let deep = String(repeating: "<relatedItem type='host'>", count: 100_000)
    _ = read("<mods><titleInfo><title>x</title></titleInfo>" + deep)
  }

  @Test func everyTruncationAndChangeIsRead() {
    let text = (Shared.fixture("Formats/MODS/usual.mods") ?? []).prefix(1800)
    #expect(!text.isEmpty)
    for length in 0...text.count { _ = read(Array(text.prefix(length))) }
    for index in text.indices {
      var changed = Array(text)
      changed[index] ^= UInt8(1 << (index % 8))
      _ = read(changed)
    }
  }

  @Test func recordsBeforeAFaultAreRead() {
    let text = "<modsCollection><mods ID='a'><note>x</note></mods><mods ID='b'><note>y</mods>"
    let found = read(text)
    #expect(found.references.map(\.id) == ["a", "b"])
    #expect(found.diagnostics.contains { $0.rule == .malformedMODS })
  }
}
