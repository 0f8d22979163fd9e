import Testing

@testable import Citations

@Suite struct BibTeXEditorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var input: String
    var changes: [BibTeXEditor.Change]
    var output: String

    init(
      _ name: String, _ input: String, _ changes: [BibTeXEditor.Change], _ output: String
    ) {
      testDescription = name
      self.input = input
      self.changes = changes
      self.output = output
    }
  }

  static let cases = [
    Case(
      "braces stay", "@misc{k,\n\ttitle  =  {Old} ,\n}", [.set("title", to: "N {e}w")],
      "@misc{k,\n\ttitle  =  {N {e}w} ,\n}"),
    Case("quotes stay", "@misc{k, T = \"Old\"}", [.set("t", to: "New")], "@misc{k, T = \"New\"}"),
    Case(
      "quotes give way to a quotation mark", "@misc{k, t = \"Old\"}", [.set("t", to: "a \"b\"")],
      "@misc{k, t = {a \"b\"}}"),
    Case("a number stays one", "@misc{k, y = 1999}", [.set("y", to: "2000")], "@misc{k, y = 2000}"),
    Case(
      "a number that becomes words", "@misc{k, y = 1999}", [.set("y", to: "n.d.")],
      "@misc{k, y = {n.d.}}"),
    Case(
      "a string and a concatenation", "@misc{k, m = jan, t = a # {b}}",
      [.set("m", to: "x"), .set("t", to: "y")], "@misc{k, m = {x}, t = {y}}"),
    Case(
      "a field more, as the last one is laid out",
      "@misc{k,\n    title  = {T},\n    year   = 1\n  }\n", [.set("doi", to: "D")],
      "@misc{k,\n    title  = {T},\n    year   = 1,\n    doi    = {D}\n  }\n"),
    Case(
      "fields more behind a comma", "@misc{k,\n  t={T},\n}\n",
      [.set("a", to: "1"), .set("b", to: "2")],
      "@misc{k,\n  t={T},\n  a={1},\n  b={2},\n}\n"),
    Case(
      "a field more on the line", "@misc{k, a = 1}", [.set("b", to: "2")],
      "@misc{k, a = 1, b = {2}}"),
    Case(
      "a field more, commas first", "@misc{k\n  , a = 1\n  }", [.set("b", to: "2")],
      "@misc{k\n  , a = 1\n  , b = {2}\n  }"),
    Case("a first field", "@misc{k}", [.set("b", to: "2")], "@misc{k,\n  b = {2},\n}"),
    Case(
      "a field less", "@misc{k,\n  a = {1\n  2},\n  b = 3\n}", [.remove("A")],
      "@misc{k,\n  b = 3\n}"),
    Case(
      "the last field less", "@misc{k,\n  a = 1,\n  b = 3\n}\n", [.remove("b")],
      "@misc{k,\n  a = 1,\n}\n"),
    Case("a field less on the line", "@misc{k, a = 1, b = 2}", [.remove("a")], "@misc{k, b = 2}"),
    Case(
      "a field less, commas first", "@misc{k\n  , a = 1\n  , b = 2\n}", [.remove("a")],
      "@misc{k\n  , b = 2\n}"),
    Case(
      "a field less and one more", "@misc{k,\n  a = 1,\n  b = 2\n}",
      [.remove("b"), .set("c", to: "3")],
      "@misc{k,\n  a = 1,\n  c = {3}\n}"),
    Case(
      "all fields less and one more", "@misc{k,\n  a = 1,\n}", [.remove("a"), .set("c", to: "3")],
      "@misc{k,\n  c = {3},\n}"),
    Case("another key", "@misc{ old , a = 1}", [.key("new")], "@misc{ new , a = 1}"),
    Case("a key", "@misc{, a = 1}", [.key("new")], "@misc{new, a = 1}"),
    Case("a key and a comma", "@misc{ a = 1}", [.key("new")], "@misc{ new, a = 1}"),
    Case(
      "comments stay", "@misc{k, % one\n  a = 1, % two\n  % three\n  b = 2\n}",
      [.set("a", to: "3")],
      "@misc{k, % one\n  a = 3, % two\n  % three\n  b = 2\n}"),
  ]

  @Test(arguments: cases)
  func changesWhatIsAskedAndNoOtherByte(_ test: Case) {
    let around = "% head\n@string{s = \"x\"}\n"
    var editor = BibTeXEditor(BibTeXSyntax(parsing: around + test.input + "\ntail"))
    let isMade = editor.change(test.changes, in: 3)
    #expect(isMade)
    #expect(editor.bytes.text == around + test.output + "\ntail")
  }

  @Test func newLinesEndAsTheOthersDo() {
    var editor = BibTeXEditor(BibTeXSyntax(parsing: "@misc{k,\r\n}\r\n@misc{l,\r\n a = 1\r\n}"))
    editor.change([.set("b", to: "2")], in: 0)
    editor.change([.set("b", to: "2")], in: 2)
    #expect(
      editor.bytes.text
        == "@misc{k,\r\n  b = {2},\r\n}\r\n@misc{l,\r\n a = 1,\r\n b = {2}\r\n}")
  }

  @Test func nothingChangesWithoutAChange() {
    for seed in BibTeXSyntaxPropertyTests.seeds {
      let editor = BibTeXEditor(BibTeXSyntax(parsing: SourceFile(name: "-", bytes: seed)))
      #expect(editor.bytes == seed)
    }
  }

  @Test(arguments: [
    BibTeXEditor.Change.set("a", to: "{"), .set("a", to: "}{"), .set("a b", to: "x"),
    .set("", to: "x"), .key("a b"), .key("a,b"), .key(""), .key("a}"),
  ])
  func refusesWhatWouldBreakTheFile(_ change: BibTeXEditor.Change) {
    var editor = BibTeXEditor(BibTeXSyntax(parsing: "@misc{k, a = 1}"))
    let isMade = editor.change([change], in: 0) || editor.change([.key("l")], in: 7)
    #expect(!isMade)
    #expect(editor.edits.isEmpty)
  }

  @Test func whatIsSetIsReadBack() {
    var random = SeededRandom(seed: 31)
    for seed in BibTeXSyntaxPropertyTests.seeds {
      let tree = BibTeXSyntax(parsing: SourceFile(name: "-", bytes: seed))
      for index in tree.blocks.indices where tree.blocks[index].kind == .entry {
        let fields = tree.fields(of: tree.blocks[index])
        let name = fields.randomElement(using: &random).map { tree[$0.name].string } ?? "new"
        var editor = BibTeXEditor(tree)
        guard !tree.blocks[index].isRepaired, !name.isEmpty,
          editor.change([.set(name, to: "V"), .set("other", to: "W")], in: index)
        else { continue }
        let after = BibTeXSyntax(parsing: editor.bytes.text)
        #expect(after.blocks.count == tree.blocks.count)
        #expect(after.text(of: "other", in: after.blocks[index])?.string == "W")
      }
    }
  }
}
