import Testing

@testable import Citations

/// The same two notes in every convention.
@Suite struct MarkupConventionTests {
  static let files: [(String, DocumentFormat)] = [
    ("m01-pandoc.md", .markdown), ("m02-pandoc-inline.md", .markdown),
    ("m03-pandoc-cites-in-notes.md", .markdown), ("m04-multimarkdown-citation.md", .markdown),
    ("m05-commonmark-html-sup.md", .markdown), ("m12-scrivener-mmd-inline.md", .markdown),
    ("m11-djot.dj", .djot),
    ("m06-asciidoc.adoc", .asciidoc), ("m07-rst.rst", .rst), ("m08-org.org", .org),
    ("m09-wikitext.wiki", .wikitext), ("m10-typst.typ", .typst),
  ]
  static let first = "Ada Mercer, The Mill at Dunholm (Leeds: Fell Press, 1931), 44."
  static let second =
    "See Tomas Okri, “Ledgers of the North,” Journal of Trade 12, no. 3 (1978): 201–9; "
    + "but compare Mercer, Mill, 51."

  @Test(arguments: files) func twoNotes(_ name: String, _ format: DocumentFormat) throws {
    guard let bytes = Shared.read("notes/markup/" + name) else { return }
    let outline = DocumentOutline(bytes, format)
    let document = outline.document
    try #require(document.notes.count == 2)
    #expect(
      outline.body
        == ["The mill was closed by decree.{1} Its clerk wrote of “a season of loss.”{2}"])
    #expect(document.diagnostics.isEmpty)
    #expect(outline.broken.isEmpty)
    if name.hasPrefix("m03") {
      #expect(
        document.notes.map(\.text.string) == [
          "@mercer1931, 44.", "See @okri1978; but compare @mercer1931, 51.",
        ])
      #expect(outline.cites(inNote: 0) == ["@mercer1931, 44 = mercer1931 @ page 44"])
      #expect(
        outline.cites(inNote: 1)
          == ["@okri1978 = okri1978", "@mercer1931, 51 = mercer1931 @ page 51"])
      return
    }
    if !name.hasPrefix("m09") { #expect(document.notes[0].text.string == Self.first) }
    #expect(document.notes[1].text.string == Self.second)
    for note in document.notes {
      // Every word of a note leads back to where it stands.
      for place in note.text.utf8.indices where note.text.utf8[place] != 0x20 {
        #expect(bytes[note.text.sourceOffset(of: place)] == note.text.utf8[place])
      }
    }
  }

  @Test func multiMarkdownMarkersCarryLocators() {
    guard let bytes = Shared.read("notes/markup/m04-multimarkdown-citation.md") else { return }
    #expect(DocumentOutline(bytes, .markdown).document.markers.map(\.locator) == ["p. 44", nil])
  }
}
