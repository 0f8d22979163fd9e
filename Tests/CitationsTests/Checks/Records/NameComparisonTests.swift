import Testing

@testable import Citations

@Suite struct NameComparisonTests {
  /// "Family, Given; Family, Given"; a name without a comma is a literal one.
  private func names(_ text: String) -> [Name] {
    text.split(separator: ";").map { part in
      let words = part.split(separator: ",").map { String($0.drop { $0 == " " }) }
      return words.count == 2 ? Name(family: words[0], given: words[1]) : Name(literal: words[0])
    }
  }

  @Test(arguments: [
    ("Mercer, Ada", "Mercer, A."), ("Mercer, A. B.", "Mercer, Ada"),
    ("Mercer, AB", "Mercer, Ada Beth"), ("Mercer, Ada; others", "Mercer, Ada; Fell, M.; Quill, I."),
    ("Müller, Jörg", "Mueller, J."), ("Muller, J", "Müller, Jörg"),
    ("Ada Mercer", "Mercer, Ada"), ("Wang, Xiu", "Xiu, Wang"),
    ("Mercer, Ada", "Mercer, Ada; Hallam Mill Consortium"),
    ("Hallam Trust", "The Hallam Trust"), ("Ortega Ruiz, Ana", "Ruiz, Ana Ortega"),
    ("Łukowski, Ł.", "Lukowski, Łukasz"), ("王, 秀", "Wang, Xiu"),
  ])
  func theSamePeople(_ left: String, _ right: String) {
    #expect(NameComparison.isSame(names(left), names(right), allowsFewer: false))
  }

  @Test(arguments: [
    ("Marcer, Ada", "Mercer, Ada"), ("Mercer, Ida", "Mercer, Ada"),
    ("Mercer, Ada", "Mercer, Ada; Fell, M."), ("Fell, M.; Mercer, Ada", "Mercer, Ada; Fell, M."),
    ("Mercer, Ada; Fell, M.", "Mercer, Ada"), ("Mercer, A. B.", "Mercer, Ada Cora"),
  ])
  func otherPeople(_ left: String, _ right: String) {
    #expect(!NameComparison.isSame(names(left), names(right), allowsFewer: false))
  }

  @Test func notesMayNameTheFirstOnly() {
    let all = names("Mercer, Ada; Fell, M.")
    #expect(NameComparison.isSame(names("Mercer, Ada"), all, allowsFewer: true))
    #expect(!NameComparison.isSame(names("Fell, M."), all, allowsFewer: true))
  }

  @Test func particlesStandWhereTheyLike() {
    let left = [Name(family: "van der Meer", given: "Jan")]
    let right = [Name(family: "Meer", given: "J.", nonDroppingParticle: "van der")]
    #expect(NameComparison.isSame(left, right, allowsFewer: false))
  }
}
