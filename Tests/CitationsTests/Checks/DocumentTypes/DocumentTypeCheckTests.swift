import Testing

@testable import Citations

/// Articles compared with the small document type of the fixtures.
@Suite struct DocumentTypeCheckTests {
  /// What is inside `article`, and the findings that it has: `line:column rule message`.
  struct Case: Sendable, CustomTestStringConvertible {
    var inside: String
    var expected: [String]

    init(_ inside: String, _ expected: String...) {
      self.inside = inside
      self.expected = expected
    }

    var testDescription: String { inside }
  }

  private static let doctype = "<!DOCTYPE article PUBLIC \"-//Salt//DTD Article//EN\" \"a.dtd\">\n"

  private static func findings(
    _ text: String, _ types: DocumentTypes?
  ) -> [String] {
    lines(of: check(text, name: "article.xml", options: SampleDocumentTypes.options(types)))
  }

  static let valid = [
    "<front><article-title>On <italic>salt</italic></article-title></front>",
    "<front><article-title/><aside>any <p>of <etal/> it</p></aside></front>",
    "<body><p>A &shore; and &eacute; one <xref ref-type='bibr' rid='r1 r2'>1</xref></p></body>"
      + "<back><ref-list><title>R</title><ref id='r1'><label>1</label><mixed-citation><name>"
      + "<surname>Fell</surname><given-names>Ada</given-names></name>, 1974</mixed-citation></ref>"
      + "<ref id='r2'><element-citation publication-type='book'><name><given-names>A</given-names>"
      + "<suffix>Jr</suffix></name><etal/></element-citation></ref></ref-list></back>",
    "<body><fig file='map' place='tiff'/></body>",
    "<!-- a comment --><body>\n  <p/>\n<?page 2?></body>",
    "<back><note><p>&salt;</p></note><ref-list>&salt;</ref-list></back>",
  ]

  @Test(arguments: valid) func whatIsAllowedHasNoFinding(_ inside: String) throws {
    let text = "<article xml:lang='en' article-type=\"essay\">\(inside)</article>"
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    #expect(Self.findings(text, dtd) == [])
    let catalog = try #require(SampleDocumentTypes.fixture("catalog.xml"))
    #expect(Self.findings(Self.doctype + text, catalog) == [])
  }

  static let content = [
    Case(
      "<body><p>One <ref>two</ref></p></body>",
      "2:14 error F066 <ref> cannot stand in <p>; "
        + "expected text, <xref>, <italic>, <etal> or <mixed-citation>",
      "2:14 error F067 <ref> lacks the attribute \"id\"",
      "2:19 error F066 the text \"two\" cannot stand in <ref>, which holds elements only"),
    Case(
      "<body>\n loose <p/></body>",
      "3:2 error F066 the text \"loose\" cannot stand in <body>, which holds elements only"),
    Case("<body></body>", "2:1 error F066 <body> holds no element; expected <p> or <fig>"),
    Case(
      "<back/><body><p/></body>",
      "2:8 error F066 <body> cannot follow <back> in <article>; expected the end of <article>"),
    Case(
      "<front><aside/></front>",
      "2:8 error F066 <aside> cannot be the first in <front>; expected <article-title>"),
    Case(
      "<back><ref-list><title/></ref-list></back>",
      "2:7 error F066 <ref-list> ends after <title>; expected <ref>"),
    Case(
      "<body><p><etal> </etal></p></body>",
      "2:16 error F066 <etal> must be empty; found white space"),
    Case(
      "<body><p><xreff>1</xreff></p></body>",
      "2:10 error F066 the document type has no element <xreff>; "
        + "expected <xref>, <italic>, <etal> or <mixed-citation>"),
    // A child left out and one too many are one finding each, and what follows is compared still.
    Case(
      "<front><aside/></front><back><note/></back><back/>",
      "2:8 error F066 <aside> cannot be the first in <front>; expected <article-title>",
      "2:30 error F066 <note> holds no element; expected <p>",
      "2:44 error F066 <back> cannot follow <back> in <article>; expected the end of <article>"),
    Case(
      "<back><ref-list><ref id='a'><labl/><mixed-citation/></ref></ref-list></back>",
      "2:29 error F066 the document type has no element <labl>; "
        + "expected <label>, <element-citation> or <mixed-citation>"),
    Case(
      "<front><aside><nothing><p/></nothing></aside></front>",
      "2:8 error F066 <aside> cannot be the first in <front>; expected <article-title>",
      "2:15 error F066 the document type has no element <nothing>; "
        + "expected <article>, <article-title>, <aside>, <back> or 22 others"),
  ]

