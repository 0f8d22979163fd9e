import Testing

@testable import Citations

@Suite struct RichTextPiecesTests {
  private func marked(_ text: String, _ spans: [(Range<Int>, TextStyle)]) -> String {
    RichText(text, spans: spans.map { .init($0.0, $0.1) }).pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .open(let style): "<\(style.rawValue.prefix(1))>"
      case .close(let style): "</\(style.rawValue.prefix(1))>"
      }
    }.joined()
  }

  @Test func stylesNest() {
    #expect(marked("abc", []) == "abc")
    #expect(marked("", []) == "")
    #expect(marked("abcd", [(0..<4, .italic), (1..<2, .bold)]) == "<i>a<b>b</b>cd</i>")
    #expect(marked("abcd", [(0..<2, .italic), (2..<4, .bold)]) == "<i>ab</i><b>cd</b>")
    #expect(marked("abcd", [(1..<3, .italic), (1..<3, .bold)]) == "a<i><b>bc</b></i>d")
  }

  @Test func crossingStylesAreSplit() {
    #expect(marked("abcd", [(0..<3, .italic), (2..<4, .bold)]) == "<i>ab<b>c</b></i><b>d</b>")
  }

  @Test func wrongRangesDoNoHarm() {
    #expect(marked("ab", [(-3..<9, .italic), (5..<9, .bold), (1..<1, .code)]) == "<i>ab</i>")
    #expect(marked("äö", [(1..<3, .italic)]) == "ä<i>ö</i>")
  }

  @Test func textIsAlwaysKept() {
    var state: UInt32 = 3
    func next(_ limit: UInt32) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int((state >> 16) % limit)
    }
    for _ in 0..<500 {
      let spans = (0..<next(6)).map { _ in
        let start = next(12)
        return RichText.Span(start..<start + next(8), TextStyle.allCases[next(9)])
      }
      let pieces = RichText("aäbcdefgh", spans: spans).pieces
      var open: [TextStyle] = []
      var text = ""
      for piece in pieces {
        switch piece {
        case .text(let part): text += part
        case .open(let style): open.append(style)
        case .close(let style): #expect(open.popLast() == style)
        }
      }
      #expect(open.isEmpty)
      #expect(text == "aäbcdefgh")
    }
  }
}
