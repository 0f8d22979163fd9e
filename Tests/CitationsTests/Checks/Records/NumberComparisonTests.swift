import Testing

@testable import Citations

@Suite struct NumberComparisonTests {
  @Test(arguments: [
    ("12", "12"), ("XII", "12"), ("Vol. 12", "12"), ("012", "12"), ("3-4", "3/4"), ("S1", "s1"),
  ])
  func sameNumbers(_ left: String, _ right: String) {
    #expect(NumberComparison.isSame(left, right))
  }

  @Test(arguments: [("12", "21"), ("XI", "12"), ("3", "3-4"), ("A", "B")])
  func otherNumbers(_ left: String, _ right: String) {
    #expect(!NumberComparison.isSame(left, right))
  }

  @Test(arguments: [
    ("145-169", "145–69"), ("145", "145-169"), ("145--169", "145"), ("pp. 145-169", "145-169"),
    ("e12", "E12"), ("007-009", "7-9"),
  ])
  func pagesThatAgree(_ left: String, _ right: String) {
    #expect(NumberComparison.agreePages(left, right))
  }

  @Test(arguments: [("145-169", "145-196"), ("146", "145-169"), ("e12", "e13")])
  func pagesThatDoNot(_ left: String, _ right: String) {
    #expect(!NumberComparison.agreePages(left, right))
  }
}
