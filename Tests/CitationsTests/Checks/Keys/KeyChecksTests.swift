import Testing

@testable import Citations

@Suite struct KeyChecksTests {
  private static let refs =
    "@misc{fell1974, title = {Salt}, ids = {salt}}\n@misc{vane1988, title = {Carts}}\n"

  private func keys(_ text: String, _ name: String) -> [String] {
    var options = CheckOptions()
    options.rules.select = ["K"]
    return findings(in: (name, text), ("refs.bib", Self.refs), options: options)
  }

  @Test(arguments: [
    ("a.md", "One [@fell1974, 12; see @vane1988].\n"),
    ("a.md", "@fell1974 says -@vane1988 and @{salt}, user@example.org, `@code`, <!-- @no -->.\n"),
    ("a.md", "See @fig-road, @tbl-1 and @fell1974. [@vane1988]\n\n```\n@code\n```\n"),
    ("a.typ", "= A <road>\nSee @road, @fell1974 and #cite(<vane1988>). // @no\n"),
    ("a.org", "One [cite:@fell1974 p. 12;@vane1988]. @not\n"),
    (
      "a.tex",
      "\\documentclass{article} \\cite{fell1974} \\textcite[12]{vane1988,salt} % \\cite{no}\n"
    ),
    ("a.dj", "One [@fell1974] and [@vane1988].\n"),
    (
      "a.adoc",
      "One cite:[fell1974(12, 14), vane1988] citenp:[salt]; recite:[no].\n\n// cite:[no]\n"
    ),
  ])
  func keysOfAllFormatsAreFound(_ name: String, _ text: String) {
    #expect(keys(text, name) == [])
  }

  @Test(arguments: [
    ("a.md", "One [@fell1975].\n[@vane1988]\n", "1:7"),
    ("a.typ", "One @fell1975 and @vane1988.\n", "1:6"),
    ("a.org", "One [cite:@fell1975;@vane1988].\n", "1:12"),
    ("a.tex", "One \\cite{fell1975, vane1988}.\n", "1:11"),
    ("a.adoc", "One cite:[fell1975(3), vane1988].\n", "1:11"),
  ])
  func anUndefinedKeyIsSaidWithItsPlace(_ name: String, _ text: String, _ place: String) {
    #expect(
      keys(text, name) == [
        "\(place) error K001 no entry has the key \"fell1975\"; \"fell1974\" is",
        "1:7 note K002 no document cites \"fell1974\"",
      ])
  }

  @Test func withoutABibliographyNothingIsUndefined() {
    #expect(check("One [@nobody].\n", name: "a.md").findings.allSatisfy { $0.rule.id != "K001" })
  }

  @Test func aDocumentThatAsksForAllLeavesNothingUnused() {
    #expect(keys("\\cite{fell1974} \\nocite{*}\n", "a.tex") == [])
    #expect(keys("---\nnocite: '@*'\n---\n[@fell1974]\n", "a.md") == [])
  }

  @Test func aDocumentWithoutKeysSaysNothingAboutEntries() {
    #expect(keys("One.\n", "a.md") == [])
  }

  @Test func oneKeyInTwoFiles() {
    let other = "@misc{fell1974, title = {Salt}}\n@misc{vane1988, title = {Wheels}}\n"
    var options = CheckOptions()
    options.rules.select = ["K"]
    #expect(
      findings(in: ("a.bib", Self.refs), ("b.bib", other), options: options) == [
        "2:7 warning K003 a.bib has \"vane1988\" too; they differ in title"
      ])
  }

  @Test func parentsAreNotUnused() {
    let refs = "@incollection{a, title = {A}, crossref = {b}}\n@collection{b, title = {B}}\n"
    var options = CheckOptions()
    options.rules.select = ["K"]
    #expect(findings(in: ("a.md", "[@a]\n"), ("b.bib", refs), options: options) == [])
  }
}
