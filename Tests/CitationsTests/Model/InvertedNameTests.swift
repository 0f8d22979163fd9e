import Testing

@testable import Citations

@Suite struct InvertedNameTests {
  @Test(arguments: [
    Name(family: "Mercer", given: "Ada"), Name(family: "Plato"),
    Name(family: "King", given: "Martin", suffix: "Jr."),
    Name(family: "Berg", given: "Jan", nonDroppingParticle: "van der"),
    Name(family: "Beethoven", given: "Ludwig", droppingParticle: "van"),
    Name(family: "Alembert", given: "Jean", nonDroppingParticle: "d’"),
    Name(literal: "World Mill Society"), Name(literal: "UNMILL"),
  ])
  func namesComeBack(_ name: Name) {
    #expect(InvertedName.read(InvertedName.text(name)) == name)
  }

  @Test(arguments: [
    ("Mercer, A.; Okri, B.", ["Mercer, A.", "Okri, B."]),
    ("Mercer, Ada and Okri, Ben", ["Mercer, Ada", "Okri, Ben"]),
    ("Mercer, A., Okri, B. J., Fell, E.", ["Mercer, A.", "Okri, B. J.", "Fell, E."]),
  ])
  func severalNamesAreTold(_ text: String, _ expected: [String]) {
    #expect(InvertedName.several(text) == expected)
  }

  @Test(arguments: [
    "Mercer, Ada", "King, Martin, Jr.", "Fell & Sons and Co., Ltd.", "Weirs; Works of the North",
    "Ministry of Mills, Weirs, Locks and Rivers", "",
  ])
  func oneNameIsOne(_ text: String) {
    #expect(InvertedName.several(text) == nil)
  }
}
