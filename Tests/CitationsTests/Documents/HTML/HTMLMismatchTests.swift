import Testing

@testable import Citations

/// Markers without a note, notes without a marker, doubles and wrong orders.
@Suite struct HTMLMismatchTests {
  private func markers(_ document: Document) -> [String] {
    document.markers.map { $0.label + "=" + ($0.note.map { "\($0)" } ?? "?") }
  }

  private func rules(_ document: Document) -> [String] {
    Checks.findings(in: Extraction(document: document)).map(\.rule.id)
      .filter { $0.utf8.first == UInt8(ascii: "N") }
  }

  @Test func linkToNowhereAndItemWithoutLink() {
    let document = readHTML(
      """
      <p>A<a href="#n1"><sup>1</sup></a> B<a href="#n9"><sup>2</sup></a> C<a href="#n1"><sup>1</sup></a></p>
      <ol><li id="n1">Ida Wren, <i>Reeds</i>, 44. <a href="#x">^</a></li><li id="n3">X</li></ol>
      """)
    #expect(notes(document) == ["1: Ida Wren, Reeds, 44.", "2: X"])
    #expect(markers(document) == ["1=0", "2=?", "1=0"])
    #expect(rules(document) == ["N001", "N002"])
  }

  @Test func bracketsOfTheSameShape() {
    let document = readHTML(
      """
      <p>See <a href="#c2">[2]</a>. A <a class="fnref" href="#fn1">[1]</a>, b <a class="fnref" href="#fn2">[2]</a>, c
      <a class="fnref" href="#fn3">[3]</a>, d <a class="fnref" href="#quill">[4]</a> and
      <a class="fnref" href="https://a.example/#fn5">[5]</a>.</p>
      <div id="fn1">[1] One.</div><div id="fn2">[2] Two.</div>
      """)
    #expect(notes(document) == ["1: One.", "2: Two."])
    #expect(markers(document) == ["1=0", "2=1", "3=?", "4=?"])
  }

  @Test func otherBrokenLinksAreNoMarkers() {
    let document = readHTML(
      """
      <p>Contents: <a href="#c1">1</a> <a href="#c2">2</a></p><ul><li><a href="#fn8">8</a> Eight</li></ul>
      <p>A.<a href="#fn1">1</a> See <a href="#fn7">the last note</a> or part <a href="#c3">3</a>, step
      <a href="#fn4">4</a>.</p><p>1. Dig.</p><p><a href="#top">Back to top</a> <sup><a href="#top">↑</a></sup></p>
      <ol><li id="fn1">One.</li></ol>
      """)
    #expect(notes(document) == ["1: One."])
    #expect(markers(document) == ["1=0"])
  }

  @Test func brokenLinksInBracketsAreNoMarkers() {
    let document = readHTML(
      """
      <ul><li><a href="#s1">[1]</a></li></ul><p>A <a href="#r1">[1]</a>, b <a href="#r2">[2]</a>; eq. <a href="#eq3">[3]</a>.
      <a href="#top">[3]</a></p><p id="r1">[1] One.</p><p id="r2">[2] Two.</p>
      """)
    #expect(markers(document) == ["1=0", "2=1"])
  }

  @Test func gluedNumbersOfTheSameShape() {
    let document = readHTML(
      """
      <p>A.<a href="#fn1">1</a> B.<a href="#fn2">2</a> C.<a href="#fn3">3</a></p>
      <ol><li id="fn1">One.</li><li id="fn2">Two.</li></ol>
      """)
    #expect(markers(document) == ["1=0", "2=1", "3=?"])
  }

  @Test func signWithoutLinkAmongLinks() {
    let document = readHTML(
      """
      <p>A.<sup><a href="#fn1">1</a></sup> B.<sup><a href="#fn2">2</a></sup> An area of 9 sq m<sup>3</sup>. C.<sup>3</sup>
      D.<sup>4</sup> E.<sup>9</sup></p><ol><li id="fn1">One.</li><li id="fn2">Two.</li></ol>
      """)
    #expect(markers(document) == ["1=0", "2=1", "3=?", "4=?"])
  }

