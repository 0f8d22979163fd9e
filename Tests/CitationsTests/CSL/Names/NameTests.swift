import Testing

@testable import Citations

@Suite struct NameTests {
  @Test(arguments: [
    ("Beethoven", "Ludwig van", "van", "", "Beethoven"),
    ("van der Berg", "Anna", "", "van der", "Berg"),
    ("al-Hakim", "Tawfiq", "", "al-", "Hakim"),
    ("d'Alembert", "Jean", "", "d’", "Alembert"),
    ("\"de Gaulle\"", "Charles", "", "", "de Gaulle"),
    ("O'Brien", "Flann", "", "", "O’Brien"),
    ("de", "Kees", "", "", "de"),
  ])
  func particlesAreFound(
    _ family: String, _ given: String, _ dropping: String, _ staying: String, _ rest: String
  ) {
    let name = PersonName(Name(family: family, given: given))
    #expect(name.droppingParticle.string == dropping)
    #expect(name.nonDroppingParticle.string == staying)
    #expect(name.family.string == rest)
  }

  @Test func aSuffixAfterACommaIsFound() {
    let name = PersonName(Name(family: "King", given: "Martin Luther,! Jr."))
    #expect(name.given.string == "Martin Luther")
    #expect(name.suffix.string == "Jr.")
    #expect(name.hasCommaSuffix)
  }

  @Test(arguments: [
    ("John Ronald", ". ", true, true, "J. R."), ("John Ronald", ".", true, true, "J.R."),
    ("Jean-Luc", ".", true, true, "J.-L."), ("Jean-Luc", ".", true, false, "J.L."),
    ("J. R.", "", true, true, "JR"), ("Ph. M. Emma", ". ", false, true, "Ph. M. Emma"),
    ("Ji-ping", ".", true, true, "J."),
  ])
  func givenNamesAreShortened(
    _ given: String, _ with: String, _ makes: Bool, _ hyphens: Bool, _ expected: String
  ) {
    let initials = Initials(with: Array(with.utf8), makesInitials: makes, keepsHyphens: hyphens)
    #expect(initials.text(Array(given.utf8)).string == expected)
  }

  private func names(_ count: Int) -> Reference {
    let families = ["Asher", "Birk", "Conti", "Dorn", "Evers"]
    return CSLSupport.book("n", families.prefix(count).map { ($0, "Kim") }, "T", 2000)
  }

  @Test(arguments: [
    (1, "Kim Asher"), (2, "Kim Asher and Kim Birk"), (3, "Kim Asher, Kim Birk, and Kim Conti"),
    (4, "Kim Asher et al."),
  ])
  func listsAreJoinedAndShortened(_ count: Int, _ expected: String) throws {
    let layout =
      "<names variable=\"author\"><name and=\"text\" et-al-min=\"4\" et-al-use-first=\"1\"/></names>"
    #expect(try CSLSupport.render(layout, names(count)) == expected)
  }

  @Test func theLastNameCanStandAfterAnEllipsis() throws {
    let layout = """
      <names variable="author"><name et-al-min="4" et-al-use-first="2" et-al-use-last="true"
      form="short"/></names>
      """
    #expect(try CSLSupport.render(layout, names(5)) == "Asher, Birk, … Evers")
  }

  @Test func invertedNamesPutParticlesWhereTheStyleWants() throws {
    var book = names(1)
    book[.author] = [Name(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")]
    let layout = "<names variable=\"author\"><name name-as-sort-order=\"all\"/></names>"
    #expect(try CSLSupport.render(layout, book) == "Gogh, Vincent van")
    #expect(
      try CSLSupport.render(
        layout, book, attributes: "demote-non-dropping-particle=\"never\"") == "van Gogh, Vincent")
  }

  @Test func namesInChineseStandWithTheFamilyFirst() throws {
    var book = names(1)
    book[.author] = [Name(family: "鲁", given: "迅")]
    #expect(try CSLSupport.render("<names variable=\"author\"/>", book) == "鲁迅")
  }

  @Test func tenThousandNamesAreNoProblem() throws {
    var book = names(1)
    book[.author] = (0..<10_000).map { Name(family: "F\($0)", given: "G") }
    #expect(try CSLSupport.render("<names variable=\"author\"/>", book).utf8.count > 50_000)
  }
}
