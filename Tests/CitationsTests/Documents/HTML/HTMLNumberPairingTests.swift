import Testing

@testable import Citations

@Suite struct HTMLNumberPairingTests {
  @Test func strongLabelsAfterARule() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup></p><hr><p><strong>1</strong> Una Wick, <em>Tar</em>.</p>
      <p><b><sup>2</sup> Wick:</b> again.</p>
      """)
    #expect(notes(document) == ["1: Una Wick, Tar.", "2: Wick: again."])
    #expect(body(document) == ["A.{1=1n} B.{2=2n}"])
  }

  @Test func unnumberedParagraphsByOrder() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup></p><h4>Anmerkungen:</h4><p>Erste.</p><p>Zweite.</p><p>Jo says hi.</p>
      """)
    #expect(notes(document) == ["1: Erste.", "2: Zweite."])
    #expect(body(document) == ["A.{1=1o} B.{2=2o}", "Anmerkungen:"])
    #expect(document.trailing.map(\.text.string) == ["Jo says hi."])
    #expect(document.trailing.map(\.reason) == ["after the last note"])
  }

  @Test func lineBreaksInOneParagraph() {
    let document = readHTML(
      "<p>A [1] b [2, 3] c [2].</p><p><b>Notes</b></p><p>[1] One.<br>[2] Two [sic].<br>still two<br>[3] Three.</p>"
    )
    #expect(notes(document) == ["1: One.", "2: Two [sic]. still two", "3: Three."])
    #expect(body(document).first == "A{1=1n} b [2, 3] c{2=2n}.")
  }

  @Test func chaptersBeginAgain() {
    let document = readHTML(
      """
      <h2>One</h2><p>A.<sup>1</sup> B.<sup>2</sup></p><h3>Notes</h3><ol><li>a1</li><li>a2</li></ol>
      <h2>Two</h2><p>C.<sup>1</sup></p><h3>Notes</h3><ol><li>b1</li></ol>
      """)
    #expect(notes(document) == ["1: a1", "2: a2", "note-2/1: b1"])
    #expect(document.markers.map(\.note) == [0, 1, 2])
  }

  @Test func chaptersBeginAgainInOnePlace() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup></p><p>C.<sup>1</sup></p><h2>Notes</h2><h3>One</h3><p>1. a1</p><p>2. a2</p><h3>Two</h3><p>1. b1</p>
      """)
    #expect(notes(document) == ["1: a1", "2: a2", "note-2/1: b1"])
    #expect(document.markers.map(\.note) == [0, 1, 2])
  }

  @Test func exponentsAndUnitsAreNoMarkers() {
    let document = readHTML(
      """
      <p>An area of 3 km<sup>2</sup> and x<sup>2</sup>, 10<sup>3</sup>, m² and ¹³C; on the 2<sup>nd</sup> day.<sup>1</sup>
      Then.<sup>2</sup></p><h2>Notes</h2><p>1. One.</p><p>2. Two.</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two."])
    #expect(
      body(document).first
        == "An area of 3 km2 and x2, 103, m² and ¹³C; on the 2nd day.{1=1n} Then.{2=2n}")
  }

  @Test func aPageOfMathematicsHasNoNotes() {
    let document = readHTML(
      "<p>Let a<sup>2</sup> + b<sup>2</sup> = c<sup>2</sup>.</p><ol><li>Prove it.</li><li>Use it.</li></ol>"
    )
    #expect(document.notes.isEmpty)
    #expect(document.markers.isEmpty)
  }

  @Test func markerWithoutNote() {
    let document = readHTML(
      "<p>A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup></p><h2>Notes</h2><p>1. One.</p><p>2. Two.</p>"
    )
    #expect(body(document).first == "A.{1=1n} B.{2=2n} C.{3=?}")
  }

  @Test func commentsAfterAListAreTrailing() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup></p><h2>Notes</h2><ol><li>One.</li><li>Two.</li></ol>
      <h3>3 Responses</h3><ol id="comments"><li>Jo: nice.<sup>1</sup></li></ol><p>Related: other posts</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two."])
    #expect(document.markers.count == 2)
    #expect(
      document.trailing.map(\.text.string) == ["3 Responses", "Jo: nice.1", "Related: other posts"])
    #expect(document.trailing.map(\.reason) == ["comments", "comments", "comments"])
  }

  @Test func listOfNumbersInOneSuperscript() {
    let document = readHTML(
      "<p>A.<sup>1,2</sup> B.<sup>3</sup></p><h2>Notes</h2><ol><li>One.</li><li>Two.</li><li>Three.</li></ol>"
    )
    #expect(body(document).first == "A.{1=1n}{2=2n} B.{3=3n}")
  }

  @Test func gluedDigitsAreOneChain() {
    let document = readHTML(
      """
      <p>In 1931 it shut.1 On p.2 of v1.2 he wrote “loss.”2 Then3, B2B and 3.14.</p><p>Notes</p><p>One.</p><p>Two.</p>
      <p>Three.</p><p>A reader.</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two.", "3: Three."])
    #expect(
      body(document) == [
        "In 1931 it shut.{1=1o} On p.2 of v1.2 he wrote “loss.”{2=2o} Then{3=3o}, B2B and 3.14.",
        "Notes",
      ])
    #expect(document.trailing.map(\.text.string) == ["A reader."])
  }

  @Test func boxesNamedNoteAreNoNotes() {
    let document = readHTML(
      """
      <p>An x<sup>2</sup> and a mark.<sup>1</sup></p><div class="admonition note"><p>Note</p><p>Mind the gap.</p></div>
      <p>Text <span class="note">this field is required</span> goes on.</p><p class="fn"><sup>1</sup> One.</p>
      """)
    #expect(notes(document) == ["1: One."])
    #expect(body(document).contains("Mind the gap."))
  }

  @Test func symbols() {
    let document = readHTML(
      "<p>A.<sup>*</sup> B† c.</p><div class=footnote>* Star.</div><div class=footnote>† Dagger.</div>"
    )
    #expect(notes(document) == ["symbol/*: Star.", "symbol/†: Dagger."])
    #expect(body(document) == ["A.{*=*n} B{†=†n} c."])
  }
}
