import Testing

@testable import Citations

/// Endnotes that were pasted into Markdown: plain markers and a list under a heading.
@Suite struct ListedNotesTests {
  private func document(_ text: String) -> Document {
    Extraction(of: Array(text.utf8), name: "essay.md").document
  }

  /// Markers and lists that belong together.
  static let conventions = [
    "Salt.[1] Sand.[2]\n\n## Notes\n\n1. First note.\n2. Second note.\n",
    "Salt.[1] Sand.[2]\n\n## Endnotes\n\n[1] First note.\n[2] Second note.\n",
    "Salt.\\[1\\] Sand.\\[2\\]\n\n## Anmerkungen\n\n\\[1\\] First note.\n\n\\[2\\] Second note.\n",
    "Salt.^1^ Sand.^2^\n\n**Notes**\n\n1. First note.\n2. Second note.\n",
    "Salt.¹ Sand.²\n\n# Notes\n\n¹ First note.\n² Second note.\n",
    "Salt.¹ Sand.²\n\n# Notes\n\n1. First note.\n2. Second note.\n",
    "Salt.<sup>1</sup> Sand.<sup>2</sup>\n\n## Notes\n\n1. First note.\n2. Second note.\n",
  ]

  @Test(arguments: conventions) func markersMeetTheListedNotes(_ text: String) {
    let read = document(text)
    #expect(read.notes.map(\.label) == ["1", "2"])
    #expect(read.notes.map(\.text.string) == ["First note.", "Second note."])
    #expect(read.markers.map(\.note) == [0, 1])
    #expect(read.blocks.first?.text.string == "Salt. Sand.")
  }

  @Test(arguments: [
    // A list without markers, under whatever heading.
    "Salt and sand.\n\n## Notes\n\n1. Buy salt.\n2. Buy sand.\n",
    // A list that no heading calls notes.
    "Salt [1] and sand [2].\n\n## Steps\n\n1. Buy salt.\n2. Buy sand.\n",
    // Numbers in brackets that are links.
    "Salt [1] and sand [2].\n\n[1]: https://a.example.org/\n[2]: https://b.example.org/\n\n## Notes\n\n1. Salt.\n2. Sand.\n",
    "Salt [1](https://a.example.org/).\n\n## Notes\n\n1. Salt.\n",
    // Squares and cubes.
    "A field of 3 km² and 4 m³.\n\n## Notes\n\n1. Salt.\n2. Sand.\n3. Sea.\n4. Sun.\n5. Sail.\n",
  ]) func ordinaryListsAreNoNotes(_ text: String) {
    #expect(document(text).notes.isEmpty)
  }

  @Test func footnotesOfMarkdownComeFirst() {
    let read = document(
      "Salt.[^1] Sand [1].\n\n[^1]: The note.\n\n## Notes\n\n1. Salt.\n2. Sand.\n")
    #expect(read.notes.map(\.text.string) == ["The note."])
  }

  @Test func aMarkerWithoutItsNoteIsStillOne() {
    let read = document(
      "Salt.[1] Sand.[2] Sea.[3]\n\n## Notes\n\n1. First note.\n2. Second note.\n")
    #expect(read.markers.map(\.note) == [0, 1, nil])
  }

  @Test func notesKnowTheirPlaces() {
    let text = "Salt.[1] Sand.[2]\n\n## Notes\n\n[1] First note.\n[2] Second note.\n"
    let read = document(text)
    let places = read.notes.map { note in
      Array(text.utf8)[Int(note.range.start)..<Int(note.range.end)].string
    }
    #expect(places.first?.hasPrefix("[1] First note.") ?? false)
    #expect(places.last == "[2] Second note.")
  }
}