  @Test func fewItemsOfAListAreLinked() {
    let counted = readHTML(
      """
      <p>A.<sup><a href="#a">2</a></sup></p><ol><li>One.</li><li id="a">Two.</li><li>Three.</li><li>Four.</li></ol>
      <ol class="commentlist"><li id="c1">Jo: nice.</li></ol>
      """)
    #expect(notes(counted) == ["1: One.", "2: Two.", "3: Three.", "4: Four."])
    #expect(counted.trailing.map(\.text.string) == ["Jo: nice."])
    let named = readHTML(
      """
      <p>A.<sup><a href="#fn2">2</a></sup></p>
      <ul><li id="fn1">1. One.</li><li id="fn2">2. Two.</li><li id="fn3">3. Three.</li><li>Share</li><li>Print</li></ul>
      <ul><li id="c1">Jo: nice.</li></ul>
      """)
    #expect(notes(named) == ["1: One.", "2: Two.", "3: Three."])
    #expect(named.trailing.map(\.text.string) == ["Share", "Print", "Jo: nice."])
  }

  @Test func paragraphsWithTheSameKindOfName() {
    let document = readHTML(
      """
      <p id="p1">A.<sup><a href="#fn2">2</a></sup></p><p id="p2">B.<sup><a href="#fn3">3</a></sup></p>
      <p id="fn1">Una.</p><p id="fn2">Duo.</p><p id="fn3">Tria.</p><p>Goes on.</p><p id="fn4">Quattuor.</p><p id="p3">End.</p>
      """)
    #expect(document.notes.map(\.text.string) == ["Una.", "Duo.", "Tria. Goes on.", "Quattuor."])
    #expect(Set(document.notes.map(\.label)).count == 4)
    #expect(document.notes.allSatisfy { $0.series == "note" })
    #expect(markers(document) == ["2=1", "3=2"])
    #expect(document.trailing.map(\.text.string) == ["End."])
  }

