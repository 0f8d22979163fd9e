import Testing

@testable import Citations

@Suite struct DateWordsTests {
  @Test(arguments: [
    ("2004", "2004"), ("2004 Jun", "2004-06"), ("2004 Jun 11", "2004-06-11"),
    ("June 11, 2004", "2004-06-11"), ("11th June 2004", "2004-06-11"), ("Sept. 2004", "2004-09"),
    ("2004 May-Jun", "2004-05/2004-06"), ("2003 Dec-2004 Jan", "2003-12/2004-01"),
    ("2004 Jun 11-15", "2004-06-11/2004-06-15"), ("1998-1999", "1998/1999"),
    ("1998-99", "1998/1999"), ("2004 Spring", "2004-21"), ("Fall 2004", "2004-23"),
    ("2004 Spring-Summer", "2004-21/2004-22"), ("2004-06-11", "2004-06-11"), ("1900~", "1900~"),
    ("20040611", "2004-06-11"), ("800", "0800"), ("May-Jun 2004", "2004-05/2004-06"),
  ])
  func wordsAreDates(_ text: String, _ expected: String) {
    #expect(DateWords.read(text)?.edtf == expected)
  }

  @Test(arguments: [
    "", "in press", "2004 Jun 31", "2004 4th Quart", "12", "Jun", "2004-05-06-07", "2004 x",
  ])
  func otherWordsAreNot(_ text: String) {
    #expect(DateWords.read(text) == nil)
  }

  @Test func theYearMayBeSaidElsewhere() {
    #expect(DateWords.read("Jun 11", year: 2004)?.edtf == "2004-06-11")
    #expect(DateWords.read("May-Jun", year: 2004)?.edtf == "2004-05/2004-06")
    #expect(DateWords.read("Jun 11 2003", year: 2004)?.edtf == "2003-06-11")
  }
}
