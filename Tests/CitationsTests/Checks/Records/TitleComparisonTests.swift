import Testing

@testable import Citations

@Suite struct TitleComparisonTests {
  @Test(arguments: [
    ("The Salt Roads", "The salt roads"),
    ("Salt Roads: Carts of Lindsey", "Salt roads. Carts of Lindsey"),
    ("Salt Roads", "Salt Roads: Carts of Lindsey"),
    ("Salt Roads – Carts of Lindsey", "Salt Roads"),
    ("Müller und Bäcker in Hallam", "Mueller und Baecker in Hallam"),
    ("Muller und Backer in Hallam", "Müller und Bäcker in Hallam"),
    ("Carts & Carters", "Carts and Carters"),
    ("Straße nach Hallam", "Strasse nach Hallam"),
    ("“Salt” roads?", "Salt Roads"),
    ("The α-rays of H₂O", "The Alpha-Rays of H2O"), ("Ω and σ in m²", "Omega and sigma in m2"),
  ])
  func anEditorWouldSayNothing(_ title: String, _ known: String) {
    #expect(TitleComparison.isSame(title, [known]))
  }

  @Test(arguments: [
    ("The Salt Roads", "The Salt Road"),
    ("Salt Roads: Carts of Lindsey", "Salt Roads: Ships of Hull"),
    ("Salt Roads of Lindsey", "Salt Roads"),
    ("Mills", "Mill"),
  ])
  func anEditorWouldMarkIt(_ title: String, _ known: String) {
    #expect(!TitleComparison.isSame(title, [known]))
  }

  @Test func anyOfTheKnownTitlesWillDo() {
    #expect(TitleComparison.isSame("Die Salzstraßen", ["The Salt Roads", "Die Salzstrassen"]))
    #expect(!TitleComparison.isSame("Die Salzstraßen", []))
  }

  @Test func slipsOfALetterAreAlikeAndNumbersAreNot() {
    #expect(TitleComparison.likeness("The Mills of Hallam", "The Mill of Hallam") == 1)
    #expect(TitleComparison.likeness("Carts of Lindsey 1", "Carts of Lindsey 2") == 0.5)
    #expect(
      TitleComparison.likeness("Carts of Lindsey, Part I", "Carts of Lindsey, Part II") == 0.5)
    #expect(TitleComparison.likeness("Carts", "Wheels") == 0)
    #expect(TitleComparison.likeness("", "Wheels") == 0)
  }

  @Test(arguments: [
    ("RETRACTED: The Mill", "The Mill"), ("Retracted Article: The Mill", "The Mill"),
    ("The Mill (retracted)", "The Mill"), ("WITHDRAWN: The Mill", "The Mill"),
    ("Retracted promises", "Retracted promises"),
  ])
  func marksOfRetractionAreTakenOff(_ title: String, _ bare: String) {
    #expect(RetractionMark.bare(title) == bare)
    #expect(RetractionMark.isMarked(title) == (title != bare))
  }
}
