import Testing

@testable import Citations

@Suite struct LineLabelTests {
  @Test(arguments: [
    ("1. Ada", "dot 1 Ada"), ("12) Ada", "paren 12 Ada"), ("(3) Ada", "parens 3 Ada"),
    ("[4] Ada", "bracket 4 Ada"),
    ("[4]: Ada", "bracket 4 Ada"), ("[B] Ada", "letter 2 Ada"), ("1 Ada", "bare 1 Ada"),
    ("1Ada", "bare 1 Ada"),
    ("1“Ada", "bare 1 “Ada"), ("2 1931 saw", "bare 2 1931 saw"), ("¹² Ada", "superscript 12 Ada"),
    ("¹Ada", "superscript 1 Ada"), ("7", "alone 7 "), ("7.", "dot 7 "), ("1. ↑ Ada", "dot 1 Ada"),
    ("1.\u{A0}Ada", "dot 1 Ada"), ("20000. Ada", "dot 20000 Ada"),
    ("1. 1931 saw", "dot 1 1931 saw"),
  ])
  func labelsAreRead(_ line: String, _ expected: String) {
    let bytes = Array(line.utf8)
    let label = LineLabel(bytes, in: 0..<bytes.count)
    #expect(label.map { "\($0.style) \($0.value) \(bytes[$0.text...].string)" } == expected)
  }

  @Test(arguments: [
    "12, no. 3 (1978)", "1.2 Method", "1931), 44.", "201–9; but", "0. None", "3%", "2nd edition",
    "Ada", "[sic] Ada",
    "(see) Ada", "123456. Ada", "1A",
  ])
  func otherLinesHaveNone(_ line: String) {
    let bytes = Array(line.utf8)
    #expect(LineLabel(bytes, in: 0..<bytes.count) == nil)
  }
}
