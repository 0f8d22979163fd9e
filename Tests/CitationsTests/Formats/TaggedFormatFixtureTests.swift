import Testing

@testable import Citations

/// Files as other programs write them, in RIS, PubMed's format and those of EndNote.
@Suite struct TaggedFormatFixtureTests {
  static let files = [
    "RIS/dialects/zotero.ris", "RIS/dialects/endnote.ris", "RIS/dialects/refman2001.ris",
    "RIS/dialects/publishers.ris", "RIS/dialects/mess.ris", "NBIB/read/pubmed.nbib",
    "EndNoteTagged/read/catalogue.enw", "EndNoteTagged/read/refer.enw",
    "EndNoteXML/read/endnote.xml", "EndNoteXML/read/others.xml",
  ]

  static func format(_ file: String) throws -> BibliographyFormat {
    let name = file.hasPrefix("EndNoteXML") ? "endnote-xml" : ""
    return try #require(
      BibliographyFormat.all.first { format in
        format.name == name
          || name.isEmpty && format.extensions.contains { file.hasSuffix("." + $0) }
      })
  }

  private func read(_ file: String) throws -> ReadBibliography {
    let raw = try #require(Shared.fixture("Formats/" + file))
    let source = SourceFile(name: file, bytes: DecodedText(raw).bytes)
    return try #require(try Self.format(file).read(source))
  }

  @Test(arguments: files)
  func filesAreRead(_ file: String) throws {
    let json = BibliographyFormat.cslJSON.write(try read(file).references)?.bytes ?? []
    let stem = file.prefix { $0 != "." }
    golden(json, "Formats/\(stem).json")
  }

  @Test(arguments: files)
  func whatIsReadComesBack(_ file: String) throws {
    let before = try read(file).references
    let trip = try #require(RoundTrip(before, through: try Self.format(file)))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
    // A type that nobody knows is written as it was, and stays unknown.
    let problems = trip.read.diagnostics.filter { $0.rule != .unknownReferenceType }
    #expect(problems.isEmpty, "\(problems.prefix(5))")
  }

  @Test(arguments: files)
  func contentSaysWhichFormatItIs(_ file: String) throws {
    let raw = try #require(Shared.fixture("Formats/" + file))
    let scores = BibliographyFormat.all.map { ($0.name, $0.sniff?(raw[...]) ?? 0) }
    let best = scores.max { $0.1 < $1.1 }
    #expect(best?.0 == (try Self.format(file)).name, "\(scores)")
    #expect((best?.1 ?? 0) >= 40)
  }

  @Test(arguments: files)
  func everyTruncationAndChangeIsRead(_ file: String) throws {
    let raw = try #require(Shared.fixture("Formats/" + file))
    let format = try Self.format(file)
    let text = Array(raw.prefix(1600))
    for length in 0...text.count {
      _ = format.read(SourceFile(name: "t", bytes: Array(text[..<length])))
    }
    for index in text.indices {
      var changed = text
      changed[index] ^= UInt8(1 << (index % 8))
      _ = format.read(SourceFile(name: "t", bytes: DecodedText(changed).bytes))
    }
  }

  @Test(arguments: files)
  func rangesCoverTheRecords(_ file: String) throws {
    let found = try read(file)
    #expect(found.ranges.count == found.references.count)
    for (first, second) in zip(found.ranges, found.ranges.dropFirst()) {
      #expect(first.end <= second.start)
    }
    #expect(found.ranges.allSatisfy { $0.end > $0.start })
  }
}
