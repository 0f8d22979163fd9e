import Testing

@testable import Citations

@Suite struct BibTeXDateReaderTests {
  @Test(
    arguments: [
      ("2004", "2004"), ("2004--2006", "2004/2006"), ("1998-99", "1998/1999"), ("c. 1850", "1850~"),
      ("ca. 1850?", "1850%"), ("1850--", "1850/.."), ("1998/1999", "1998/1999"), ("[1850]", "1850"),
      ("2004a", "2004"), ("800", "0800"), ("-0043", "-0043"),
    ] as [(String, String)])
  func yearsAreDates(text: String, edtf: String) {
    #expect(BibTeXDateReader.year(text).date?.edtf == edtf)
  }

  @Test func wordsInPlaceOfAYearAreKept() {
    #expect(BibTeXDateReader.year("n.d.").date?.literal == "n.d.")
    #expect(BibTeXDateReader.year("in press").status == "in press")
    #expect(BibTeXDateReader.year("in press").date == nil)
    #expect(BibTeXDateReader.year("forthcoming 2031").date?.edtf == "2031")
    #expect(BibTeXDateReader.year("[1850]").date?.literal == "[1850]")
    #expect(BibTeXDateReader.year("2004a").suffix == "a")
    #expect(BibTeXDateReader.year("2004 (reprint)").date?.literal == "2004 (reprint)")
  }

  @Test(
    arguments: [
      ("mar", 3, nil, nil), ("März", 3, nil, nil), ("Dec.", 12, nil, nil), ("7", 7, nil, nil),
      ("10 jan", 1, nil, 10), ("January 10", 1, nil, 10), ("may/jun", 5, 6, nil),
      ("July and August", 7, 8, nil), ("Summer", 22, nil, nil), ("3–4", 3, 4, nil),
    ] as [(String, Int, Int?, Int?)])
  func monthsAreFound(text: String, first: Int, last: Int?, day: Int?) {
    #expect(BibTeXDateReader.month(text) == .init(first: first, last: last, day: day))
  }

  @Test(arguments: ["13", "0", "soon", "", "a b c d"]) func otherWordsAreNoMonth(text: String) {
    #expect(BibTeXDateReader.month(text) == nil)
  }

  @Test(
    arguments: [
      ("2020-01-02", "2020-01-02"), ("2 January 2020", "2020-01-02"),
      ("Jan. 2, 2020", "2020-01-02"),
      ("March 2019", "2019-03"), ("2020-1-2", "2020-01-02"), ("30 February 2020", nil),
      ("soon", nil),
    ] as [(String, String?)])
  func writtenDatesAreRead(text: String, edtf: String?) {
    #expect(BibTeXDateReader.written(text)?.edtf == edtf)
  }
}
