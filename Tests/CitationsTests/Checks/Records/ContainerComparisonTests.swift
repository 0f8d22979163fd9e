import Testing

@testable import Citations

@Suite struct ContainerComparisonTests {
  @Test(arguments: [
    ("Lindsey Rev.", "Lindsey Review"), ("J. Fen Stud.", "Journal of Fen Studies"),
    ("Proc. Natl. Acad. Sci.", "Proceedings of the National Academy of Sciences"),
    ("Dtsch. Z. Mühlenkd.", "Deutsche Zeitschrift für Mühlenkunde"),
    ("PNAS", "Proceedings of the National Academy of Sciences"),
    ("The Lindsey Review", "Lindsey Review"), ("Fen (London)", "Fen"),
    ("Lindsey Review: A Journal of Roads", "Lindsey Review"),
    ("Carts & Wheels", "Carts and Wheels"),
  ])
  func abbreviationsCountAsWhatTheyStandFor(_ left: String, _ right: String) {
    #expect(ContainerComparison.isSame(left, [right]))
    #expect(ContainerComparison.isSame(right, [left]))
  }

  @Test(arguments: [
    ("Lincoln Review", "Lindsey Review"), ("Fen Studies", "Journal of Fen Studies"),
    ("J. Fen Hist.", "Journal of Fen Studies"), ("Carts A", "Carts B"), ("PNA", "Lindsey Review"),
  ])
  func othersAreOthers(_ left: String, _ right: String) {
    #expect(!ContainerComparison.isSame(left, [right]))
  }
}
