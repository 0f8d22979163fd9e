import Testing

@testable import Citations

@Suite struct BaselineTests {
  private static let faulty = """
    @book{a, title = {T}, author = {A B}, publisher = {P}}
    @misc{b, title = {T}, note = {}, annote = {}}

    """

  private func unknown(_ text: String, knowing other: String, name: String = "refs.bib") throws
    -> [String]
  {
    let baseline = try Baseline(Baseline.file(for: [check(other, name: "refs.bib")]))
    return baseline.unknown(in: [check(text, name: name)]).flatMap(lines)
  }

  @Test func knownFindingsAreNotReportedAgain() throws {
    #expect(!check(Self.faulty, name: "refs.bib").findings.isEmpty)
    #expect(try unknown(Self.faulty, knowing: Self.faulty) == [])
  }

  @Test func movedLinesChangeNothing() throws {
    #expect(try unknown("\n\n% moved\n\n" + Self.faulty, knowing: Self.faulty) == [])
  }

  @Test func aNewFindingOfAKnownRuleIsReported() throws {
    let more = Self.faulty + "@book{c, title = {T}, author = {A B}, publisher = {P}}\n"
    #expect(
      try unknown(more, knowing: Self.faulty) == [
        "3:7 error C003 \"c\" has no date; an entry of type @book needs one"
      ])
  }

  @Test func equalFindingsAreCounted() throws {
    let one = "Word.[^1] More.[^1]\n"
    #expect(try unknown(one + one, knowing: one).count == 2)
    #expect(try unknown(one, knowing: one + one) == [])
  }

  @Test func anotherFileIsNotKnown() throws {
    #expect(try !unknown(Self.faulty, knowing: Self.faulty, name: "other.bib").isEmpty)
    #expect(try unknown(Self.faulty, knowing: Self.faulty, name: "./refs.bib") == [])
  }

  @Test func theFileIsStable() {
    let file = check(Self.faulty, name: "refs.bib")
    #expect(
      Baseline.file(for: [file]) == Baseline.file(for: [check(Self.faulty, name: "refs.bib")]))
    #expect(Baseline.file(for: [file]).string.contains(#""key": "a""#))
  }

  @Test(arguments: ["", "{}", "[1]", #"{"schema": "citations/baseline/1"}"#, "nonsense"])
  func somethingElseIsRefused(_ text: String) {
    #expect(throws: Baseline.Malformed.self) { try Baseline(Array(text.utf8)) }
  }
}
