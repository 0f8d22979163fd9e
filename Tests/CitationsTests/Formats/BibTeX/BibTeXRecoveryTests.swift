import Testing

@testable import Citations

/// Files with mistakes: what comes back, and what is said.
@Suite struct BibTeXRecoveryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var input: String
    var outline: String
    var findings: [String]

    init(_ name: String, _ input: String, _ outline: String, _ findings: String...) {
      testDescription = name
      self.input = input
      self.outline = outline
      self.findings = findings
    }
  }

  static let cases = [
    Case(
      "no comma between fields", "@misc{k, a = {1}\n b = 2 c = {3}}",
      "misc k | a={1} | b=2 | c={3}",
      "missing-comma ", "missing-comma "),
    Case(
      "no comma behind the key", "@misc{k\n a = {1}}\n@misc{l a = {2}}",
      "misc k | a={1}\nmisc l | a={2}", "missing-comma ", "missing-comma "),
    Case(
      "no key", "@misc{, a = {1}}@misc{ b = {2}}@misc{c={3}}@misc{}",
      "misc  | a={1}\nmisc  | b={2}\nmisc  | c={3}\nmisc ",
      "missing-key ,", "missing-key b", "missing-key c", "missing-key }"),
    Case(
      "a space in the key", "@misc{my key, a={1}}", "misc my key | a={1}", "bad-key my key"),
    Case("two commas", "@misc{k, a={1},,}", "misc k | a={1}", "extra-comma ,"),
    Case(
      "no equals sign", "@misc{k, a {1}, b 12, c: {3}, d = 4}",
      "misc k | a={1} | b=12 | c={3} | d=4",
      "missing-equals  ", "missing-equals  ", "missing-equals : "),
    Case(
      "no value", "@misc{k, a = , b = x # , c = {1}}", "misc k | a= | b=$x | c={1}",
      "missing-value ", "missing-value x #"),
    Case(
      "words between fields", "@misc{k, a = {1}, some words, b = {2} more, c = 3 }",
      "misc k | a={1} | b={2} | c=3", "stray-text some words,", "stray-text more,"),
    Case(
      "a value without delimiters", "@misc{k, v = 12a, j = J. Appl. Phys., y = 2000}",
      "misc k | v=?12a | j=?J. Appl. Phys. | y=2000",
      "unquoted-value 12a", "unquoted-value J. Appl. Phys."),
    Case(
      "no closing brace of the entry", "@misc{a, t = {1}\n\n@misc{b, t = {2}}",
      "misc a | t={1}\nmisc b | t={2}", "unbalanced-brace @misc{"),
    Case(
      "no closing brace of a value", "@misc{a, t = {open {x}, year = 2000}\n@misc{b, t = {2}}",
      "misc a | t={open {x}} | year=2000\nmisc b | t={2}", "unbalanced-brace {"),
    Case(
      "no closing brace of a value, on lines of their own",
      "@misc{a,\n t = {open,\n u = {2}\n}\n@misc{b, t = {2}}",
      "misc a | t={open} | u={2}\nmisc b | t={2}", "unbalanced-brace {"),
    Case(
      "two closing braces missing", "@misc{a, t = {{open, u = {1}\n@misc{b, t = {2}}\n@misc{c}",
      "misc a | t={{open} | u={1}\nmisc b | t={2}\nmisc c",
      "unbalanced-brace @misc{", "unbalanced-brace {"),
    Case(
      "no closing quotation mark", "@misc{a, t = \"open, year = 2000}\n@misc{b, t = {2}}",
      "misc a | t=\"open\" | year=2000\nmisc b | t={2}", "unterminated-string \""),
    Case(
      "no closing quotation mark before another value in quotation marks",
      "@misc{a,\n t = \"open,\n u = \"b\",\n}\n@misc{b}",
      "misc a | t=\"open\" | u=\"b\"\nmisc b", "unterminated-string \""),
    Case(
      "braces that do not balance in a quoted value",
      "@misc{a,\n t = \"x {\",\n u = \"y\"\n}\n@misc{b}",
      "misc a | t=\"x {\" | u=\"y\"\nmisc b", "unbalanced-brace \""),
    Case(
      "quotation marks in a quoted value", "@misc{a, t = \"The \"best\" one\", u = {1}}",
      "misc a | t=\"The \"best\" one\" | u={1}", "stray-quote \"", "stray-quote \""),
    Case(
      "an escaped quotation mark", "@misc{a, t = \"M\\\"uller\", u = {1}}",
      "misc a | t=\"M\\\"uller\" | u={1}", "escaped-brace \\\""),
    Case(
      "an escaped brace", "@misc{a, t = {x \\{ y}}\n@misc{b}", "misc a | t={x \\{ y}\nmisc b",
      "escaped-brace \\{"),
    Case(
      "the file ends in a value", "@misc{a}\n@misc{b, t = {u}, author = {Doe",
      "misc a\nmisc b | t={u} | author={Doe}", "unexpected-eof @misc{", "unbalanced-brace {"),
    Case("the file ends behind a key", "@misc{b", "misc b", "unexpected-eof @misc{"),
    Case(
      "the file ends behind a brace", "@misc{", "broken @misc{", "unexpected-eof @misc{",
      "missing-key "),
    Case(
      "a closing brace behind an entry", "@misc{a, t={1}}}\n@misc{b}",
      "misc a | t={1}\ntext }\nmisc b",
      "stray-brace }"),
    Case(
      "a closing brace behind a value", "@misc{a,\n t={1}},\n u={2}\n}\n@misc{b}",
      "misc a | t={1} | u={2}\nmisc b", "stray-brace }"),
    Case(
      "a brace and a parenthesis", "@misc(a, t={1}}\n@misc{b, t={2})\n@misc{c}",
      "misc a | t={1}\nmisc b | t={2}\nmisc c", "mismatched-delimiter }", "mismatched-delimiter )"),
    Case(
      "no opening brace", "@misc a,\n t = {1}\n}\n@misc{b}", "misc a | t={1}\nmisc b",
      "missing-delimiter @misc"),
    Case(
      "a comment without end", "@comment{a\n@misc{b}", "comment a\nmisc b",
      "unbalanced-brace @comment{"),
    Case(
      "a group where a field belongs", "@misc{k, {a = {1}}, b = {2}}", "misc k | b={2}",
      "stray-text {a = {1}},"),
    Case(
      "the key again", "@misc{k,t={a}}@misc{k}@misc{K,ids={m,n}}@misc{n}",
      "misc k | t={a}\nmisc k\nmisc K | ids={m,n}\nmisc n",
      "duplicate-key k", "duplicate-key-case K", "duplicate-key n"),
    Case("the field again", "@misc{k,t={a},T={b}}", "misc k | t={a} | T={b}", "duplicate-field T"),
    Case(
      "empty fields", "@misc{k,t={},u=\" \",v={a}}", "misc k | t={} | u=\" \" | v={a}",
      "empty-field {}", "empty-field \" \""),
    Case(
      "an entry behind %", "%@misc{k,t={a}}\n", "text %@misc{k,t={a}}", "commented-entry @misc{"),
    Case(
      "an entry in a comment", "@comment{ @misc{k}}", "comment @misc{k}", "comment-contains-entry @"
    ),
    Case("a comment between fields", "@misc{k,\n% x\n}", "misc k", "percent-comment-in-entry % x"),
    Case("letters in a key", "@misc{ü}", "misc ü", "key-non-ascii ü"),
  ]

  @Test(arguments: cases)
  func givesBackWhatItCanAndSaysWhatItCouldNot(_ test: Case) {
    let tree = BibTeXSyntax(parsing: test.input)
    #expect(tree.outline == test.outline)
    #expect(tree.findings == test.findings)
    #expect(tree.tilingFault == nil)
    #expect(tree.silentBytes == [])
  }

  @Test func manyEntriesThatNeverCloseCostNoMoreThanTheirLength() {
    let text = String(repeating: "@misc{k={{{\n", count: 20_000)
    let tree = BibTeXSyntax(parsing: text)
    #expect(tree.tilingFault == nil)
    #expect(!tree.diagnostics.isEmpty)
  }
}
