import Testing

@testable import Citations

@Suite struct FixSelectionTests {
  private static let rule = Rule("S999", "test", .warning, "a test")

  private func fixed(_ fixes: [[FixIt]], suggested: Bool = false) -> (String, Int) {
    let findings = fixes.map { fixes in
      var finding = Diagnostic(Self.rule, "x", at: SourceRange(0, 1))
      finding.fixes = fixes
      return finding
    }
    let source = SourceFile(name: "x", bytes: Array("abcdefgh".utf8))
    let result = FixSelection.applying(
      to: CheckedFile(source, findings), includingSuggested: suggested)
    return (result.bytes.string, result.count)
  }

  private func fix(_ start: Int, _ end: Int, _ text: String, _ safety: FixIt.Safety = .safe)
    -> FixIt
  {
    FixIt("mend", safety, replace: SourceRange(start, end), with: text)
  }

  @Test func fixesThatDoNotTouchAreMadeTogether() {
    #expect(fixed([[fix(4, 6, "-")], [fix(0, 1, "A")], [fix(6, 8, "")]]) == ("Abcd-", 3))
  }

  @Test func ofFixesThatOverlapTheFirstIsMade() {
    #expect(fixed([[fix(1, 4, "-")], [fix(3, 5, "+")]]) == ("a-efgh", 1))
    #expect(fixed([[fix(2, 2, "-")], [fix(2, 2, "+")]]) == ("ab-cdefgh", 1))
  }

  @Test func theEditsOfAFixGoTogether() {
    let both = FixIt(
      "mend", .safe,
      [SourceEdit(SourceRange(0, 1), [0x41]), SourceEdit(SourceRange(7, 8), [0x48])])
    #expect(fixed([[both], [fix(3, 4, "D")]]) == ("AbcdefgH", 1))
    #expect(both.spanningEdit(in: Array("abcdefgh".utf8))?.replacement.string == "AbcdefgH")
  }

  @Test func suggestedFixesAreMadeOnlyWhereAskedFor() {
    #expect(fixed([[fix(0, 1, "A", .suggested)]]) == ("abcdefgh", 0))
    #expect(fixed([[fix(0, 1, "A", .suggested)]], suggested: true) == ("Abcdefgh", 1))
  }

  @Test func alternativesAreLeftToPeople() {
    let alternatives = [fix(0, 1, "A", .suggested), fix(0, 1, "B", .suggested)]
    #expect(fixed([alternatives], suggested: true) == ("abcdefgh", 0))
    #expect(fixed([[fix(0, 1, "A")] + alternatives]) == ("Abcdefgh", 1))
  }

  @Test func aPlaceBeyondTheSourceIsNoCrash() {
    #expect(fixed([[fix(7, 90, "A")]]) == ("abcdefgh", 0))
  }
}
