import Testing

@testable import Citations

@Suite struct CollationKeyTests {
  private func sorted(_ words: [String]) -> [String] {
    words.sorted { CollationKey(Array($0.utf8)) < CollationKey(Array($1.utf8)) }
  }

  @Test(arguments: [
    ["cote", "coté", "côte", "dot"], ["a b", "ab"], ["de luge", "delta"], ["item 2", "item 10"],
    ["Émile", "Ende"], ["müller", "Müller", "Mulm"], ["z", "Ω"], ["straße", "strasst"],
    ["", "a"],
  ])
  func wordsSortAsPeopleExpect(_ words: [String]) {
    #expect(sorted(words.reversed()) == words)
  }

  @Test(arguments: [
    ("sv", ["zebra", "ål", "äpple", "öl"]), ("da", ["zebra", "æble", "øl", "ål"]),
    ("de", ["Äpfel", "Apfelwein", "Zebra"]), ("es", ["nube", "ñame", "oso"]),
    ("cs", ["citron", "čaj", "had", "chata", "igelit"]), ("pl", ["łata", "mak"]),
    ("tr-TR", ["hala", "ıhlamur", "irmik"]), ("hu", ["cukor", "csak", "dal"]),
  ])
  func eachLanguageHasItsOrder(_ language: String, _ words: [String]) {
    let tailoring = CollationTailoring(language: language)
    let found = words.reversed().sorted {
      CollationKey(Array($0.utf8), tailoring: tailoring)
        < CollationKey(Array($1.utf8), tailoring: tailoring)
    }
    #expect(found == words)
  }

  @Test func caseAndMarksCountOnlyWhenAsked() {
    let first = CollationKey(Array("Côte".utf8), strength: .primary)
    #expect(first == CollationKey(Array("cote".utf8), strength: .primary))
    #expect(CollationKey(Array("Côte".utf8)) != CollationKey(Array("cote".utf8)))
  }
}
