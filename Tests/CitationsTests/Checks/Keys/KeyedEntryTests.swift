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
    #expect(found.map { text($0.keyPlace?.range, source) } == ["mill", "part"])
    #expect(found[0].aliases == ["old", "older"])
    #expect(found[0].isParent && !found[1].isParent)
    for mention in found.flatMap(\.mentions) { #expect(text(mention.range, source) == mention.key) }
    #expect(found[1].mentions.map(\.field) == ["crossref", "xdata", "xdata"])
    #expect(text(found[1].extent, source)?.hasSuffix("{x,y}}") == true)
  }

  @Test func idsOfCSLJSONAreKeysThatCanBeReplaced() throws {
    let (source, found) = entries(#"[{"type": "book", "id": "mill"}, {"id": 7}]"#, "a.json")
    #expect(text(found.first?.keyPlace?.range, source) == "mill")
    #expect(found.map(\.key) == ["mill", "7"])
  }

  @Test(arguments: [
    ("a.yml", "mill:\n  type: book\n  title: The Mill\n", "mill:"),
    ("a.yml", "\"mill\":\n  type: book\n  title: The mill, a story\n", "mill\""),
    (
      "a.yaml", "references:\n- title: mill\n  type: book\n  id: mill\n", "mill\n"
    ),
    ("a.yaml", "---\nreferences:\n- id: 'mill'\n  type: book\n...\n", "mill'"),
    ("a.yaml", "references:\n- {title: mill, id: \"mill\", type: book}\n", "mill\","),
    ("a.ris", "TY  - BOOK\nTI  - mill\nID  - mill\nER  - \n", "mill\nER"),
    ("a.enw", "%0 Book\n%T mill\n%F mill\n%I mill\n", "mill\n%I"),
    ("a.nbib", "PMID- 7\nTI  - mill.\nGN  - id: mill\nPT  - Journal Article\n", "mill\nPT"),
    ("a.nbib", "TI  - mill.\nDP  - 1931\nPMID- mill\n", "mill\n"),
    (
      "a.xml",
      "<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>mill</title></titles><label><style face=\"bold\"> mill</style>\n</label></record></records></xml>",
      "mill</style>"
    ),
    (
      "a.xml",
      "<xml><records><record><ref-type name=\"Book\">6</ref-type><label>mill</label></record></records></xml>",
      "mill</label>"
    ),
    (
      "a.mods",
      "<mods><note type='ID=\"mill\"'/><identifier type=\"citekey\"> mill </identifier></mods>",
      "mill </ident"
    ),
    (
      "a.mods",
      "<m:mods xmlns:m=\"http://www.loc.gov/mods/v3\" xml:ID='mill' ID = 'mill' version=\"3.7\"><m:note>n</m:note></m:mods>",
      "mill' version"
    ),
    (
      "a.mods",
      "<mods><titleInfo><title>mill</title></titleInfo><recordInfo><recordIdentifier>mill</recordIdentifier></recordInfo></mods>",
      "mill</record"
    ),
    (
      "a.cff",
      "cff-version: 1.2.0\nmessage: m\nreferences:\n- type: book\n  title: mill\n  identifiers:\n  - {type: other, value: mill, description: x}\n  - type: other\n    value: mill\n    description: citation key\n",
      "mill\n    desc"
    ),
  ])
  func keysAreFoundWhereTheyStand(name: String, content: String, place: String) throws {
    let (source, found) = entries(content, name)
    #expect(found.map(\.key) == ["mill"])
    let range = try #require(found.first?.keyPlace?.range)
    #expect(text(range, source) == "mill")
    #expect(source.bytes[Int(range.start)...].starts(with: place))
  }

  @Test func aKeyThatStandsInARecordTwiceIsFoundTwice() {
    let (source, found) = entries(
      "<mods ID=\"mill\"><identifier type=\"citekey\">mill</identifier></mods>", "a.mods")
    let ranges = found.first?.keyPlace?.ranges ?? []
    #expect(ranges.map { text($0, source) } == ["mill", "mill"])
    #expect(ranges.map { Int($0.start) } == [43, 10])
  }

  @Test func whatElseAKeyIsStandsInItsWay() {
    func refusal(_ text: String, _ name: String, of key: String = "m1") -> String? {
      entries(text, name).1.first?.keyPlace?.refusal(of: key)
    }
    #expect(refusal("PMID- 77\nTI  - T.\nDP  - 1931\n", "a.nbib")?.contains("PMID") == true)
    let mods = "<mods><recordInfo><recordIdentifier>7</recordIdentifier></recordInfo></mods>"
    #expect(refusal(mods, "a.mods")?.contains("catalogue") == true)
    #expect(refusal("[{\"id\": 7}]", "a.json")?.contains("number") == true)
    let id = "<mods ID=\"mill\"><note>n</note></mods>"
    #expect(refusal(id, "a.mods") == nil)
    #expect(refusal(id, "a.mods", of: "1931a")?.contains("XML") == true)
    #expect(refusal("@misc{a, title = {T}}", "a.bib") == nil)
  }

  @Test(arguments: [
    ("a.yaml", "references:\n- id: &a mill\n  type: book\n"),
    ("a.yaml", "references:\n- id: |\n    mill\n  type: book\n"),
    ("a.ris", "TY  - BOOK\nID  - mill\nmore\nER  - \n"),
    ("a.bib", "@book{, title = {M}}\n"),
  ])
  func keysThatAreSpelledInOtherWaysHaveNoPlace(name: String, content: String) {
    let (_, found) = entries(content, name)
    #expect(found.count == 1)
    #expect(found.first?.keyPlace == nil)
  }
}
