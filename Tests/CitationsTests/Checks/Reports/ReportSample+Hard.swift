@testable import Citations

extension ReportSample {
  /// Words that every form has to escape in its own way.
  private static let words =
    "\"q\" 'a' \\ / % %0A :: ::error::x ]]> <![CDATA[ & <b> {0} {{x}} [a](b) , : \r\n \t \u{0}\u{1B}[31m\u{7F}\u{85}"
    + "\u{2028}\u{FFFE}é 東京 😀 👩‍🔬 e\u{301} #"

  /// Findings whose words, names and places are hard to write, with fixes of all kinds.
  static let hardFiles: [CheckedFile] = [
    hard("sub folder/a#b?c%20;.bib", lineEnd: "\n"),
    hard("Zoë \"quoted\" <&> '😀'.md", lineEnd: "\r\n"),
    hard("-dash, colon: [x] {y}", lineEnd: "\r"), hard("/absolute/new\nline.bib", lineEnd: "\n"),
    CheckedFile(
      SourceFile(name: "empty.bib", bytes: []),
      [Diagnostic(rule, words, at: SourceRange(0, 0)), Diagnostic(rule, "nowhere")]),
    clean,
  ]

  private static func hard(_ name: String, lineEnd: String) -> CheckedFile {
    let lines = ["@misc{é,", "  note = {😀 x 東京 y},", "\ttail = {\u{2028}z}", "}"]
    let source = SourceFile(name: name, bytes: Array(lines.joined(separator: lineEnd).utf8))
    let range = range("東京 y},\(lineEnd)\ttail", source)
    var first = Diagnostic(rule, words, at: range, key: "k{\"\u{1}")
    first.fixes = [
      FixIt("write {x} \"\u{1B}\"", .safe, replace: self.range("😀", source), with: words),
      FixIt(
        "write both", .suggested,
        [
          SourceEdit(self.range("@misc", source), []),
          SourceEdit(self.range("x", source), Array("\n😀\r\n".utf8)),
          SourceEdit(SourceRange(source.bytes.count, source.bytes.count), Array("\n".utf8)),
        ]),
      FixIt("insert", .safe, replace: SourceRange(0, 0), with: "{"),
    ]
    var second = Diagnostic(rule, "a second one", at: range, note: "1\u{0}]]>")
    second.severity = .error
    return CheckedFile(source, [first, second, second, Diagnostic(rule, "no place")])
  }
}
