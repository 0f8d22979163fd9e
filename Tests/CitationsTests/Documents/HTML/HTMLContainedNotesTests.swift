import Testing

@testable import Citations

@Suite struct HTMLContainedNotesTests {
  @Test func laTeXML() {
    let document = readHTML(
      """
      <p>It fell<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span
      class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span
      class="ltx_tag ltx_tag_note">1</span>See Roe, <em>Sluices</em>.</span></span></span> and rose.</p>
      """)
    #expect(notes(document) == ["1: See Roe, Sluices."])
    #expect(body(document) == ["It fell{1=1l} and rose."])
  }

  @Test func sidenotesAndMarginNotes() {
    let document = readHTML(
      """
      <p>A.<label for="s1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="s1"/><span class="sidenote">One.</span>
      B.<label for="m1" class="margin-toggle">&#8853;</label><input type="checkbox" id="m1"/><span class="marginnote">Aside.</span>
      C.<label for="s2"></label><input type="checkbox" id="s2"/><span class="sidenote">Two.</span></p>
      """)
    #expect(notes(document) == ["1: One.", "margin/1: Aside.", "2: Two."])
    #expect(body(document) == ["A.{1=1l} B.{1=1l} C.{2=2l}"])
  }

  @Test func formsAreNoNotes() {
    let document = readHTML(
      "<p><label for=a>Name</label><input type=text id=a> <span>required</span></p>")
    #expect(document.notes.isEmpty)
    #expect(body(document) == ["Name required"])
  }

  @Test func signThenNoteInTheSentence() {
    let document = readHTML(
      """
      <p>A<sup>1</sup><small class="side-note">Hugo keeps it here.</small> b <details><summary>[2]</summary>Opened.</details> c
      <span class="footnote">A note without any number.</span> d.</p>
      """)
    #expect(
      notes(document) == ["1: Hugo keeps it here.", "2: Opened.", "3: A note without any number."])
    #expect(body(document) == ["A{1=1l} b{2=2l} c{3=3l} d."])
  }

  @Test func notesInAttributes() {
    let document = readHTML(
      """
      <p>A<sup title="See Lund, Reeds, 12.">1</sup> b<sup><a href="javascript:void(0)" data-content="&lt;p&gt;Ash &amp;amp; &lt;i&gt;Elm&lt;/i&gt;, 3.&lt;/p&gt;">2</a></sup> c.</p>
      """)
    #expect(notes(document) == ["1: See Lund, Reeds, 12.", "2: Ash & Elm, 3."])
    #expect(body(document) == ["A{1=1l} b{2=2l} c."])
    let start = document.notes[0].text.sourceOffset(of: 0)
    #expect(document.source.bytes[start...].starts(with: "See Lund"))
  }

  @Test func hovercardRepeatsANote() {
    let document = readHTML(
      """
      <p>A.<sup><a href="#fn1" id="r1">1</a></sup><span class="footnote-tooltip" role="tooltip">Quill, <i>Ink</i>, 2.</span> B.</p>
      <ol><li id="fn1">Quill, <i>Ink</i>, 2. <a href="#r1">↩</a></li></ol>
      """)
    #expect(notes(document) == ["1: Quill, Ink, 2."])
    #expect(body(document) == ["A.{1=1l} B."])
  }
}
