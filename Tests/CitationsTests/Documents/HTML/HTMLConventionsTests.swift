import Testing

@testable import Citations

/// Conventions met in books, journals and old pages, each with its notes and its body.
@Suite struct HTMLConventionsTests {
  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var notes: [String]
    var body: [String]
    var trailing: [String] = []

    var testDescription: String { name }
  }

  @Test(arguments: pages) func pageGivesNotes(_ page: Page) {
    let document = readHTML(page.html)
    #expect(notes(document) == page.notes)
    #expect(body(document) == page.body)
    #expect(document.trailing.map(\.text.string) == page.trailing)
  }

  static let pages = [
    Page(
      name: "EPUB 3 aside",
      html: """
        <p>One.<a epub:type="noteref" href="#fn1" id=r1>1</a> two</p><aside epub:type="footnote" id="fn1">
        <p><a href="#r1">1</a> Text one.</p><p>Par two.</p></aside>
        """,
      notes: ["1: Text one. Par two."], body: ["One.{1=1l} two"]),
    Page(
      name: "converted e-book, links through the file name",
      html: """
        <p class=c>One.<a id=r1></a><a href="text.html#fn1"><sup class=x>1</sup></a> Two.<a id=r2></a><a
        href="text.html#fn2"><sup>2</sup></a></p><p class=c><a id="fn1"></a><a href="text.html#r1"><sup>1</sup></a> First.</p>
        <p class=c><a id="fn2"></a><a href="text.html#r2"><sup>2</sup></a> Second.</p>
        """,
      notes: ["1: First.", "2: Second."], body: ["One.{1=1l} Two.{2=2l}"]),
    Page(
      name: "footer",
      html: """
        <p>One.<a href="#fn1" id=ref1>1</a></p><footer><p id=fn1>1. Text. <a href="#ref1" title="Jump back">↩</a></p>
        <p>© 2020</p></footer>
        """,
      notes: ["1: Text."], body: ["One.{1=1l}"], trailing: ["© 2020"]),
    Page(
      name: "numbered references in brackets",
      html: """
        <p>As shown [<a href=#r1>1</a>] and [<a href=#r2>2</a>, <a href=#r3>3</a>]. Also [<a href=#r1>1</a>].</p>
        <h2>References</h2><ol><li id=r1>A.</li><li id=r2>B.</li><li id=r3>C.</li></ol>
        """,
      notes: ["1: A.", "2: B.", "3: C."],
      body: ["As shown{1=1l} and{2=2l}{3=3l}. Also{1=1l}.", "References"]),
    Page(
      name: "XHTML with empty anchors",
      html: """
        <?xml version="1.0" encoding="utf-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head><title>T</title></head><body><p>Un.<a id="a1"/><sup><a
        href="#b1">1</a></sup></p><hr/><div id="b1"><p><a href="#a1">1.</a> Voir X.</p></div></body></html>
        """,
      notes: ["1: Voir X."], body: ["Un.{1=1l}"]),
    Page(
      name: "round brackets of the old web",
      html: """
        <p>The decree <a href="#1">(1)</a> fell (see <a href="#2">(2)</a>).</p><hr><p><a name="1">(1)</a> Ada Mercer, Mill.</p>
        <p><a name="2">(2)</a> Okri.</p>
        """,
      notes: ["1: Ada Mercer, Mill.", "2: Okri."], body: ["The decree{1=1l} fell (see{2=2l})."]),
    Page(
      name: "heading and table",
      html: """
        <h1>Title<a href=#s><sup>*</sup></a></h1><table><tr><td>5<sup><a href=#ta>a</a></sup></td></tr></table>
        <p id=ta><sup>a</sup> Table note.</p><p id=s>* Thanks.</p>
        """,
      notes: ["letter/a: Table note.", "symbol/*: Thanks."], body: ["Title{*=*l}", "5{a=al}"]),
    Page(
      name: "unclosed definition list",
      html: """
        <p>X <a href="#n1">[1]</a> y <a href="#n2">[2]</a></p><dl><dt><a name=n1>[1]</a><dd>One.<dt><a name=n2>[2]</a><dd>Two.</dl>
        """,
      notes: ["1: One.", "2: Two."], body: ["X{1=1l} y{2=2l}"]),
    Page(
      name: "table without links",
      html: """
        <p>Foo.<sup>1</sup> Bar.<sup>2</sup></p><table><tr><td>1.</td><td>One.</td></tr><tr><td>2.</td><td>Two.</td></tr></table>
        """,
      notes: ["1: One.", "2: Two."], body: ["Foo.{1=1n} Bar.{2=2n}"]),
    Page(
      name: "way back in words",
      html: """
        <p>A<sup><a id=r1 href=#n1>1</a></sup></p><h3>Notes</h3><p id=n1>1. Text. (<a href=#r1>Back to text</a>)</p><p>Posted in: x</p>
        """,
      notes: ["1: Text."], body: ["A{1=1l}", "Notes"], trailing: ["Posted in: x"]),
    Page(
      name: "single note of several blocks",
      html: """
        <p>A<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><aside id="footnotes" role="doc-endnotes"><hr /><ol>
        <li id="fn1"><p>One.</p><blockquote><p>Quote.</p></blockquote><p>End.<a href="#fnref1" role="doc-backlink">↩︎</a></p></li>
        </ol></aside><script>x</script><footer>Foot</footer>
        """,
      notes: ["1: One. Quote. End."], body: ["A{1=1l}"], trailing: ["Foot"]),
    Page(
      name: "anchors and paragraphs never closed",
      html: """
        <p>A<a href=#1><sup>1</sup></a> b<a href=#2><sup>2</sup></a><p><center><b>Notes</b></center><p><a name=1>1. One <i>it</i>.
        <p><a name=2>2. Two.<p><a href=index.html>Home</a>
        """,
      notes: ["1: One it.", "2: Two."], body: ["A{1=1l} b{2=2l}", "Notes"], trailing: ["Home"]),
    Page(
      name: "raised numbers between line breaks",
      html: """
        <p>Foo<sup>1</sup> bar<sup>2</sup> baz<sup>3</sup>.</p><p>—</p><p><sup>1</sup>One<br/><sup>2</sup>Two<br/><sup>3</sup>Three</p>
        <p>Share</p>
        """,
      notes: ["1: One", "2: Two", "3: Three"], body: ["Foo{1=1n} bar{2=2n} baz{3=3n}.", "—"],
      trailing: ["Share"]),
    Page(
      name: "notes on another page",
      html:
        "<p>Foo<sup><a href=notes.html#fn1>1</a></sup> bar<sup><a href=notes.html#fn2>2</a></sup>.</p>",
      notes: [], body: ["Foo{1=?} bar{2=?}."]),
    Page(
      name: "raised characters",
      html: "<p>Foo.¹ Bar.² Baz.</p><p>¹ One.</p><p>² Two.</p>",
      notes: ["1: One.", "2: Two."], body: ["Foo.{1=1n} Bar.{2=2n} Baz."]),
    Page(
      name: "notes after each paragraph, no links",
      html: """
        <p>Foo.<sup>1</sup></p><p class=fn><sup>1</sup> One.</p><p>Bar.<sup>2</sup></p><p class=fn><sup>2</sup>Two.</p><p>Baz.</p>
        """,
      notes: ["1: One.", "2: Two."], body: ["Foo.{1=1n}", "Bar.{2=2n}"], trailing: ["Baz."]),
    Page(
      name: "sidenote inside its number",
      html: """
        <p>Foo<span class="sidenote-number"><small class="sidenote">Side text.</small></span> bar.</p>
        """,
      notes: ["1: Side text."], body: ["Foo{1=1l} bar."]),
    Page(
      name: "comments section",
      html: """
        <p>A.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section role="doc-endnotes"><ol><li id="fn1"><p>N.
        <a href="#fnref1">↩</a></p></li></ol></section><section id=comments><p>c</p></section>
        """,
      notes: ["1: N."], body: ["A.{1=1l}"], trailing: ["c"]),
    Page(
      name: "letters",
      html:
        "<p>A<sup>a</sup> b<sup>b</sup>, the 4<sup>e</sup>.</p><p>Notes</p><p><sup>a</sup> One.</p><p><sup>b</sup> Two.</p>",
      notes: ["letter/a: One.", "letter/b: Two."], body: ["A{a=an} b{b=bn}, the 4e.", "Notes"]),
    Page(
      name: "footnotes and endnotes by semantics",
      html: """
        <p>A<sup><a href=#e1 epub:type=noteref>i</a></sup> b<sup><a href=#f1>1</a></sup></p><section epub:type=footnotes><ol>
        <li id=f1>Foot.</li></ol></section><section epub:type=rearnotes><ol type=i><li id=e1>End.</li></ol></section>
        """,
      notes: ["1: Foot.", "endnote/i: End."], body: ["A{i=il} b{1=1l}"]),
  ]
}
