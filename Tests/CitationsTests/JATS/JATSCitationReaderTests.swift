import Testing

@testable import Citations

@Suite struct JATSCitationReaderTests {
  /// The references of a written list, read back.
  private func readBack(_ references: [Reference]) -> [Reference] {
    let bytes = BibliographyFormat.jats.write(references, options: .init())?.bytes ?? []
    let tree = MarkupParser.parseXML(bytes)
    return tree.nodes.indices.filter { tree.nodes[$0].name == "element-citation" }.map { node in
      JATSCitationReader(tree, node).reference
    }
  }

  private func read(_ xml: String) -> JATSCitationReader {
    JATSCitationReader(MarkupParser.parseXML(Array(xml.utf8)), 0)
  }

  /// A reference with every variable, without values that JATS writes in another way.
  private func full(_ type: ItemType) -> Reference {
    var reference = Reference(type: type)
    for variable in TextVariable.allCases {
      reference[variable] = RichText("The \(variable.rawValue) of it")
    }
    reference[.title] = RichText(
      "On Drosophila and H2O", spans: [.init(3..<13, .italic), .init(19..<20, .subscript)])
    reference[.containerTitle] = RichText(
      "ab", spans: [.init(0..<2, .bold), .init(0..<1, .smallCaps)])
    for variable in NumberVariable.allCases { reference[variable] = "12" }
    reference[.page] = "201-209"
    for (variable, date) in zip(
      DateVariable.allCases,
      ["2004-06-11", "2004", "2004-06/..", "2004-06-11", "-0044", "1900-22~"])
    {
      reference[variable] = DateValue(edtf: date)
    }
    for (index, variable) in NameVariable.allCases.enumerated() {
      reference[variable] = Array(EveryVariable.names[(index % 4)..<6])
    }
    reference.extras = [.init(format: "biblatex", name: "file", value: "a.pdf")]
    return reference
  }

  @Test(arguments: ItemType.all)
  func everyTypeIsReadBack(_ type: ItemType) {
    let whole = full(type)
    #expect(readBack([whole]) == [whole])
  }

