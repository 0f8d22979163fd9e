import Testing

@testable import Citations

/// Input that is made to break readers.
@Suite struct HostileRecordTests {
  private func read(_ name: String, _ bytes: [UInt8]) throws -> ReadBibliography {
    let format = try #require(BibliographyFormat.named(name))
    return try #require(format.read(SourceFile(name: "t", bytes: DecodedText(bytes).bytes)))
  }

  @Test(arguments: [
    ("ris", "TY  - BOOK\r\nAU  - M\u{FC}ller, A.\r\nER  - \r\n"),
    ("nbib", "PMID- 1\r\nFAU - M\u{FC}ller, A.\r\n"),
    ("endnote-tagged", "%0 Book\r\n%A M\u{FC}ller, A.\r\n"),
    (
      "endnote-xml",
      "<xml><records><record><ref-type name=\"Book\">6</ref-type><contributors><authors><author>M\u{FC}ller, A.</author></authors></contributors></record></records></xml>"
    ),
  ])
  func encodingsAreRead(_ name: String, _ text: String) throws {
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [latin, utf16, marked, Array(text.utf8)] {
      let found = try read(name, bytes)
      #expect(found.references.map { $0[.author].map(\.family) } == [["Müller"]])
      #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
    }
  }

  @Test func entitiesAreNotExpanded() throws {
    let bomb = """
      <!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <xml><records><record><ref-type name="Book">6</ref-type><titles><title>&b;&f;x</title></titles></record></records></xml>
      """
    let found = try read("endnote-xml", Array(bomb.utf8))
    #expect(found.references.first?[.title]?.plain == "&b;&f;x")
    #expect(found.diagnostics.contains { $0.rule.id == "F046" })
  }

  @Test func deepNestingIsRead() throws {
    let depth = 100_000
    let text =
      "<xml><records><record><titles><title>T</title></titles>"
      + String(repeating: "<a>", count: depth)
      + "x" + String(repeating: "</a>", count: depth) + "</record></records></xml>"
    #expect(try read("endnote-xml", Array(text.utf8)).references.first?[.title] == "T")
  }

  @Test(arguments: ["ris", "nbib", "endnote-tagged", "endnote-xml"])
  func everyTextIsAnswered(_ name: String) throws {
    for text in ["", "\n", "\u{0}", "<", "%", "- ", "%0", "PMID-", "TY", "{\"a\":1}", "@book{a,}"] {
      let found = try read(name, Array(text.utf8))
      #expect(found.references.isEmpty || name == "endnote-tagged" || name == "nbib", "\(text)")
      #expect(!found.diagnostics.isEmpty || !found.references.isEmpty, "\(text)")
    }
  }

  /// What stands around a broken record is read.
  @Test func brokenXMLCostsOneRecord() throws {
    func record(_ title: String) -> String {
      "<record><ref-type name=\"Book\">6</ref-type><titles><title>\(title)</title></titles></record>"
    }
    let text = "<xml><records>\(record("A"))\(record("B & C <i"))\(record("D"))</records></xml>"
    let found = try read("endnote-xml", Array(text.utf8))
    #expect(found.references.first?[.title] == "A")
    #expect(found.diagnostics.contains { $0.rule.id == "F045" })
  }
}
