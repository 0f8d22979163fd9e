import Testing

@testable import Citations

@Suite struct NBIBWriterTests {
  private func bytes(_ references: [Reference]) -> [UInt8] {
    BibliographyFormat.nbib.write(references)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(bytes(SampleReferences.difficult), "Formats/NBIB/difficult.nbib")
  }

  @Test func usualReferences() {
    golden(bytes(SampleReferences.usual), "Formats/NBIB/usual.nbib")
  }

  @Test(arguments: 1...2)
  func everythingComesBack(_ seed: UInt64) throws {
    let trip = try #require(
      RoundTrip(GeneratedReferences.all(seed: seed, count: 4), through: .nbib))
    #expect(trip.unreported.isEmpty, "\(trip.unreported.prefix(5))")
    #expect(trip.needless.isEmpty, "\(trip.needless.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
  }
}
