import Testing

@testable import Citations

@Suite struct JATSListReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> ReadBibliography {
    JATSListReader.read(SourceFile(name: "test.xml", bytes: bytes))
  }

  private func rules(_ read: ReadBibliography) -> [String] { read.diagnostics.map(\.rule.id) }

  /// Two references around a third.
  private func list(_ middle: String) -> String {
    "<article><back><ref-list><ref id='a'><mixed-citation><source>A</source></mixed-citation></ref>"
      + middle
      + "<ref id='z'><element-citation><source>Z</source></element-citation></ref></ref-list></back></article>"
  }

  private static let article = Shared.fixture("Formats/JATS/article.nxml") ?? []

  @Test func articleOfManyShapes() throws {
    let found = read(Self.article)
    golden(
      BibliographyFormat.cslJSON.write(found.references)?.bytes ?? [], "Formats/JATS/article.json")
    #expect(found.references.count == 15)
    #expect(rules(found) == ["F062", "F061", "F061"])
    let untagged = try #require(found.diagnostics.dropFirst().first?.range)
    let text = Self.article[Int(untagged.start)..<Int(untagged.end)]
    #expect(text.starts(with: "<mixed-citation publication-type=\"other\">Archive of Fell"))
    for (reference, range) in zip(found.references, found.ranges) {
      let text = Self.article[Int(range.start)..<Int(range.end)]
      #expect(text.starts(with: "<ref id=\"\(reference.id)\"") || reference.id.hasPrefix("B5"))
      #expect(text.suffix(6).elementsEqual("</ref>".utf8) || reference.id.hasPrefix("B5"))
    }
  }

  @Test func whatWasReadIsWrittenAndReadAgain() throws {
    let references = read(Self.article).references
    let written = try #require(BibliographyFormat.jats.write(references))
    #expect(written.losses == [])
    let again = read(written.bytes)
    #expect(again.references == references)
    #expect(again.diagnostics == [])
    if let complaints = XMLLint.complaints(about: written.bytes) { #expect(complaints == "") }
    golden(written.bytes, "Formats/JATS/article-rewritten.xml")
  }

  @Test(arguments: [
    ("<ref id='a'><element-citation><source>S</source></element-citation></ref>", ["a S"]),
    (
      "<ref-list><ref id='a'><mixed-citation><source>S</source></mixed-citation></ref></ref-list>",
      ["a S"]
    ),
    ("<element-citation id='c'><source>S</source></element-citation>", ["c S"]),
    (
      "<citation-alternatives><mixed-citation>T</mixed-citation><element-citation><source>S</source>"
        + "</element-citation></citation-alternatives>", [" S"]
    ),
    (
      "<j:article xmlns:j='urn:j'><j:ref id='a'><j:mixed-citation><j:source>S</j:source>"
        + "</j:mixed-citation></j:ref></j:article>", ["a S"]
    ),
    (
      "<article><fn><p>See <mixed-citation><source>S</source></mixed-citation>, <citation id='d'>"
        + "<source>T</source></citation></p></fn></article>", [" S", "d T"]
    ),
    (
      "<ref id='a'><citation citation-type='book'><source>S</source></citation></ref>"
        + "<ref id='b'><nlm-citation><source>T</source></nlm-citation></ref>", ["a S", "b T"]
    ),
    (
      "<ref-list><ref-list><ref id='a'><mixed-citation><source>S</source></mixed-citation></ref>"
        + "</ref-list><ref id='b'><mixed-citation><source>T</source></mixed-citation></ref></ref-list>",
      ["a S", "b T"]
    ),
  ])
  func articlesAndFragments(_ text: String, _ expected: [String]) {
    let found = read(text)
    #expect(
      found.references.map { "\($0.id) \($0[.title]?.plain ?? "-")" } == expected)
    #expect(found.diagnostics == [])
  }

  @Test func severalCitationsOfOneReferenceHaveIDsOfTheirOwn() {
    let found = read(
      """
      <ref-list><ref id="a"><mixed-citation><source>A</source></mixed-citation><mixed-citation><source>B</source>
      </mixed-citation></ref><ref id="a-2"><mixed-citation><source>C</source></mixed-citation><mixed-citation id="a">
      <source>D</source></mixed-citation></ref></ref-list>
      """)
    #expect(found.references.map(\.id) == ["a", "a-2", "a-2", "a-3"])
    #expect(Set(found.ranges.map(\.start)).count == 4)
  }

  @Test(arguments: [
    // An end tag that is missing, an element cut off, an ampersand, a stray sign, another encoding.
    "<ref id='m'><element-citation><source>M</element-citation></ref>",
    "<ref id='m'><element-citation><source>M</source>",
    "<ref id='m'><element-citation><source>M & N</source></element-citation></ref>",
    "<ref id='m'><element-citation><source>M < N</source></element-citation></ref>",
    "<ref id='m' id='n'><element-citation><source>M</source></element-citation></ref>",
    "<ref id='m><element-citation><source>M</source></element-citation></ref>",
    "<ref id='m'><element-citation><source>M\u{1}</source></element-citation></ref>",
    "<ref id='m'><element-citation><source>M&undefined;</source></element-citation></ref>",
  ])
  func aFaultCostsNoMoreThanItsReference(_ middle: String) throws {
    let text = list(middle)
    let found = read(text)
    #expect(found.references.first?[.title] == "A")
    #expect(found.references.last?[.title] == "Z")
    #expect(found.references.count == 3)
    let finding = try #require(found.diagnostics.first)
    #expect(rules(found).prefix(1) == ["F060"])
    let place = Int(finding.range?.start ?? 0)
    #expect(place >= 85 && place <= text.utf8.count - 85)
  }

  @Test func bytesThatAreNoTextCostNoOtherReference() {
    var bytes = Array(
      list("<ref id='m'><mixed-citation><source>M?</source></mixed-citation></ref>").utf8)
    bytes[bytes.firstIndex(of: UInt8(ascii: "?")) ?? 0] = 0xFF
    let found = read(bytes)
    #expect(found.references.first?[.title] == "A")
    #expect(found.references.last?[.title] == "Z")
    #expect(rules(found).contains("F060"))
  }

  @Test func entitiesAreNeitherExpandedNorLoaded() {
    let found = read(
      """
      <!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <ref-list><ref id="x"><mixed-citation xml:lang="&b;"><source>S &b; &f; &eacute;</source></mixed-citation></ref>
      <ref id="y"><mixed-citation><source>T</source></mixed-citation></ref></ref-list>
      """)
    #expect(found.references.map { $0[.title] } == ["S &b; &f; é", "T"])
    #expect(rules(found) == ["F064", "F060"])
    #expect(found.diagnostics.first?.range == SourceRange(19, 43))
  }

  @Test(arguments: [
    "", "   ", "no markup", "<article><body><p>None</p></body></article>", "<ref-list/>",
  ])
  func aDocumentWithoutReferencesSaysSo(_ text: String) {
    #expect(read(text).references.isEmpty)
    #expect(rules(read(text)) == ["F063"])
  }

  @Test func anEmptyReferenceIsReported() {
    #expect(rules(read(list("<ref id='m'/>"))) == ["F065"])
    #expect(rules(read(list("<ref id='m'><label>2</label></ref>"))) == ["F065"])
  }

  @Test(arguments: ["italic", "date", "mixed-citation", "person-group", "name", "ref", "std"])
  func deepNestingIsRead(_ element: String) {
    let deep = String(repeating: "<\(element)>", count: 20_000)
    let found = read(list("<ref id='m'><mixed-citation><source>M" + deep))
    #expect(found.references.first?[.title] == "A")
    #expect(found.references.last?[.title] == "Z")
    #expect(rules(found).contains("F060"))
    #expect(BibliographyFormat.jats.write(found.references)?.losses == [])
  }

  @Test func everyTruncationAndChangeIsRead() {
    let bytes = Array(Self.article[600..<2600])
    var state: UInt64 = 7
    for length in 0...bytes.count {
      check(read(Array(bytes[..<length])), length)
    }
    for _ in 0..<600 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = bytes
      changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      check(read(changed), bytes.count)
    }
  }

  /// What must hold whatever was read.
  private func check(_ found: ReadBibliography, _ count: Int) {
    let isSound =
      found.references.count == found.ranges.count
      && found.ranges.allSatisfy { $0.start <= $0.end && $0.end <= count }
      && found.diagnostics.allSatisfy { ($0.range?.end ?? 0) <= count }
      && (!found.references.isEmpty || !found.diagnostics.isEmpty)
    #expect(isSound)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal", 100),
    ("<article article-type='x'><front>", 95), ("<ref-list>", 90), ("<j:ref-list>", 90),
    ("<element-citation>", 97), ("<ref><j:mixed-citation>", 97),
    ("<html><body><article><header>", 0), ("<modsCollection>", 0), ("[{\"id\": 1}]", 0), ("", 0),
  ])
  func beginningsAreRecognised(_ text: String, _ score: Int) {
    #expect(BibliographyFormat.jats.sniff?(Array(text.utf8)[...]) == score)
  }
}
