import Testing

@testable import Citations

@Suite struct FindingsReportTests {
  private static let rule = Rule("C012", "missing-publisher", .warning, "A book needs a publisher.")

  private func text(
    _ source: String, _ words: String, style: FindingsReport.Style = .full, isColored: Bool = false
  ) throws -> String {
    let bytes = Array(source.utf8)
    let start = try #require(bytes.firstOffset(of: Array(words.utf8), from: 0))
    let finding = Diagnostic(
      Self.rule, "'\(words)' has no publisher", at: SourceRange(start, start + words.utf8.count),
      note: "6")
    let file = SourceFile(name: "essay.txt", bytes: bytes)
    return FindingsReport(style, isColored: isColored).text(of: [finding], in: file).string
  }

  @Test func aFindingIsOneLineInTheConciseForm() throws {
    #expect(
      try text("one\ntwo Mill three\n", "Mill", style: .concise)
        == "essay.txt:2:5: warning: note 6: 'Mill' has no publisher [C012 missing-publisher]\n")
  }

  @Test func theFullFormMarksTheWords() throws {
    let expected = """
      essay.txt:2:5: warning: note 6: 'Mill' has no publisher [C012 missing-publisher]
          2 | two Mill three
            |     ^^^^

      """
    #expect(try text("one\ntwo Mill three\n", "Mill") == expected)
  }

  @Test func columnsCountScalarsAndMarksStandUnderTheWords() throws {
    let lines = try text("Straße « 東京 » Mill\n", "Mill").split(separator: "\n")
    #expect(lines[0].hasPrefix("essay.txt:1:15: "))
    // Two wide characters take a column more each.
    #expect(lines[2] == "      | " + String(repeating: " ", count: 16) + "^^^^")
  }

  @Test func aLongLineIsShownInPart() throws {
    let filler = String(repeating: "word ", count: 5_000)
    let lines = try text(filler + "Mill " + filler, "Mill").split(separator: "\n")
    #expect(lines[1].hasPrefix("    1 | …"))
    #expect(lines[1].hasSuffix("…"))
    #expect(lines[1].count < 120)
    let indent = lines[2].prefix { $0 != "^" }.count
    #expect(lines[1].dropFirst(indent).hasPrefix("Mill"))
  }

  @Test func aTerminalIsGivenNoOrders() throws {
    let output = try text("a\u{1B}[31m\u{9B}31m\u{202E}Mill\tx\n", "Mill")
    #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl })
  }

  @Test func colourSurroundsSeverityAndMark() throws {
    let output = try text("two Mill\n", "Mill", isColored: true)
    #expect(output.contains("\u{1B}[1;35mwarning: \u{1B}[0m"))
    #expect(output.contains("\u{1B}[1;35m^^^^\u{1B}[0m\n"))
  }

  @Test func aFindingWithoutAPlaceNamesTheFileAlone() {
    let file = SourceFile(name: "empty.txt", bytes: [])
    let finding = Diagnostic(Self.rule, "there is nothing")
    #expect(
      FindingsReport(.full).text(of: [finding], in: file).string
        == "empty.txt: warning: there is nothing [C012 missing-publisher]\n")
  }

  @Test func placesBeyondTheSourceAreNoCrash() {
    for source in [[], [0xE2, 0x82], [0xFF, 0x0A], Array("é".utf8)] as [[UInt8]] {
      let file = SourceFile(name: "x", bytes: source)
      for range in [SourceRange(0, 9), SourceRange(1, 1), SourceRange(90, 91)] {
        let finding = Diagnostic(Self.rule, "x", at: range)
        #expect(!FindingsReport(.full).text(of: [finding], in: file).isEmpty)
      }
    }
  }
}
