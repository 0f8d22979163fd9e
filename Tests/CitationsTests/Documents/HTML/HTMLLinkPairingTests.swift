import Testing

@testable import Citations

@Suite struct HTMLLinkPairingTests {
  @Test func gutenbergNotesBetweenParagraphs() {
    let document = readHTML(
      """
      <p>The weir fell.<a id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a> It rose again.</p>
      <div class="footnote"><p><a id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a>
      Jo Pell, <i>Weirs</i>, 9.</p></div>
      <p>Nobody paid.<a id="FNanchor_2_2"></a><a href="#Footnote_2_2" class="fnanchor">[2]</a></p>
      <div class="footnote"><p><a id="Footnote_2_2"></a><a href="#FNanchor_2_2"><span class="label">[2]</span></a>
      Pell, 10.</p><p>And more.</p></div><p>The end.</p>
      """)
    #expect(notes(document) == ["1: Jo Pell, Weirs, 9.", "2: Pell, 10. And more."])
    #expect(body(document) == ["The weir fell.{1=1l} It rose again.", "Nobody paid.{2=2l}"])
    #expect(document.trailing.map(\.text.string) == ["The end."])
  }

  @Test func oneNoteManyReferences() {
    let document = readHTML(
      """
      <p>A.<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup> B.<sup id="fnref1:1"><a href="#fn:1">1</a></sup>
      C.<sup id="fnref:2"><a href="#fn:2">2</a></sup></p>
      <div class="footnotes"><hr><ol><li id="fn:1"><p>Ames, <em>Rope</em>.&#160;<a href="#fnref:1" rev="footnote">&#8617;</a>
      <a href="#fnref1:1" rev="footnote">&#8617;2</a></p></li><li id="fn:2"><p>First.</p><p>Second.
      <a href="#fnref:2">&#8617;</a></p></li></ol></div>
      """)
    #expect(notes(document) == ["1: Ames, Rope.", "2: First. Second."])
    #expect(body(document) == ["A.{1=1l} B.{1=1l} C.{2=2l}"])
  }

