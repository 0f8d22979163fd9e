import Testing

@testable import Citations

@Suite struct GluedNumberTests {
  /// The weight of the first glued candidate, or nil.
  private func weight(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    var scanner = MarkerScanner(bytes)
    scanner.scan(0..<bytes.count, index: 0)
    return scanner.found[MarkerCandidate.Style.glued.rawValue].first?.weight
  }

  @Test(arguments: [
    "B2B", "H2O", "3.14", "v1.2", "p.12", "pp.12", "Luke 4.2", "km2", "12 km3", "1990s",
    "Section 3.1",
    "https://example.org/a.3", "www.example.org/a/b.3", "doi:10.1000/xyz.5", "10.1000/abc.3",
    "jo@example.org.3", "F5", "10:30", "201–9", "1,000", "Nr.5", "Mill2a", "3rd", "’68", "a.3.5",
    "Gen.1:3",
    "S.44", "x.12–15", "$5", "50.5%", "Bd.3",
  ])
  func othersAreNoMarkers(_ text: String) { #expect(weight(text) == nil) }

  @Test(arguments: [
    ("decree.1 Its", 4), ("loss.”2", 4), ("loss”2.", 4), ("Satz«.3", 4), ("Satz“3", 4),
    ("sad,3 and", 3),
    ("loss!1", 4), ("(1931).2 It", 4), ("in 1801.2 It", 2), ("in 1801,2 and", 1), ("decree1.", 2),
    ("потерь3.", 2), ("LGBTQ3 and", 1), ("(see above)4", 3), ("decree.1Its", 1),
    ("said no.3 Then", 1),
    ("CO2", -1), ("on page 12.3 He", -1), ("end.123 The", 4), ("end.20000 The", 4),
  ])
  func placesAreWeighed(_ text: String, _ expected: Int) { #expect(weight(text) == expected) }
}
