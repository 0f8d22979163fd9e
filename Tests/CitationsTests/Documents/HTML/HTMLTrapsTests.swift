import Testing

@testable import Citations

@Suite struct HTMLTrapsTests {
  @Test func equationsFiguresAndSectionsAreNoNotes() {
    let document = readHTML(
      """
      <ul><li><a href="#s1">1</a> First</li><li><a href="#s2">2</a> Second</li></ul>
      <h2 id="s1">First</h2><p>By <a href="#eq1">(1)</a> and Figure <a href="#fig2">2</a>, see section <a href="#s2">2</a>.</p>
      <div id="eq1">a + b = c (1)</div><figure id="fig2"><img src="x"><figcaption>2 Weir</figcaption></figure>
      <a name="s2"></a><h2>Second</h2><p>Step <a href="#it">(2)</a> of the list.</p><ol><li>One.</li><li id="it">Two.</li></ol>
      """)
    #expect(document.notes.isEmpty)
    #expect(document.markers.isEmpty)
    #expect(body(document).contains("By (1) and Figure 2, see section 2."))
  }

  @Test func pageNumbersAndPagersAreNoNotes() {
    let document = readHTML(
      """
      <p>Text <a id="Page_12"></a>[Pg 12] goes on.</p><p>Pages: <a href="?p=1">1</a> <a href="?p=2#top">2</a></p>
      <p>Index: mills, <a href="#Page_12">12</a>, <a href="#Page_13">13</a></p><p><a id="Page_13"></a>More.</p>
      """)
    #expect(document.notes.isEmpty)
    #expect(document.markers.isEmpty)
  }

  @Test func linksBetweenNotesStay() {
    let document = readHTML(
      """
      <p>A.<sup><a id=r1 href="#n1">1</a></sup> B.<sup><a id=r2 href="#n2">2</a></sup> See note <a href="#n1">1</a>.</p>
      <ol><li id=n1>One. <a href="#r1">back</a></li><li id=n2>See note <a href="#n1">1</a> above. [<a href="#r2">↑</a>]</li></ol>
      """)
    #expect(notes(document) == ["1: One.", "2: See note 1 above."])
    #expect(body(document) == ["A.{1=1l} B.{2=2l} See note 1."])
  }

  @Test func textKeepsStylesAndLinks() {
    let document = readHTML(
      """
      <p>A.<sup><a id=r1 href="#n1">1</a></sup></p><ol><li id=n1><span style="font-variant: small-caps">Ash</span>,
      <cite>Peat</cite>, <b>2</b><sup>nd</sup> ed., H<sub>2</sub>O, <q>wet</q>, <a href="https://a.example/x?a=1&amp;b=2">here</a>&shy;. ↩</li></ol>
      """)
    #expect(notes(document) == ["1: Ash, Peat, 2nd ed., H2O, “wet”, here."])
    let text = document.notes[0].text
    #expect(
      text.styles.map { "\($0.style.rawValue) \(text.utf8[$0.range].string)" } == [
        "smallCaps Ash", "italic Peat", "bold 2", "superscript nd", "subscript 2",
      ])
    #expect(text.links.map(\.target) == ["https://a.example/x?a=1&b=2"])
  }

  @Test func numbersThatBeginANoteStay() {
    let document = readHTML(
      """
      <p>A.<sup><a id=r1 href="#n1">1</a></sup> B.<sup><a id=r2 href="#n2">2</a></sup></p>
      <ol><li id=n1>1 Kings 3:4.</li><li id=n2>12 Monkeys (1995).</li></ol>
      """)
    #expect(notes(document) == ["1: 1 Kings 3:4.", "2: 12 Monkeys (1995)."])
  }

  @Test func brokenMarkupLosesNothing() {
    let document = readHTML(
      "<p>A.<sup><a href=#n1>1</sup></a> B<p>C<ol><li id=n1>One <i>two</b> three<li>Four<p>five")
    #expect(notes(document) == ["1: One two three", "2: Four five"])
    #expect(document.diagnostics.isEmpty)
  }

  @Test func unclosedCommentIsReported() {
    let document = readHTML("<p>A.</p><!-- never closed <p>B.</p>")
    #expect(document.diagnostics.map(\.rule.id) == ["F003"])
    #expect(document.diagnostics.first?.range == SourceRange(9, 36))
  }

  @Test func titleLanguageAndBlocks() {
    let document = readHTML(
      """
      <html lang="de-AT"><head><title>Head | Site</title><script>var a = "<p>no</p>";</script></head><body><nav>Menu</nav>
      <h1>Die <i>Mühle</i></h1><blockquote><p>Quoted.</p></blockquote><ul><li>Item</li></ul><pre>code</pre></body></html>
      """)
    #expect(document.title?.string == "Die Mühle")
    #expect(document.language == "de-AT")
    #expect(document.blocks.map(\.kind) == [.heading(level: 1), .quote, .listItem, .code])
  }

  @Test func sniffing() {
    func score(_ text: String) -> Int { HTMLSniffer.score(Array(text.utf8)[...]) }
    #expect(score("\n<!DOCTYPE html><html>") == 95)
    #expect(score("<?xml version='1.0'?><html xmlns='x'>") == 92)
    #expect(score("<p>Hello</p>") == 50)
    #expect(score("# Title\n\ntext with <sup>1</sup>") == 0)
    #expect(score("<html><body><doc><page width=\"1\">") == 10)
  }
}
