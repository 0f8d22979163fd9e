import Testing

@testable import Citations

@Suite struct SuppressionsTests {
  /// A file whose findings are left out, and what is left.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Lines and rules of what is still reported.
    var left: [String]

    var testDescription: String { "\(name): \(text.prefix(60))" }
  }

  static let cases = [
    Case(
      name: "an entry.bib",
      text: "% citecli: ignore C003\n@book{a, title = {T}, author = {A B}, publisher = {P}}\n",
      left: []),
    Case(
      name: "another rule.bib",
      text: "% citecli: ignore C002\n@book{a, title = {T}, author = {A B}, publisher = {P}}\n",
      left: ["2 C003"]),
    Case(
      name: "a name, and a reason.bib",
      text:
        "% citecli: ignore missing-date -- it has none, C001\n@book{a, author = {A B}, publisher = {P}}\n",
      left: ["2 C001"]),
    Case(
      name: "the whole entry.bib",
      text:
        "% citecli: ignore\n@misc{a,\n title = {T},\n note = {}}\n@misc{b, title = {T}, note = {}}\n",
      left: ["5 B017"]),
    Case(
      name: "only the next line.bib",
      text: "@misc{a, title = {T},\n  % citecli: ignore B017\n  note = {},\n  annote = {}}\n",
      left: ["2 B018", "4 B017"]),
    Case(
      name: "its own line.bib",
      text: "@misc{a, title = {T},\n  note = {}, % citecli: ignore B017, B018\n  annote = {}}\n",
      left: ["3 B017"]),
    Case(
      name: "a comment block.bib",
      text: "@comment{citecli: ignore-file B017}\n\n@misc{a, title = {T}, note = {}}\n", left: []),
    Case(
      name: "in a value it is no comment.bib",
      text: "@misc{a, title = {citecli: ignore-file}, note = {}}\n", left: ["1 B017"]),
    Case(
      name: "a note.md",
      text: "One.[^1]\n\n<!-- citecli: ignore N010 -->\n[^1]: But see Fell, *Salt Roads*, 9.\n",
      left: []),
    Case(
      name: "a file.md",
      text:
        "<!-- citecli: ignore-file N010 -->\nOne.[^1]\n\n[^1]: But see Fell, *Salt Roads*, 9.\n",
      left: []),
    Case(
      name: "a file.html",
      text: "<!-- citecli: ignore-file --><p>Nothing.</p>", left: []),
    Case(
      name: "typst.typ", text: "// citecli: ignore-file N007\nNothing.\n", left: []),
    Case(name: "org.org", text: "# citecli: ignore-file N007\nNothing.\n", left: []),
    Case(name: "rst.rst", text: ".. citecli: ignore-file N007\n\nNothing.\n", left: []),
    Case(name: "asciidoc.adoc", text: "// citecli: ignore-file N007\n\nNothing.\n", left: []),
    Case(name: "no comments.txt", text: "// citecli: ignore-file\nNothing.\n", left: ["1 N007"]),
    Case(name: "another word.md", text: "<!-- citecli: disable -->\nNothing.\n", left: ["1 N007"]),
  ]

  @Test(arguments: cases) func commentsLeaveFindingsOut(_ example: Case) {
    let file = check(example.text, name: example.name)
    let left = file.findings.map { finding in
      let line = file.source.lines.line(at: Int(finding.range?.start ?? 0))
      return "\(line) \(finding.rule.id)"
    }
    #expect(left == example.left)
  }
}
