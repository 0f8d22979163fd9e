import Testing

@testable import Citations

@Suite struct JATSReaderTests {
  private func read(_ text: String) -> Document {
    DocumentFormat.jats.read(SourceFile(name: "a.xml", bytes: Array(text.utf8)))
  }

  /// An article with the given body and notes.
  private func article(_ body: String, _ back: String = "") -> Document {
    read(
      "<article><front><article-meta/></front><body>\(body)</body><back>\(back)</back></article>")
  }

  /// The body with the labels of its markers put back, one line a block.
  private func outline(_ document: Document) -> [String] {
    document.blocks.map { block in
      var bytes = block.text.utf8
      for place in block.markers.reversed() {
        let marker = document.markers[place.marker]
        let note = marker.note.map { document.notes[$0].label } ?? "?"
        bytes.insert(contentsOf: "{\(marker.label)>\(note)}".utf8, at: place.offset)
      }
      return "\(block.kind): \(bytes.string)"
    }
  }

  private static let texts = [
    "Ada Mercer, The Mill at Dunholm (Leeds: Fell Press, 1931), 44.",
    "See Tomas Okri, “Ledgers of the North,” Journal of Trade 12, no. 3 (1978): 201–9; but compare Mercer, Mill, 51.",
  ]

  @Test(arguments: ["x01-jats-fn-group.xml", "x02-jats-mixed-citation-in-fn.xml"])
  func sharedExamples(_ name: String) {
    guard let bytes = Shared.read("notes/markup/" + name) else { return }
    #expect(JATSSniffer.score(bytes[...]) == 95)
    let document = DocumentFormat.jats.read(SourceFile(name: name, bytes: bytes))
    #expect(document.diagnostics == [])
    #expect(document.title?.string == "The Mill")
    #expect(
      outline(document) == [
        "paragraph: The mill was closed by decree.{1>1} Its clerk wrote of “a season of loss.”{2>2}"
      ])
    #expect(document.notes.map(\.text.string) == Self.texts)
    #expect(document.markers.map(\.pairing) == [.link, .link])
    let italic = document.notes[1].text.styles.map { document.notes[1].text.utf8[$0.range].string }
    #expect(
      italic == (name.utf8.starts(with: "x01".utf8) ? ["Journal of Trade", "Mill"] : ["Mill"]))
  }

  @Test func citationsInNotesAreData() {
    guard let bytes = Shared.read("notes/markup/x02-jats-mixed-citation-in-fn.xml") else { return }
    let document = DocumentFormat.jats.read(SourceFile(name: "x02", bytes: bytes))
    var book = Reference(type: .book)
    book[.author] = [Name(family: "Mercer", given: "Ada")]
    book[.title] = "The Mill at Dunholm"
    book[.publisherPlace] = "Leeds"
    book[.publisher] = "Fell Press"
    book[.issued] = DateValue(.init(1931))
    #expect(
      document.notes[0].structured
        == [StructuredCite(range: 0..<62, reference: book, locator: Locator(.page, "44"))])
    var article = Reference(type: .articleJournal)
    article[.author] = [Name(family: "Okri", given: "Tomas")]
    article[.title] = "Ledgers of the North"
    article[.containerTitle] = "Journal of Trade"
    article[.volume] = "12"
    article[.issue] = "3"
    article[.issued] = DateValue(.init(1978))
    article[.page] = "201-209"
    #expect(document.notes[1].structured.map(\.reference) == [article])
    #expect(
      document.notes[1].structured.map { document.notes[1].text.utf8[$0.range].string }
        == ["Tomas Okri, “Ledgers of the North,” Journal of Trade 12, no. 3 (1978): 201–9"])
  }

  @Test func blocksOfTheBody() {
    let document = article(
      """
      <sec><label>1</label><title>One <italic>two</italic></title><p>Text
        with <bold>style</bold> and <ext-link xlink:href="http://a.b/">link</ext-link>.</p>
      <sec><title>Deep</title><disp-quote><p>Said.</p></disp-quote><list><list-item><p>x</p></list-item>
      <list-item><label>b</label><p>y</p></list-item></list><preformat>a
        b</preformat></sec></sec><p>Before<disp-quote><p>inside</p></disp-quote>after<break/>end</p>
      """)
    #expect(
      outline(document) == [
        "heading(level: 1): 1 One two", "paragraph: Text with style and link.",
        "heading(level: 2): Deep",
        "quote: Said.", "listItem: x", "listItem: b y", "code: a\n  b", "paragraph: Before",
        "quote: inside",
        "paragraph: after end",
      ])
    let text = document.blocks[1].text
    #expect(text.links.map { text.utf8[$0.range].string + " " + $0.target } == ["link http://a.b/"])
    #expect(text.styles.map { text.utf8[$0.range].string } == ["style"])
    let source = document.source.bytes
    #expect(source[text.sourceOffset(of: 5)...].starts(with: "with <bold>"))
  }

  @Test func notesOfEveryKind() {
    let document = article(
      """
      <p>A<sup>[<xref ref-type="fn" rid="f2">2</xref>, <xref ref-type="fn" rid="f1">1</xref>]</sup> b<fn><p>Inline.</p></fn>
      c<xref ref-type="bibr" rid="r1">[3]</xref> d<xref ref-type="fn" rid="f1 f2">1,2</xref>
      e<xref ref-type="fn" rid="gone">9</xref> f<xref rid="f3"/>.</p>
      <table-wrap><table><tr><td>cell<xref ref-type="table-fn" rid="t1">a</xref></td></tr></table>
      <table-wrap-foot><fn id="t1"><label>a</label><p>Below.</p></fn></table-wrap-foot></table-wrap>
      """,
      """
      <fn-group><fn id="f1"><label>[1].</label><p>One.</p><p>More.</p></fn><fn id="f2" symbol="2"><p>Two
      <fn id="n"><p>Nested.</p></fn>.</p></fn><fn id="f3"><p><sup>7</sup> Three.</p></fn>
      <fn fn-type="conflict"><p>None declared.</p></fn></fn-group><ack><title>Thanks</title><p>All.</p></ack>
      <ref-list><ref id="r1"><mixed-citation>x</mixed-citation></ref></ref-list>
      """)
    #expect(
      outline(document) == [
        "paragraph: A{2>2}{1>1} b{>1} c[3] d{1>1}{2>2} e{9>?} f{>7}.", "paragraph: cell{a>a}",
        "heading(level: 1): Thanks", "paragraph: All.",
      ])
    #expect(
      document.notes.map { "\($0.series) \($0.label) \($0.text.string)" } == [
        "note 1 Inline.", "table a Below.", "note 1 One. More.", "note 2 Two .", "note 4 Nested.",
        "note 7 Three.", "article 1 None declared.",
      ])
  }

  @Test func entitiesAreNotExpanded() {
    let document = read(
      """
      <!DOCTYPE article [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <article><body><p>x &b; &f; &eacute; y</p></body></article>
      """)
    #expect(outline(document) == ["paragraph: x &b; &f; é y"])
    #expect(document.diagnostics.first?.rule == .declaredEntities)
    #expect(document.diagnostics.first?.range == SourceRange(19, 37))
    #expect(read("<article><body><p>x</body>").diagnostics.first?.rule == .malformedMarkup)
  }

  @Test func formatIsRecognised() {
    let score = { (text: String) in JATSSniffer.score(Array(text.utf8)[...]) }
    #expect(
      score("<?xml version='1.0'?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal")
        == 100)
    #expect(score("<article xmlns=\"http://docbook.org/ns/docbook\"><title/>") == 0)
    #expect(score("<html><body><article><header>") == 0)
    #expect(score("An <article> in text") == 0)
  }

  @Test func whatIsWrittenIsReadBack() {
    let extraction = JATSWriterTests.extraction()
    let bytes = BibliographyFormat.jats.writeExtractions?([extraction], .init()) ?? []
    let document = DocumentFormat.jats.read(SourceFile(name: "a.xml", bytes: bytes))
    #expect(document.diagnostics == [])
    #expect(document.title?.string == extraction.document.title?.string)
    #expect(document.language == "en-GB")
    #expect(document.notes.map(\.text.string) == extraction.notes.map(\.note.text.string))
    #expect(document.notes.map(\.label) == ["1", "*", "a"])
    #expect(document.notes.map(\.series) == ["note", "note", "table"])
    #expect(document.markers.map(\.note) == [0, 1])
    #expect(document.notes[0].structured.map(\.reference?.type) == [.book])
    #expect(document.notes[0].structured.map(\.locator) == [Locator(.page, "44")])
    #expect(
      document.notes[1].structured.first?.reference?[.author]
        == extraction.notes[1].cites[0].reference[.author])
  }

  @Test func brokenInputIsAnswered() {
    let extraction = JATSWriterTests.extraction()
    var seeds = [BibliographyFormat.jats.writeExtractions?([extraction], .init()) ?? []]
    for name in ["x01-jats-fn-group.xml", "x02-jats-mixed-citation-in-fn.xml"] {
      if let bytes = Shared.read("notes/markup/" + name) { seeds.append(bytes) }
    }
    var state: UInt64 = 1
    for bytes in seeds {
      for length in stride(from: 0, to: bytes.count, by: 37) {
        check(DocumentFormat.jats.read(SourceFile(name: "", bytes: Array(bytes[..<length]))))
      }
      for _ in 0..<150 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var changed = bytes
        changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
        check(DocumentFormat.jats.read(SourceFile(name: "", bytes: changed)))
      }
    }
    check(DocumentFormat.jats.read(SourceFile(name: "", bytes: [UInt8](repeating: 0, count: 1000))))
    let deep = String(repeating: "<sec><title>a</title><p>", count: 10_000)
    check(read("<article><body>" + deep))
    check(read("<article><body><p>" + String(repeating: "<italic>", count: 10_000) + "x"))
  }

  /// What every document must keep, whatever it was read from.
  private func check(_ document: Document) {
    for block in document.blocks {
      for place in block.markers {
        #expect(place.offset <= block.text.count && document.markers.indices.contains(place.marker))
      }
    }
    for marker in document.markers {
      if let note = marker.note { #expect(document.notes.indices.contains(note)) }
    }
    for note in document.notes {
      var end = 0
      for cite in note.structured {
        #expect(cite.range.lowerBound >= end && cite.range.upperBound <= note.text.count)
        end = cite.range.upperBound
      }
    }
  }
}
