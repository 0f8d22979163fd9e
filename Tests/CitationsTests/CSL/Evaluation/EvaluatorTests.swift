import Testing

@testable import Citations

@Suite struct EvaluatorTests {
  private let book: Reference = {
    var book = CSLSupport.book("b", [("Mercer", "Ann")], "the mill on the moor", 1931)
    book[.edition] = "2"
    return book
  }()

  @Test func aGroupWithoutValuesVanishes() throws {
    let layout = """
      <group delimiter=" "><text value="vol."/><text variable="volume"/></group>
      <group prefix="[" suffix="]"><text value="always"/></group>
      """
    #expect(try CSLSupport.render(layout, book) == "[always]")
  }

  @Test(arguments: [("4,567,890", "4,567,890"), ("3-5", "3–5"), ("12a", "12a")])
  func aNumberIsTextWhereTheStyleTakesItAsText(_ number: String, _ expected: String) throws {
    var patent = book
    patent[.number] = number
    #expect(try CSLSupport.render("<text variable=\"number\"/>", patent) == expected)
  }

  @Test(arguments: [("", "And"), (" text-case=\"lowercase\"", "and")])
  func aTermBeginsANoteWithACapitalUnlessItIsToBeSmall(_ attribute: String, _ expected: String)
    throws
  {
    #expect(try CSLSupport.render("<text term=\"and\"\(attribute)/>", book) == expected)
  }

  @Test(arguments: [("the Mill", "Them31"), ("“Öl”", "Öl31"), ("", "31")])
  func aLabelWithoutNamesIsMadeOfTheTitle(_ title: String, _ expected: String) throws {
    var book = CSLSupport.book("b", [], RichText(title), 1931)
    book[.author] = []
    #expect(try CSLSupport.render("<text variable=\"citation-label\"/>", book) == expected)
  }

  @Test func aGroupInsideCountsAsAVariable() throws {
    let layout = """
      <group delimiter=" "><text variable="volume"/><group><text value="words"/></group></group>
      """
    #expect(try CSLSupport.render(layout, book) == "words")
  }

  @Test(arguments: [
    ("<if type=\"book\">", "yes"), ("<if type=\"chapter\">", "no"),
    ("<if type=\"thesis book\">", "yes"), ("<if type=\"thesis chapter\">", "no"),
    ("<if type=\"thesis book\" variable=\"volume\">", "no"),
    ("<if type=\"thesis book\" match=\"none\">", "no"),
    ("<if variable=\"title volume\" match=\"any\">", "yes"),
    ("<if variable=\"title volume\">", "no"),
    ("<if variable=\"volume\" match=\"none\">", "yes"), ("<if is-numeric=\"edition\">", "yes"),
    ("<if is-uncertain-date=\"issued\">", "no"),
  ])
  func conditionsHoldAsTheySay(_ test: String, _ expected: String) throws {
    let layout =
      "<choose>\(test)<text value=\"yes\"/></if><else><text value=\"no\"/></else></choose>"
    #expect(try CSLSupport.render(layout, book) == expected)
  }

  @Test(arguments: [
    ("1", "1st"), ("2", "2nd"), ("11", "11th"), ("23", "23rd"), ("112", "112th"),
    ("2, 3", "2nd, 3rd"),
    ("2E", "2E"), ("revised", "revised"),
  ])
  func ordinalsHaveTheirSuffix(_ edition: String, _ expected: String) throws {
    var book = book
    book[.edition] = edition
    #expect(
      try CSLSupport.render("<number variable=\"edition\" form=\"ordinal\"/>", book) == expected)
  }

  @Test(arguments: [
    ("2004", "2004"), ("2004-06", "June 2004"), ("2004-06-11", "June 11, 2004"),
    ("2004-23", "Autumn 2004"), ("2004-06-11/2004-06-14", "June 11–14, 2004"),
    ("2004-01-11/2004-06-14", "January 11–June 14, 2004"), ("1999/2004", "1999–2004"),
  ])
  func datesAreSetByTheLocale(_ date: String, _ expected: String) throws {
    var book = book
    book[.issued] = DateValue(edtf: date)
    #expect(
      try CSLSupport.render("<date variable=\"issued\" form=\"text\"/>", book) == expected)
  }

  @Test func labelsAreSingularOrPlural() throws {
    let layout =
      "<label variable=\"locator\" form=\"short\" suffix=\" \"/><text variable=\"locator\"/>"
    #expect(try CSLSupport.render(layout, book, locator: "4") == "p. 4")
    #expect(try CSLSupport.render(layout, book, locator: "4-6") == "pp. 4–6")
  }

  @Test func whatStandsForNamesIsNotPrintedAgain() throws {
    var book = book
    book[.author] = []
    let layout = """
      <names variable="author"><substitute><text variable="title"/></substitute></names>
      <text variable="title" prefix=" / "/>
      """
    #expect(try CSLSupport.render(layout, book) == "the mill on the moor")
  }

  @Test(arguments: [("variable", "author editor"), ("is-numeric", "edition")])
  func whatStandsForNamesIsStillThereForTests(_ test: String, _ variables: String) throws {
    var book = book
    book[.author] = []
    book[.editor] = [Name(family: "Hall", given: "Will")]
    let layout = """
      <names variable="author">
        <substitute>
          <names variable="translator"/>
          <group delimiter=" "><names variable="editor"/><number variable="edition"/></group>
        </substitute>
      </names>
      <choose>
        <if \(test)="\(variables)" match="any"><text variable="title" prefix=" / "/></if>
      </choose>
      """
    #expect(try CSLSupport.render(layout, book) == "Will Hall 2 / the mill on the moor")
  }

  @Test func theSignForAndIsAnAmpersandWhereTheLocaleHasNone() throws {
    let book = CSLSupport.book("b", [("Mercer", "Ann"), ("Hall", "Will")], "The Mill", 1931)
    let xml = """
      <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
      <terms><term name="and">and</term></terms></locale>
      """
    let locale = try Locale(SourceFile(name: "inline.xml", bytes: Array(xml.utf8)))
    let names = "<names variable=\"author\"><name and=\"symbol\"/></names>"
    var processor = Processor(
      style: try CSLSupport.style(layout: names), locales: LocaleSet([locale]))
    processor.add([book])
    let citation = Citation(id: "1", items: [CitationItem(id: "b")])
    #expect(processor.text(of: citation).output(.text) == "Ann Mercer & Will Hall")
  }

  @Test func theNoteHoldsFieldsThatAnItemLacks() throws {
    var book = book
    book[.note] = "original-date: 1887\ncomposer: Hall || W. C.\nA gift."
    #expect(
      try CSLSupport.render(
        "<date variable=\"original-date\"><date-part name=\"year\"/></date>", book)
        == "1887")
    #expect(try CSLSupport.render("<names variable=\"composer\"/>", book) == "W. C. Hall")
    #expect(try CSLSupport.render("<text variable=\"note\"/>", book) == "A gift.")
  }
}
