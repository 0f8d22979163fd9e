import Testing

@testable import Citations

/// What every fix must do, tried on the examples of all rules.
@Suite struct RuleFixTests {
  private static func options(for rule: Rule) -> CheckOptions {
    var options = CheckOptions()
    options.rules.select = ["all"]
    // What one of the two asks for the other one forbids.
    options.rules.ignore = ["S057", "S058"].filter { $0 != rule.id }
    options.today = DateValue.Point(2026, 11, 25)
    if ["S056", "S057", "S058"].contains(rule.id) { options.journals = .sample }
    return options
  }

  static let fixable = Rules.all.filter { rule in
    guard let bad = rule.explanation?.bad else { return false }
    return check(bad.text, name: bad.name, options: options(for: rule)).findings.contains {
      $0.rule == rule && !$0.fixes.isEmpty
    }
  }

  @Test func manyRulesOfferAFix() {
    #expect(Self.fixable.count > 25, "\(Self.fixable.map(\.id))")
  }

  @Test(arguments: fixable) func aFixRemovesItsFindingAndBringsNone(_ rule: Rule) throws {
    let bad = try #require(rule.explanation?.bad)
    let options = Self.options(for: rule)
    let before = check(bad.text, name: bad.name, options: options)
    let finding = try #require(before.findings.first { $0.rule == rule && !$0.fixes.isEmpty })
    for fix in finding.fixes {
      let bytes = SourceEdit.apply(fix.edits, to: before.source.bytes)
      let after = check(bytes.text, name: bad.name, options: options)
      func count(_ file: CheckedFile, _ rule: Rule) -> Int {
        file.findings.count { $0.rule == rule }
      }
      #expect(count(after, rule) < count(before, rule), "\(fix.title): \(bytes.text)")
      for other in Set(after.findings.map(\.rule)) where other != rule {
        #expect(count(after, other) <= count(before, other), "\(other.id) after \(fix.title)")
      }
    }
  }

  @Test(arguments: fixable) func fixesAreMadeOnce(_ rule: Rule) throws {
    let bad = try #require(rule.explanation?.bad)
    func fixed(_ bytes: [UInt8]) -> [UInt8] {
      CheckRun(options: Self.options(for: rule)).fix(
        bytes, name: bad.name, includingSuggested: true)?.bytes
        ?? []
    }
    let once = fixed(Array(bad.text.utf8))
    #expect(fixed(once) == once)
  }

  @Test func aMarkOfByteOrderStays() throws {
    let text: [UInt8] =
      [0xEF, 0xBB, 0xBF] + Array("@misc{a, title = {T}, doi = {doi:10.5555/a}}\n".utf8)
    let fixed = CheckRun().fix(
      text, name: "a.bib", includingSuggested: false)
    #expect(
      fixed?.bytes == [0xEF, 0xBB, 0xBF] + Array("@misc{a, title = {T}, doi = {10.5555/a}}\n".utf8))
    #expect(fixed?.count == 1)
  }

  @Test func whatIsNoUTF8StaysAsItIs() {
    let text =
      Array("@misc{a, doi = {doi:10.5555/a}, title = {".utf8) + [0xE4, 0x20] + Array("}}".utf8)
    #expect(
      CheckRun().fix(text, name: "a.bib", includingSuggested: true) == nil)
  }
}