  static let attributes = [
    Case(
      "<body><p><xref ref-type='bibl' rid='r1'/></p></body>",
      "2:16 error F067 \"ref-type\" of <xref> is \"bibl\"; "
        + "expected \"bibr\", \"fn\", \"fig\", \"sec\" or 2 others",
      "2:32 error F067 no element has the id \"r1\", to which \"rid\" of <xref> refers"),
    Case(
      "<body>\n<p lang='en'/></body>",
      "3:4 error F067 <p> has no attribute \"lang\""),
    Case(
      "<body><p><xref/></p></body>",
      "2:10 error F067 <xref> lacks the attribute \"ref-type\"; "
        + "expected one with \"bibr\", \"fn\", \"fig\", \"sec\" or 2 others",
      "2:10 error F067 <xref> lacks the attribute \"rid\""),
    Case(
      "<back><ref-list>\n<ref id='é'><mixed-citation/></ref>\n<ref id='é' "
        + "specific-use='a (b)'><mixed-citation/></ref>\n<ref id='7'><mixed-citation/></ref>"
        + "</ref-list></back>",
      "4:6 error F067 the id \"é\" stands in line 3 already",
      "4:13 error F067 \"specific-use\" of <ref> is \"a (b)\"; "
        + "expected words of letters, digits or .-_:",
      "5:6 error F067 \"id\" of <ref> is \"7\"; "
        + "expected a letter first, then letters, digits or .-_:"),
    Case(
      "<body><fig file='chart'/></body>",
      "2:12 error F067 \"file\" of <fig> is \"chart\"; "
        + "expected the name of an entity with a notation"),
  ]

  @Test(arguments: content + attributes) func whatIsNotAllowedIsFoundAtItsPlace(_ example: Case)
    throws
  {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let text = "<article>\n\(example.inside)</article>"
    #expect(Self.findings(text, dtd) == example.expected)
  }

