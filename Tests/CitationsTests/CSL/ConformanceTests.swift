import CSLSuite
import Citations
import Testing

/// The conformance suite of CSL, against the list of tests that pass.
@Suite struct ConformanceTests {
  @Test func theTestsThatPassAreThoseOfTheList() throws {
    guard let root = Shared.root else { return }
    let folder = root + "/csl/test-suite"
    let names = SuiteFiles.names(in: folder, suffix: ".txt")
    try #require(names.count > 800)
    let list = try #require(Shared.fixture("CSL/conformance-passing.txt"))
    let listed = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
    let runner = SuiteRunner(locales: SuiteFiles.locales(in: root + "/csl/locales"))
    var lost: [String] = []
    var won: [String] = []
    for file in names {
      let bytes = try #require(SuiteFiles.read(folder + "/" + file))
      let name = String(file.dropLast(4))
      let isPassed = runner.run(Fixture(bytes)).isPassed
      if isPassed, !listed.contains(name) { won.append(name) }
      if !isPassed, listed.contains(name) { lost.append(name) }
    }
    #expect(lost.isEmpty, "tests that passed before")
    #expect(won.isEmpty, "tests that pass now: put them on the list")
  }

  @Test func aSectionWithABrokenHeadIsNone() {
    let text = ">>== MODE ==>>\ncitation\n<<== MODE ==<<\n>>== RESULT ==\nlost\n<<== RESULT ==<<\n"
    let fixture = Fixture(Array(text.utf8))
    #expect(fixture["MODE"] == "citation")
    #expect(fixture["RESULT"] == nil)
  }
}
