import Testing

@testable import Citations

@Suite struct BibTeXCaseTests {
  @Test(arguments: BibTeXReadingCase.all) func everyCaseIsReadAsExpected(test: BibTeXReadingCase) {
    let complaints = BibTeXCaseCheck(test).complaints
    #expect(complaints.isEmpty, "\(test.id): \(complaints.joined(separator: "; "))")
  }

  /// Prints how many cases of each area are read as expected.
  @Test func tableByArea() {
    let areas = Set(BibTeXReadingCase.all.map(\.area)).sorted()
    for area in areas {
      let cases = BibTeXReadingCase.all.filter { $0.area == area }
      let good = cases.count { BibTeXCaseCheck($0).complaints.isEmpty }
      print("bibtex cases, \(area): \(good) of \(cases.count)")
      #expect(good == cases.count)
    }
  }
}