  @Test func namespacesAndTheRootAreCompared() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let text =
      "<!DOCTYPE essay>\n<article xmlns:xlink='http://example.org/' xmlns:mml='m'>"
      + "<body/></article>"
    #expect(
      Self.findings(text, dtd) == [
        "2:1 error F066 the root is <article>; the document type is for <essay>",
        "2:10 error F067 \"xmlns:xlink\" of <article> is \"http://example.org/\"; "
          + "expected \"http://www.w3.org/1999/xlink\"",
        "2:44 error F067 <article> has no attribute \"xmlns:mml\"; "
          + "expected \"xmlns:xlink\", \"xml:lang\" or \"article-type\"",
        "2:58 error F066 <body> holds no element; expected <p> or <fig>",
      ])
  }

  @Test func whatTheDocumentTypeDeclaresIsNoFaultOfTheMarkup() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    var options = SampleDocumentTypes.options(dtd)
    options.rules.select = ["F"]
    let text =
      "<!DOCTYPE article SYSTEM 'article.dtd'>\n<article><body><p>&shore; &nbsp; &reef; "
      + "<xref ref-type='fn' rid='r' xlink:href='#r'/></p></body></article>"
    let found = check(text, name: "a.xml", options: options).findings
    #expect(!found.contains { $0.rule == .malformedMarkup })
    #expect(found.contains { $0.message == "the entity \"reef\" is not declared" })
    #expect(found.contains { $0.message == "the entity \"nbsp\" is not declared" })
    options.documentTypes = nil
    let without = check(text, name: "a.xml", options: options).findings
    #expect(without.filter { $0.rule == .malformedMarkup }.count == 3)
  }

  @Test func aDocumentBeyondLine65535IsComparedToItsEnd() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let text =
      "<article><body>" + String(repeating: "<p>a</p>\n", count: 70_000)
      + "<p><year/></p></body></article>"
    #expect(Self.findings(text, dtd).count == 1)
    #expect(Self.findings(text, dtd).first?.hasPrefix("70001:4 error F066 <year> cannot") ?? false)
  }

  @Test func noMessageIsLong() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let long = String(repeating: "a-very-long-name-", count: 40)
    let text =
      "<article \(long)='\(long)'><\(long) id='1'/><body><p><\(long)/><xref rid='\(long)' "
      + "ref-type='\(long)'>x</xref></p></body>\(long)</article>"
    let found = check(text, name: "a.xml", options: SampleDocumentTypes.options(dtd)).findings
    #expect(found.count > 5)
    for finding in found {
      #expect(finding.message.unicodeScalars.count <= 200, "\(finding.message)")
    }
  }

  // MARK: Which document type

  @Test func withoutDocumentTypesNothingIsCompared() {
    #expect(Self.findings("<article><body/></article>", nil) == [])
  }

  @Test func anUnknownDocumentTypeIsANote() throws {
    let catalog = try #require(SampleDocumentTypes.fixture("catalog.xml"))
    #expect(
      Self.findings("<?xml version='1.0'?>\n<article><body/></article>", catalog) == [
        "2:1 note F068 the article has no document type; expected one that the catalog knows"
      ])
    let foreign = "<!DOCTYPE article PUBLIC '-//Pepper//EN' 'http://pepper.example.org/a.dtd'>"
    #expect(
      Self.findings("\n\(foreign)<article><body/></article>", catalog) == [
        "2:1 note F068 the catalog does not know the document type \"-//Pepper//EN\""
      ])
    #expect(
      Self.findings("<!DOCTYPE article><article/>", catalog) == [
        "1:1 note F068 the document type has no identifier; expected one that the catalog knows"
      ])
  }

  @Test func aDocumentTypeWithAFaultIsAFindingAndAnError() throws {
    let catalog = try #require(SampleDocumentTypes.fixture("catalog.xml"))
    func article(_ name: String) -> String {
      "<!DOCTYPE article SYSTEM 'https://salt.example.org/\(name).dtd'><article/>"
    }
    let place = "1:1 error F069 the document type cannot be used: XML/DTD/broken.dtd:2:"
    #expect(Self.findings(article("broken"), catalog).map { $0.hasPrefix(place) } == [true])
    #expect(
      Self.findings(article("gone"), catalog) == [
        "1:1 error F069 the document type cannot be used: XML/DTD/gone.dtd: "
          + "cannot be read, as XML/DTD/catalog.xml names it"
      ])
    #expect(catalog.errors.map(\.path) == ["XML/DTD/broken.dtd", "XML/DTD/gone.dtd"])
  }

  @Test func whatIsNotWellFormedIsNotCompared() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let found = Self.findings("<article>\n<body><ref></body></article>", dtd)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("2:") == true
        && found.first?.contains(" error F066 not compared with the document type: opening") == true
    )
  }

  @Test func whatIsNotWellFormedIsToldBehindManySmallerFaults() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let many = String(repeating: "<p><xref ref-type='fn' rid='r' xlink:href=''/></p>", count: 200)
    let text = "<!DOCTYPE article SYSTEM 'a.dtd'><article><body>\(many)</p></body></article>"
    let found = Self.findings(text, dtd)
    #expect(found.count == 1)
    #expect(found.first?.contains("not compared with the document type") ?? false)
  }

  @Test func findingsCanBeSuppressedAndSelected() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let text =
      "<article><body>\n<!-- citecli: ignore F066 -->\n<p lang='en'><year/></p></body></article>"
    #expect(Self.findings(text, dtd).map { $0.split(separator: " ")[2] } == ["F067"])
    var options = SampleDocumentTypes.options(dtd)
    options.rules.ignore = ["invalid-attribute"]
    #expect(lines(of: check(text, name: "a.xml", options: options)) == [])
  }

  @Test func whatADocumentDeclaresItselfCounts() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    let text =
      "<!DOCTYPE article SYSTEM 'a.dtd' [<!ELEMENT p (#PCDATA|year)*>"
      + "<!ATTLIST p lang CDATA #IMPLIED><!ENTITY % with.notes 'IGNORE'>]>\n"
      + "<article><body><p lang='en'><year/></p></body>"
    // Without notes there is no declaration of `back` either.
    #expect(
      Self.findings(text + "<back/></article>", dtd).map { $0.prefix(58) }
        == [
          "2:47 error F066 the document type has no element <back>; ex"
        ].map { $0.prefix(58) })
    #expect(Self.findings(text + "</article>", dtd) == [])
  }

  @Test func entitiesThatExplodeDoNothing() throws {
    let dtd = try #require(SampleDocumentTypes.fixture("article.dtd"))
    var entities = "<!ENTITY a0 'salt'>"
    for level in 1...40 {
      entities +=
        "<!ENTITY a\(level) '"
        + String(repeating: "&a\(level - 1);", count: 10) + "'>"
    }
    let text = "<!DOCTYPE article [\(entities)]><article><body><p>&a40;</p></body></article>"
    #expect(Self.findings(text, dtd) == [])
    let parameters = entities.replacing("<!ENTITY ", with: "<!ENTITY % ").replacing(
      "&a", with: "%a")
    let found = Self.findings("<!DOCTYPE article [\(parameters)]><article/>", dtd)
    #expect(found.count == 1)
    #expect(found.first?.contains("the document type cannot be used") ?? false)
  }

  @Test func aDocumentReachesNoFileThatIsNotBesideTheDTD() throws {
    var options = SampleDocumentTypes.options(nil)
    options.documentTypes = try DocumentTypes(
      Array("<!ELEMENT article EMPTY>".utf8), path: "dtd/a.dtd"
    ) { path in
      Issue.record("asked for \(path)")
      return nil
    }
    for target in [
      "/etc/passwd", "file:///etc/passwd", "../secret.ent", "https://salt.example.org/a.ent",
      "//host/a.ent", "secret.ent",
    ] {
      let text = "<!DOCTYPE article [<!ENTITY % a SYSTEM '\(target)'> %a;]><article/>"
      let found = lines(of: check(text, name: "texts/a.xml", options: options))
      #expect(found.count == 1)
      #expect(found.first?.hasPrefix("1:1 error F069 ") ?? false)
    }
  }

  @Test func aDocumentTypeIsReadOnceForAllDocuments() throws {
    let counter = Counter()
    let dtd = try #require(Shared.fixture("XML/DTD/catalog.xml"))
    let types = try DocumentTypes(dtd, path: "XML/DTD/catalog.xml") { path in
      counter.add(path)
      return Shared.fixture(path)
    }
    #expect(counter.paths == [])
    let text = Self.doctype + "<article><body><year/></body></article>"
    for _ in 0..<3 { #expect(Self.findings(text, types).count == 1) }
    #expect(counter.paths == ["XML/DTD/article.dtd", "XML/DTD/modules/names.ent"])
  }
}
