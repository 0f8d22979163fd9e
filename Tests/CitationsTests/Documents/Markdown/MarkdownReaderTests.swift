import Testing

@testable import Citations

@Suite struct MarkdownReaderTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .markdown) }

  @Test func definitionsGoOnWhileIndented() {
    let outline = read("A.[^1]\n\n[^1]: First\nlazy line\n\n    second *part*\n\nBody.\n")
    #expect(outline.body == ["A.{1}", "Body."])
    #expect(outline.notes == ["1: First lazy line second part"])
    #expect(outline.words(.italic, inNote: 0) == ["part"])
  }

  @Test func labelsMeetWithoutRegardToCase() {
    let outline = read("A.[^Okri]\n\n[^okri]: See.\n")
    #expect(outline.body == ["A.{1}"])
    #expect(outline.document.markers.map(\.label) == ["Okri"])
    #expect(outline.document.markers.map(\.pairing) == [.link])
  }

  @Test func notesUsedTwiceUnusedAndMissing() {
    let outline = read(
      "A[^b] and B[^b] and C[^gone].\n\n[^a]: Never used.\n[^b]: Used.\n[^b]: Again.\n")
    #expect(outline.body == ["A{2} and B{2} and C{?gone}."])
    #expect(outline.notes == ["a: Never used.", "b: Used.", "b: Again."])
    #expect(outline.rules == [])
  }

  @Test func inlineNotesNestBracketsAndMarkers() {
    let outline = read(
      "A^[one [two](http://x.org/a_b) [three] and[^n] *four*] b.^[Last]\n\n[^n]: Inner.\n")
    #expect(outline.body == ["A{1} b.{3}"])
    #expect(outline.notes == ["1: one two [three] and four", "n: Inner.", "3: Last"])
    #expect(outline.links(inNote: 0) == ["two -> http://x.org/a_b"])
    #expect(outline.words(.italic, inNote: 0) == ["four"])
  }

  @Test func codeAndCommentsAreNotRead() {
    let outline = read(
      "A `[^1]` b <!-- [^1] --> c.\n\n```\n[^1]\n```\n\n    [^1]\n\n<!--\n[^1]\n-->\n\n[^1]: N.\n")
    #expect(outline.body == ["A [^1] b c.", "[^1]", "[^1]"])
    #expect(outline.document.markers.isEmpty)
    #expect(outline.notes == ["1: N."])
  }

  @Test func citationKeysAreRead() {
    let outline = read(
      "A^[see @mercer_1931, pp. 33-35; also -@okri:1978 and @hall [ch. 2].] "
        + "B^[Mail a@b.org, @x, {pp. iv, vi}, more.]\n")
    #expect(
      outline.cites(inNote: 0) == [
        "@mercer_1931, pp. 33-35 = mercer_1931 @ page 33-35", "-@okri:1978 = okri:1978",
        "@hall [ch. 2] = hall @ chapter 2",
      ])
    #expect(outline.cites(inNote: 1) == ["@x, {pp. iv, vi} = x @ page iv, vi"])
    #expect(
      outline.document.notes[0].text.string
        == "see @mercer_1931, pp. 33-35; also -@okri:1978 and @hall [ch. 2].")
  }

  @Test func bracketedCitationsKeepTheirProse() {
    let outline = read("A.[^1]\n\n[^1]: [see @key, p. 33; also @other, fig. 2 there]\n")
    #expect(
      outline.cites(inNote: 0) == [
        "@key, p. 33 = key @ page 33", "@other, fig. 2 = other @ figure 2",
      ])
  }

  @Test func multiMarkdownCitations() {
    let outline = read(
      "A.[p. 44][#m] B.[][#m] C.[Not cited][#x] D [#12].\n\n[#m]: Mercer.\n\n[#x]: Hall.\n")
    #expect(outline.body == ["A.{1} B.{1} C. D [#12]."])
    #expect(outline.document.markers.map(\.locator) == ["p. 44", nil])
    #expect(outline.notes == ["m: Mercer.", "x: Hall."])
  }

  @Test func superscriptsMeetTheListOfNotes() {
    let outline = read(
      "A.<sup>1</sup> m<sup>2</sup>\n\n## Notes\n\n1. One\n   goes on.\n\n   More.\n1. Two.\n\n## After\n\nEnd.\n"
    )
    #expect(outline.body == ["A.{1} m{2}", "After", "End."])
    #expect(outline.notes == ["1: One goes on. More.", "2: Two."])
    #expect(outline.document.markers.map(\.pairing) == [.number, .number])
  }

  @Test func superscriptsWithoutAListStayText() {
    let outline = read("An area of 3 m<sup>2</sup>.\n")
    #expect(outline.body == ["An area of 3 m2."])
    #expect(outline.document.blocks[0].text.styles.map(\.style) == [.superscript])
  }

  @Test func numbersThatDoNotMeetGoByOrder() {
    let outline = read("A.<sup>7</sup> B.<sup>8</sup>\n\n**Notes**\n\n1. One.\n2. Two.\n")
    #expect(outline.body == ["A.{1} B.{2}"])
    #expect(outline.document.markers.map(\.pairing) == [.order, .order])
  }

  @Test func emphasisFollowsCommonMark() {
    let outline = read(
      "x^[*a* **b** ***c*** snake_case_word _d_ 2 * 3 * 4 *foo**bar* \\*e\\* **f*g*h**]\n")
    #expect(
      outline.document.notes[0].text.string
        == "a b c snake_case_word d 2 * 3 * 4 foo**bar *e* fgh")
    #expect(Set(outline.words(.italic, inNote: 0)) == ["a", "c", "d", "foo**bar", "g"])
    #expect(Set(outline.words(.bold, inNote: 0)) == ["b", "c", "fgh"])
  }

  @Test func entitiesAddressesAndSpans() {
    let outline = read(
      "x^[A&nbsp;B &amp; C &#8220;q&#x201D; <https://a.org/_b_> and http://c.org/d_e_f). "
        + "[Sm]{.smallcaps} 2^nd^ H~2~O <i>it</i> ~~no~~]\n")
    #expect(
      outline.document.notes[0].text.string
        == "A\u{A0}B & C “q” https://a.org/_b_ and http://c.org/d_e_f). Sm 2nd H2O it no")
    #expect(outline.words(.smallCaps, inNote: 0) == ["Sm"])
    #expect(outline.words(.superscript, inNote: 0) == ["nd"])
    #expect(
      outline.links(inNote: 0)
        == ["https://a.org/_b_ -> https://a.org/_b_", "http://c.org/d_e_f -> http://c.org/d_e_f"])
  }

  @Test func scrivenerNotesAreTextWithoutADefinition() {
    let outline = read(
      "A.[^Ibid.] B.[^See *Mercer* [1931], 4.] C.[^two words]\n\n[^two words]: Def.\n")
    #expect(outline.body == ["A.{1} B.{2} C.{3}"])
    #expect(outline.notes == ["1: Ibid.", "2: See Mercer [1931], 4.", "two words: Def."])
  }

  @Test func frontMatterGivesTitleAndLanguage() {
    let outline = read("---\ntitle: \"The *Mill*\"\nlang: en-GB\n---\n\nText.\n")
    #expect(outline.document.title?.string == "The Mill")
    #expect(outline.document.language == "en-GB")
    #expect(outline.body == ["Text."])
  }

  @Test func blocksHaveTheirKinds() {
    let outline = read(
      "# T\n\nTwo\n---\n\n> quoted\n> on\n\n- a\n- b\n\n1931. was a year\n\n```x\nc\n```\n")
    #expect(outline.document.title?.string == "T")
    #expect(
      outline.document.blocks.map(\.kind)
        == [.heading(level: 2), .quote, .listItem, .listItem, .listItem, .code])
    #expect(outline.body[1] == "quoted on")
  }

  @Test func unclosedNotesAreReportedAndKept() {
    let outline = read("A^[one two.\n\nNext[^1].\n\n[^1]: N.\n")
    #expect(outline.rules == ["F005"])
    #expect(outline.body == ["A^[one two.", "Next{1}."])
  }

  @Test func notesInQuotationsAndWindowsLines() {
    let outline = read("> A.[^1]\r\n>\r\n> [^1]: One\r\n>     two.\r\n\r\nB.\r\n")
    #expect(outline.body == ["A.{1}", "B."])
    #expect(outline.notes == ["1: One two."])
  }

  @Test func quotationsInNotesLoseTheirSigns() {
    #expect(read("A[^1].\n\n[^1]: N:\n\n    > quoted\n    > on\n").notes == ["1: N: quoted on"])
  }

  @Test func sectionsOfDefinitionsLeaveNoHeading() {
    #expect(read("A[^1].\n\n# Notes\n\n[^1]: N.\n").body == ["A{1}."])
  }

  @Test func neverBreaks() {
    let text = """
      ---
      title: T
      ---
      A.[^1] B^[x [y](z) *e* @k, p. 3] [p. 4][#m] <sup>1</sup> `c` <!-- c --> &amp; [^Full text.]

      > q[^a]

      [^1]: One

          two
      [#m]: M
      [l]: http://x.org

      ## Notes

      1. N
      """
    #expect(DocumentOutline.fuzz(text, .markdown).isEmpty)
    #expect(DocumentOutline.fuzz(text, .djot).isEmpty)
  }
}
