@testable import Citations

/// Findings that hold everything that reports have to cope with, made by hand.
enum ReportSample {
  static let rule = Rule("C012", "missing-publisher", .warning, "a book has no publisher")
  private static let other = Rule("N001", "marker-without-note", .error, "a marker has no note")

  /// A bibliography with fixes, one of them over two lines, and a document whose name is hard to write.
  static let files: [CheckedFile] = [bibliography, document, clean]

  static let bibliography: CheckedFile = {
    let source = SourceFile(
      name: "./refs.bib", bytes: Array("@book{é,\n  doi = {doi:10.1/ü},\n  note = {x\ny}}\n".utf8))
    var first = Diagnostic(
      rule, "\"é\" has, of 50% : no\npublisher", at: range("é", source), key: "é")
    first.fixes = [
      FixIt("write the DOI alone", .safe, replace: range("doi:", source), with: ""),
      FixIt(
        "write both", .suggested,
        [
          SourceEdit(range("doi", source), Array("DOI".utf8)),
          SourceEdit(range("ü", source), Array("u\n".utf8)),
        ]),
    ]
    var second = Diagnostic(rule, "two lines", at: range("x\ny", source), key: "é")
    second.severity = .note
    return CheckedFile(source, [first, second, second])
  }()

  static let document: CheckedFile = {
    let source = SourceFile(name: "notes, 1:2 %?.md", bytes: Array("One.[^1]\n".utf8))
    return CheckedFile(
      source,
      [
        Diagnostic(other, "marker \"1\" <&> has no note", at: range("[^1]", source), note: "1"),
        Diagnostic(other, "nowhere"),
      ])
  }()

  static let clean = CheckedFile(SourceFile(name: "/clean.md", bytes: []), [])

  static func range(_ words: String, _ source: SourceFile) -> SourceRange {
    let start = source.bytes.firstOffset(of: Array(words.utf8), from: 0) ?? 0
    return SourceRange(start, start + words.utf8.count)
  }
}
