import Testing

@testable import Citations

@Suite struct RSTTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .rst) }

  @Test func numbersAreGivenAsDocutilsDoes() {
    let outline = read(
      """
      A [#]_ B [2]_ C [#okri]_ D [#]_ E [*]_ F [#okri]_ G [*]_

      .. [#] First.
      .. [2] Manual.
      .. [#okri] Labelled.
      .. [#] Second.
      .. [*] Star.
      .. [*] Dagger.
      """)
    #expect(outline.body == ["A{1} B{2} C{3} D{4} E{5} F{3} G{6}"])
    #expect(
      outline.notes == [
        "1: First.", "2: Manual.", "3: Labelled.", "4: Second.", "symbol *: Star.",
        "symbol †: Dagger.",
      ])
  }

  @Test func definitionsGoOnWhileIndented() {
    let outline = read("A [1]_.\n\n.. [1] One\n   two\n\n   *three*.\n\nB.\n")
    #expect(outline.notes == ["1: One two three."])
    #expect(outline.words(.italic, inNote: 0) == ["three"])
    #expect(outline.body == ["A{1}.", "B."])
  }

  @Test func citationsAreASeriesOfTheirOwn() {
    let outline = read("A [Mercer1931]_.\n\n.. [Mercer1931] Ada Mercer.\n")
    #expect(outline.notes == ["citation Mercer1931: Ada Mercer."])
    #expect(outline.body == ["A{1}."])
  }

  @Test func inlineMarkup() {
    let outline = read(
      """
      A [1]_.

      .. [1] *it* **b** ``c*d*`` `words <http://x.org>`_ :sup:`2` Python_ |m| 2 * 3 \\*x\\* re\\ ``a``
      .. _Python: http://p.org
      .. |m| replace:: Mill
      """)
    #expect(outline.notes == ["1: it b c*d* words 2 Python Mill 2 * 3 *x* rea"])
    #expect(outline.words(.code, inNote: 0) == ["c*d*", "a"])
    #expect(outline.links(inNote: 0) == ["words -> http://x.org", "Python -> http://p.org"])
  }

  @Test func blocksCommentsAndLiterals() {
    let outline = read(
      """
      Title
      =====

      :lang: fr

      One
      ---

      Text::

        [1]_ literal

      .. a comment
         [1]_

      .. code:: x

         [1]_

      - item [1]_

        Quoted.

      .. [1] N.
      """)
    #expect(outline.document.title?.string == "Title")
    #expect(outline.document.language == "fr")
    #expect(outline.document.markers.count == 1)
    #expect(outline.body == ["One", "Text:", "[1]_ literal", "[1]_", "item{1}", "Quoted."])
  }

  @Test func rubricsOfNotesLeaveNothing() {
    #expect(read("A.\\ [1]_\n\n.. rubric:: Footnotes\n\n.. [1] N.\n").body == ["A.{1}"])
  }

  @Test func missingDefinitionsLeaveTheMarkerAlone() {
    #expect(read("A [3]_ and [#]_ b[0].\n").body == ["A{?3} and{?#} b[0]."])
  }

  @Test func neverBreaks() {
    let text = """
      T
      =

      A [1]_ [#]_ [#a]_ [*]_ [C]_ *i* ``c`` `l <u>`_ :r:`x` |s| n_::

        lit

      .. [1] x
         y
      .. [#] z
      .. _n: u
      .. |s| replace:: v
      """
    #expect(DocumentOutline.fuzz(text, .rst).isEmpty)
  }
}
