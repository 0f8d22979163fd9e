import Testing

@testable import Citations

/// Well-formed files.
@Suite struct BibTeXSyntaxTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var input: String
    var outline: String

    init(_ name: String, _ input: String, _ outline: String) {
      testDescription = name
      self.input = input
      self.outline = outline
    }
  }

  static let cases = [
    Case("nothing", "", ""),
    Case("words only", "just words\n", "text just words"),
    Case("an entry", "@misc{k, title = {T}, year = 1999}", "misc k | title={T} | year=1999"),
    Case("parentheses", "@book(k, title = {a) b}, year = 1)", "book k | title={a) b} | year=1"),
    Case("capitals are kept", "@MISC{K, TITLE = {T}}", "MISC K | TITLE={T}"),
    Case("white space anywhere", "@ misc\n{ k ,\n t\t=\n\n{v}\n,\n}", "misc k | t={v}"),
    Case("commas first", "@misc{k\n , a = {1}\n , b = {2}\n}", "misc k | a={1} | b={2}"),
    Case("no fields", "@misc{k}@misc{l,}", "misc k\nmisc l"),
    Case(
      "quotes in braces", #"@misc{k, t = "a {"}b{"} c", u = {"}}"#,
      #"misc k | t="a {"}b{"} c" | u={"}"#),
    Case("commas in values", #"@misc{k, t = "x = {a, b}, c"}"#, #"misc k | t="x = {a, b}, c""#),
    Case(
      "concatenation", ##"@misc{k, t = jan # {a}#"b" # 10}"##, #"misc k | t=$jan&{a}&"b"&10"#),
    Case("a string", #"@String{jn = "Journal"}"#, #"string | jn="Journal""#),
    Case("a string in parentheses", "@string(jn = {J})", "string | jn={J}"),
    Case("a preamble", #"@preamble{"\def\x{y}" # z}"#, #"preamble | ="\def\x{y}"&$z"#),
    Case("a comment in braces", "@comment{a {b} @x{c}} z", "comment a {b} @x{c}\ntext z"),
    Case("a comment of one line", "@Comment to here\n@misc{k}", "comment to here\nmisc k"),
    Case("a comment in parentheses", "@comment(a (b)) z", "comment a (b)\ntext z"),
    Case("an address", "me@host.org wrote\n@misc{k}", "text me@host.org wrote\nmisc k"),
    Case(
      "an address and a remark", "me@host.org (a, b)\n@misc{k}",
      "text me@host.org (a, b)\nmisc k"),
    Case(
      "words in parentheses", "@home (call me)\n@book(k)\n@book(l=m)",
      "text @home (call me)\nbook k\nbook l=m"),
    Case("a line behind %", "% @misc{off, t={x}}\n@misc{k}", "text % @misc{off, t={x}}\nmisc k"),
    Case("% within words", "100%@misc{k}", "text 100%\nmisc k"),
    Case("% between fields", "@misc{k, % c }\n a = {1} % d\n}", "misc k | a={1}"),
    Case("% in values", "@misc{k, a = {10% x}, b = \"5%\"}", "misc k | a={10% x} | b=\"5%\""),
    Case(
      "odd keys", "@misc{a:b/c+d.e_f-g*}@misc{o'b}@misc{10.1/x#2}@misc{ü}",
      "misc a:b/c+d.e_f-g*\nmisc o'b\nmisc 10.1/x#2\nmisc ü"),
    Case("a key with an equals sign", "@misc{a=b, t={1}}", "misc a=b | t={1}"),
    Case("entries on one line", "@misc{a}@misc{b}", "misc a\nmisc b"),
    Case(
      "a line in a value that looks like an entry",
      "@misc{k, note = {see\n@misc{x, t={y}}\n}, year=1}\n@misc{l}",
      "misc k | note={see⏎@misc{x, t={y}}⏎} | year=1\nmisc l"),
    Case("an at sign in a value", "@misc{k, note = {a\n@ b: c@d}}", "misc k | note={a⏎@ b: c@d}"),
    Case(
      "CR alone ends lines", "% @misc{x}\r@misc{k,\r a={b}\r}\r", "text % @misc{x}\nmisc k | a={b}"),
  ]

  @Test(arguments: cases)
  func readsWhatIsWritten(_ test: Case) {
    let tree = BibTeXSyntax(parsing: test.input)
    #expect(tree.outline == test.outline)
    #expect(tree.tilingFault == nil)
    #expect(tree.silentBytes == [])
    #expect(tree.diagnostics.allSatisfy { $0.severity == .note || $0.rule == .badKey })
    #expect(tree.blocks.allSatisfy { $0.isClosed && !$0.isRepaired })
  }

  @Test func aByteOrderMarkAndCRLFAreText() {
    let tree = BibTeXSyntax(parsing: "\u{FEFF}@misc{k,\r\n a = {b\r\n c}\r\n}\r\n")
    #expect(tree.blocks.map(\.kind) == [.text, .entry, .text])
    #expect(tree.blocks[0].range == SourceRange(0, 3))
  }

  @Test func rangesPointAtWhatTheyName() throws {
    let tree = BibTeXSyntax(parsing: "x @book{ key , title = {T} # y , }")
    let block = try #require(tree.blocks.last)
    #expect(tree[block.range].string == "@book{ key , title = {T} # y , }")
    #expect(tree[block.type].string == "book")
    #expect(tree[block.key].string == "key")
    #expect(tree[block.body].string == " key , title = {T} # y , ")
    let field = try #require(tree.fields(of: block).first)
    #expect(tree[field.range].string == "title = {T} # y")
    #expect(tree[field.value].string == "{T} # y")
    #expect(field.comma == 31)
  }

  @Test func nestingAHundredThousandDeepIsRead() {
    let deep = String(repeating: "{", count: 100_000) + String(repeating: "}", count: 100_000)
    let tree = BibTeXSyntax(parsing: "@misc{k, t = \(deep)}@misc{l}")
    #expect(tree.blocks.count == 2)
    #expect(tree.fields.count == 1)
  }
}
