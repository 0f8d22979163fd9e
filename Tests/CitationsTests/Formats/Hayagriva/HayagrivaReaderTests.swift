import Testing

@testable import Citations

@Suite struct HayagrivaReaderTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed)
    let trip = try #require(RoundTrip(references, through: .hayagriva))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
    #expect(trip.read.references == references)
  }
}
