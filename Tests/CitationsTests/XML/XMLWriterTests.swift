import Testing

@testable import Citations

@Suite struct XMLWriterTests {
  @Test func indentsOnlyWhereThereIsNoText() {
    var writer = XMLWriter()
    writer.start("a", [("b", "1 < \"2\"\n")])
    writer.start("p", mixed: true)
    writer.start("i")
    writer.text("x")
    writer.end()
    writer.text(" & y")
    writer.end()
    writer.element("empty")
    writer.end()
    #expect(
      writer.finish().string
        == "<a b=\"1 &lt; &quot;2&quot;&#10;\">\n <p><i>x</i> &amp; y</p>\n <empty/>\n</a>\n")
  }

  @Test func forbiddenCharactersAreLeftOutAndCounted() {
    var writer = XMLWriter()
    writer.element("a", text: "x\u{0}\u{1}\u{B}\u{FFFE}\u{FFFF}\t\r\n\u{7F}\u{10FFFF}y")
    #expect(writer.droppedCharacters == 5)
    #expect(writer.finish().string == "<a>x\t&#13;\n\u{7F}\u{10FFFF}y</a>\n")
  }

  @Test func asciiOnlyUsesReferences() {
    var writer = XMLWriter(asciiOnly: true)
    writer.element("a", [("b", "é")], text: "“𝔘”")
    #expect(writer.finish().string == "<a b=\"&#xE9;\">&#x201C;&#x1D518;&#x201D;</a>\n")
  }
}
