import Testing

@testable import Citations

@Suite struct RulesTests {
  /// An example of an explanation.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: Rule
    var explanation: RuleExplanation

    var testDescription: String { rule.id }
  }

  static let withExamples = Rules.all.compactMap { rule in
    rule.explanation.flatMap { $0.bad == nil ? nil : Case(rule: rule, explanation: $0) }
  }

  @Test func idsAndNamesAreUniqueAndInOrder() {
    let ids = Rules.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(Rules.all.map(\.name)).count == ids.count)
  }

  @Test(arguments: Rules.all) func anIdIsALetterOfAFamilyAndThreeDigits(_ rule: Rule) {
    #expect(rule.id.utf8.count == 4)
    #expect(rule.id.utf8.dropFirst().allSatisfy { $0.isASCIIDigit })
    #expect(RuleFamily.all.contains { rule.id.hasPrefix($0.letter) })
    #expect(rule.name.utf8.allSatisfy { $0.isASCIILower || $0.isASCIIDigit || $0 == 0x2D })
    #expect(!rule.title.hasSuffix("."))
  }

  @Test func everyRuleInTheSourcesIsListed() throws {
    let script =
      "grep -rhoE '\"[A-Z][0-9]{3}\",$|Rule\\(\"[A-Z][0-9]{3}\"|^ *\"[A-Z][0-9]{3}\", \"' "
      + "'\(Shared.package)/Sources/Citations' | grep -oE '[A-Z][0-9]{3}' | sort -u"
    let result = try #require(Tool.run(script, needs: "grep", files: []))
    let found = result.output.split(separator: "\n").map(String.init)
    #expect(found.count > 50)
    #expect(found == Rules.all.map(\.id))
  }

  @Test(arguments: Rules.all) func everyRuleIsExplained(_ rule: Rule) {
    let why = rule.explanation?.why ?? ""
    #expect(why.hasSuffix("."), "\(rule.id)")
  }

  @Test(arguments: withExamples) func theBadExampleBreaksTheRule(_ example: Case) throws {
    let bad = try #require(example.explanation.bad)
    let file = check(
      bad.text, name: bad.name, options: Self.options(for: example.rule),
      against: Self.sources(for: example.rule))
    #expect(file.findings.contains { $0.rule == example.rule }, "\(lines(of: file))")
  }

  @Test(arguments: withExamples) func theGoodExampleDoesNot(_ example: Case) throws {
    let good = try #require(example.explanation.good)
    let file = check(
      good.text, name: good.name, options: Self.options(for: example.rule),
      against: Self.sources(for: example.rule))
    #expect(!file.findings.contains { $0.rule == example.rule }, "\(lines(of: file))")
  }

  /// Options under which the rule is checked: examples of completeness are those of a strict profile, those of document types
  /// are compared with the small ones of the fixtures.
  private static func options(for rule: Rule) -> CheckOptions {
    var options = CheckOptions()
    options.rules.extendSelect = [rule.id]
    options.today = DateValue.Point(2026, 11, 25)
    options.journals = .sample
    if ["C006", "C007", "C008"].contains(rule.id) { options.profile = .chicagoNotes }
    if rule.id == "C037" { options.profile = .bibtex }
    if rule.id == "C038" { options.profile = .biblatex }
    if DocumentTypeCheck.rules.contains(rule) {
      options.documentTypes = SampleDocumentTypes.fixture("catalog.xml")
    }
    return options
  }

  /// The source that the examples of rules about records are compared with.
  private static func sources(for rule: Rule) -> [any RecordSource] {
    rule.id.hasPrefix("T") ? [SampleRecords([SampleRecords.mill])] : []
  }

  @Test func rulesAreFoundByIdNameAndWords() {
    #expect(Rules.named("c012")?.name == "missing-publisher")
    #expect(Rules.named("missing-publisher")?.id == "C012")
    #expect(Rules.named("C0") == nil)
    #expect(Rules.matching("C0").count > 8)
    #expect(Rules.matching("Q").isEmpty)
    #expect(Rules.search(["publisher", "editions"]).map(\.id).contains("C012"))
    #expect(Rules.search(["zeppelin"]).isEmpty)
  }

  @Test func theListHasAllRulesInAllForms() throws {
    #expect(RuleList().text.utf8.count { $0 == 0x0A } == Rules.all.count)
    let json = try JSONValue.parse(RuleList().json)
    #expect(json["rules"]?.array?.count == Rules.all.count)
    for rule in Rules.all { #expect(RuleList.markdown.contains("(rules/\(rule.id).md)")) }
  }
}