  @Test func paragraphsWithTheNextNumber() {
    let document = readHTML(
      """
      <p>A.<sup><a href="#fn2">2</a></sup></p><p>Notes</p><p>1. One.</p><p id="fn2">2. Two.</p><p>3. Three.</p>
      <p>4. Four.</p><p>Copyright 1931.</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two.", "3: Three.", "4: Four."])
    #expect(document.trailing.map(\.text.string) == ["Copyright 1931."])
  }

  @Test func notesBetweenParagraphs() {
    let document = readHTML(
      """
      <p>Rain.<a href="#F_1">[1]</a></p><div class="footnote"><a id="F_1"></a><p>[1] One.</p></div>
      <p>Snow.</p><div class="footnote"><a id="F_2"></a><p>[2] Two.</p></div><p>2. Hail.</p><p>The end.</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two."])
    #expect(body(document) == ["Rain.{1=1l}", "Snow."])
    #expect(document.trailing.map(\.text.string) == ["2. Hail.", "The end."])
    #expect(rules(document) == ["N002", "N006", "N006"])
  }

  @Test func everyParagraphHasANameOfOneShape() {
    let document = readHTML(
      """
      <p id="p1">A.<a href="#p3"><sup>1</sup></a></p><p id="p2">B.</p><p id="p3">1. One.</p><p id="p4">End.</p>
      """)
    #expect(notes(document) == ["1: One."])
    #expect(document.blocks.map(\.text.string) == ["A.", "B."])
  }

  @Test func twoNotesWithOneName() {
    let list = readHTML(
      """
      <p>A.<sup><a href="#n1">1</a></sup> B.<sup><a href="#n2">2</a></sup></p>
      <ol><li id="n1">One.</li><li id="n1">Again.</li><li id="n2" value="2">Two.</li></ol>
      """)
    #expect(list.notes.map(\.text.string) == ["One.", "Again.", "Two."])
    #expect(markers(list) == ["1=0", "2=2"])
    let paragraphs = readHTML(
      """
      <p>A.<sup><a href="#n1">1</a></sup> B.<sup><a href="#n2">2</a></sup></p>
      <p id="n1">1. One.</p><p id="n2">2. Two.</p><p id="n2">2. Again.</p>
      """)
    #expect(notes(paragraphs) == ["1: One.", "2: Two.", "2: Again."])
    #expect(rules(paragraphs) == ["N003"])
  }

  @Test func linkedNotesOutOfOrder() {
    let document = readHTML(
      """
      <p>A.<sup><a href="#n1">1</a></sup> C.<sup><a href="#n3">3</a></sup> B.<sup><a href="#n2">2</a></sup></p>
      <p id="n2">2. Two.</p><p id="n1">1. One.</p><p id="n3">3. Three.</p>
      """)
    #expect(notes(document) == ["2: Two.", "1: One.", "3: Three."])
    #expect(markers(document) == ["1=1", "3=2", "2=0"])
    #expect(rules(document).contains("N004"))
  }

  @Test func unlinkedNotesOutOfOrder() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup></p><h2>Notes</h2><p>1. One.</p><p>3. Three.</p><p>2. Two.</p><p>2. Double.</p>
      <p>Jo says hi.</p>
      """)
    #expect(notes(document) == ["1: One.", "3: Three.", "2: Two.", "2: Double."])
    #expect(markers(document) == ["1=0", "2=2", "3=1"])
    #expect(Set(rules(document)).isSuperset(of: ["N003", "N004"]))
    #expect(document.trailing.map(\.text.string) == ["Jo says hi."])
  }

  @Test func aNumberMissingAmongUnlinkedNotes() {
    let first = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup> x<sup>3</sup> C.<sup>3</sup></p><h2>Notes</h2><p>2. Two.</p><p>3. Three.</p>
      """)
    #expect(markers(first) == ["1=?", "2=0", "3=1"])
    let last = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup> C.<sup>4</sup> 9<sup>4</sup> D.<sup>99</sup></p><h2>Notes</h2><p>1. One.</p>
      <p>2. Two.</p><p>3. Three.</p>
      """)
    #expect(markers(last) == ["1=0", "2=1", "4=?"])
    #expect(rules(last) == ["N001", "N002"])
  }

  @Test func aNoteWithoutALabelTakesNoneThatIsGiven() {
    let document = readHTML(
      """
      <p>A<a href="#n1">[1]</a> B<a href="#n2">[2]</a></p><div><p id="n0">Nil.</p><p id="n1">One.</p><p id="n2">Two.</p></div>
      """)
    #expect(notes(document) == ["3: Nil.", "1: One.", "2: Two."])
    #expect(rules(document) == ["N002"])
  }

  @Test func aSecondListIsNoDouble() {
    let document = readHTML(
      """
      <p>A.<sup>1</sup> B.<sup>2</sup></p><h2>Notes</h2><p>1. One.</p><p>2. Two.</p><p>1. Read more.</p><p>2. Write less.</p>
      """)
    #expect(notes(document) == ["1: One.", "2: Two."])
    #expect(document.trailing.count == 2)
  }

  @Test func unlinkedItemsWithoutASign() {
    for list in ["ol", "ul"] {
      let document = readHTML(
        """
        <p>A.<sup>1</sup> B.<sup>2</sup></p><h2>Notes</h2><\(list)><li>One.</li><li>Two.</li><li>Three.</li></\(list)>
        <\(list)><li>Jo: nice.</li></\(list)>
        """)
      #expect(notes(document) == ["1: One.", "2: Two.", "3: Three."], "\(list)")
      #expect(rules(document) == ["N002", "N006"], "\(list)")
      #expect(document.trailing.map(\.text.string) == ["Jo: nice."], "\(list)")
    }
  }

  @Test func unlinkedSignsWithoutANote() {
    for tag in ["ol", "ul"] {
      let document = readHTML(
        """
        <p>A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup></p><h2>Notes</h2><\(tag)><li>One.</li><li>Two.</li></\(tag)>
        """)
      #expect(markers(document) == ["1=0", "2=1", "3=?"], "\(tag)")
      #expect(rules(document) == ["N001"], "\(tag)")
    }
  }
}
