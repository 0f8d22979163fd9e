import Testing

@testable import Citations

@Suite struct OrgTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .org) }

  @Test func threeKindsOfNotes() {
    let outline = read(
      "A[fn:1] B[fn::anon [x] /it/] C[fn:okri:inline] D[fn:okri]\n\n[fn:1] One\ntwo.\n\n  Three.\n\n\nBody.\n"
    )
    #expect(outline.body == ["A{1} B{2} C{3} D{3}", "Body."])
    #expect(outline.notes == ["1: One two. Three.", "2: anon [x] it", "okri: inline"])
    #expect(outline.words(.italic, inNote: 1) == ["it"])
  }

  @Test func citationsAreData() {
    let outline = read("A[fn::[cite:@key p. 4]] B[fn::[cite/t:see @a p. 3;also @b-c]]\n")
    #expect(outline.cites(inNote: 0) == ["@key p. 4 = key @ page 4"])
    #expect(outline.cites(inNote: 1) == ["@a p. 3 = a @ page 3", "@b-c = b-c"])
    #expect(outline.document.notes[1].text.string == "[cite/t:see @a p. 3;also @b-c]")
  }

  @Test func keywordsBlocksAndDrawers() {
    let outline = read(
      "#+title: The Mill\n#+LANGUAGE: de\n# no [fn:1]\n* One\n:PROPERTIES:\n:ID: x\n:END:\nText.\n"
        + "#+begin_src c\n[fn:1]\n#+end_src\n#+begin_quote\nQ.\n#+end_quote\n- item\n* Footnotes\n[fn:1] N.\n"
    )
    #expect(outline.document.title?.string == "The Mill")
    #expect(outline.document.language == "de")
    #expect(outline.body == ["One", "Text.", "[fn:1]", "Q.", "item"])
    #expect(
      outline.document.blocks.map(\.kind)
        == [.heading(level: 1), .paragraph, .code, .quote, .listItem])
    #expect(outline.notes == ["1: N."])
  }

  @Test func inlineMarkup() {
    let outline = read(
      "A[fn::/it/ *b* _u_ +s+ =c/d/= and/or 1931/32 [[http://x.org][The /Mill/]] [[http://y.org]] https://z.org/a/b]\n"
    )
    #expect(
      outline.notes
        == ["1: it b u s c/d/ and/or 1931/32 The Mill http://y.org https://z.org/a/b"])
    #expect(outline.words(.italic, inNote: 0).sorted() == ["Mill", "it"])
    #expect(
      outline.links(inNote: 0) == [
        "The Mill -> http://x.org", "http://y.org -> http://y.org",
        "https://z.org/a/b -> https://z.org/a/b",
      ])
  }

  @Test func unclosedNotesAreReportedAndKept() {
    let outline = read("A[fn:x:one two\n\nB[fn:1]\n\n[fn:1] N.\n")
    #expect(outline.rules == ["F005"])
    #expect(outline.body == ["A[fn:x:one two", "B{1}"])
  }

  @Test func neverBreaks() {
    let text = """
      #+title: T
      * H
      A[fn:1] [fn::x [[u][v]] /i/ =c=] [cite/t:p @k p. 3;@l] <<t>> ^{2}
      #+begin_src
      c
      #+end_src
      [fn:1] N

      two
      """
    #expect(DocumentOutline.fuzz(text, .org).isEmpty)
  }
}
