import Testing

@testable import Citations

@Suite struct CFFReaderTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed, count: 3)
    let trip = try #require(RoundTrip(references, through: .cff))
    #expect(trip.unreported.isEmpty, "\(trip.unreported.prefix(5))")
    #expect(trip.needless.isEmpty, "\(trip.needless.prefix(5))")
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
    #expect(trip.read.references == references)
  }
}
