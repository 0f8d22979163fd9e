import Testing

@testable import Citations

@Suite struct RuleSelectionTests {
  private func chosen(
    _ select: [String], ignore: [String] = [], extend: [String] = [], path: String = "refs.bib",
    perFile: [RuleSelection.PerFile] = []
  ) -> Set<String> {
    var selection = RuleSelection()
    selection.select = select
    selection.ignore = ignore
    selection.extendSelect = extend
    selection.perFile = perFile
    let table = selection.table(for: path)
    return Set(Rules.all.filter { table[$0] != nil }.map(\.id))
  }

  @Test func withoutASelectionAllRulesThatAreNotOptionalAreChecked() {
    #expect(chosen([]) == Set(Rules.all.filter { !$0.isOptional }.map(\.id)))
    #expect(chosen(["all"]) == Set(Rules.all.map(\.id)))
  }

  @Test func theMoreExactSelectorWins() {
    #expect(chosen(["C012"]) == ["C012"])
    #expect(chosen(["missing-publisher"]) == ["C012"])
    #expect(!chosen(["C"], ignore: ["C012"]).contains("C012"))
    #expect(chosen(["C"], ignore: ["C012"]).contains("C001"))
    #expect(chosen(["C012"], ignore: ["C"]) == ["C012"])
    #expect(chosen(["C012"], ignore: ["C012"]).isEmpty)
    #expect(chosen(["N"], extend: ["C012"]).contains("C012"))
  }

  @Test func aFileCanLeaveRulesOut() {
    let perFile = [RuleSelection.PerFile("drafts/", ignore: ["C"])]
    #expect(!chosen([], path: "book/drafts/a.md", perFile: perFile).contains("C001"))
    #expect(chosen([], path: "book/final/a.md", perFile: perFile).contains("C001"))
  }

  @Test func severitiesCanDiffer() throws {
    var selection = RuleSelection()
    selection.severities = [.init("C", .note), .init("C012", .error)]
    let table = selection.table(for: "refs.bib")
    let rules = try ["C001", "C012", "N001"].map { try #require(Rules.named($0)) }
    #expect(rules.map { table[$0] } == [.note, .error, .error])
  }

  @Test func unknownSelectorsAreNamed() {
    var selection = RuleSelection()
    selection.select = ["C", "Q001"]
    selection.ignore = ["no-such-rule"]
    #expect(selection.unknownSelectors == ["Q001", "no-such-rule"])
  }

  @Test(arguments: [
    ("*.md", "book/a.md", true), ("*.md", "a.markdown", false),
    ("drafts/*.md", "drafts/a.md", true),
    ("drafts/*.md", "drafts/b/a.md", false), ("drafts/**/*.md", "x/drafts/b/c/a.md", true),
    ("drafts/**/*.md", "drafts/a.md", true), ("drafts/", "drafts/b/a.md", true),
    ("a?.bib", "ab.bib", true), ("a?.bib", "a/.bib", false), ("./refs.bib", "refs.bib", true),
    ("**", "any/thing", true), ("refs.bib", "myrefs.bib", false), ("", "a", false),
  ])
  func patternsOfPaths(_ pattern: String, _ path: String, _ fits: Bool) {
    #expect(PathPattern(pattern).matches(path) == fits)
  }
}
