import Testing

@testable import Citations

@Suite struct NearestNamesTests {
  private static let names = [
    "acm", "apa", "chicago-author-date", "chicago-notes", "harvard", "mla", "oscola", "vancouver",
  ]

  @Test(arguments: [
    ("aap", ["apa"]), ("APA", ["apa"]), ("vancuver", ["vancouver"]), ("havrard", ["harvard"]),
    ("chicago", ["chicago-notes", "chicago-author-date"]), ("mla9", ["mla"]),
    ("chicgo", ["chicago-notes", "chicago-author-date"]), ("quokka", []),
    ("", []),
  ]) func theNearestComeFirst(_ name: String, _ expected: [String]) {
    #expect(NearestNames.of(name, among: Self.names) == expected)
  }

  @Test func noMoreThanAskedForAreGiven() {
    #expect(NearestNames.of("chicago", among: Self.names, limit: 1) == ["chicago-notes"])
  }
}
