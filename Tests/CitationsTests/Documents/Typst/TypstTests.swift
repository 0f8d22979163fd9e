import Testing

@testable import Citations

@Suite struct TypstTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .typst) }

  @Test func notesAndTheirLabels() {
    let outline = read(
      "A.#footnote[One _it_ [x] #emph[e].] <m> B.#footnote(<m>) C.#footnote(numbering: \"*\")[Two.] "
        + "D@m E.#footnote(\"Three.\")\n")
    #expect(outline.body == ["A.{1} B.{1} C.{2} D{1} E.{3}"])
    #expect(outline.notes == ["1: One it [x] e.", "2: Two.", "3: Three."])
    #expect(outline.words(.italic, inNote: 0) == ["it", "e"])
  }

  @Test func notesMayHoldParagraphs() {
    let outline = read("A.#footnote[\n  One.\n\n  Two #footnote[inner].\n]\n\nB.\n")
    #expect(outline.body == ["A.{1}", "B."])
    #expect(outline.notes == ["1: One. Two .", "2: inner"])
  }

  @Test func citationsAreData() {
    let outline = read(
      "A.#footnote[See #cite(<key>, supplement: [p. 7]), @other[ch. 2] and @third.] = x <lab> @lab\n"
    )
    #expect(
      outline.cites(inNote: 0) == [
        "#cite(<key>, supplement: [p. 7]) = key @ page 7", "@other[ch. 2] = other @ chapter 2",
        "@third = third",
      ])
  }

  @Test func codeLeavesNothing() {
    let outline = read(
      """
      #set document(title: "The Mill", author: ("A",))
      #set text(lang: "de")
      #let f(x) = [#footnote[no]]
      // #footnote[no]
      = Head
      Text /* #footnote[no] */ `#footnote[no]` https://x.org/a_b_c \\#x #link("http://y.org")[why] #h(1em)end.
      #figure(image("a.png"), caption: [Cap.#footnote[yes]])
      - item
      """)
    #expect(outline.document.title?.string == "The Mill")
    #expect(outline.document.language == "de")
    #expect(outline.notes == ["1: yes"])
    #expect(
      outline.body
        == ["Head", "Text #footnote[no] https://x.org/a_b_c #x why end. Cap.{1}", "item"])
  }

  @Test func signsAreWhatTypstPrints() {
    #expect(
      read("a--b --- c~d 2 * 3 snake_case_x *b* \\u{41}\n").body == [
        "a–b — c\u{A0}d 2 * 3 snake_case_x b A"
      ])
  }

  @Test func unclosedNotesAreReportedAndKept() {
    let outline = read("A.#footnote[one two.\n\nB.#footnote[x]\n")
    #expect(outline.rules == ["F005"])
    #expect(outline.body == ["A.#footnote[one two.", "B.{1}"])
  }

  @Test func neverBreaks() {
    let text = """
      #set text(lang: "de")
      = H
      A.#footnote[x [y] _i_ #cite(<k>, supplement: [p. 3]) @l[p]] <m> #footnote(<m>) `r` /* c */
      #figure(f("a"), caption: [C #emph("x")]) #if a [b] else [c] #{ 1 } $x$ \\u{41}
      """
    #expect(DocumentOutline.fuzz(text, .typst).isEmpty)
  }
}
