import Testing

@testable import Citations

@Suite struct NumberTextTests {
  @Test(arguments: ["2", "2nd", "A12", "1, 3 & 5-7", "12–14"])
  func numbersWithLettersAreNumeric(_ text: String) {
    #expect(NumberText(Array(text.utf8)).isNumeric)
  }

  @Test(arguments: ["second", "Special edition", "", "12 pages"])
  func wordsAreNot(_ text: String) {
    #expect(!NumberText(Array(text.utf8)).isNumeric)
  }

  @Test(arguments: [
    ("3", false), ("3-5", true), ("3, 5", true), ("3 & 5", true), ("i–ix", true),
    ("Smith-Jones", false), ("12a-b", false),
  ])
  func moreThanOneNumberIsPlural(_ text: String, _ expected: Bool) {
    #expect(NumberText(Array(text.utf8)).isPlural == expected)
  }

  @Test func theWordForAndPartsNumbers() {
    #expect(NumberText(Array("213 und 235".utf8), and: [Array("und".utf8)]).isPlural)
  }

  @Test(arguments: [(1, "i"), (4, "iv"), (1999, "mcmxcix"), (4000, "4000"), (0, "0")])
  func romanNumerals(_ number: Int, _ expected: String) {
    #expect(NumberText.roman(number).string == expected)
  }
}
