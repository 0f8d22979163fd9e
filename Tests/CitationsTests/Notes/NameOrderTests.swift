import Testing

@testable import Citations

/// Names of short forms whose words must not change places.
@Suite struct NameOrderTests {
  @Test func aNameThatStandsFamilyFirstIsNotJoinedBackwards() {
    let text = "Minutes of the Guild, in Farrow, Quilla Fenn. Ledgers, 44."
    for name in Extraction(ofNote: text).notes.flatMap(\.cites).flatMap({ $0.reference[.author] }) {
      #expect(text.contains(name.family))
    }
  }
}
