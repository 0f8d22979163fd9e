import Testing

@testable import Citations

@Suite struct MarkerScannerTests {
  private func found(_ text: String, _ style: MarkerCandidate.Style) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = MarkerScanner(bytes)
    scanner.scan(0..<bytes.count, index: 0)
    return scanner.found[style.rawValue].map { bytes[$0.start..<$0.end].string }
  }

  @Test func bracketsHoldNumbersAndLetters() {
    #expect(
      found("a.[1] b [2], c[3, 4]; [sic] [0] [Pg 12]", .bracket) == ["[1]", "[2]", "[3", ", 4]"])
    #expect(found("a.[A] ha[s] [T]he [a] mill,[b]", .letter) == ["[A]", "[s]", "[b]"])
  }

  @Test func superscriptsOfUnitsAreNone() {
    #expect(found("décret.¹ mot² m² km³ 10³ ¹³C x² mot ¹² 10⁻³", .superscript) == ["¹", "²", "¹²"])
  }

  @Test func symbolsOfEmphasisAreNone() {
    #expect(
      found("decree.* *strong* loss.”† 5 * 3 § 5 word** **bold** end‡", .symbol) == [
        "*", "†", "**", "‡",
      ])
  }

  @Test func parenthesesHoldNumbers() {
    #expect(found("a (1) b(2) 12(3) (4)th", .parens) == ["(1)", "(2)"])
  }
}
