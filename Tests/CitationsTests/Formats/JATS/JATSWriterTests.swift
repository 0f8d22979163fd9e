import Testing

@testable import Citations

@Suite struct JATSWriterTests {
  private func write(_ references: [Reference], _ options: WriterOptions = WriterOptions())
    -> [UInt8]
  {
    BibliographyFormat.jats.write(references, options: options)?.bytes ?? []
  }

  private func write(_ extraction: Extraction, _ options: WriterOptions = WriterOptions())
    -> [UInt8]
  {
    BibliographyFormat.jats.writeExtractions?([extraction], options) ?? []
  }

  private func list(_ reference: Reference) -> String {
    var options = WriterOptions()
    options.fragment = "ref-list"
    let lines = write([reference], options).string.split(separator: "\n").map { line in
      String(line.drop { $0 == " " })
    }
    return lines.dropFirst(2).dropLast(2).joined()
  }

  @Test func everyVariableOfEveryTypeIsValid() {
    var references: [Reference] = []
    for (index, type) in (ItemType.all + [ItemType(rawValue: "x y"), ItemType(rawValue: "")])
      .enumerated()
    {
      for seed in 0..<3 {
        references.append(
          EveryVariable.full(type, id: "\(type.rawValue) \(seed)", seed: index + seed))
      }
      references += EveryVariable.single(type)
    }
    let bytes = write(references)
    if let complaints = XMLLint.complaints(about: bytes) { #expect(complaints == "") }
    #expect(JATS4R.complaints(about: bytes) == [])
    var options = WriterOptions()
    options.asciiOnly = true
    let ascii = write(references, options)
    #expect(ascii.allSatisfy { $0 < 0x80 })
    if let complaints = XMLLint.complaints(about: ascii) { #expect(complaints == "") }
  }

  @Test(arguments: ItemType.all)
  func everyVariableIsWritten(_ type: ItemType) {
    var reference = Reference(id: "x", type: type)
    for variable in TextVariable.allCases {
      reference[variable] = RichText("v-" + variable.rawValue)
    }
    for variable in NumberVariable.allCases { reference[variable] = "n-" + variable.rawValue }
    for variable in NameVariable.allCases {
      reference[variable] = [Name(literal: "p-" + variable.rawValue)]
    }
    for variable in DateVariable.allCases {
      reference[variable] = DateValue(literal: "d-" + variable.rawValue)
    }
    let text = MarkupParser.parseXML(write([reference])).text
    let words =
      TextVariable.allCases.map { "v-" + $0.rawValue }
      + NumberVariable.allCases.map { "n-" + $0.rawValue }
      + NameVariable.allCases.map { "p-" + $0.rawValue }
      + DateVariable.allCases.map { "d-" + $0.rawValue }
    for word in words { #expect(text.firstOffset(of: Array(word.utf8), from: 0) != nil, "\(word)") }
  }

  @Test func journalArticle() {
    var reference = Reference(id: "okri1978", type: .articleJournal)
    reference[.author] = [Name(family: "Okri", given: "Tomas"), Name(literal: "Fell Group")]
    reference[.title] = RichText("Ledgers of H2O", spans: [.init(12..<13, .subscript)])
    reference[.containerTitle] = "Journal of Trade"
    reference[.volume] = "12"
    reference[.issue] = "3"
    reference[.issued] = DateValue(.init(1978, 6))
    reference[.page] = "201–9"
    reference[.doi] = "10.5555/12"
    #expect(
      list(reference) == """
        <element-citation publication-type="journal"><person-group person-group-type="author"><name>\
        <surname>Okri</surname><given-names>Tomas</given-names></name><collab>Fell Group</collab></person-group>\
        <article-title>Ledgers of H<sub>2</sub>O</article-title><source>Journal of Trade</source>\
        <year iso-8601-date="1978-06">1978</year><month>6</month><volume>12</volume><issue>3</issue>\
        <fpage>201</fpage><lpage>209</lpage><page-range specific-use="literal">201–9</page-range>\
        <pub-id pub-id-type="doi">10.5555/12</pub-id></element-citation>
        """)
  }

  @Test func chapterWithParticlesAndRoles() {
    var reference = Reference(id: "roe", type: .chapter)
    reference[.author] = [
      Name(family: "Roe", given: "Jan", nonDroppingParticle: "de", suffix: "Jr."),
      Name(family: "Berg", given: "A.", droppingParticle: "van den"),
    ]
    reference[.containerAuthor] = [Name(family: "Poe")]
    reference[.title] = "A Part"
    reference[.containerTitle] = "A Whole"
    reference[.edition] = "2"
    reference[.collectionTitle] = "Series"
    reference[.collectionNumber] = "4"
    reference[.issued] = DateValue(from: .point(.init(2004)), to: .point(.init(2005)))
    reference[.accessed] = DateValue(.init(2020, 3, 2))
    #expect(
      list(reference) == """
        <element-citation publication-type="book"><person-group person-group-type="author"><name>\
        <surname>de Roe</surname><given-names>Jan</given-names><suffix>Jr.</suffix></name><name>\
        <surname>Berg</surname><given-names>A. van den</given-names></name></person-group>\
        <chapter-title>A Part</chapter-title><source>A Whole</source><person-group person-group-type="custom" \
        custom-type="container-author"><name><surname>Poe</surname></name></person-group>\
        <edition designator="2">2</edition><string-date iso-8601-date="2004/2005">2004–2005</string-date>\
        <series>Series</series><volume-series>4</volume-series><date-in-citation content-type="access-date" \
        iso-8601-date="2020-03-02">2020-03-02</date-in-citation></element-citation>
        """)
  }

  /// A document with two notes, read as the note reader would.
  static func extraction() -> Extraction {
    let source = SourceFile(name: "mill.txt", bytes: [])
    var document = Document(source: source, format: "text")
    var title = SourceText("The Mill & <More>")
    title.addStyle(.italic, 4..<8)
    document.title = title
    document.language = "en-GB"
    var text = SourceText("The mill was closed by decree. Its clerk wrote.")
    text.addStyle(.italic, 4..<35)
    text.addLink("https://example.org/?a&b", 0..<8)
    document.markers = [
      Marker(label: "1", range: .init(0, 1)), Marker(label: "", range: .init(0, 1)),
      Marker(label: "9", range: .init(0, 1)),
    ]
    document.markers[0].note = 0
    document.markers[1].note = 1
    document.blocks = [
      Block(.heading(level: 3), SourceText("Deep"), markers: [.init(offset: 4, marker: 2)]),
      Block(
        .paragraph, text,
        markers: [
          .init(offset: 30, marker: 0), .init(offset: 47, marker: 1), .init(offset: 47, marker: 2),
        ]),
      Block(.listItem, SourceText("one")), Block(.listItem, SourceText("two")),
      Block(.code, SourceText("if a < b")), Block(.heading(level: 1), SourceText("High")),
      Block(.heading(level: 2), SourceText("Low")), Block(.quote, SourceText("said")),
      Block(.heading(level: 2), SourceText("")), Block(.listItem, SourceText("last")),
    ]
    var book = Reference(id: "mercer 1931", type: .book)
    book[.author] = [Name(family: "Mercer", given: "Ada")]
    book[.title] = "The Mill at Dunholm"
    book[.issued] = DateValue(.init(1931))
    var first = SourceText("Ada Mercer, The Mill at Dunholm (Leeds: Fell Press, 1931), 44.")
    first.addStyle(.italic, 12..<31)
    var cite = Cite(range: 0..<61, kind: .full, reference: book, reader: "test", confidence: 1)
    cite.fields = [
      .init("author", 0..<10), .init("title", 12..<31), .init("publisher-place", 33..<38),
      .init("publisher", 40..<50), .init("issued", 52..<56), .init("locator", 59..<61),
    ]
    cite.work = "mercer 1931"
    let words =
      "See Tomas Okri and A. van den Berg, “Ledgers,” Trade 12 (June 1978): 201–9; cf. Mercer, Mill, 51."
    var article = Reference(id: "okri1978", type: .articleJournal)
    article[.author] = [
      Name(family: "Okri", given: "Tomas"),
      Name(family: "Berg", given: "A.", droppingParticle: "van den"),
    ]
    article[.issued] = DateValue(.init(1978, 6))
    var second = Cite(range: 4..<80, kind: .full, reference: article, reader: "test", confidence: 1)
    second.fields = [
      .init("author", 4..<14), .init("author", 19..<34), .init("title", 39..<46),
      .init("container-title", 51..<56), .init("volume", 57..<59), .init("issued", 61..<70),
      .init("page", 73..<80), .init("page", 70..<200),
    ]
    second.work = "okri1978"
    var short = Cite(
      range: 86..<102, kind: .short, reference: Reference(type: .book), reader: "test",
      confidence: 1)
    short.work = "mercer 1931"
    let notes = [
      ReadNote(
        note: Note(label: "1", text: first, range: .init(0, 1)), parts: [], cites: [cite],
        kind: .citation),
      ReadNote(
        note: Note(label: "*", text: SourceText(words), range: .init(0, 1)), parts: [],
        cites: [second, short], kind: .mixed),
      ReadNote(
        note: Note(label: "a", series: "table", text: SourceText("A remark"), range: .init(0, 1)),
        parts: [],
        cites: [], kind: .commentary),
    ]
    document.notes = notes.map(\.note)
    return Extraction(document: document, notes: notes, works: [book, article])
  }

  @Test func wholeArticle() {
    let extraction = Self.extraction()
    let bytes = write(extraction)
    if let complaints = XMLLint.complaints(about: bytes) { #expect(complaints == "") }
    #expect(JATS4R.complaints(about: bytes) == [])
    let tree = MarkupParser.parseXML(bytes)
    let notes = tree.nodes.indices.filter { tree.nodes[$0].name == "fn" }
    #expect(
      notes.map { tree.first("p", in: $0).map { tree.textContent(of: $0) } }
        == extraction.notes.map(\.note.text.string))
    let text = bytes.string
    for part in [
      "<p><ext-link ext-link-type=\"uri\" xlink:href=\"https://example.org/?a&amp;b\">The <italic>mill</italic></ext-link>"
        + "<italic> was closed by decree.</italic><xref ref-type=\"fn\" rid=\"fn1\">1</xref><italic> Its </italic>"
        + "clerk wrote.<xref ref-type=\"fn\" rid=\"fn2\">*</xref><sup>9</sup></p>",
      "<p><mixed-citation publication-type=\"book\" xlink:href=\"#mercer_1931\"><person-group "
        + "person-group-type=\"author\"><string-name><given-names>Ada</given-names> <surname>Mercer</surname>"
        + "</string-name></person-group>, <source><italic>The Mill at Dunholm</italic></source> (<publisher-loc>"
        + "Leeds</publisher-loc>: <publisher-name>Fell Press</publisher-name>, <year>1931</year>), <named-content "
        + "content-type=\"locator\">44</named-content></mixed-citation>.</p>",
      "<given-names>A. van den</given-names> <surname>Berg</surname></string-name></person-group>, “",
      "(<string-date iso-8601-date=\"1978-06\">June <year>1978</year></string-date>): <page-range>201–9",
      "<mixed-citation specific-use=\"short\" publication-type=\"book\" xlink:href=\"#mercer_1931\">",
      "<ref id=\"mercer_1931\" specific-use=\"key:mercer 1931\">",
      "<fn-group content-type=\"table\">",
    ] {
      #expect(
        text.utf8.count > 0 && bytes.firstOffset(of: Array(part.utf8), from: 0) != nil, "\(part)")
    }
  }

  @Test func emptyExtractionsAreValid() {
    let empty = Extraction(
      document: Document(source: SourceFile(name: "", bytes: []), format: "text"))
    let bytes = write(empty)
    if let complaints = XMLLint.complaints(about: bytes) { #expect(complaints == "") }
    let merged =
      BibliographyFormat.jats.writeExtractions?(
        [Self.extraction(), empty, Self.extraction()], .init()) ?? []
    if let complaints = XMLLint.complaints(about: merged) { #expect(complaints == "") }
    let tree = MarkupParser.parseXML(merged)
    #expect(tree.nodes.count { $0.name == "ref" } == 2)
  }

  @Test func idsAreNamesAndUnique() {
    var ids = JATSIDs()
    #expect(ids.make("mercer1931") == "mercer1931")
    #expect(ids.make("mercer1931") == "mercer1931-2")
    #expect(ids.make("mercer1931-2") == "mercer1931-2-2")
    #expect(ids.make("12:a b") == "r-12_a_b")
    #expect(ids.make("żółć") == "żółć")
    #expect(ids.make("") == "ref")
  }
}
