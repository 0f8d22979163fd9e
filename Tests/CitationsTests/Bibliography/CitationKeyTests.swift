import Testing

@testable import Citations

@Suite struct CitationKeyTests {
  private func reference(
    _ names: [Name] = [], year: Int? = nil, title: String? = nil,
    role: NameVariable = .author
  ) -> Reference {
    var reference = Reference(type: .book)
    reference[role] = names
    if let year { reference[.issued] = DateValue(.init(year)) }
    if let title { reference[.title] = RichText(title) }
    return reference
  }

  private func key(_ reference: Reference, _ pattern: String = "[author][year]") -> String? {
    CitationKeyPattern(pattern)?.key(of: reference)
  }

  @Test func authorAndYearAreTheUsualKey() {
    #expect(CitationKeyPattern.standard == CitationKeyPattern("[author][year]"))
    #expect(key(reference([Name(family: "Bion", given: "W. R.")], year: 2004)) == "bion2004")
  }

  @Test func patternsHaveFieldsAndWords() {
    let work = reference(
      [Name(family: "Ash"), Name(family: "Bem"), Name(family: "Cole"), Name(family: "Dunn")],
      year: 1977, title: "The Ferryman’s Fee")
    #expect(key(work, "[authors]:[year]") == "ashbemcole:1977")
    #expect(key(work, "[Author]-[Title]") == "Ash-Ferrymans")
    #expect(key(work, "x_[title]") == "x_ferrymans")
    #expect(key(work, "key") == "key")
  }

  @Test(arguments: ["", "[", "[author", "[pages]", "a[]b", "[author][yeer]"])
  func whatIsNoPatternIsNil(_ text: String) {
    #expect(CitationKeyPattern(text) == nil)
  }

  @Test(arguments: [
    ("Šimůnek", "simunek"), ("Müller", "mueller"), ("Ørsted", "orsted"), ("Łukasz", "lukasz"),
    ("Großmann", "grossmann"), ("Çelik", "celik"), ("Þórsson", "thorsson"), ("O’Brien", "obrien"),
    ("Иванов", "ivanov"),
  ])
  func namesAreTransliterated(_ family: String, _ expected: String) {
    #expect(key(reference([Name(family: family)])) == expected)
  }

  @Test func keysAreSafeWhateverTheNameIs() {
    for family in ["{A}, \\b", "a b", "東京", "🜚", "%#~$"] {
      let made = key(reference([Name(family: family)], year: 1900)) ?? ""
      let isSafe = made.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_:.+/".utf8.contains($0) }
      #expect(isSafe && !made.isEmpty, "\(family) gave \(made)")
    }
  }

  @Test func bodiesGiveTheirFirstWord() {
    #expect(key(reference([Name(literal: "The Harbour Board")], year: 1950)) == "harbour1950")
    #expect(key(reference([Name(literal: "UNESCO")], year: 1950)) == "unesco1950")
  }

  @Test func editorsStandInForAuthors() {
    #expect(key(reference([Name(family: "Vidal")], year: 1999, role: .editor)) == "vidal1999")
  }

  @Test func titlesStandInForPeople() {
    #expect(key(reference(year: 2022, title: "The Rise of the Sea")) == "rise2022")
    #expect(key(reference(year: 1931, title: "Der Deich")) == "deich1931")
    #expect(key(reference(title: "L’Eau partagée")) == "eau")
  }

  @Test func aKeyNeedsNoYear() {
    #expect(key(reference([Name(family: "Lowe")])) == "lowe")
  }

  @Test func yearsBeforeOurEraHaveNoSign() {
    let made = key(reference([Name(family: "Varro")], year: -36)) ?? ""
    #expect(made.hasPrefix("varro"))
    #expect(!made.contains("-"))
    // The astronomical year -36 is 37 BCE, and 0 is 1 BCE.
    #expect(made == "varrobce37")
    #expect(key(reference([Name(family: "Varro")], year: 0)) == "varrobce1")
  }

  @Test func nothingMakesTheKeyRef() {
    #expect(key(reference()) == "ref")
  }

  @Test func noKeyIsGivenTwice() {
    var keys = CitationKeys(pattern: .standard)
    let work = reference([Name(family: "Bion")], year: 2004)
    let made = (0..<30).map { _ in keys.key(for: work) }
    #expect(made[0] == "bion2004")
    #expect(made[1] == "bion2004a")
    #expect(made[2] == "bion2004b")
    #expect(made[26] == "bion2004z")
    #expect(made[27] == "bion2004aa")
    #expect(made[28] == "bion2004ab")
    #expect(Set(made).count == made.count)
  }

  @Test func reservedKeysAreNotGiven() {
    var keys = CitationKeys(pattern: .standard)
    keys.reserve("bion2004")
    keys.reserve("bion2004a")
    #expect(keys.key(for: reference([Name(family: "Bion")], year: 2004)) == "bion2004b")
  }

  @Test func aKeyAvoidsThoseThatAreTaken() {
    let work = reference([Name(family: "Bion")], year: 2004)
    let pattern = CitationKeyPattern.standard
    #expect(pattern.key(of: work, avoiding: []) == "bion2004")
    #expect(pattern.key(of: work, avoiding: ["bion2004", "bion2004b"]) == "bion2004a")
  }

  @Test func thePatternOfTheOptionsIsUsed() throws {
    var options = ExtractionOptions()
    options.keyPattern = try #require(CitationKeyPattern("[Author]:[title]"))
    let text = "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112."
    #expect(Extraction(ofNote: text, options: options).works.map(\.id) == ["Fell:salt"])
  }
}
