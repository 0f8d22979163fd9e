import Testing

@testable import Citations

@Suite struct CitationListTests {
  private func read(_ text: String, _ styleClass: Style.Class = .note) -> CitationList {
    CitationList(SourceFile(name: "c.json", bytes: Array(text.utf8)), styleClass: styleClass)
  }

  @Test func arraysOfCitesAreNumberedInStylesOfNotes() {
    let text = #"[[{"id": "a", "locator": 12, "label": "chapter"}], [{"id": "b"}, {"id": 3}]]"#
    let found = read(text)
    #expect(found.diagnostics.isEmpty)
    #expect(found.citations.map(\.noteNumber) == [1, 2])
    #expect(found.citations.map { $0.items.map(\.id) } == [["a"], ["b", "3"]])
    #expect(found.citations[0].items[0].locator == "12")
    #expect(found.citations[0].items[0].label == .chapter)
    #expect(read(text, .inText).citations.map(\.noteNumber) == [0, 0])
  }

  @Test func citationsSayTheirNotesAndModes() {
    let found = read(
      """
      [{"citationID": "x", "citationItems": [{"id": "a", "suppress-author": true}],
        "properties": {"noteIndex": 4}},
       {"citationItems": [{"id": "a"}], "properties": {"mode": "composite"}}]
      """)
    #expect(found.diagnostics.isEmpty)
    #expect(found.citations.map(\.noteNumber) == [4, 5])
    #expect(found.citations[0].id == "x" && found.citations[0].items[0].mode == .suppressAuthor)
    #expect(found.citations[1].mode == .composite)
  }

  @Test func editsAreReplayed() {
    let found = read(
      """
      [[{"citationID": "x", "citationItems": [{"id": "a"}], "properties": {"noteIndex": 1}}, [], []],
       [{"citationID": "y", "citationItems": [{"id": "b"}], "properties": {"noteIndex": 1}}, [], [["x", 2]]]]
      """)
    #expect(found.diagnostics.isEmpty)
    #expect(found.citations.map(\.id) == ["y", "x"])
    #expect(found.citations.map(\.noteNumber) == [1, 2])
  }

  @Test(arguments: [
    ("", "L010"), ("{}", "L010"), ("[7]", "L010"), ("[[{}]]", "L010"),
    ("[{\"id\": \"a\"}]", "L010"),
    ("[[{\"id\": \"a\"}]", "L010"), ("[[{\"id\": \"a\", \"locater\": \"1\"}]]", "L012"),
    ("[[{\"id\": \"a\", \"label\": \"pages\"}]]", "L012"),
    ("[{\"citationItems\": [], \"properties\": {\"mode\": \"short\"}}]", "L012"),
    ("[[{\"citationID\": \"x\", \"citationItems\": []}, [[\"y\", 1]], []]]", "L010"),
  ]) func whatIsNoCitationIsSaid(_ text: String, _ rule: String) {
    #expect(read(text).diagnostics.map(\.rule.id) == [rule])
  }

  @Test func anUnknownWorkIsSaidWithItsPlaceAndWhatMayBeMeant() throws {
    let found = read("[[{\"id\": \"a\"}],\n [{\"id\": \"mercer1913\"}]]")
    let findings = found.unknownWorks(among: ["a", "mercer1931"])
    #expect(
      findings.map(\.message)
        == ["no reference has the id 'mercer1913'; did you mean 'mercer1931'?"])
    let range = try #require(findings.first?.range)
    #expect(found.source.position(at: Int(range.start)) == SourcePosition(line: 2, column: 2))
  }

  @Test func brokenFilesDoNoHarm() {
    let text = Array(#"[[{"citationID":"x","citationItems":[{"id":"a"}]},[],[["x",1]]]]"#.utf8)
    for end in text.indices {
      let cut = SourceFile(name: "c", bytes: Array(text[..<end]))
      #expect(!CitationList(cut, styleClass: .note).diagnostics.isEmpty)
    }
  }
}
