import Testing

@testable import Citations

/// Faults in formats of which no file is planted, and what follows from one fault only.
@Suite struct FormatFaultTests {
  private func rules(_ text: String, _ name: String, as input: CheckInput? = nil) -> [String] {
    var run = CheckRun()
    run.add(Array(text.utf8), name: name, as: input)
    return run.finish().flatMap { file in
      file.findings.map { finding in
        let place = file.source.position(at: Int(finding.range?.start ?? 0))
        return "\(place.line) \(finding.rule.id)"
      }
    }
  }

  private func pubMed(_ lines: String) -> String {
    """
    PMID- 20000017
    TI  - Peat and its cutters.
    FAU - Reed, Ida
    AU  - Reed I
    JT  - Water letters
    VI  - 4
    PG  - 12-19
    \(lines)
    PT  - Journal Article

    """
  }

  @Test func aYearOfPubMedHasDigitsOnly() {
    #expect(rules(pubMed("DP  - 2O09 May"), "a.nbib") == ["8 S004"])
  }

  @Test func aDOIOfPubMedIsMarkedWhereItStands() {
    let lines = "DP  - 2009\nLID - 115555/wl.9 [doi]\nAID - 10.5555/wl.9 [doi]"
    #expect(rules(pubMed(lines), "a.nbib") == ["9 I001"])
  }

