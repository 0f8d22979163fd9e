import Testing

@testable import Citations

@Suite struct DjotTests {
  private func read(_ text: String) -> DocumentOutline { DocumentOutline(text, .djot) }

  @Test func emphasisSignsAreSingle() {
    let outline = read("A.[^1]\n\n[^1]: _it_ *b* x{_y_}z 2^nd^ {% gone %} `a_b_` [t](u){.c}\n")
    #expect(outline.notes == ["1: it b xyz 2nd a_b_ t"])
    #expect(outline.words(.italic, inNote: 0) == ["it", "y"])
    #expect(outline.words(.bold, inNote: 0) == ["b"])
    #expect(outline.links(inNote: 0) == ["t -> u"])
  }

  @Test func definitionsGoOnWithAnyIndent() {
    let outline = read("A.[^1]\n\n[^1]: One.\n\n  Two.\n\nB.\n")
    #expect(outline.notes == ["1: One. Two."])
    #expect(outline.body == ["A.{1}", "B."])
  }

  @Test func blockAttributesLeaveNothing() {
    #expect(read("{.c #id}\nA.\n\n::: warning\nB.\n:::\n").body == ["A.", "B."])
  }
}
