import Testing

@testable import Citations

@Suite struct JATSDateTests {
  private func issued(_ elements: String) -> DateValue? {
    let text = "<mixed-citation><source>S</source>\(elements)</mixed-citation>"
    return JATSCitationReader(MarkupParser.parseXML(Array(text.utf8)), 0).reference[.issued]
  }

  @Test(arguments: [
    ("<year>2004</year>", "2004"), ("<year>2004</year><month>June</month>", "2004-06"),
    ("<year>2004.</year><month>06</month><day>3rd</day>", "2004-06-03"),
    ("<year>2004</year><season>Fall</season>", "2004-23"),
    ("<year>2004</year><month>Jul-Aug</month>", "2004-07/2004-08"),
    ("<year>2004</year><month>7</month><day>1–3</day>", "2004-07-01/2004-07-03"),
    ("<year>1998–99</year>", "1998/1999"), ("<year>1998/1999</year>", "1998/1999"),
    ("<year>c. 1900</year>", "1900~"), ("<year>1900?</year>", "1900?"),
    ("<year iso-8601-date='2004-06'>2004</year>", "2004-06"),
    ("<year iso-8601-date='2004'>2004</year><month>6</month>", "2004-06"),
    ("<date iso-8601-date='2004-06-11'><year>2004</year></date>", "2004-06-11"),
    ("<date><day>11</day><month>6</month><year>2004</year></date>", "2004-06-11"),
    ("<date><year>44</year><era>BC</era></date>", "-0043"),
    ("<string-date>June 2004</string-date>", "2004-06"),
    ("<string-date>2 March 2020</string-date>", "2020-03-02"),
    ("<string-date><month>June</month> <year>2004</year></string-date>", "2004-06"),
    ("<string-date iso-8601-date='2004/..'>since 2004</string-date>", "2004/.."),
  ])
  func datesOfReferences(_ elements: String, _ edtf: String) {
    #expect(issued(elements)?.edtf == edtf)
    #expect(issued(elements)?.literal == nil)
  }

  @Test(arguments: [
    ("<year>[1931]</year>", "[1931]", 1931), ("<year>in press</year>", "in press", nil),
    ("<string-date>Michaelmas 1850</string-date>", "Michaelmas 1850", nil),
    ("<string-date specific-use='literal'>June 2004</string-date>", "June 2004", nil),
    ("<year>1931, reprinted</year>", "1931, reprinted", 1931),
  ])
  func wordsOfDatesAreKept(_ elements: String, _ words: String, _ year: Int?) {
    #expect(issued(elements)?.literal == words)
    #expect(issued(elements)?.year == year)
  }

  @Test func whatADateCannotHoldIsKept() {
    let text =
      "<mixed-citation><source>S</source><year>1990</year><year>1850</year><month>Thermidor</month></mixed-citation>"
    let reference = JATSCitationReader(MarkupParser.parseXML(Array(text.utf8)), 0).reference
    #expect(reference[.issued]?.edtf == "1990")
    #expect(reference.extras.map { "\($0.name)=\($0.value)" } == ["year=1850", "month=Thermidor"])
  }

  @Test(arguments: [
    ("cited 2020 Mar 2", "2020-03-02"), ("[accessed on 2 March, 2020]", "2020-03-02"),
    ("Spring 1999", "1999-21"), ("1–3 July 2010", "2010-07-01/2010-07-03"),
    ("Sept. 2001", "2001-09"),
  ])
  func datesInWords(_ text: String, _ edtf: String) {
    #expect(JATSDateWords.date(text)?.edtf == edtf)
  }

  @Test(arguments: [
    "", "March", "2 3 2020", "12/05/2004", "2004 or 2005", "31 February 2020", "may",
  ])
  func otherWordsAreNoDates(_ text: String) {
    #expect(JATSDateWords.date(text) == nil)
  }
}
