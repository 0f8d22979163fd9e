import Testing

@testable import Citations

@Suite struct WikitextTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .wikitext) }

  @Test func namedNotesAndLists() {
    let outline = read(
      """
      A.<ref name="m">Mercer, ''Mill''.</ref> B.<ref name=m /> C.<ref name="later"/><ref name="m">Mercer, ''Mill''.</ref>

      == References ==
      {{reflist|refs=
      <ref name="later">Defined [[Okri|here]].</ref>
      <ref name=unused>Unused.</ref>
      }}
      """)
    #expect(outline.body == ["A.{1} B.{1} C.{2}{1}", "References"])
    #expect(outline.notes == ["1: Mercer, Mill.", "2: Defined here.", "3: Unused."])
    #expect(outline.words(.italic, inNote: 0) == ["Mill"])
    #expect(outline.document.diagnostics.isEmpty)
  }

  @Test func groupsAreSeries() {
    let outline = read(
      "A.<ref group=\"nb\">One.</ref> B.{{efn|Two <ref>three</ref>.}} C.{{efn|name=x|Four.}} D.{{efn|name=x}}\n\n{{notelist}}\n<references />\n"
    )
    #expect(outline.notes == ["nb 1: One.", "efn a: Two .", "1: three", "efn b: Four."])
    #expect(outline.body == ["A.{1} B.{2} C.{4} D.{4}"])
  }

  @Test func shortNotes() {
    let outline = read(
      "A.{{sfn|Mercer|1931|p=44}} B.{{sfn|Mercer|1931|p=44}} C.{{sfn|Mercer|Okri|1978|pp=3–5}}\n")
    #expect(outline.body == ["A.{1} B.{1} C.{2}"])
    #expect(
      outline.cites(inNote: 0)
        == ["{{sfn|Mercer|1931|p=44}} = CITEREFMercer1931 @ page 44"])
    let reference = outline.document.notes[1].structured.first?.reference
    #expect(reference?[.author].map(\.family) == ["Mercer", "Okri"])
    #expect(reference?[.issued]?.year == 1978)
  }

  @Test func referenceMarkers() {
    let outline = read(
      "A.<ref name=a>X</ref>{{rp|12}} B.{{r|a|b|p=3}}\n<references><ref name=b>Y</ref></references>\n"
    )
    #expect(outline.body == ["A.{1} B.{1}{2}"])
    #expect(outline.document.markers.map(\.locator) == ["12", nil, "3"])
  }

  private func cite(_ template: String) -> StructuredCite? {
    let outline = read("A.<ref>See \(template).</ref>\n")
    let note = outline.document.notes.first
    #expect(note?.text.string == "See \(template).")
    let cite = note?.structured.first
    #expect(cite.flatMap { note?.text.utf8[$0.range].string } == template)
    return cite
  }

  @Test func bookTemplates() throws {
    let found = try #require(
      cite(
        "{{cite book |last=Mercer |first=Ada |title=The ''Mill'' |location=Leeds |publisher=Fell Press |date=1931 |page=44 |isbn=0-00 |zz=kept}}"
      ))
    let reference = try #require(found.reference)
    #expect(reference.type == .book)
    #expect(reference[.author] == [Name(family: "Mercer", given: "Ada")])
    #expect(reference[.title] == RichText("The Mill", spans: [.init(4..<8, .italic)]))
    #expect(reference[.publisherPlace] == "Leeds")
    #expect(reference[.publisher] == "Fell Press")
    #expect(reference[.issued] == DateValue(.init(1931)))
    #expect(found.locator == Locator(.page, "44"))
    #expect(reference.extras.map(\.name) == ["zz"])
  }

  @Test func journalTemplates() throws {
    let found = try #require(
      cite(
        "{{Cite journal|last1=Okri|first1=Tomas|last2=Hall|first2=B.|title=Ledgers|journal=[[Journal of Trade]]|volume=12|issue=3|date=March 1978|pages=201–209|doi=10.1/x}}"
      ))
    let reference = try #require(found.reference)
    #expect(reference.type == .articleJournal)
    #expect(reference[.author].map(\.family) == ["Okri", "Hall"])
    #expect(reference[.containerTitle] == "Journal of Trade")
    #expect(reference[.volume] == "12")
    #expect(reference[.issue] == "3")
    #expect(reference[.page] == "201-209")
    #expect(reference[.issued] == DateValue(.init(1978, 3)))
    #expect(found.locator == nil)
  }

  @Test func chaptersEditorsAndMixedTemplates() throws {
    let chapter = try #require(
      cite(
        "{{cite book|chapter=Part|title=Whole|editor1-last=Hall|editor1-first=B.|author=Mercer, Ada|pages=3–9|year=1950}}"
      )?.reference)
    #expect(chapter.type == .chapter)
    #expect(chapter[.title] == "Part")
    #expect(chapter[.containerTitle] == "Whole")
    #expect(chapter[.editor] == [Name(family: "Hall", given: "B.")])
    #expect(chapter[.author] == [Name(family: "Mercer", given: "Ada")])
    #expect(chapter[.page] == "3-9")
    let web = try #require(
      cite("{{cite web|url=http://x.org/a?b=c|title=T|website=Site|access-date=2020-01-02}}")?
        .reference)
    #expect(web.type == .webpage)
    #expect(web[.url] == "http://x.org/a?b=c")
    #expect(web[.accessed] == DateValue(.init(2020, 1, 2)))
    let mixed = try #require(
      cite("{{citation|title=T|newspaper=N|date=3 May 1901|page=2}}")?.reference)
    #expect(mixed.type == .articleNewspaper)
    #expect(mixed[.page] == "2")
  }

  @Test func germanAndFrenchTemplates() throws {
    let literatur = try #require(
      cite(
        "{{Literatur |Autor=Ada von Mercer, Tomas Okri |Titel=Die Mühle |Verlag=Fell |Ort=Leeds |Datum=1931 |Auflage=2 |Seiten=44}}"
      ))
    #expect(literatur.reference?.type == .book)
    #expect(
      literatur.reference?[.author]
        == [
          Name(family: "Mercer", given: "Ada", nonDroppingParticle: "von"),
          Name(family: "Okri", given: "Tomas"),
        ])
    #expect(literatur.reference?[.edition] == "2")
    #expect(literatur.locator == Locator(.page, "44"))
    let ouvrage = try #require(
      cite(
        "{{Ouvrage|prénom1=Ada|nom1=Mercer|titre=Le Moulin|éditeur=Fell|lieu=Leeds|année=1931|passage=44}}"
      ))
    #expect(ouvrage.reference?[.author] == [Name(family: "Mercer", given: "Ada")])
    #expect(ouvrage.reference?[.issued]?.year == 1931)
    #expect(ouvrage.locator == Locator(.page, "44"))
    let article = try #require(
      cite("{{Article|auteur=Okri|titre=T|périodique=Revue|numéro=3|date=12 mars 1978|pages=1-9}}")?
        .reference)
    #expect(article.type == .articleJournal)
    #expect(article[.issue] == "3")
    #expect(article[.issued] == DateValue(.init(1978, 3, 12)))
  }

  @Test(arguments: [
    ("March 12, 1978", DateValue(.init(1978, 3, 12))),
    ("Spring 1978", DateValue(.init(1978, nil, nil, season: 1))),
    ("1931–33", DateValue(from: .point(.init(1931)), to: .point(.init(1933)))),
    ("March–April 1978", DateValue(from: .point(.init(1978, 3)), to: .point(.init(1978, 4)))),
    (
      "12–14 March 1978",
      DateValue(from: .point(.init(1978, 3, 12)), to: .point(.init(1978, 3, 14)))
    ),
    ("n.d.", DateValue(literal: "n.d.")), ("1978-13", DateValue(literal: "1978-13")),
  ])
  func dates(_ text: String, _ expected: DateValue) {
    #expect(WikiDate.read(text) == expected)
  }

  @Test func hiddenTextIsNotRead() {
    let outline = read(
      "A <nowiki><ref>x</ref></nowiki> b <!-- <ref>y</ref> --> c '''''d''''' e [http://x.org f] [[G|h]]s [[Category:C]]\n"
    )
    #expect(outline.body == ["A <ref>x</ref> b c d e f hs"])
    #expect(outline.document.notes.isEmpty)
    #expect(outline.document.blocks[0].text.links.map(\.target) == ["http://x.org", "G"])
  }

  @Test func tablesHeadingsAndLists() {
    let outline = read(
      "== One ==\nText.<ref>a</ref>\n* item<ref>b</ref>\n\n{| class=\"x\"\n|-\n! Head\n|-\n| style=\"y\" | Cell<ref>c</ref>\n|}\n"
    )
    #expect(outline.body == ["One", "Text.{1}", "item{2}", "Head", "Cell{3}"])
    #expect(outline.notes.count == 3)
  }

  @Test func unclosedConstructsAreReportedAndKept() {
    let outline = read("A.<ref>one two.\n\nB.<ref>x</ref> {{foo\n\nC.\n")
    #expect(outline.rules == ["F005", "F005"])
    #expect(outline.body.joined(separator: " ").contains("A.<ref>one two."))
    #expect(outline.body.joined(separator: " ").contains("C."))
    #expect(outline.notes == ["1: x"])
  }

  @Test func neverBreaks() {
    let text = """
      == H ==
      A.<ref name="m">x ''i'' {{cite book|last=M|title=[[T|t]]|page=4}}</ref> <ref name=m /> {{sfn|M|1931|p=4}}
      {{efn|y <ref>z</ref>}} {{r|m|p=3}} <nowiki>n</nowiki> <!-- c --> [http://x.y z] '''b'''
      {|
      | c || d
      |}
      {{reflist|refs=<ref name="q">w</ref>}}
      """
    #expect(DocumentOutline.fuzz(text, .wikitext).isEmpty)
  }
}
