import Testing

@testable import Citations

@Suite struct FileInCheckTests {
  @Test func aFileThatWasReadBeforeIsCheckedAsOneThatIsRead() {
    let files = [
      ("a.md", "One [@nobody] and [@mill].[^1]\n"),
      ("b.bib", "@misc{mill, title = {M}, note = {}}\n"),
    ]
    var whole = CheckRun()
    var parts = CheckRun()
    for (name, text) in files {
      whole.add(Array(text.utf8), name: name)
      parts.add(FileInCheck(Array(text.utf8), name: name, CheckOptions()))
    }
    #expect(whole.finish().map(\.findings) == parts.finish().map(\.findings))
    #expect(parts.documents == 1 && parts.bibliographies == 1)
    #expect(parts.finish { $0.name == "a.md" }.map(\.path) == ["a.md"])
  }

  @Test func keysAloneCountForOtherFiles() {
    var run = CheckRun()
    let refs = "@misc{mill, note = {}}\n@misc{mill, note = {}}\n"
    run.add(FileInCheck(keysOf: Array(refs.utf8), name: "b.bib", CheckOptions()))
    run.add(FileInCheck(Array("[@mill; @nobody]\n".utf8), name: "a.md", CheckOptions()))
    let found = run.finish()
    #expect(found[0].findings == [])
    #expect(found[1].findings.map(\.rule.id).contains("K001"))
  }

  @Test(arguments: [
    ("a.bib", "@misc{a,\n  title = {T},\n  note = {},\n}\n", "% citecli: ignore B017\n@misc{a,"),
    ("a.bib", "x\r\n@misc{a,\r\n note = {}}\r\n", "% citecli: ignore B017\r\n@misc{a,"),
    ("a.md", "One.\n\nTwo.[^9]\n", "One.\n\n<!-- citecli: ignore N001 -->\nTwo."),
    ("a.typ", "One #footnote[See.]\n\n  Two @nobody\n", "  // citecli: ignore K001\n  Two"),
    ("a.tex", "Two \\cite{nobody}.\n", "% citecli: ignore K001\nTwo"),
    ("a.org", "Two[fn:9].\n", "# citecli: ignore N001\nTwo"),
  ])
  func theCommentThatIsOfferedLeavesTheFindingOut(
    name: String, text: String, expected: String
  ) throws {

    func findings(_ bytes: [UInt8]) -> (FileInCheck, [Diagnostic]) {
      let file = FileInCheck(bytes, name: name, CheckOptions())
      var run = CheckRun()
      run.add(file)
      run.add(Array("@misc{known, title = {T}}\n".utf8), name: "refs.bib")
      return (file, run.finish()[0].findings.filter { expected.contains($0.rule.id) })
    }
    let (file, found) = findings(Array(text.utf8))
    let finding = try #require(found.first)
    let edit = try #require(file.suppression(of: finding))
    let bytes = SourceEdit.apply([edit], to: file.source.bytes)
    #expect(bytes.string.contains(expected))
    #expect(findings(bytes).1.count < found.count)
  }

  @Test func formatsWithoutCommentsHaveNone() throws {
    let file = FileInCheck(Array("One.[^1]".utf8), name: "a.rst", CheckOptions())
    #expect(file.suppression(of: Diagnostic(NoNotes.rule, "", at: SourceRange(0, 0))) == nil)
  }

  @Test(
    arguments: [
      ([], [], ["S001"]), (["N021"], [], ["S001", "N021"]), ([], ["S"], []),
      (["locator-missing"], ["future-date"], ["N021"]),
    ] as [([String], [String], [String])])
  func rulesThatNobodyWantsAreNotTriedOnNotes(
    also: [String], ignored: [String], found: [String]
  ) {
    let text =
      "Water.[^1]\n\n[^1]: Ada Mercer, The Mill (Leeds: Fell Press, 2071).\n"
    var options = CheckOptions()
    options.today = .init(2026, 1, 1)
    options.rules.extendSelect = also
    options.rules.ignore = ignored
    let file = FileInCheck(Array(text.utf8), name: "a.md", options)
    let ids = file.findings.map(\.rule.id).filter { ["S001", "N021"].contains($0) }
    #expect(ids == found)
  }
}
