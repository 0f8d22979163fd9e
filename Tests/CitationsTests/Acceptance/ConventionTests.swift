import Testing

@testable import Citations

/// The same two notes in every way in which documents write notes.
@Suite struct ConventionTests {
  static let files = [
    "p01-glued-unnumbered.txt", "p02-glued-numbered.txt", "p03-bracket.txt",
    "p04-unicode-superscript.txt", "p05-pdftotext-page-feet.txt", "p06-symbols.txt",
    "p07-gutenberg.txt", "p08-latex-footnotes.bbox.html", "p08-latex-footnotes.pdftotext.txt",
    "h01-substack.html", "h02-wp-core-block.html", "h03-wp-modern-footnotes.html",
    "h04-wp-easy-footnotes.html", "h05-ghost-markdown-card.html", "h06-medium-no-markup.html",
    "h07-wikipedia-rendered.html", "h08-google-docs.html", "h09-word-filtered-html.html",
    "h10-dpub-aria.html", "h11-sup-heading-notes.html", "h12-sup-heading-ol.html",
    "h13-harvard-law-review.html", "h14-sidenote-tufte.html", "h15-inline-cite-columbia.html",
    "h16-named-anchor-old-web.html", "m01-pandoc.md", "m02-pandoc-inline.md",
    "m04-multimarkdown-citation.md", "m05-commonmark-html-sup.md", "m06-asciidoc.adoc",
    "m07-rst.rst", "m08-org.org", "m09-wikitext.wiki", "m10-typst.typ", "m11-djot.dj",
    "m12-scrivener-mmd-inline.md", "x01-jats-fn-group.xml", "x02-jats-mixed-citation-in-fn.xml",
  ]

  /// The files of `files` whose form a format marks up as data, so that their first note's words are not the same.
  private static let dataFiles: Set<String> = ["m09-wikitext.wiki"]

  private static let expected: JSONValue? = Shared.read("notes/markup/expected.json").flatMap {
    try? JSONValue.parse($0)
  }

  @Test(arguments: files) func everyConventionSaysTheSame(_ name: String) throws {
    guard let bytes = Shared.read("notes/markup/" + name), let expected = Self.expected else {
      return
    }
    let read = Extraction(of: bytes, name: name)
    let notes = try #require(expected["notes"]?.array)
    try #require(read.notes.count == notes.count)

    let before = read.textsBeforeMarkers
    try #require(before.count == notes.count)
    for (index, note) in notes.enumerated() {
      if index > 0 || !Self.dataFiles.contains(name) {
        #expect(read.notes[index].note.text.string == note["text"]?.string)
      }
      #expect(before[index].text.hasSuffix(note["marker_after"]?.string ?? "?"))
      #expect(before[index].marker.note == index)
      let first = read.notes[0].note.label
      let lines = try #require(note["refs"]?.array).map { Self.outline($0, first: first) }
      let got = read.notes[index].cites.map { CiteOutline($0).line }
      #expect(got == lines)
    }

    let cites = read.citesInOrder.map(\.cite)
    try #require(cites.count == 3)
    #expect(cites.map(\.work) == ["mercer1931", "okri1978", "mercer1931"])
    #expect(cites[2].refersTo == read.notes[0].note.label)
    #expect(read.works.map(\.id) == ["mercer1931", "okri1978"])
    #expect(read.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
  }

  @Test func keysAreData() throws {
    guard let bytes = Shared.read("notes/markup/m03-pandoc-cites-in-notes.md") else { return }
    let read = Extraction(of: bytes, name: "m03-pandoc-cites-in-notes.md")
    #expect(
      read.outline == [
        "1: short key | locator=page 44 -> mercer1931",
        "2: short key | prefix=See -> okri1978",
        "2: short key | locator=page 51 | prefix=but compare -> mercer1931",
      ])
    #expect(read.textsBeforeMarkers.map { $0.text.hasSuffix("decree.") } == [true, false])
    #expect(read.textsBeforeMarkers.last?.text.hasSuffix("loss.”") == true)
  }

  // MARK: Our own

  static let fixtures = [
    "glued.txt", "numbered.txt", "bracket.txt", "superscript.txt", "links.html", "sidenotes.html",
    "pandoc.md", "inline.md", "djot.dj", "asciidoc.adoc", "rst.rst", "org.org", "wikitext.wiki",
    "typst.typ", "jats.xml",
  ]

  @Test(arguments: fixtures) func ourOwnConventionsSayTheSame(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Notes/conventions/" + name))
    let read = Extraction(of: bytes, name: name)
    try #require(read.notes.count == 2)
    #expect(
      read.notes.map(\.note.text.string) == [
        "Ines Calder, The Ferry at Holm (Cork: Lee Press, 1948), 12.",
        "See Otto Brandt, “Tolls of the Strait,” Sea Trade Review 7, no. 2 (1965): 88–97; "
          + "but compare Calder, Ferry, 30.",
      ])
    let before = read.textsBeforeMarkers
    try #require(before.count == 2)
    #expect(before[0].text.hasSuffix("until the war."))
    #expect(before[1].text.hasSuffix("“an hour of rest.”"))
    #expect(before.map(\.marker.note) == [0, 1])
    let cites = read.citesInOrder.map { CiteOutline($0.cite) }
    let first = read.notes[0].note.label
    #expect(
      CiteOutline.differences(
        expected: [
          "full book | author=Calder, Ines | title=The Ferry at Holm | publisher-place=Cork | "
            + "publisher=Lee Press | issued=1948 | locator=page 12",
          "full article-journal | prefix=See | author=Brandt, Otto | title=Tolls of the Strait | "
            + "container-title=Sea Trade Review | volume=7 | issue=2 | issued=1965 | page=88-97",
          "short short | prefix=but compare | author=Calder | title=Ferry | locator=page 30 | "
            + "note=\(first)",
        ].map { CiteOutline($0) }, got: cites) == [])
    #expect(read.citesInOrder.map(\.cite.work) == ["calder1948", "brandt1965", "calder1948"])
    #expect(read.works.map(\.id) == ["calder1948", "brandt1965"])
    #expect(read.document.trailing.isEmpty == (name != "glued.txt"))
    #expect(read.diagnostics.filter { $0.rule.id != "N006" }.map(\.message) == [])
  }

  @Test(arguments: fixtures) func everyNoteKnowsWhereItStands(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Notes/conventions/" + name))
    let read = Extraction(of: bytes, name: name)
    for note in read.notes {
      let text = note.note.text
      for offset in text.utf8.indices where text.utf8[offset] != 0x20 {
        #expect(read.document.source.bytes[text.sourceOffset(of: offset)] == text.utf8[offset])
      }
    }
  }

  /// The line that a reference of `expected.json` states; `first` is the label of the first note.
  private static func outline(_ gold: JSONValue, first: String) -> String {
    var line = "full " + (gold["type"]?.string ?? "")
    if gold["short_form_of"] != nil {
      // What stands there is the same in all files.
      line = "short short | author=Mercer | title=Mill | note=\(first)"
    }
    for name in gold["author"]?.array ?? [] {
      line += " | author=\(name["family"]?.string ?? ""), \(name["given"]?.string ?? "")"
    }
    for name in [
      "title", "container-title", "publisher", "publisher-place", "volume", "issue", "page",
      "prefix",
    ] {
      if let value = gold[name]?.string { line += " | \(name)=\(value)" }
    }
    if let year = gold["issued"]?.integer { line += " | issued=\(year)" }
    if let locator = gold["locator"]?.string { line += " | locator=page \(locator)" }
    return CiteOutline(line).line
  }
}
