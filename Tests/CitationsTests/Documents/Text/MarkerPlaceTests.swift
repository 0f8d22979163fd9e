import Testing

@testable import Citations

@Suite struct MarkerPlaceTests {
  @Test(arguments: [
    ("decree.[1]", MarkerPlace.sentence), ("loss”[1]", .sentence), ("end.[2][1]", .sentence),
    ("sad,[1] and", .clause), ("(above)[1]", .clause), ("mill[1] and", .word),
    ("mill [1] and", .spaced), ("decree. [1] The", .spaced), ("[1] men", .lineStart),
  ])
  func placesAreTold(_ text: String, _ expected: MarkerPlace) throws {
    let bytes = Array(text.utf8)
    let start = try #require(bytes.firstOffset(of: Array("[1]".utf8), from: 0))
    #expect(MarkerPlace(bytes, at: start, lineStart: 0) == expected)
  }
}
