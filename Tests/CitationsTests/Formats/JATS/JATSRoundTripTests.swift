import Testing

@testable import Citations

@Suite struct JATSRoundTripTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func generatedReferencesComeBackWhole(_ seed: UInt64) throws {
    let trip = try #require(RoundTrip(GeneratedReferences.all(seed: seed), through: .jats))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty, "\(trip.losses.prefix(5))")
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
  }
}
