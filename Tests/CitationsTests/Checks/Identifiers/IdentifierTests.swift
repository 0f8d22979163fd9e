import Testing

@testable import Citations

/// Identifiers that are right in all their forms, and what is said about those that are not.
@Suite struct IdentifierTests {
  private func found(_ field: String, _ value: String) -> [String] {
    let text = "@misc{a, title = {T}, \(field) = {\(value)}}\n"
    var options = CheckOptions()
    options.rules.select = ["I"]
    options.rules.ignore = ["I007", "I008"]
    return check(text, name: "a.bib", options: options).findings.map(\.rule.id)
  }

  @Test(arguments: [
    ("isbn", "978-0-306-40615-7"), ("isbn", "9780306406157"), ("isbn", "0-306-40615-2"),
    ("isbn", "080442957X"),
    ("isbn", "ISBN-13: 978-0-306-40615-7 (pbk.)"), ("isbn", "978-0-306-40615-7, 0-306-40615-2"),
    ("isbn", "9780306406157 0306406152"), ("isbn", "979-10-90636-07-1"),
    ("issn", "2049-3630"), ("issn", "2434-561X"), ("issn", "20493630"),
    ("issn", "2049-3630 (print), 2434-561X"),
    ("ismn", "979-0-2600-0043-8"), ("ismn", "M-2600-0043-8"),
    ("orcid", "0000-0002-1825-0097"), ("orcid", "https://orcid.org/0000-0002-1694-233X"),
    ("pmid", "1"), ("pmid", "38000000"), ("pmcid", "PMC123456"), ("pmcid", "PMC123456.2"),
    ("doi", "10.1000/182"), ("doi", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"),
    ("doi", "10.1000.10/123456"), ("url", "https://example.org/a_(b)?c=d#e"),
    ("url", "http://localhost:8080/"),
    ("url", "ftp://ftp.example.org/a"), ("url", "https://müller.example/ä"),
    ("url", "urn:isbn:0306406152"),
    ("url", "https://web.archive.org/web/2001/http://example.org/"),
    ("url", "https://example.org/a%20b"),
  ])
  func whatIsRightIsLeftAlone(_ field: String, _ value: String) {
    #expect(found(field, value) == [])
  }

  @Test(arguments: [
    ("isbn", "978-0-306-40615-8", "I005"), ("isbn", "0306406153", "I005"),
    ("isbn", "978030640615", "I006"),
    ("isbn", "987-0-306-40615-7", "I006"), ("isbn", "none", "I006"),
    ("isbn", "97803064061577", "I006"),
    ("issn", "2049-3631", "I010"), ("issn", "2049-363", "I010"),
    ("ismn", "979-0-2600-0043-9", "I012"), ("ismn", "978-0-306-40615-7", "I012"),
    ("orcid", "0000-0002-1825-0096", "I013"), ("orcid", "0000-0002-1825", "I013"),
    ("pmid", "12a", "I014"), ("pmid", "123456789", "I014"), ("pmcid", "PMCx", "I015"),
    ("doi", "10.10/a", "I001"), ("doi", "10.1000", "I001"), ("doi", "10.1000/", "I001"),
    ("doi", "11.1000/a", "I001"),
    ("doi", "10.1000/a b", "I001"), ("doi", "10.1000/a,", "I001"),
    ("url", "example.org/a", "I020"), ("url", "//example.org", "I020"),
    ("url", "http://exa mple.org", "I021"),
    ("url", "https:/example.org", "I022"), ("url", "htpp://example.org", "I022"),
    ("url", "see above", "I021"),
    ("url", "n/a", "I022"), ("url", "https://", "I022"),
    ("url", "https://http://example.org", "I022"),
    ("url", "https://example.org/100%", "I022"),
  ])
  func whatIsWrongIsSaid(_ field: String, _ value: String, _ rule: String) {
    #expect(found(field, value) == [rule])
  }

  @Test(arguments: [
    ("2101.00001", true), ("1412.0001v2", true), ("hep-th/9901001", true),
    ("math.GT/0309136", true),
    ("2113.00001", false), ("1501.0001", false), ("hep-th/99010", false), ("21.1", false),
  ])
  func arXivNumbers(_ number: String, _ isRight: Bool) {
    let text = "@misc{a, title = {T}, eprint = {\(number)}, eprinttype = {arxiv}}\n"
    let rules = check(text, name: "a.bib").findings.map(\.rule.id)
    #expect(rules.contains("I016") != isRight)
  }

  @Test func aFixStandsWhereTheDigitIs() throws {
    let text = "@misc{a, title = {T}, isbn = {978-0-306-40615-X}}\n"
    let finding = try #require(check(text, name: "a.bib").findings.first)
    let fix = try #require(finding.fixes.first)
    #expect(fix.safety == .suggested)
    let bytes = SourceEdit.apply(fix.edits, to: Array(text.utf8))
    #expect(bytes.text == "@misc{a, title = {T}, isbn = {978-0-306-40615-7}}\n")
  }

  /// Swapped digits are offered beside the last one, so that no fix is made before somebody chooses.
  @Test(arguments: [
    ("isbn", "978-0-360-40615-7", "978-0-306-40615-7"), ("isbn", "0-306-46015-2", "0-306-40615-2"),
    ("issn", "2049-3360", "2049-3630"), ("ismn", "979-0-6200-0043-8", "979-0-2600-0043-8"),
    ("orcid", "0000-0002-1852-0097", "0000-0002-1825-0097"),
  ])
  func numbersWithSwappedDigitsAreNamed(_ field: String, _ wrong: String, _ right: String) throws {
    let text = "@misc{a, title = {T}, \(field) = {\(wrong)}}\n"
    let finding = try #require(check(text, name: "a.bib").findings.first)
    #expect(finding.message.contains("\"\(right)\""), "\(finding.message)")
    let numbers = finding.fixes.map { SourceEdit.apply($0.edits, to: Array(text.utf8)).text }
    #expect(numbers.first == text.replacing(wrong, with: right))
    #expect(numbers.count > 1 && finding.fixes.allSatisfy { $0.safety == .suggested })
    let fixed = CheckRun(options: CheckOptions()).fix(
      Array(text.utf8), name: "a.bib", includingSuggested: true)
    #expect(fixed?.bytes.text == text)
  }
}
