import Testing

@testable import Citations

@Suite struct StyleTests {
  private func problems(_ text: String) -> [String] {
    let source = SourceFile(name: "s.csl", bytes: Array(text.utf8))
    do {
      return try Style(source).warnings.map { "\($0.rule.id) \($0.message)" }
    } catch {
      return error.diagnostics.map { diagnostic in
        let place = source.position(at: Int(diagnostic.range?.start ?? 0))
        return "\(place.line):\(place.column) \(diagnostic.rule.id) \(diagnostic.message)"
      }
    }
  }

  private func style(_ inside: String) -> String {
    "<style class=\"note\" version=\"1.0\">\n\(inside)\n</style>"
  }

  private let layout = "<citation><layout><text value=\"x\"/></layout></citation>"

  @Test func aValidStyleHasItsTitleAndAreas() throws {
    let style = try CSLSupport.style("notes.csl")
    #expect(style.title == "Notes for tests")
    #expect(style.id == "http://example.org/notes")
    #expect(style.styleClass == .note)
    #expect(style.hasBibliography)
    #expect(style.warnings.isEmpty)
  }

  @Test func aStyleThatRenamesAnotherNamesIt() throws {
    let text = """
      <style class="in-text" version="1.0"><info><title>T</title><id>i</id>
      <link href="http://example.org/parent" rel="independent-parent"/></info></style>
      """
    let style = try Style(SourceFile(name: "d.csl", bytes: Array(text.utf8)))
    #expect(style.independentParent == "http://example.org/parent")
  }

  @Test func whatIsNoStyleIsRefused() {
    #expect(problems("<html><body>Not found</body></html>").first?.contains("L001") == true)
    #expect(problems("").first?.contains("L001") == true)
    #expect(problems("<style><citation>").first?.contains("L001") == true)
  }

  @Test(arguments: [
    ("<macro name=\"m\"><text value=\"y\"/></macro>", "L002 the style has no <citation>"),
    ("<citation><text value=\"x\"/></citation>", "L002 <citation> has no <layout>"),
    (
      "<citation><layout><text macro=\"gone\"/></layout></citation>",
      "L004 there is no macro called \"gone\""
    ),
    ("<citation><layout><book/></layout></citation>", "L002 <book> does not belong into <layout>"),
    (
      "<citation><layout><text value=\"x\" font-style=\"slanted\"/></layout></citation>",
      "L003 \"slanted\" is no value of `font-style`"
    ),
    ("<citation><layout><text/></layout></citation>", "L003 <text> has none of `variable`"),
  ])
  func aStyleWithAnErrorIsRefusedWithAReason(_ inside: String, _ reason: String) {
    #expect(problems(style(inside)).contains { $0.contains(reason) })
  }

  @Test func macrosThatCallThemselvesAreRefused() {
    let macros = """
      <macro name="a"><text macro="b"/></macro>
      <macro name="b"><group><text macro="a"/></group></macro>
      """
    let found = problems(style(macros + layout))
    #expect(found.first?.hasPrefix("3:") == true)
    #expect(found.first?.contains("calls itself") == true)
  }

  @Test func unknownAttributesAreWarnings() {
    let inside = "<citation><layout><text value=\"x\" colour=\"red\"/></layout></citation>"
    #expect(problems(style(inside)).map { String($0.prefix(4)) } == ["L005"])
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "<group>", count: 300) + "<text value=\"x\"/>"
    let text = deep + String(repeating: "</group>", count: 300)
    #expect(
      problems(style("<citation><layout>\(text)</layout></citation>"))
        .contains { $0.contains("nested deeper") })
  }

  @Test func brokenStylesAreReadWithoutACrash() throws {
    let bytes = try CSLSupport.fixture("notes.csl").bytes
    for length in stride(from: 0, to: bytes.count, by: 17) {
      _ = try? Style(SourceFile(name: "t", bytes: Array(bytes[..<length])))
    }
    for index in stride(from: 0, to: bytes.count, by: 13) {
      var changed = bytes
      changed[index] = changed[index] == 0x22 ? 0x3C : 0x22
      _ = try? Style(SourceFile(name: "t", bytes: changed))
    }
  }
}
