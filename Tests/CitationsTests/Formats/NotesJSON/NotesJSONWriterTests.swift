import Testing

@testable import Citations

@Suite struct NotesJSONWriterTests {
  private static let text = "Ä word.¹ More.¹\n\n1. Über: Mercer, The Mill, 44.\nComments\n"

  /// A document with one note that is cited twice, written by hand.
  private static let extraction: Extraction = {
    let source = SourceFile(name: "essay.txt", bytes: Array(text.utf8))
    func range(of words: String, after start: Int = 0) -> SourceRange {
      let place = source.bytes.firstOffset(of: Array(words.utf8), from: start) ?? 0
      return SourceRange(place, place + words.utf8.count)
    }
    var document = Document(source: source, format: "text")
    let note = Note(
      label: "1", text: SourceText("Über: Mercer, The Mill, 44."),
      range: range(of: "1. Über: Mercer, The Mill, 44."))
    document.notes = [note]
    for place in [range(of: "¹"), range(of: "¹", after: 12)] {
      var marker = Marker(label: "1", range: place)
      marker.note = 0
      marker.pairing = .number
      document.markers.append(marker)
    }
    document.trailing = [
      Trailing(
        text: SourceText("Comments"), range: range(of: "Comments"), reason: "after the last note")
    ]
    var reference = Reference(type: .book)
    reference[.author] = [Name(family: "Mercer")]
    reference[.title] = RichText("The Mill", spans: [.init(0..<8, .italic)])
    var cite = Cite(
      range: 7..<27, kind: .short, reference: reference, reader: "test", confidence: 0.9)
    cite.form = .short
    cite.locator = Locator(.page, "44")
    cite.prefix = "Über"
    cite.work = "mercer1931"
    cite.refersTo = "1"
    let read = ReadNote(
      note: note, parts: [.prose(0..<7), .cite(0), .prose(27..<28)], cites: [cite], kind: .mixed)
    var work = reference
    work.id = "mercer1931"
    work[.issued] = DateValue(.init(1931))
    var finding = Diagnostic(
      Rule("N001", "test-rule", .warning, "A rule"), "\"Über\" is odd", at: range(of: "Über"),
      note: "1")
    finding.severity = .error
    return Extraction(
      document: document, notes: [read], works: [work],
      diagnostics: [finding, Diagnostic(Rule("N002", "other", .note, "A rule"), "no place")])
  }()

  private func text(_ extractions: [Extraction]) -> [UInt8] {
    BibliographyFormat.notesJSON.writeExtractions?(extractions, WriterOptions()) ?? []
  }

  @Test func documentWithEverything() {
    golden(text([Self.extraction]), "Formats/NotesJSON/essay.json")
  }

  @Test func severalDocumentsAreAnArray() throws {
    let one = try JSONValue.parse(text([Self.extraction]))
    #expect(try JSONValue.parse(text([Self.extraction, Self.extraction])) == .array([one, one]))
    #expect(try JSONValue.parse(text([])) == .array([]))
  }

  @Test func offsetsCountScalars() throws {
    let notes = try JSONValue.parse(text([Self.extraction]))["notes"]?.array
    let reference = notes?.first?["references"]?.array?.first
    #expect(reference?["start"]?.integer == 6)
    #expect(reference?["end"]?.integer == 26)
  }

  @Test func streamLineIsOneLine() throws {
    let line = NotesNDJSON.line(id: .number(7), note: Self.extraction.notes[0])
    #expect(
      line.string == """
        {"id":7,"references":[{"id":"mercer1931","type":"book","author":[{"family":"Mercer"}],\
        "title":"<i>The Mill</i>","locator":"44","label":"page","prefix":"Über","kind":"short",\
        "refers-to":"1","start":6,"end":26,"confidence":0.9,"xref":{"kind":"short"}}]}

        """)
    let whole = NotesNDJSON.line(id: .string("a"), extraction: Self.extraction)
    #expect(whole.filter { $0 == 0x0A }.count == 1)
    #expect(try JSONValue.parse(whole)["notes"]?.array?.count == 1)
    #expect(
      NotesNDJSON.errorLine(id: .null, message: "no text").string
        == "{\"id\":null,\"status\":\"error\",\"error\":{\"message\":\"no text\"}}\n")
  }

  @Test func confidenceIsShort() {
    #expect(
      [0.0, 1, 0.97, 0.12345, 0.9999, 0.0001, .nan].map(Cite.decimal) == [
        "0", "1", "0.97", "0.123", "1", "0", "0",
      ])
  }

  @Test func manyMarkersInOneLineAreQuick() {
    let source = SourceFile(name: "x", bytes: [UInt8](repeating: 0x61, count: 1_000_000))
    var cursor = PositionCursor(source)
    for offset in stride(from: 0, to: 1_000_000, by: 20) {
      #expect(cursor.position(at: offset).column == offset + 1)
    }
    #expect(cursor.position(at: 5).column == 6)
  }
}
