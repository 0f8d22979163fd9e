import Testing

@testable import Citations

@Suite struct TextDiagnosticsTests {
  @Test func controlAndLostCharactersAreReported() {
    let text = TextOutline.of(
      "Some text\u{0}here.1 And \u{1B}more.2\n\nNotes\n1. One \u{FFFD}.\n2. Two.\n")
    let expected = """
      ¶ Some text here.{1→1} And more.{2→2}
      1: One \u{FFFD}.
      2: Two.
      ! 2 control characters, the first U+0000, were read as white space
      ! a character was lost and stands as "\u{FFFD}"
      """
    #expect(text == expected)
  }

  @Test func textsOfNothingAreEmpty() {
    #expect(TextOutline.of("") == "")
    #expect(TextOutline.of("\n \u{C}\r\n") == "")
    let document = DocumentFormat.text.read(
      SourceFile(name: "nul", bytes: [UInt8](repeating: 0, count: 1000)))
    #expect(document.blocks.isEmpty && document.notes.isEmpty)
    #expect(document.diagnostics.map(\.rule) == [.controlCharacters])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsDoNotMatter(_ lineEnd: String) {
    let text = ["Text one.1", "Text two.2", "", "Notes", "1. One", "2. Two"].joined(
      separator: lineEnd)
    #expect(TextOutline.of(text) == "¶ Text one.{1→1}\n¶ Text two.{2→2}\n1: One\n2: Two")
  }
}
