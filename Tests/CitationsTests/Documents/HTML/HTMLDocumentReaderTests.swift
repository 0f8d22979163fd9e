import Testing

@testable import Citations

@Suite struct HTMLDocumentReaderTests {
  static let files = [
    "h01-substack", "h02-wp-core-block", "h03-wp-modern-footnotes", "h04-wp-easy-footnotes",
    "h05-ghost-markdown-card", "h06-medium-no-markup", "h07-wikipedia-rendered", "h08-google-docs",
    "h09-word-filtered-html", "h10-dpub-aria", "h11-sup-heading-notes", "h12-sup-heading-ol",
    "h13-harvard-law-review", "h14-sidenote-tufte", "h15-inline-cite-columbia",
    "h16-named-anchor-old-web",
  ]

  @Test(arguments: files) func everyConventionGivesTheSameNotes(_ name: String) {
    guard let bytes = Shared.read("notes/markup/\(name).html") else { return }
    let document = readHTML(bytes)
    #expect(
      document.notes.map(\.text.string) == [
        "Ada Mercer, The Mill at Dunholm (Leeds: Fell Press, 1931), 44.",
        "See Tomas Okri, “Ledgers of the North,” Journal of Trade 12, no. 3 (1978): 201–9; "
          + "but compare Mercer, Mill, 51.",
      ])
    #expect(document.notes.map(\.label) == ["1", "2"])
    #expect(document.notes.map(\.series) == ["note", "note"])
    let block = document.blocks.first { !$0.markers.isEmpty }
    #expect(
      block?.text.string == "The mill was closed by decree. Its clerk wrote of “a season of loss.”")
    #expect(block?.markers.map(\.offset) == [30, 73])
    #expect(block?.markers.map(\.marker) == [0, 1])
    #expect(document.markers.map(\.label) == ["1", "2"])
    #expect(document.markers.map(\.note) == [0, 1])
    let isLinked = !["h06", "h11", "h12"].contains(String(name.prefix(3)))
    #expect(document.markers.map(\.pairing) == (isLinked ? [.link, .link] : [.number, .number]))
    #expect(document.notes.allSatisfy { $0.text.styles.contains { $0.style == .italic } })
    #expect(document.title?.string == "The Mill")
    #expect(document.language == "en")
    #expect(document.diagnostics.isEmpty)
    #expect(
      document.trailing.map(\.text.string)
        == (name.hasPrefix("h12") ? ["Comments", "Jo: lovely (see Hall, 1956)."] : []))
    expectPlaces(document)
  }
}
