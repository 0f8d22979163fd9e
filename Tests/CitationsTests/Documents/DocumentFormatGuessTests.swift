import Testing

@testable import Citations

@Suite struct DocumentFormatGuessTests {
  private static let text = DocumentFormat(
    name: "text", title: "Text", extensions: ["txt"], sniff: { _ in 1 },
    read: { Document(source: $0, format: "text") })
  private static let bbox = DocumentFormat(
    name: "pdf-bbox", title: "Layout", extensions: [],
    sniff: { $0.prefix(40).contains(UInt8(ascii: "%")) ? 100 : 0 },
    read: { Document(source: $0, format: "pdf-bbox") })
  private static let html = DocumentFormat(
    name: "html", title: "HTML", extensions: ["html"], sniff: { $0.starts(with: "<html") ? 90 : 0 },
    read: { Document(source: $0, format: "html") })
  private static let formats: [DocumentFormat] = [
    text, bbox, html, .markdown, .asciidoc, .rst, .org, .wikitext, .typst, .djot,
  ]

  private func guess(_ name: String, _ content: String) -> String {
    DocumentFormat.guess(name: name, bytes: Array(content.utf8)[...], among: Self.formats).name
  }

  @Test func namesGoBeforeContent() {
    #expect(guess("a/b.c/essay.RST", "A.[^1]\n\n[^1]: N.") == "rst")
    #expect(guess("x.dj", "A.[^1]\n\n[^1]: N.") == "djot")
    #expect(guess("page.html", "<html>") == "html")
  }

  @Test func declarationsGoBeforeNames() {
    #expect(guess("page.html", "<html>%") == "pdf-bbox")
  }

  @Test(arguments: [
    ("A.[^1]\n\n[^1]: N.", "markdown"), ("A.footnote:[N.]", "asciidoc"),
    ("A [1]_.\n\n.. [1] N.", "rst"), ("A[fn:1]\n\n[fn:1] N.", "org"),
    ("A.<ref>N</ref>\n{{reflist}}", "wikitext"), ("A.#footnote[N]", "typst"),
  ])
  func contentDecidesWithoutAName(_ content: String, _ expected: String) {
    for name in ["", "-", "notes", "essay.txt", "essay.unknown", ".hidden"] {
      #expect(guess(name, content) == expected)
    }
  }

  @Test func plainTextStaysText() {
    #expect(guess("essay.txt", "An essay with a stray * and [1] and **.\n\n* A line.\n") == "text")
    #expect(guess("", "The mill was closed by decree.1\n\nNotes\n\n1. Mercer, 44.\n") == "text")
    #expect(guess("", "") == "text")
  }

  @Test func sharedFilesAreRecognised() {
    for (name, format) in MarkupConventionTests.files where format.name != "djot" {
      guard let bytes = Shared.read("notes/markup/" + name) else { return }
      #expect(
        DocumentFormat.guess(name: "", bytes: bytes[...], among: Self.formats).name
          == (name.hasPrefix("m12") || name.hasPrefix("m02") || name.hasPrefix("m03")
            ? "markdown" : format.name))
    }
    for name in ["p01-glued-unnumbered", "p03-bracket", "p06-symbols", "p07-gutenberg"] {
      guard let bytes = Shared.read("notes/markup/\(name).txt") else { return }
      #expect(DocumentFormat.guess(name: "", bytes: bytes[...], among: Self.formats).name == "text")
    }
  }
}
