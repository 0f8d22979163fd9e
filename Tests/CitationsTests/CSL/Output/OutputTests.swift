import Testing

@testable import Citations

@Suite struct OutputTests {
  private func text(_ nodes: [Node]) throws -> FormattedText {
    Typesetter.text(Node(nodes), try CSLSupport.linked())
  }

  private func inline(_ text: String) throws -> String {
    try self.text(InlineParser.nodes(Array(text.utf8))).output(.html)
  }

  @Test(arguments: [
    ("a <i>b</i> c", "a <i>b</i> c"), ("<i>b", "&#60;i&#62;b"),
    ("a <p>b</p>", "a &#60;p&#62;b&#60;/p&#62;"),
    ("<i>a <b>b</i> c</b>", "<i>a &#60;b&#62;b</i> c&#60;/b&#62;"),
    ("He said \"no\".", "He said “no”."), ("\"a 'b' c\"", "“a ‘b’ c”"), ("don't", "don’t"),
    ("rock 'n' roll", "rock “n” roll"), ("the '90s", "the ’90s"), ("l'''", "l’’’"),
    ("5\" disk", "5\" disk"),
    ("<span class=\"nocase\">x</span>", "x"), ("x<sup>2</sup>", "x<sup>2</sup>"),
    ("vrai ?", "vrai\u{202F}?"),
  ])
  func markupOfFieldsIsRead(_ source: String, _ expected: String) throws {
    #expect(try inline(source) == expected)
  }

  @Test func marksThatNestTooDeepAreText() throws {
    let deep =
      String(repeating: "<i>", count: 50_000) + "x" + String(repeating: "</i>", count: 50_000)
    #expect(try inline(deep).contains("x"))
    let quotes = String(repeating: "\"(", count: 20_000) + String(repeating: ")\"", count: 20_000)
    #expect(try inline(quotes).utf8.count > 40_000)
  }

  @Test func formattingInsideTheSameTurnsOver() throws {
    var outer = Node(InlineParser.nodes(Array("a <i>b</i>".utf8)))
    outer.formatting.fontStyle = .italic
    #expect(
      try text([outer]).output(.html)
        == "<i>a <span style=\"font-style:normal;\">b</span></i>")
  }

  @Test func formattingThatAStyleSetsTwiceHoldsOnce() throws {
    var inner = Node("b")
    inner.formatting.fontStyle = .italic
    inner.formatting.fontWeight = .bold
    inner.formatting.fontVariant = .smallCaps
    var outer = Node([Node("a "), inner])
    outer.formatting = inner.formatting
    let open = "<b><span style=\"font-variant:small-caps;\"><i>"
    #expect(try text([outer]).output(.html) == open + "a b</i></span></b>")
  }

  @Test(arguments: [
    ("end.", ".", "end."), ("end?", ".", "end?"), ("end!", ",", "end!,"), ("end", ". ", "end. "),
    ("end:", ".", "end:"), ("end;", "!", "end!"), ("end,", ",", "end,"),
  ])
  func punctuationMeetsAtSeams(_ field: String, _ suffix: String, _ expected: String) throws {
    var node = Node(field)
    node.suffix = Array(suffix.utf8)
    #expect(try text([node]).output(.text) == expected)
  }

  @Test func punctuationMovesIntoQuotes() throws {
    var node = Node("title")
    node.quotes = true
    node.suffix = Array(", ".utf8)
    #expect(try text([node, Node("next")]).output(.text) == "“title,” next")
  }

  @Test(arguments: [
    (OutputFormat.html, "<i>R&#38;D</i> 5_a $ {x}"), (.text, "R&D 5_a $ {x}"),
    (.markdown, "*R\\&D* 5\\_a \\$ {x}"), (.latex, "\\textit{R\\&D} 5\\_a \\$ \\{x\\}"),
    (.rtf, "{\\i R&D} 5_a $ \\{x\\}"),
  ])
  func eachFormatEscapesItsSigns(_ format: OutputFormat, _ expected: String) throws {
    var node = Node("R&D")
    node.formatting.fontStyle = .italic
    #expect(try text([node, Node(" 5_a $ {x}")]).output(format) == expected)
  }

  @Test func rtfWritesCharactersBeyondASCIIAsNumbers() throws {
    #expect(try text([Node("–é")]).output(.rtf) == "\\uc0\\u8211{}\\uc0\\u233{}")
  }

  @Test(arguments: [
    (TextCase.title, "the mill on the moor", "The Mill on the Moor"),
    (.title, "what it's about", "What It’s About"),
    (.title, "NASA and the iPhone", "NASA and the iPhone"),
    (.title, "a life: the end", "A Life: The End"),
    (.sentence, "The Mill On The Moor", "The mill on the moor"),
    (.capitalizeFirst, "the mill", "The mill"), (.capitalizeAll, "the mill", "The Mill"),
    (.lowercase, "ÄB", "äb"), (.uppercase, "straße", "STRASSE"),
    (.title, "on <span class=\"nocase\">de facto</span> rules", "On de facto Rules"),
  ])
  func caseIsChanged(_ textCase: TextCase, _ source: String, _ expected: String) throws {
    var nodes = InlineParser.nodes(Array(source.utf8))
    TextCaseTransform.apply(textCase, to: &nodes, mapping: CaseMapping())
    #expect(try text(nodes).output(.text) == expected)
  }
}
