import Testing

@testable import Citations

/// Input that is no document, or hardly one: a sensible result, and never a crash.
@Suite struct BadInputTests {
  /// Reads bytes as every format, and as the one that is guessed.
  private func readEverywhere(_ bytes: [UInt8], name: String = "input") -> [Extraction] {
    [Extraction(of: bytes, name: name)]
      + DocumentFormat.all.map { Extraction(of: bytes, name: name, as: $0) }
  }

  /// What is wrong with places and parts of an extraction, in words.
  private func broken(_ read: Extraction) -> [String] {
    var result = read.notes.flatMap { NoteInvariants.broken($0) }
    let size = read.document.source.bytes.count
    for diagnostic in read.diagnostics {
      if let range = diagnostic.range, Int(range.end) > size { result.append(diagnostic.message) }
    }
    if read.notes.count != read.document.notes.count { result.append("notes") }
    return result
  }

  @Test func nothing() {
    for read in readEverywhere([]) {
      #expect(read.notes.isEmpty && read.works.isEmpty)
      #expect(!read.diagnostics.contains { $0.severity == .error })
    }
    #expect(Extraction(ofNote: "").notes.map(\.kind) == [.commentary])
  }

  @Test func whiteSpaceAlone() {
    for read in readEverywhere(Array(" \n\t\r\n\u{B}\u{C}\u{A0}\u{FEFF} \n".utf8)) {
      #expect(read.notes.isEmpty)
      #expect(broken(read) == [])
    }
  }

  @Test func bytesThatAreAllZero() {
    for read in readEverywhere([UInt8](repeating: 0, count: 20_000)) {
      #expect(read.notes.isEmpty && read.works.isEmpty)
      #expect(broken(read) == [])
    }
    let read = Extraction(of: [UInt8](repeating: 0, count: 100), name: "zero.txt")
    #expect(!read.diagnostics.isEmpty && read.diagnostics.count <= 2)
  }

  @Test func everyByteOnceAndInDisorder() {
    var random = SeededRandom(seed: 7)
    var bytes = (0...255).map { UInt8($0) }
    for _ in 0..<8 {
      for read in readEverywhere(bytes) { #expect(broken(read) == []) }
      bytes = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
  }

  @Test func bytesThatAreNotUTF8AreSaid() {
    var bytes = Array("One word.[1]\n\nNotes\n\n[1] Margery Fell, Salt".utf8)
    bytes +=
      [0xC3, 0x28, 0xE2, 0x82, 0xF0, 0x9F] + Array(" (Hull: Estuary Books, 1974), 2.\n".utf8)
    let read = Extraction(of: bytes, name: "x.txt")
    #expect(read.notes.count == 1)
    #expect(read.diagnostics.contains { ["F001", "F002"].contains($0.rule.id) })
    #expect(broken(read) == [])
  }

  @Test func markupThatIsNeverClosed() {
    let page = """
      <html><body><p>One.<sup><a href="#n1">1</a> Two.<div><span title="<i><b>
      <ol><li id="n1">Margery Fell, <i>The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112.
      """
    for count in stride(from: 0, through: page.utf8.count, by: 3) {
      let bytes = Array(page.utf8.prefix(count))
      #expect(broken(Extraction(of: bytes, name: "page.html")) == [])
    }
    let read = extraction(
      "<p>One.<sup><a href=\"#n1\">1</a><ol><li id=\"n1\">Margery Fell, <i>Salt Roads</i> "
        + "(Hull: Estuary Books, 1974), 112.", name: "page.html")
    #expect(read.works.map(\.id) == ["fell1974"])
  }

  @Test func entitiesAreNeitherExpandedNorFetched() {
    let file = #filePath
    let article = """
      <?xml version="1.0"?>
      <!DOCTYPE article [
        <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
        <!ENTITY file SYSTEM "file://\(file)"><!ENTITY net SYSTEM "http://localhost:9/x">
        <!ENTITY % outside SYSTEM "file://\(file)"> %outside;
      ]>
      <article><body><p>One.<xref ref-type="fn" rid="n1">1</xref> &f; &file; &net;</p></body>
      <back><fn-group><fn id="n1"><p>Two &f; &file;.</p></fn></fn-group></back></article>
      """
    let read = extraction(article, name: "article.xml")
    let words = (read.document.blocks.map(\.text) + read.document.notes.map(\.text)).map(\.string)
    #expect(words.allSatisfy { $0.utf8.count < 20_000 && !$0.contains("import Testing") })
    #expect(broken(read) == [])
    #expect(read.document.notes.count == 1)
    #expect(!read.diagnostics.isEmpty)
  }

  @Test(arguments: ["(", "[", "{", "“", "«", "<b>", "<", "^[", "*", "> ", "[^1]: ", "\\"])
  func openingSignsWithoutEnd(_ sign: String) {
    let text = String(repeating: sign, count: 10_000)
    for read in readEverywhere(Array(text.utf8)) { #expect(broken(read) == []) }
    #expect(NoteInvariants.broken(text) == [])
  }

  @Test(arguments: ConventionTests.fixtures) func damagedDocuments(_ name: String) throws {
    let bytes = try #require(Shared.fixture("Notes/conventions/" + name))
    var random = SeededRandom(seed: 11)
    for count in stride(from: 0, to: bytes.count, by: 37) {
      #expect(broken(Extraction(of: Array(bytes[..<count]), name: name)) == [])
    }
    for _ in 0..<40 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: changed.indices, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      #expect(broken(Extraction(of: changed, name: name)) == [])
    }
  }

  @Test func bracketsInBrackets() {
    let text =
      "Margery Fell, Salt Roads " + String(repeating: "(", count: 10_000) + "1974"
      + String(repeating: ")", count: 10_000) + ", 12."
    #expect(NoteInvariants.broken(text) == [])
  }

  @Test func aNoteOfManyReferences() {
    let one = "Margery Fell, The Salt Roads of Lindsey (Hull: Estuary Books, 1974), 112; "
    let text = String(repeating: one, count: 200_000 / one.utf8.count)
    let read = Extraction(ofNote: text)
    #expect(read.notes.flatMap { NoteInvariants.broken($0) } == [])
    #expect(read.works.map(\.id) == ["fell1974"])
    #expect(read.notes.first?.cites.count == 200_000 / one.utf8.count)
  }

  /// Lists of names are the slowest to read, so there are fewer of them.
  @Test(arguments: [
    ("a", 200_000), ("A", 200_000), ("word ", 40_000), ("Word ", 40_000), ("1931", 50_000),
    ("1, ", 40_000), ("J. ", 40_000), ("in ", 40_000), ("“A,” ", 15_000), ("Ibid. ", 10_000),
    ("Ada, ", 1_000), (" and Bo", 1_000), ("Ada Mercer, ", 500), ("See ", 10_000),
  ])
  func aNoteOfOneThing(_ piece: String, _ count: Int) {
    let text = String(repeating: piece, count: count)
    let read = Extraction(ofNote: text)
    #expect(read.notes.flatMap { NoteInvariants.broken($0) } == [])
  }
}
