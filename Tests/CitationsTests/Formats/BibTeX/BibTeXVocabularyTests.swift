import Citations
import Testing

@Suite struct BibTeXVocabularyTests {
  @Test func typesOfBothDialectsAreThereOnce() {
    let types = BibTeXVocabulary.entryTypes
    #expect(types == Set(types).sorted())
    for type in ["article", "phdthesis", "online", "mvbook"] { #expect(types.contains(type)) }
  }

  @Test func usualFieldsAreThoseOfTheDialect() {
    #expect(
      BibTeXVocabulary.usualFields(of: "book", in: .bibtex) == [
        "author", "title", "publisher", "address", "year",
      ])
    #expect(
      BibTeXVocabulary.usualFields(of: "book", in: .biblatex).suffix(2) == ["location", "date"])
    #expect(BibTeXVocabulary.usualFields(of: "unheard", in: .bibtex) == [])
    for type in BibTeXVocabulary.entryTypes {
      let fields = BibTeXVocabulary.usualFields(of: type, in: .biblatex)
      let allowed = Set(BibTeXVocabulary.fields(of: type))
      #expect(allowed.isSuperset(of: fields), "\(type): \(Set(fields).subtracting(allowed))")
    }
  }

  @Test func fieldsDependOnTheType() {
    #expect(BibTeXVocabulary.fields(of: "article").contains("journaltitle"))
    #expect(!BibTeXVocabulary.fields(of: "book").contains("journaltitle"))
    #expect(BibTeXVocabulary.fields(of: "phdthesis").contains("institution"))
    #expect(BibTeXVocabulary.fields(of: "unheard").contains("journaltitle"))
    #expect(BibTeXVocabulary.months.count == 12)
  }
}
