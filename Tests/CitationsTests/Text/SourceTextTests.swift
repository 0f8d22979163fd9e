import Citations
import Testing

@Suite struct SourceTextTests {
  @Test func collapsedTextKeepsPlaces() {
    var text = SourceText()
    text.appendCollapsed(Array("  a\n\n b".utf8), source: 10)
    #expect(text.string == "a b")
    #expect(text.sourceOffset(of: 0) == 12)
    #expect(text.sourceOffset(of: 2) == 16)
  }
}
