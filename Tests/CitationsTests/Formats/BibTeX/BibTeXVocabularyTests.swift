import Citations
import Testing

@Suite struct BibTeXVocabularyTests {
  @Test func typesOfBothDialectsAreThereOnce() {
    let types = BibTeXVocabulary.entryTypes
    #expect(types == Set(types).sorted())
    for type in ["article", "phdthesis", "online", "mvbook"] { #expect(types.contains(type)) }
  }

  @Test func fieldsDependOnTheType() {
    #expect(BibTeXVocabulary.fields(of: "article").contains("journaltitle"))
    #expect(!BibTeXVocabulary.fields(of: "book").contains("journaltitle"))
    #expect(BibTeXVocabulary.fields(of: "phdthesis").contains("institution"))
    #expect(BibTeXVocabulary.fields(of: "unheard").contains("journaltitle"))
    #expect(BibTeXVocabulary.months.count == 12)
  }
}