  @Test func aNameOfPubMedIsMendedInBothItsLines() throws {
    let text = pubMed("DP  - 2009").replacing("Reed", with: "REED")
    let fixed = try #require(
      CheckRun().fix(
        Array(text.utf8), name: "a.nbib", includingSuggested: true))
    #expect(fixed.bytes.text == pubMed("DP  - 2009"))
  }

  private func jats(_ elements: String) -> String {
    """
    <article><back><ref-list><ref id="r1"><element-citation publication-type="journal">
    <person-group person-group-type="author"><name><surname>Reed</surname><given-names>Ida</given-names></name></person-group>
    <article-title>Peat</article-title><source>Water Letters</source><volume>4</volume>
    \(elements)
    </element-citation></ref></ref-list></back></article>
    """
  }

  @Test(arguments: [
    ("<year>2009</year><fpage>12</fpage><lpage>19</lpage>", []),
    (
      "<year>2009</year><fpage>12</fpage><lpage>19</lpage><elocation-id>e7</elocation-id>",
      ["4 S033"]
    ),
    ("<month>14</month><year>2009</year><fpage>12</fpage><lpage>19</lpage>", ["4 S009"]),
    ("<year>20O9</year><fpage>12</fpage><lpage>19</lpage>", ["1 S004"]),
    ("<year>2009</year><elocation-id>e7</elocation-id>", []),
    (
      "<year>2009</year><fpage>12</fpage><pub-id pub-id-type=\"doi\">https://doi.org/10.5555/wl.9</pub-id>",
      ["4 I002"]
    ),
  ])
  func citationsOfJATS(_ elements: String, _ expected: [String]) {
    #expect(rules(jats(elements), "a.xml") == expected)
  }

  private func endNote(_ elements: String) -> String {
    """
    <xml><records><record><ref-type name="Journal Article">17</ref-type>
    <contributors><authors><author>Reed, Ida</author></authors></contributors>
    <titles><title>Peat</title><secondary-title>Water Letters</secondary-title></titles>
    \(elements)
    <volume>4</volume><dates><year>2009</year></dates></record></records></xml>
    """
  }

  @Test(arguments: [
    ("<pages>206-91</pages>", []), ("<pages>103-97</pages>", ["4 S030"]),
    (
      "<electronic-resource-num><style face=\"normal\">doi:10.5555/wl.9</style></electronic-resource-num>",
      ["4 I002"]
    ),
    ("<electronic-resource-num>10.5555/wl.9</electronic-resource-num>", []),
  ])
  func recordsOfEndNote(_ elements: String, _ expected: [String]) {
    #expect(rules(endNote(elements), "a.xml") == expected)
  }

  /// A tag that is lost is told once, and not what the record lacks for it.
  @Test func xmlThatIsNotWellFormedIsToldOnce() {
    let text = endNote("<pages>12-19</pages>").replacing("</secondary-title>", with: "")
    #expect(rules(text, "a.xml") == ["3 F045"])
  }

  @Test func aKeyThatStandsTwiceIsToldOnce() {
    let entry =
      "reed:\n  type: book\n  title: Peat\n  author: Reed, Ida\n  date: 2009\n  publisher: A\n"
    #expect(rules(entry + entry, "a.yml") == ["7 F044"])
  }

  @Test func aTypeOfHayagrivaIsOneOfItsOwn() {
    let entry =
      "reed:\n  type: boook\n  title: Peat\n  author: Reed, Ida\n  date: 2009\n  publisher: A\n"
    #expect(rules(entry, "a.yml", as: .bibliography(.hayagriva)) == ["2 F023"])
  }

  @Test func aCitationFileIsOneWithoutItsVersion() {
    let text =
      "message: Cite it.\ntitle: Sluice\nauthors:\n- family-names: Reed\n  given-names: Ida\n"
    #expect(rules(text, "CITATION.cff") == ["1 F049"])
  }

  @Test func aLostQuotationMarkIsToldOnce() {
    let text =
      "@book{a, author={Reed, Ida}, title=\"Peat},\n publisher={A}, address={L}, year=2009}\n"
    #expect(rules(text, "a.bib") == ["1 B002"])
  }

  @Test func aCycleIsToldOnce() {
    let text = """
      @inbook{a, author={Reed, Ida}, title={Peat}, booktitle={Fuel}, year=2009, publisher={A}, pages={1--9}, crossref={b}}
      @book{b, author={Reed, Ida}, title={Fuel}, year=2009, publisher={A}, address={L}, crossref={a}}

      """
    #expect(rules(text, "a.bib").filter { $0.hasSuffix("B128") } == [])
    #expect(rules(text, "a.bib").contains { $0.hasSuffix("B103") })
  }

  /// What others inherit is told where it stands.
  @Test func whatIsInheritedIsToldOnce() {
    let text = """
      @mvcollection{a, editor={Fen, Jo}, title={Peat <b>North</b>}, publisher={A}, location={L}, date={2001}}
      @incollection{b, author={Reed, Ida}, title={Turf}, crossref={a}, pages={1--9}}
      @incollection{c, author={Reed, Ida}, title={Coal}, crossref={a}, pages={10--19}}

      """
    #expect(rules(text, "a.bib").filter { $0.hasSuffix("B136") } == ["1 B136"])
  }

  /// Databases write lines of their own, pairs of braces and early dates of access.
  @Test(arguments: [
    (
      "Provider: Reed\nDatabase: Reed\n\nTY  - JOUR\nAU  - Reed, Ida\nTI  - Peat\nT2  - Fuel\nPY  - 2009\nVL  - 4\nSP  - 1\nER  - \n",
      "a.ris"
    ),
    (
      "@article{a, author={Reed, Ida}, title={Peat}, journal={Fuel}, year=2009, volume=4, pages={1--9}, doi={{10.5555/fuel.9}}}\n",
      "a.bib"
    ),
    (
      "@article{a, author={Reed, Ida}, title={Peat}, journal={Fuel}, year=2009, volume=4, pages={1-9}}\n",
      "a.bib"
    ),
    (
      "@article{a, author={Reed, Ida}, title={Peat}, journaltitle={Fuel}, date={2009-03}, volume=4, pages={1--9}, doi={10.5555/fuel.9}, url={https://fuel.example.org/9}, urldate={2008-11-30}}\n",
      "a.bib"
    ),
    (
      "@book{a, author={Reed, Ida}, title={Songs}, publisher={Alder}, location={Leeds}, date={2009}, ismn={979-0-2600-0043-8}}\n",
      "a.bib"
    ),
  ])
  func whatDatabasesWriteIsNoFault(_ text: String, _ name: String) {
    #expect(rules(text, name) == [])
  }

  /// A range, a name or a number is mended as a whole or not at all.
  @Test(arguments: [
    ("pages = {338--5}", "pages = {338--5}"), ("pages = {338--51}", "pages = {338--351}"),
    ("author = {REED, IDA}", "author = {REED, IDA}"),
    ("author = {REED, IDA MARGARET}", "author = {REED, IDA MARGARET}"),
    ("author = {MARGARET REED}", "author = {Margaret Reed}"),
    ("author = {REED, M. I.}", "author = {Reed, M. I.}"),
    ("isbn = {978-0-360-40615-7}", "isbn = {978-0-360-40615-7}"),
    ("url = {https://a.example.org/\\~{}reed}", "url = {https://a.example.org/~reed}"),
    ("ismn = {979-0-2600-0043-8}", "ismn = {979-0-2600-0043-8}"),
    ("urldate = {3 May 2011}", "urldate = {2011-05-03}"),
  ])
  func fixes(_ field: String, _ expected: String) throws {
    func entry(_ field: String) -> String {
      "@online{a, title = {Peat}, date = {2009}, \(field)}\n"
    }
    let fixed = CheckRun().fix(
      Array(entry(field).utf8), name: "a.bib", includingSuggested: true)
    #expect(fixed?.bytes.text == entry(expected))
  }
}
