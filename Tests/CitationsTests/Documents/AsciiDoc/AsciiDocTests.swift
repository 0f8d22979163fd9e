import Testing

@testable import Citations

@Suite struct AsciiDocTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .asciidoc) }

  @Test func notesByIdAreUsedAgain() {
    let outline = read(
      "A.footnote:m[Mercer.] B.footnote:[Other.] C.footnote:m[] D.footnoteref:[o,Okri, 3.] "
        + "E.footnoteref:[o] F.footnote:gone[]\n")
    #expect(outline.body == ["A.{1} B.{2} C.{1} D.{3} E.{3} F.{?gone}"])
    #expect(outline.notes == ["1: Mercer.", "2: Other.", "3: Okri, 3."])
  }

  @Test func bracketsNestAndAreEscaped() {
    let outline = read(
      "A.footnote:[See [sic\\] and https://x.org/a[The _Mill_], link:b.html[b\\] c] [x].] B.footnote:[a [b c]\n"
    )
    #expect(outline.body == ["A.{1} B.{2}"])
    #expect(outline.notes == ["1: See [sic] and The Mill, b] c [x].", "2: a [b c"])
    #expect(outline.links(inNote: 0) == ["The Mill -> https://x.org/a", "b] c -> b.html"])
    #expect(outline.words(.italic, inNote: 0) == ["Mill"])
  }

  @Test func emphasisNeedsWordBoundaries() {
    let outline = read("A.footnote:[_it_ *b* snake_case_x un__it__ed 2 * 3 `c` \"`q`\" {nbsp}x]\n")
    #expect(outline.notes == ["1: it b snake_case_x united 2 * 3 c “q” \u{A0}x"])
    #expect(outline.words(.italic, inNote: 0) == ["it", "it"])
  }

  @Test func headersCommentsAndListings() {
    let outline = read(
      "= The _Mill_\nA. Author\n:lang: de\n\n// footnote:[no]\n== One\n\n----\nfootnote:[no]\n----\n\n"
        + "////\nfootnote:[no]\n////\n\n* item\n\n[quote]\n____\nQ.footnote:[yes]\n____\n")
    #expect(outline.document.title?.string == "The Mill")
    #expect(outline.document.language == "de")
    #expect(outline.notes == ["1: yes"])
    #expect(
      outline.document.blocks.map(\.kind)
        == [.paragraph, .heading(level: 1), .code, .listItem, .quote])
  }

  @Test func unclosedNotesAreReportedAndKept() {
    let outline = read("A.footnote:[one two.\n\nB.footnote:[x]\n")
    #expect(outline.rules == ["F005"])
    #expect(outline.body == ["A.footnote:[one two.", "B.{1}"])
  }

  @Test func neverBreaks() {
    let text = """
      = T
      :lang: de

      A.footnote:a[x [y] https://a.b[c] _i_ *b* \\] {nbsp}] footnoteref:[b,t] footnote:a[] <<i,j>> "`q`" +p+

      ----
      c
      ----
      """
    #expect(DocumentOutline.fuzz(text, .asciidoc).isEmpty)
  }
}
