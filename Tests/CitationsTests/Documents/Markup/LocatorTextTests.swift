import Testing

@testable import Citations

@Suite struct LocatorTextTests {
  @Test(arguments: [
    ("44", "page 44"), ("p. 33", "page 33"), ("pp. 33-35, 38", "page 33-35, 38"),
    ("S. 12 ff.", "page 12 ff."), ("12f.", "page 12f"), ("chap. 2 there", "chapter 2"),
    ("§§ 3–5", "section 3–5"), ("vol. 2", "volume 2"), ("xii–xiv", "page xii–xiv"),
    ("s.v. 3", "sub-verbo 3"), ("n. 3a.", "note 3a"), ("XLIV", "page XLIV"), ("xcix", "page xcix"),
    ("44 and more", "page 44"),
  ])
  func locators(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let found = LocatorText.read(bytes, at: 0, to: bytes.count)?.locator
    #expect(found.map { "\($0.label.rawValue) \($0.value)" } == expected)
  }

  @Test(arguments: ["", "there", "see 44", "p.", "—", "Mill, 51", "I think", "ill", "civil", "mix"])
  func wordsAreNoLocators(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(LocatorText.read(bytes, at: 0, to: bytes.count) == nil)
  }

  @Test func bareNumbersAreRefusedWhereALabelIsNeeded() {
    #expect(LocatorText.read(Array("44".utf8), at: 0, to: 2, needsLabel: true) == nil)
  }

  @Test(arguments: [
    ("@a", "a"), ("@a.", "a"), ("@a_b:c.d, x", "a_b:c.d"), ("@{http://x.y}z", "http://x.y"),
    ("@Müller1931”", "Müller1931"), ("@a--b", "a"),
  ])
  func citationKeys(_ text: String, _ expected: String) {
    #expect(CitationKeyText.read(Array(text.utf8), at: 0)?.key == expected)
  }
}
