import Citations
import Testing

@testable import ReferenceSources

@Suite struct RecordReaderTests {
  private func record(_ text: String) throws -> SourceRecord? {
    RecordReader.record(try JSONValue.parse(Array(text.utf8)), source: "s")
  }

  @Test func crossrefsWorksAreRead() throws {
    let record = try #require(try record(Works.salt))
    #expect(
      record.titles == ["Salt Roads: Carts & Carters of Lindsey", "Salt Roads"])
    #expect(
      record.reference[.author] == [
        Name(family: "Fell", given: "Margery"), Name(literal: "Hallam Trust"),
      ])
    #expect(record.reference.type == .book)
    #expect(record.years == [1974])
  }

  @Test func itemsOfCSLJSONAreRead() throws {
    let record = try #require(
      try record(
        """
        {"id": "a", "type": "chapter", "title": "The <i>Mill</i>", "container-title": "Mills", "page": "1-9",
         "author": [{"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "Trust"}],
         "issued": {"raw": "1931-05-01"}, "ISBN": "9780306406157", "PMID": 12345}
        """))
    #expect(record.titles == ["The Mill"])
    #expect(record.containers == ["Mills"])
    #expect(record.years == [1931])
    #expect(record.reference[.author].map(\.display) == ["Jan van der Meer", "Trust"])
    #expect(record.reference[.pmid]?.plain == "12345")
  }

  @Test func yearsBeforeTheFirstAreCountedAsTheModelDoes() throws {
    let text = "{\"title\": \"T\", \"issued\": {\"date-parts\": [[\"-380\"]]}}"
    #expect(try record(text)?.years == [-379])
  }

  @Test func doisOfDataCiteAreRead() throws {
    let record = try #require(
      try record(
        """
        {"id": "10.48550/arxiv.2101.00001", "type": "dois", "attributes": {
          "doi": "10.48550/arxiv.2101.00001", "titles": [{"title": "Early Carts"}],
          "creators": [{"name": "Quill, Ida", "givenName": "Ida", "familyName": "Quill"},
            {"name": "Fell, Margery"}, {"name": "Hallam, Trust of", "nameType": "Organizational"}],
          "publicationYear": 2020, "dates": [{"date": "2019-12-30", "dateType": "Submitted"}],
          "container": {"title": "Fen Papers", "volume": "3", "firstPage": "1", "lastPage": "9"},
          "types": {"resourceTypeGeneral": "Preprint"},
          "relatedIdentifiers": [
            {"relationType": "IsVersionOf", "relatedIdentifier": "10.48550/arxiv.2001.00001", "relatedIdentifierType": "DOI"},
            {"relationType": "IsVersionOf", "relatedIdentifier": "10.5555/carts", "relatedIdentifierType": "DOI"}]}}
        """))
    #expect(record.reference[.author].map(\.family) == ["Quill", "Fell", ""])
    #expect(record.years == [2020, 2019])
    #expect(record.reference[.page] == "1-9")
    #expect(record.containers == ["Fen Papers"])
    #expect(record.publishedDOI == "10.5555/carts")
  }

  @Test func booksOfOpenLibraryAreRead() throws {
    let value = try JSONValue.parse(
      Array(
        """
        {"title": "Salt Roads", "subtitle": "Carts of Lindsey", "authors": [{"name": "Margery Fell"}],
         "publish_date": "March 3, 1974", "identifiers": {"isbn_10": ["0306406152"]}}
        """.utf8))
    let record = try #require(OpenLibraryRecord.record(value, source: "s"))
    #expect(record.titles == ["Salt Roads: Carts of Lindsey", "Salt Roads"])
    #expect(record.years == [1974])
    #expect(record.reference[.isbn]?.plain == "0306406152")
    #expect(OpenLibraryRecord.record(.object([]), source: "s") == nil)
  }

  @Test func retractionsAreToldFromCorrections() throws {
    func notice(_ type: String) throws -> SourceRecord.Notice? {
      try record("{\"title\":\"T\",\"updated-by\":[{\"DOI\":\"10.5555/n\",\"type\":\"\(type)\"}]}")?
        .notice
    }
    #expect(try notice("retraction") == .retraction)
    #expect(try notice("withdrawal") == .retraction)
    #expect(try notice("expression_of_concern") == .concern)
    #expect(try notice("correction") == nil)
    let value = try JSONValue.parse(Array(Works.notice.utf8))
    #expect(
      RecordReader.updates(value) == [.init(doi: "10.5555/hallam.mill", notice: .retraction)])
  }

  @Test func onlyWhatIsLookedAtIsKept() throws {
    let members = try JSONValue.members(
      of: Array(Works.mill.utf8), named: RecordMembers.kept)
    let kept = String(
      decoding: JSONWriter.text(of: RecordMembers.pruned(members), .compact), as: UTF8.self)
    #expect(!kept.contains("affiliation"))
    #expect(!kept.contains("reference"))
    #expect(try record(kept) == record(Works.mill))
  }

  @Test(arguments: [
    "{}", "{\"title\":[]}", "{\"title\":{},\"author\":\"x\",\"issued\":[]}", "[]",
    "{\"DOI\":\"x\"}",
    "{\"issued\":{\"date-parts\":[[null]]},\"relation\":[],\"update-to\":{}}",
  ])
  func whatIsNoRecordIsNone(_ text: String) throws {
    #expect(try record(text) == nil)
  }

  @Test(arguments: [
    ("a &lt; b", "a < b"), ("<b>Salt</b>  roads\n", "Salt roads"), ("a < b", "a < b"),
    ("&#233;&#xE9;&unknown;", "éé&unknown;"), ("R&D", "R&D"),
    ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x"),
  ])
  func markupOfTitlesIsTakenOff(_ text: String, _ plain: String) {
    #expect(PlainText.of(text) == plain)
  }
}
