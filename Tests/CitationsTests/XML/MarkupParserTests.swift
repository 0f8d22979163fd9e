import Testing

@testable import Citations

@Suite struct MarkupParserTests {
  /// The tree in one line: elements with their source ranges, texts with their beginnings.
  private func outline(_ tree: MarkupTree) -> String {
    tree.nodes.map {
      $0.kind == .text
        ? "[\(tree.text[$0.text].string)@\($0.source)]"
        : "<\($0.name)@\($0.source)-\($0.sourceEnd)>"
    }.joined()
  }

  @Test func htmlKeepsSourceOffsets() {
    let tree = MarkupParser.parseHTML(
      Array("<html><body><p id=a>Æ&nbsp;b <i>c</i>d<br>e</p><ol><li>x</ol>".utf8))
    #expect(tree.first("p").flatMap { tree.attribute("id", of: $0) } == "a")
    #expect(
      outline(tree) == "<html@0-62><body@6-62><p@12-48>[Æ@20][\u{A0}@22][b @28]<i@30-38>[c@33]"
        + "[d@38]<br@39-43>[e@43]<ol@48-62><li@52-62>[x@56]")
  }

  @Test func declaredEntitiesAreNotExpanded() {
    let tree = MarkupParser.parseXML(
      Array(
        """
        <!DOCTYPE a [<!ENTITY x "yy"><!ENTITY f SYSTEM "file:///etc/passwd">]><a b='1'>&amp;&nbsp;&x;&f;z</a>
        """.utf8))
    #expect(tree.declaresEntities)
    #expect(tree.textContent(of: 0) == "&\u{A0}&x;&f;z")
    #expect(tree.problems.map(\.message) == ["Entity 'x' not defined", "Entity 'f' not defined"])
  }

  @Test func brokenMarkupIsReadAndReported() {
    let tree = MarkupParser.parseXML(Array("<a><b>x</a>".utf8))
    #expect(tree.textContent(of: 0) == "x")
    #expect(tree.problems.first?.isFatal == true)
  }

  @Test func ampersandsInAttributesAreAmpersands() {
    let tree = MarkupParser.parseXML(Array("<a b='1&amp;2&#38;3&lt;&amp;#38;4'/>".utf8))
    #expect(tree.attribute("b", of: 0) == "1&2&3<&#38;4")
  }

  @Test func longTagsAreReadInOnePass() {
    let value = [UInt8](repeating: 0x61, count: 3_000_000)
    let tree = MarkupParser.parseXML(Array("<a b='".utf8) + value + Array("'>x</a>".utf8))
    #expect(tree.attribute("b", of: 0)?.utf8.count == value.count)
    #expect(tree.textContent(of: 0) == "x")
  }
}
