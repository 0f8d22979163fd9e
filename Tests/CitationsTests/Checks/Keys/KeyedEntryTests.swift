import Testing

@testable import Citations

@Suite struct KeyedEntryTests {
  private func entries(_ text: String, _ name: String) -> (SourceFile, [KeyedEntry]) {
    let file = FileInCheck(keysOf: Array(text.utf8), name: name, CheckOptions())
    return (file.source, file.entries)
  }

  private func text(_ range: SourceRange?, _ source: SourceFile) -> String? {
    range.map { source.bytes[Int($0.start)..<Int($0.end)].string }
  }

  @Test func keysAndMentionsStandWhereTheySay() throws {
    let (source, found) = entries(
      "@book{mill, title = {M}, ids = {old, older}}\n"
        + "@inbook{part, title = {P}, crossref = \"mill\", xdata = {x,y}}\n", "a.bib")
    #expect(found.map(\.key) == ["mill", "part"])
    #expect(found.map(\.entryType) == ["book", "inbook"])
    #expect(found.map { text($0.keyRange, source) } == ["mill", "part"])
    #expect(found[0].aliases == ["old", "older"])
    #expect(found[0].isParent && !found[1].isParent)
    for mention in found.flatMap(\.mentions) { #expect(text(mention.range, source) == mention.key) }
    #expect(found[1].mentions.map(\.field) == ["crossref", "xdata", "xdata"])
    #expect(text(found[1].extent, source)?.hasSuffix("{x,y}}") == true)
  }

  @Test func idsOfCSLJSONAreKeysThatCanBeReplaced() throws {
    let (source, found) = entries(#"[{"type": "book", "id": "mill"}, {"id": 7}]"#, "a.json")
    #expect(text(found.first?.keyRange, source) == "mill")
    #expect(found.map(\.key) == ["mill", "7"])
  }

  @Test(arguments: [
    ("a.yml", "mill:\n  type: book\n  title: The Mill\n", "mill:"),
    ("a.yml", "\"mill\":\n  type: book\n  title: The mill, a story\n", "mill\""),
    (
      "a.yaml", "references:\n- title: mill\n  type: book\n  id: mill\n", "mill\n"
    ),
    ("a.yaml", "---\nreferences:\n- id: 'mill'\n  type: book\n...\n", "mill'"),
    ("a.ris", "TY  - BOOK\nTI  - mill\nID  - mill\nER  - \n", "mill\nER"),
  ])
  func keysOfFormatsInLinesAreFound(name: String, content: String, place: String) throws {
    let (source, found) = entries(content, name)
    #expect(found.map(\.key) == ["mill"])
    let range = try #require(found.first?.keyRange)
    #expect(text(range, source) == "mill")
    #expect(source.bytes[Int(range.start)...].starts(with: place))
  }

  @Test func otherFormatsSayNothingAboutPlaces() {
    let (_, found) = entries("%0 Book\n%T The Mill\n%F mill\n", "a.enw")
    #expect(found.map(\.key) == ["mill"])
    #expect(found.first?.keyRange == nil)
  }
}