  @Test func wikipediaGroups() {
    let document = readHTML(
      """
      <p>One<sup id="cite_ref-a" class="reference"><a href="#cite_note-a">[a]</a></sup>
      two<sup id="cite_ref-x_1-0" class="reference"><a href="#cite_note-x-1">[1]</a></sup>
      three<sup id="cite_ref-x_1-1" class="reference"><a href="#cite_note-x-1">[1]</a></sup>
      four<sup id="cite_ref-n" class="reference"><a href="#cite_note-n">[note 1]</a></sup></p>
      <h2>Notes</h2><ol class="references"><li id="cite_note-a"><span class="mw-cite-backlink"><b><a href="#cite_ref-a">^</a></b></span>
      <span class="reference-text">Disputed by some.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></span></li></ol>
      <ol class="references"><li id="cite_note-n"><b><a href="#cite_ref-n">^</a></b> <span>Also spelt Weare.</span></li></ol>
      <h2>References</h2><ol class="references"><li id="cite_note-x-1"><span class="mw-cite-backlink">^
      <a href="#cite_ref-x_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-x_1-1"><sup><i><b>b</b></i></sup></a></span>
      <span class="reference-text">Hale, <i>Lime</i>, 4.</span></li><li id="cite_note-2"><a href="#cite_ref-2">Jump up</a> Orde 1988.</li></ol>
      """)
    #expect(
      notes(document) == [
        "letter/a: Disputed by some.", "group/note 1: Also spelt Weare.", "1: Hale, Lime, 4.",
        "2: Orde 1988.",
      ])
    #expect(body(document).first == "One{a=al} two{1=1l} three{1=1l} four{note 1=note 1l}")
    #expect(document.markers.map(\.note) == [0, 2, 2, 1, 3])
  }

  @Test func theTextBeforeTheNotesMayComeLast() {
    let document = readHTML(
      """
      <div><aside id="n1" role="note"><a href="#m1">1</a> Ede, <i>Silt</i>.</aside></div>
      <p>It silted.<a id="m1" href="#n1"><sup>1</sup></a> Then not.</p>
      """)
    #expect(notes(document) == ["1: Ede, Silt."])
    #expect(document.markers.map(\.note) == [0])
  }

  @Test func seriesThatBeginAgain() {
    func card(_ text: String, _ note: String) -> String {
      """
      <div><p>\(text)<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>
      <section class="footnotes"><ol><li id="fn1"><p>\(note) <a href="#fnref1">↩︎</a></p></li></ol></section></div>
      """
    }
    let document = readHTML(card("Text.", "X.") + card("Word.", "Y."))
    #expect(notes(document) == ["1: X.", "note-2/1: Y."])
    #expect(body(document) == ["Text.{1=1l}", "Word.{1=1l}"])
    #expect(document.markers.map(\.note) == [0, 1])
  }

  @Test func footnotesAndEndnotesOfWord() {
    let document = readHTML(
      """
      <p class=MsoNormal>One.<a style='mso-footnote-id:ftn1' href="//8F0C-11#_ftn1" name="_ftnref1"><span
      class=MsoFootnoteReference>[1]</span></a> Two.<a href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[i]</span></a></p>
      <div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>
      <p class=MsoFootnoteText><a href="//8F0C-11#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Foot.</p>
      <p class=MsoFootnoteText>Goes on.</p></div></div>
      <div style='mso-element:endnote-list'><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a
      href="#_ednref1" name="_edn1"><span class=MsoEndnoteReference>[i]</span></a> End.</p></div></div>
      """)
    #expect(notes(document) == ["1: Foot. Goes on.", "endnote/i: End."])
    #expect(body(document) == ["One.{1=1l} Two.{i=il}"])
  }

  @Test func commentsOfGoogleDocsAreNoNotes() {
    let document = readHTML(
      """
      <p>One.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> Two<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> three.</p>
      <hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See <a
      href="https://www.google.com/url?q=https://fell.example/a%3Fb%3D1&amp;sa=D&amp;ust=1">the page</a>.</span></p></div>
      <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>please check</span></p></div>
      """)
    #expect(notes(document) == ["1: See the page."])
    #expect(document.notes.first?.text.links.map(\.target) == ["https://fell.example/a?b=1"])
    #expect(body(document) == ["One.{1=1l} Two three."])
    #expect(document.trailing.map(\.reason) == ["comments"])
    #expect(document.trailing.map(\.text.string) == ["please check"])
  }

  @Test func gitHubPrefixesAndAbsoluteAddresses() {
    let document = readHTML(
      """
      <p>One<sup><a href="https://x.example/post#fn-a%20b" id="user-content-fnref-1" data-footnote-ref
      aria-describedby="footnote-label">1</a></sup>.</p><section data-footnotes class="footnotes"><h2 id="footnote-label"
      class="sr-only">Footnotes</h2><ol><li id="user-content-fn-a b"><p>Only note. <a href="#user-content-fnref-1"
      data-footnote-backref aria-label="Back to reference 1">↩</a></p></li></ol></section>
      """)
    #expect(notes(document) == ["1: Only note."])
    #expect(body(document) == ["One{1=1l}.", "Footnotes"])
  }

  @Test func definitionListsAndTables() {
    let list = readHTML(
      """
      <p>Up.<a href="#n1" id="r1"><sup>*</sup></a> Down.<a href="#n2" id="r2"><sup>†</sup></a></p>
      <dl><dt id="n1"><a href="#r1">*</a></dt><dd>Star.</dd><dt id="n2"><a href="#r2">†</a></dt><dd>Dagger.</dd><dd>More.</dd></dl>
      """)
    #expect(notes(list) == ["symbol/*: Star.", "symbol/†: Dagger. More."])
    let table = readHTML(
      """
      <p>Up.<sup><a href="#n1">1</a></sup> Down.<sup><a href="#n2">2</a></sup></p>
      <table><tr><td id="n1">1.</td><td>First.</td></tr><tr><td id="n2">2.</td><td>Next.</td></tr></table>
      """)
    #expect(notes(table) == ["1: First.", "2: Next."])
  }

  @Test func labelAloneInItsParagraph() {
    let document = readHTML(
      """
      <p>Up.<a href="#n1"><sup>1</sup></a> Down.<a href="#n2"><sup>2</sup></a></p>
      <div><p id="n1">1</p><p>First.</p></div><div><p id="n2">2</p><p>Next.</p></div>
      """)
    #expect(notes(document) == ["1: First.", "2: Next."])
  }

  @Test func paragraphsBetweenNotes() {
    let document = readHTML(
      """
      <p>A<a href="#n1"><sup>1</sup></a> b<a href="#n2"><sup>2</sup></a> clay<sup>3</sup> d<a href="#n4"><sup>4</sup></a></p><hr>
      <p><a name="n1">1.</a> One.</p><p>One goes on.</p><p><a name="n2">2.</a> Two.</p><p>3. Three.</p><p><a name="n4">4.</a> Four.</p>
      <p>Copyright.</p>
      """)
    #expect(notes(document) == ["1: One. One goes on.", "2: Two.", "3: Three.", "4: Four."])
    #expect(body(document) == ["A{1=1l} b{2=2l} clay{3=3n} d{4=4l}"])
    #expect(document.trailing.map(\.text.string) == ["Copyright."])
  }

  @Test func listItemWithoutMarkerIsANote() {
    let document = readHTML(
      """
      <p>A<sup><a href="#f1">1</a></sup> b<sup><a href="#f3">3</a></sup> c<sup><a href="#f9">9</a></sup></p>
      <ol><li id="f1">One.</li><li>Two.</li><li id="f3">Three.</li></ol>
      """)
    #expect(notes(document) == ["1: One.", "2: Two.", "3: Three."])
    #expect(document.markers.map(\.note) == [0, 2, nil])
    #expect(body(document) == ["A{1=1l} b{3=3l} c{9=?}"])
  }

  @Test func severalMarkersSideBySide() {
    let document = readHTML(
      """
      <p>A.<sup><a href="#f1">1</a>,<a href="#f2">2</a></sup> B [<a href="#f3">3</a>], c [<a href="#f1">1</a>].</p>
      <ol><li id="f1">One.</li><li id="f2">Two.</li><li id="f3">Three.</li></ol>
      """)
    #expect(body(document) == ["A.{1=1l}{2=2l} B{3=3l}, c{1=1l}."])
  }

  @Test func scriptsAndAttributesPointToo() {
    let document = readHTML(
      """
      <p>A.<a role="button" onclick="moveTo('ref_1');"><sup>[1]</sup></a><span role="tooltip" class="footnote_tooltip">Long note one, p. 3.
      </span> B.<button popovertarget="pop2">2</button></p>
      <table><tr><th id="ref_1"><a>↑1</a></th><td>Long note one, p. 3.</td></tr></table>
      <div id="pop2" popover>Popped.</div>
      """)
    #expect(notes(document) == ["1: Long note one, p. 3.", "2: Popped."])
    #expect(body(document) == ["A.{1=1l} B.{2=2l}"])
  }
}
