import Testing

@testable import Citations

@Suite struct CaseMappingTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func turkishHasTwoLettersI() {
    let turkish = CaseMapping(language: "tr-TR")
    #expect(turkish.uppercased(bytes("ilık")).string == "İLIK")
    #expect(turkish.lowercased(bytes("ILIK İ")).string == "ılık i")
    #expect(CaseMapping(language: "en").uppercased(bytes("ilk")).string == "ILK")
  }

  @Test func theFirstCharacterIsRaised() {
    #expect(CaseMapping().capitalized(bytes("élan")).string == "Élan")
    #expect(CaseMapping().capitalized(bytes("")).string == "")
  }
}
