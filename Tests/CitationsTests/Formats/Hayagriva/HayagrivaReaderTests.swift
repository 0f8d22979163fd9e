import Testing

@testable import Citations

@Suite struct HayagrivaReaderTests {
  private func read(_ bytes: [UInt8]) -> ReadBibliography {
    HayagrivaReader.read(SourceFile(name: "test.yml", bytes: bytes))
  }

  private func read(_ text: String) -> ReadBibliography { read(Array(text.utf8)) }

  @Test(arguments: [1, 2] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed, count: 3)
    let trip = try #require(RoundTrip(references, through: .hayagriva))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
    #expect(trip.read.references == references)
  }

  @Test func handWrittenEntriesAreRead() throws {
    let found = read(Shared.fixture("Formats/Hayagriva/people.yml") ?? [])
    #expect(found.diagnostics.isEmpty)
    #expect(found.references.map(\.id) == ["weirs", "mill", "talk", "math"])
    let article = found.references[0]
    #expect(article.type == .articleJournal)
    #expect(article[.title] == RichText("Flow over weirs: NASA notes", spans: [.init(17..<21, .noCase)]))
    #expect(
      article[.author] == [
        Name(family: "Mercer", given: "Ada"),
        Name(family: "Berg", given: "Jan", nonDroppingParticle: "van der", suffix: "Jr."),
        Name(literal: "Fell Society"),
      ])
    #expect(article[.issued]?.edtf == "1931-04~")
    #expect(article[.page] == "12-19")
    #expect(article[.containerTitle]?.plain == "Journal of Mills")
    #expect(article[.issue] == "2a")
    #expect(article[.doi]?.plain == "10.1000/182")
    #expect(article.extras.map(\.name) == ["serial-number", "parent"])
    let book = found.references[1]
    #expect(book.type == .book)
    #expect(book[.titleShort]?.plain == "The Mill")
    #expect(book[.author] == [Name(family: "Hallam", given: "Gloria")])
    #expect(book[.translator].map(\.family) == ["Smith", "Roe"])
    #expect(book[.publisherPlace]?.plain == "Leeds, UK")
    #expect(book[.collectionTitle]?.plain == "Studies in Mills")
    #expect(book[.collectionNumber] == "7")
    #expect(book[.accessed]?.edtf == "2020-12-29")
    #expect(book.extras.map(\.name) == ["isbn", "author-alias", "affiliated"])
    let talk = found.references[2]
    #expect(talk.type == .paperConference)
    #expect(talk[.title]?.spans.map(\.style) == [.noCase])
    #expect(talk[.eventPlace]?.plain == "Hallam")
    #expect(talk[.publisherPlace]?.plain == "Leeds")
    #expect(talk.extras.map(\.name) == ["runtime", "parent"])
    #expect(found.references[3][.title]?.plain == "The $x^2$ law of {wheels}")
    #expect(found.references[3][.number] == "2003.13722")
  }

  @Test func whatIsReadIsWrittenBack() throws {
    let first = read(Shared.fixture("Formats/Hayagriva/people.yml") ?? [])
    let bytes = BibliographyFormat.hayagriva.write(first.references)?.bytes ?? []
    golden(bytes, "Formats/Hayagriva/people-rewritten.yml")
    #expect(read(bytes).references == first.references)
  }

  @Test(arguments: [
    ("type: anthos\n  parent: {title: x}", ItemType.chapter), ("type: Entry\n  parent: {title: x}", .entryEncyclopedia),
    ("type: Video", .motionPicture), ("type: web", .webpage), ("type: repository", .software),
    ("type: article\n  parent: {type: newspaper}", .articleNewspaper), ("type: article", .article),
    ("type: Article\n  parent: [{type: Conference}, {type: Proceedings}]", .paperConference),
    ("type: nonsense", .document), ("type: case", .legalCase), ("type: artwork", .graphic),
  ])
  func typesComeFromEntryAndParent(_ fields: String, _ type: ItemType) {
    #expect(read("a:\n  \(fields)\n").references.first?.type == type)
  }

  @Test(arguments: [
    ("2004", "2004"), ("~1900", "1900~"), ("2004-06-11", "2004-06-11"), ("-0043", "-0043"),
    ("{year: 2004, season: 2}", "2004-22"), ("soon", "soon"),
  ])
  func datesAreRead(_ yaml: String, _ expected: String) {
    let date = read("a:\n  type: book\n  date: \(yaml)\n").references.first?[.issued]
    #expect(date?.writtenOut == expected)
  }

  @Test func whatIsNoEntryIsReported() {
    let found = read("a: 5\nb:\n  title: x\nb:\n  type: book\n")
    #expect(found.references.map(\.id) == ["b", "b"])
    #expect(
      found.diagnostics.map(\.rule) == [
        .noHayagrivaEntry, .hayagrivaEntryWithoutType, .duplicateHayagrivaKey,
      ])
    #expect(read("").references.isEmpty)
  }

  @Test func everyTruncationAndChangeIsRead() {
    let text = Shared.fixture("Formats/Hayagriva/people.yml") ?? []
    for length in 0...text.count { _ = read(Array(text[..<length])) }
    for index in text.indices {
      var changed = text
      changed[index] ^= UInt8(1 << (index % 8))
      _ = read(changed)
    }
  }
}
