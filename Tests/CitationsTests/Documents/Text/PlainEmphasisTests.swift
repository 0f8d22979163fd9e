import Testing

@testable import Citations

/// Emphasis by asterisks and underscores in plain text.
@Suite struct PlainEmphasisTests {
  /// The text with its italics in braces.
  private func marked(_ text: String) -> String {
    let read = PlainEmphasis.read(SourceText(text))
    var bytes = read.utf8
    for span in read.styles.reversed() {
      bytes.insert(UInt8(ascii: "}"), at: span.range.upperBound)
      bytes.insert(UInt8(ascii: "{"), at: span.range.lowerBound)
    }
    return bytes.string
  }

  @Test(arguments: [
    ("Coe, *Lamps* (Hull, 1962)", "Coe, {Lamps} (Hull, 1962)"),
    ("“A Lamp,” *Fen Review* 8", "“A Lamp,” {Fen Review} 8"),
    ("see _Lamps and Oil_, 9", "see {Lamps and Oil}, 9"),
    ("*Lamps*; *Oil*", "{Lamps}; {Oil}"),
  ]) func signsAroundWordsAreEmphasis(_ text: String, _ expected: String) {
    #expect(marked(text) == expected)
  }

  @Test(arguments: [
    "* A note.", "2 * 3 * 4", "a file_name_here", "snake_case and other_names", "*see below",
    "5* hotels and 4* inns", "**", "a*b*c",
  ]) func otherSignsStay(_ text: String) {
    #expect(marked(text) == text)
  }

  @Test func placesAreKept() {
    let read = PlainEmphasis.read(SourceText("Coe, *Lamps*, 9", source: 100))
    #expect(read.string == "Coe, Lamps, 9")
    #expect(read.sourceRange(of: 5..<10) == SourceRange(106, 111))
    #expect(read.sourceRange(of: 12..<13) == SourceRange(114, 115))
  }

  @Test func titlesInAsterisksAreRead() {
    let text = """
      Bell.[1]

      Notes

      [1] Rosa Lund, "The Bell," *Northern Fen* 8 (1972): 90-94.

      """
    let read = Extraction(of: Array(text.utf8), name: "e.txt")
    #expect(read.notes.first?.cites.first?.reference[.containerTitle]?.plain == "Northern Fen")
  }
}
