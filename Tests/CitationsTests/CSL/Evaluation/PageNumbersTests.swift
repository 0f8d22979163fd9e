import Testing

@testable import Citations

@Suite struct PageNumbersTests {
  private func text(_ pages: String, _ format: String?) -> String {
    PageNumbers(
      format: format.flatMap { StyleOptions.PageRangeFormat(rawValue: $0) },
      delimiter: Array("–".utf8)
    ).text(Array(pages.utf8)).string
  }

  @Test(arguments: [
    ("33-39", "33–39"), ("101-108", "101–8"), ("321-328", "321–28"), ("496-504", "496–504"),
    ("1496-1504", "1496–504"), ("100-104", "100–104"), ("1002-1006", "1002–6"),
    ("321-28", "321–28"), ("N110-N115", "N110–15"), ("12", "12"), ("1-3, 5-7", "1–3, 5–7"),
  ])
  func chicagoShortensTheSecondNumber(_ pages: String, _ expected: String) {
    #expect(text(pages, "chicago-16") == expected)
  }

  @Test(arguments: [
    ("321-28", "expanded", "321–328"), ("321-328", "minimal", "321–8"),
    ("321-328", "minimal-two", "321–28"), ("42-45", "minimal", "42–5"),
    ("N110-N15", "expanded", "N110–N115"),
  ])
  func eachFormatHasItsRule(_ pages: String, _ format: String, _ expected: String) {
    #expect(text(pages, format) == expected)
  }

  @Test(arguments: ["N110-P5", "Smith-Jones", "3-B"])
  func whatIsNoRangeKeepsItsHyphen(_ pages: String) {
    #expect(text(pages, "expanded") == pages)
  }

  @Test func aBackslashKeepsTheHyphen() {
    #expect(text("3\\-4", nil) == "3-4")
  }

  @Test func theFirstPageIsFound() {
    #expect(PageNumbers.first(of: Array("110–115".utf8)).string == "110")
    #expect(PageNumbers.first(of: Array("xii, 3".utf8)).string == "xii")
  }
}