  @Test(arguments: ItemType.all)
  func everyVariableIsReadBackByItself(_ type: ItemType) {
    let whole = full(type)
    var references: [Reference] = []
    for variable in TextVariable.allCases {
      references.append(Reference(type: type))
      references[references.count - 1][variable] = whole[variable]
    }
    for variable in NumberVariable.allCases where variable != .pageFirst {
      references.append(Reference(type: type))
      references[references.count - 1][variable] = whole[variable]
    }
    for variable in DateVariable.allCases {
      references.append(Reference(type: type))
      references[references.count - 1][variable] = whole[variable]
    }
    for variable in NameVariable.allCases {
      references.append(Reference(type: type))
      references[references.count - 1][variable] = whole[variable]
    }
    for (read, reference) in zip(readBack(references), references) { #expect(read == reference) }
  }

  @Test(arguments: [
    "2004", "2004-06", "2004-06-11", "2004-21", "2004?", "2004~", "2004-06-11%", "0800", "-0044",
    "Y12345", "198X",
    "19XX?", "2004/2005", "2004-06/..", "../2004", "/2004", "2004/", "1900~/1910?",
  ])
  func datesAreReadBack(_ edtf: String) {
    var reference = Reference(type: .book)
    reference[.issued] = DateValue(edtf: edtf)
    reference[.accessed] = DateValue(edtf: edtf)
    reference[.eventDate] = DateValue(edtf: edtf)
    #expect(readBack([reference]) == [reference])
  }

  @Test func sharedSamples() {
    guard let bytes = Shared.read("jats/samples/refs-publishing-1.4.xml") else { return }
    let tree = MarkupParser.parseXML(bytes)
    let read = tree.nodes.indices
      .filter { ["element-citation", "mixed-citation"].contains(tree.nodes[$0].name) }
      .map { JATSCitationReader(tree, $0) }
    #expect(
      read.map { "\($0.reference.type.rawValue) \($0.reference[.title]?.plain ?? "-")" } == [
        "book La Méditerranée", "article-journal On Drosophila and H2O",
        "book On the Origin of Species",
        "chapter A chapter in a book", "webpage Fact sheet: malaria", "article A preprint",
        "dataset Cross-platform data", "paper-conference On engines", "thesis My thesis",
        "software R",
        "patent Electro-magnetic motor", "standard Information and documentation", "report Report",
        "report Report", "manuscript -",
      ])
    #expect(read[0].locator == Locator(.page, "12–15"))
    #expect(read[1].reference[.pmcid] == "PMC123456")
    #expect(
      read[1].reference[.author].map(\.display) == [
        "Ana García Márquez Jr", "Wei Wang", "The ABC Consortium",
      ])
    #expect(
      read[3].reference[.editor] == [Name(family: "Doe", given: "John", nonDroppingParticle: "von")]
    )
    #expect(read[3].reference[.page] == "33-56")
    #expect(read[4].reference[.accessed]?.edtf == "2020-03-02")
    #expect(read[7].reference[.page] == "1-9, 12")
    #expect(read[10].reference[.number] == "381,968")
    #expect(read[10].reference[.jurisdiction] == "US")
    #expect(!read[14].isStructured)
  }

  @Test func whatHasNoVariableIsKept() {
    let reference = read(
      """
      <mixed-citation publication-type="journal"><article-title>A</article-title><trans-title>B</trans-title>
      <source>C</source><source>D</source><pub-id pub-id-type="arxiv">1</pub-id><year>2004a</year>
      <comment>In French</comment><person-group person-group-type="research-assistant"><name><surname>E</surname></name>
      </person-group></mixed-citation>
      """
    ).reference
    #expect(reference[.note] == "In French")
    #expect(reference[.issued]?.edtf == "2004")
    #expect(reference[.yearSuffix] == "a")
    #expect(
      reference.extras.map { "\($0.name)=\($0.value)" } == [
        "trans-title=B", "source=D", "pub-id arxiv=1", "research-assistant=E",
      ])
  }

  @Test(arguments: [
    ("Tomas Okri, “", ["Okri|Tomas"]),
    ("A. B. Mercer and Ludwig van Beethoven", ["Mercer|A. B.", "Beethoven|Ludwig"]),
    ("Okri T, Roe JB,", ["Okri|T", "Roe|JB"]), ("Hall N., Lund E.", ["Hall|N.", "Lund|E."]),
    ("Mercer, Ada", ["Mercer|Ada"]),
    ("Ada Mercer, Tomas Okri & Émile Zola,", ["Mercer|Ada", "Okri|Tomas", "Zola|Émile"]),
  ])
  func untaggedAuthors(_ text: String, _ expected: [String]) {
    #expect(JATSNames.people(text)?.map { $0.family + "|" + $0.given } == expected)
  }

  @Test(arguments: [
    "", "See", "In the mill", "see also Tomas Okri", "Anonymous", ". ", "quoted by A. Roe",
  ])
  func otherWordsAreNoAuthors(_ text: String) {
    #expect(JATSNames.people(text) == nil)
  }

  @Test(arguments: [
    ("201–9", "201", "209"), ("201-209", "201", "209"), ("44", "44", nil), ("xii–xx", "xii", "xx"),
    ("S12–S15", "S12", "S15"), ("1098 – 103", "1098", "1103"),
  ])
  func pages(_ text: String, _ first: String, _ last: String?) {
    #expect(JATSPages(text)?.first == first)
    #expect(JATSPages(text)?.last == last)
  }

  @Test(arguments: ["", "1-9, 12", "209–201", "12 f.", "A", "12–", "passim"])
  func otherPages(_ text: String) {
    #expect(JATSPages(text) == nil)
  }
}
