import Testing

@testable import Citations

@Suite struct ExtractionSummaryTests {
  private func extraction() -> Extraction {
    let source = SourceFile(name: "essay.txt", bytes: Array("text".utf8))
    var document = Document(source: source, format: "text")
    let range = SourceRange(0, 1)
    document.notes = (1...3).map { Note(label: String($0), text: SourceText("x"), range: range) }
    for (note, pairing) in [(0, Pairing.number), (1, .order)] {
      var marker = Marker(label: "1", range: range)
      marker.note = note
      marker.pairing = pairing
      document.markers.append(marker)
    }
    document.markers.append(Marker(label: "9", range: range))
    document.trailing = [Trailing(text: SourceText("y"), range: range, reason: "comments")]
    let cites = [Cite.Kind.full, .short, .ibid, .mention].map { kind in
      var cite = Cite(
        range: 0..<1, kind: kind, reference: Reference(type: .book), reader: "test", confidence: 1)
      if kind == .short { cite.work = "mercer1931" }
      return cite
    }
    let rule = Rule("C012", "missing-publisher", .warning, "A book needs a publisher.")
    return Extraction(
      document: document,
      notes: [
        ReadNote(note: document.notes[0], parts: [], cites: cites, kind: .citation)
      ],
      works: [Reference(id: "mercer1931", type: .book)],
      diagnostics: [Diagnostic(rule, "a"), Diagnostic(rule, "b")])
  }

  @Test func theNumbersAreOnOneScreen() {
    let expected = """
      notes        3 (paired: 1 by number, 1 by order, 1 without a marker, 1 marker without a note)
      citations    4 (1 full, 1 short, 1 ibid, 1 mention)
      works        1
      short forms  1 of 2 resolved
      left alone   1 piece of text after the notes
      findings     2 warnings

      """
    #expect(ExtractionSummary(of: [extraction()]).text == expected)
  }

  @Test func severalDocumentsAreAddedUp() {
    let summary = ExtractionSummary(of: [extraction(), extraction()])
    #expect(summary.text.hasPrefix("documents    2\nnotes        6 "))
    #expect(summary.findings[.warning] == 4)
    #expect(summary.shortForms == 4)
  }

  @Test func nothingIsSaidInWords() {
    let summary = ExtractionSummary(of: [])
    #expect(summary.findingsLine == "no findings")
    #expect(summary.text.hasSuffix("findings     none\n"))
  }
}
