import Testing

@testable import Citations

@Suite struct EndNoteXMLWriterTests {
  private func bytes(_ references: [Reference]) -> [UInt8] {
    BibliographyFormat.endNoteXML.write(references)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(bytes(SampleReferences.difficult), "Formats/EndNoteXML/difficult.xml")
  }

  @Test func usualReferences() {
    golden(bytes(SampleReferences.usual), "Formats/EndNoteXML/usual.xml")
  }

  @Test(arguments: 1...2)
  func everythingComesBack(_ seed: UInt64) throws {
    let trip = try #require(
      RoundTrip(GeneratedReferences.all(seed: seed, count: 4), through: .endNoteXML))
    #expect(trip.unreported.isEmpty, "\(trip.unreported.prefix(5))")
    #expect(trip.needless.isEmpty, "\(trip.needless.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
  }
}
