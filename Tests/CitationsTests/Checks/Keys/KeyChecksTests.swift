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
    (
      "a.tex",
      "\\documentclass{article} \\verb|\\cite{no}| \\begin{verbatim}\n\\cite{no}\n\\end{verbatim} \\iffalse \\cite{no} \\fi "
        + "\\cite{fell1974,own} \\cite{vane1988}\n\\begin{thebibliography}{9}\\bibitem[Own]{own} O.\\end{thebibliography}\n"
    ),
    (
      "a.typ",
      "#let x = cite(<fell1974>, form: \"prose\") /* @no\n cite(<no>) */ #cite(label(\"vane1988\")) #recite(<no>)\n"
    ),
    (
      "a.org",
      "# cite:no\nSee cite:fell1974,salt and [[citep:see &vane1988 p. 3;&salt]], [[parencite:salt]]. Recite: no.\n"
        + "#+BEGIN_SRC tex\ncite:no [cite:@no]\n#+END_SRC\n[cite/t:@vane1988]\n"
    ),
    (
      "a.rst",
      "One :cite:p:`fell1974, {see}vane1988{p. 2, 3}` :footcite:`salt`.\n\n.. a comment :cite:`no`\n\n``:cite:`no``` :ref:`no`\n"
    ),
    ("a.md", "One {cite:p}`fell1974,vane1988`, \\citet[12]{salt}, {code}`no` and `{cite}`.\n"),
    (
      "a.typ",
      "#import \"@preview/no:0.2.0\": canvas\n#raw(\"@no\") #link(\"x\", \"@no\") \"@fell1974\" said: \"@vane1988\".\n"
    ),
    (
      "a.org",
      "See =[cite:@no]= and (~cite:no~), a = [cite:@fell1974] = b, [cite:@vane1988].\n"
    ),
    (
      "a.adoc",
      "----\ncite:[no]\n----\n\ncite:[fell1974] cite:[vane1988]\n\n....\ncite:[no]\n....\n"
    ),
    (
      "a.md",
      "One [@fell1974].\n\n    @no\n\n    @no\n\n1. item\n\n    [@salt]\n\n[^1]: A note.\n\n    [@vane1988]\n\n"
        + "<span title=\"@no\">x</span> <me@no>\n"
    ),
    (
      "a.tex",
      "\\autocite\n  [3]{fell1974} \\cite%\n{vane1988} \\cite {salt} \\textcquote[3]{salt}{text} \\foreigntextcquote{german}{salt}{x}\n"
        + "\\bibentry{salt} \\citeA<see>[p. 2]{salt} \\cite\n\n{no}\n"
    ),
    ("a.dj", "One [@fell1974] and [@vane1988].\n"),
    (
      "a.adoc",
      "One cite:[fell1974(12, 14), vane1988] citenp:[salt]; recite:[no].\n\n// cite:[no]\n"
    ),
    (
      "a.tex", "\\documentclass{article} \\parencites(see)(){fell1974}[12][]{vane1988}{salt}\n"
    ),
    (
      "a.html",
      "<!DOCTYPE html><p>One <span class=citation data-cites='fell1974 salt'>(1)</span> "
        + "<d-cite key=\"vane1988, salt\"></d-cite><!-- <i data-cites=\"no\"> -->.</p>\n"
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
    ("a.rst", "One :cite:`vane1988, fell1975`.\n", "1:22"),
    ("a.org", "One [[cite:&vane1988;&fell1975]].\n", "1:23"),
    ("a.org", "One cite:fell1975.\n\n# no\n[cite:@vane1988]\n", "1:10"),
    ("a.md", "One {cite}`vane1988` \\cite{fell1975}.\n", "1:28"),
    ("a.tex", "One \\cites[2]{vane1988}{fell1975}.\n", "1:25"),
    ("a.tex", "One \\parencites(see)()[2]{vane1988}[3][]{fell1975}.\n", "1:42"),
    (
      "a.html",
      "<!DOCTYPE html><p>One <span data-cites=\"vane1988 fell1975\">(1)</span>.</p>\n", "1:50"
    ),
  ])
  func anUndefinedKeyIsSaidWithItsPlace(_ name: String, _ text: String, _ place: String) {
    #expect(
      keys(text, name) == [
        "\(place) error K001 no entry has the key \"fell1975\"; \"fell1974\" is",
        "1:7 note K002 no document cites \"fell1974\"",
      ])
  }

  @Test func aDocumentWithItsOwnListNeedsNoBibliography() {
    let list =
      "\\begin{thebibliography}{9}\n\\bibitem{own} O.\n\\bibitem[Two]{other} T.\n\\end{thebibliography}\n"
    var options = CheckOptions()
    options.rules.select = ["K"]
    #expect(
      findings(in: ("a.tex", "\\cite{own,nobody}\n" + list), options: options) == [
        "1:11 error K001 no entry has the key \"nobody\"",
        "4:15 note K002 no document cites \"other\"",
      ])
    let head =
      "---\nreferences:\n- {id: own, type: book, title: Salt}\n- {id: other, type: book, title: Peat}\n---\n"
    #expect(
      findings(in: ("a.md", head + "See [@own] and [@nobody].\n"), options: options).map {
        $0.split(separator: " ")[2]
      } == ["K002", "K001"])
  }

  @Test func withoutABibliographyNothingIsUndefined() {
    #expect(check("One [@nobody].\n", name: "a.md").findings.allSatisfy { $0.rule.id != "K001" })
  }

  @Test func aDocumentThatAsksForAllLeavesNothingUnused() {
    #expect(keys("\\cite{fell1974} \\nocite{*}\n", "a.tex") == [])
    #expect(keys("---\nnocite: '@*'\n---\n[@fell1974]\n", "a.md") == [])
    #expect(keys("@fell1974\n#bibliography(\"refs.bib\", full: true)\n", "a.typ") == [])
    #expect(keys("[cite:@fell1974] [cite/n:@*]\n", "a.org") == [])
    #expect(keys(":cite:`fell1974`\n\n.. bibliography:: refs.bib\n   :all:\n", "a.rst") == [])
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

  /// An article with the references r1 and r2 whose text is given.
  private func article(_ text: String, references: [String] = ["r1", "r2"]) -> [String] {
    let list = references.map { id in
      "<ref id=\"\(id)\"><element-citation publication-type=\"book\"><name><surname>Fell</surname>"
        + "<given-names>Mona</given-names></name><source>Salt \(id)</source><year>1974</year>"
        + "<publisher-loc>Leeds</publisher-loc><publisher-name>Quay</publisher-name></element-citation></ref>"
    }
    let body = "<article><body><p id=\"p1\">\n\(text)\n</p></body>"
    let source = body + "<back><ref-list>\(list.joined())</ref-list></back></article>\n"
    return findings(in: ("a.xml", source))
  }

  @Test func anArticleOfJATSIsComparedWithItsOwnReferences() {
    #expect(
      article(
        "<xref ref-type=\"bibr\" rid=\"r1 r9\">1</xref> <xref ref-type='fig' rid='f1'>2</xref>")
        == [
          "2:31 error K001 no entry has the key \"r9\"",
          "3:289 note K002 no document cites \"r2\"",
        ])
    #expect(
      article(
        "<xref rid=\"r2\" ref-type=\"bibr\">2</xref>, <xref ref-type=\"bibr\" rid=\"r1\">1</xref>")
        == [])
  }

  @Test(arguments: ["–", "-", "&#x2013;"])
  func aRangeOfReferencesCitesWhatIsBetween(dash: String) {
    let text =
      "<sup><xref ref-type=\"bibr\" rid=\"r1\">1</xref></sup>\(dash)<sup>"
      + "<xref ref-type=\"bibr\" rid=\"r3\">3</xref></sup>"
    #expect(article(text, references: ["r1", "r2", "r3"]) == [])
  }

  @Test func theKeysOfTwoArticlesAreTheirOwn() {
    let text = "<xref ref-type=\"bibr\" rid=\"r1\">1</xref>"
    let one = "<article><body><p>\(text)</p></body><back><ref-list><ref id=\"r1\"><mixed-citation>"
    let two = "</mixed-citation></ref></ref-list></back></article>\n"
    var options = CheckOptions()
    options.rules.select = ["K"]
    #expect(
      findings(
        in: ("a.xml", one + "Fell, Salt, 1974" + two), ("b.xml", one + "Vane, Carts, 1988" + two),
        options: options) == [])
  }

  @Test func tagsOfAnyBytesEnd() {
    let text = Array("<a b='c' d=e f><!-- <g> --><![CDATA[<h>]]><i j=\"k\"/>< l><m n='o".utf8)
    for start in text.indices {
      for end in start..<text.count { _ = Array(MarkupTags(Array(text[start...end]))) }
    }
    let tags = Array(MarkupTags(text))
    #expect(tags.map { $0.name.string } == ["a", "i", "m"])
    #expect(
      tags[0].attributes.map { "\($0.name.string)=\(text[$0.value].string)" } == ["b=c", "d=e"])
  }

  @Test func parentsAreNotUnused() {
    let refs = "@incollection{a, title = {A}, crossref = {b}}\n@collection{b, title = {B}}\n"
    var options = CheckOptions()
    options.rules.select = ["K"]
    #expect(findings(in: ("a.md", "[@a]\n"), ("b.bib", refs), options: options) == [])
  }

  @Test(arguments: ["markdown", "typst", "org", "latex", "asciidoc", "rst", "html", "jats"])
  func keysOfAnyTextStandWhereTheySay(_ format: String) {
    let pieces = [
      "cite", ":cite:", "{cite}", "`", "``", "[[", "[cite:", "]]", "&", "@", "{", "}", "(", ")",
      "<", ">",
      "\\cite", "\\verb|", "\\begin{verbatim}", "\\end{verbatim}", "\n", "\n# ", "\n.. ", ",", ";",
      "a", "é",
      "/*", "*/", "#+begin_src\n", "label(", "\"", "%", ".. bibliography::\n", " ", "*", "@*",
      "\\bibitem{a}", "\\",
    ]
    var random = SeededRandom(seed: 5)
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let source = SourceFile(name: "a", bytes: Array(text.utf8))
      for use in CitedKeys(in: source, format: format).uses {
        let range = Int(use.range.start)..<Int(use.range.end)
        #expect(range.upperBound <= source.bytes.count && source.bytes[range].string == use.key)
      }
    }
  }
}
