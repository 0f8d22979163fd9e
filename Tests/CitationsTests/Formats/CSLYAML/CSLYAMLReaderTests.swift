import Testing

@testable import Citations

@Suite struct CSLYAMLReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    CSLYAMLReader.read(SourceFile(name: "test.yaml", bytes: Array(text.utf8)))
  }

  /// The members of the only item as CSL-JSON.
  private func member(_ name: String, of text: String) -> String {
    let found = read("references:\n- id: a\n  type: book\n  " + text)
    let members = found.references.first?.cslJSONMembers(id: "a") ?? []
    guard let member = members.first(where: { $0.name == name }) else { return "nothing" }
    return JSONWriter.text(of: member.value, .compact).trimmedASCIISpace.string
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func generatedReferencesComeBack(_ seed: UInt64) throws {
    let references = GeneratedReferences.all(seed: seed)
    let trip = try #require(RoundTrip(references, through: .cslYAML))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.diagnostics.isEmpty, "\(trip.read.diagnostics.prefix(5))")
    #expect(trip.read.references == references)
  }

  @Test func stylesThatCSLJSONDoesNotHaveComeBack() throws {
    let references = ItemType.all.prefix(5).enumerated().map {
      EveryVariable.full($0.element, id: "r\($0.offset)", seed: $0.offset)
    }
    let bytes = BibliographyFormat.cslYAML.write(references)?.bytes ?? []
    let read = CSLYAMLReader.read(SourceFile(name: "t", bytes: bytes))
    #expect(read.diagnostics.isEmpty)
    for (before, after) in zip(references, read.references) {
      for (variable, text) in before.texts {
        #expect(after[variable]?.plain == text.plain, "\(variable)")
        let isSame = variable.isVerbatim || after[variable]?.pieces == text.pieces
        #expect(isSame, "\(variable)")
      }
      #expect(after.numbers == before.numbers)
      #expect(after.names == before.names)
      #expect(after.extras == before.extras)
    }
  }

  @Test(arguments: [
    (
      "title: 'On *Drosophila* and H~2~O, 2^nd^'",
      "\"On <i>Drosophila</i> and H<sub>2</sub>O, 2<sup>nd</sup>\""
    ),
    ("title: '**a *b* c**'", "\"<b>a <i>b</i> c</b>\""),
    ("title: '***a** b*'", "\"<i><b>a</b> b</i>\""),
    (
      "title: '[iOS]{.nocase} <span class=\"nocase\">NASA</span>'",
      "\"<span class=\\\"nocase\\\">iOS</span> <span class=\\\"nocase\\\">NASA</span>\""
    ),
    (
      "title: 'C* algebras and A* search, snake_case_name, 3 * 4 * 5'",
      "\"C* algebras and A* search, snake_case_name, 3 * 4 * 5\""
    ),
    ("title: '~ 5 and x^2 and a ~b c~'", "\"~ 5 and x^2 and a ~b c~\""),
    ("title: 'a \\*b\\* \\<i\\>c\\</i\\> & &amp; &lt; AT&T'", "\"a *b* <i>c</i> & & < AT&T\""),
    ("title: '[a] [b](c) d] [e'", "\"[a] [b](c) d] [e\""),
    ("title: 'a -- b --- c...'", "\"a – b — c…\""),
    ("title: '*a [b* c]{.nocase}'", "\"<i>a [b</i> c]{.nocase}\""),
    ("title: True", "\"True\""), ("title: 1984", "\"1984\""), ("volume: 012", "\"012\""),
    ("title: null", "nothing"), ("title: ~", "nothing"), ("title: 'null'", "\"null\""),
    ("title: a `*b*` ``c ` d``", "\"a *b* c ` d\""),
    ("URL: 'http://example.org/~a_b_*c*'", "\"http://example.org/~a_b_*c*\""),
    ("DOI: '10.1000/(SICI)1097\\<1::AID\\>3'", "\"10.1000/(SICI)1097<1::AID>3\""),
  ])
  func textsHoldMarkdown(_ yaml: String, _ expected: String) {
    let name = String(yaml.prefix { $0 != ":" })
    #expect(member(name, of: yaml) == expected)
  }

  @Test(arguments: [
    ("issued: 2004-06-11", "{\"date-parts\":[[2004,6,11]]}"),
    ("issued: 2004", "{\"date-parts\":[[2004]]}"),
    ("issued: 2004-06/2005\\~", "{\"raw\":\"2004-06/2005~\"}"),
    ("issued: {year: 2004, month: 6}", "{\"date-parts\":[[2004,6]]}"),
    ("issued: [{year: 2004}, {year: 2006}]", "{\"date-parts\":[[2004],[2006]]}"),
    (
      "issued:\n  - year: 2004\n    season: 2\n    circa: true",
      "{\"date-parts\":[[2004]],\"season\":2,\"circa\":true}"
    ),
    ("issued: {date-parts: [[2004, '6']]}", "{\"date-parts\":[[2004,6]]}"),
    ("issued: [2004, 6, 11]", "{\"date-parts\":[[2004,6,11]]}"),
    ("issued: {literal: forthcoming}", "{\"literal\":\"forthcoming\"}"),
    ("issued: forthcoming", "{\"literal\":\"forthcoming\"}"), ("issued: ~", "nothing"),
  ])
  func datesHaveManyShapes(_ yaml: String, _ expected: String) {
    #expect(member("issued", of: yaml) == expected)
  }

  @Test(arguments: [
    ("author: {family: 'Null', given: A}", "[{\"family\":\"Null\",\"given\":\"A\"}]"),
    ("author: [{family: Null, given: True}]", "[{\"family\":\"Null\",\"given\":\"True\"}]"),
    ("author: Fell Press", "[{\"literal\":\"Fell Press\"}]"),
    (
      "author:\n  - Fell Press\n  - {family: \"O'Brien\\\\*\"}",
      "[{\"literal\":\"Fell Press\"},{\"family\":\"O'Brien*\"}]"
    ),
  ])
  func namesHaveManyShapes(_ yaml: String, _ expected: String) {
    #expect(member("author", of: yaml) == expected)
  }

  @Test func theHeadOfAMarkdownFileIsRead() {
    let text =
      "---\ntitle: x\nreferences:\n- id: a\n  type: book\n- id: b\n...\n\n# Text: *a*\n\n- [c: d\n"
    let found = read(text)
    #expect(found.references.map(\.id) == ["a", "b"])
    #expect(found.diagnostics.map(\.rule) == [.cslYAMLItemWithoutType])
    #expect(found.ranges.first == SourceRange(27, 45))
  }

  @Test func listsAndDocumentsAreRead() {
    #expect(
      read("- id: a\n  type: book\n- id: 7\n  type: map\n").references.map(\.id) == ["a", "7"])
    let two = "---\nreferences:\n- {id: a, type: book}\n---\n- id: b\n  type: book\n"
    #expect(read(two).references.map(\.id) == ["a", "b"])
    #expect(read("references: []\n").diagnostics.isEmpty)
    #expect(read("").diagnostics.map(\.rule) == [.noCSLYAMLItems])
    #expect(read("a: b\n").diagnostics.map(\.rule) == [.noCSLYAMLItems])
    #expect(read("references: 5\n").diagnostics.map(\.rule) == [.noCSLYAMLItem])
    #expect(read("references:\n- 5\n- {x: y}\n- {id: a, type: map}\n").diagnostics.count == 2)
  }

  @Test func everyTruncationAndChangeIsRead() {
    let text = Shared.fixture("Formats/CSLYAML/difficult.yaml")?.prefix(1500) ?? []
    #expect(!text.isEmpty)
    for length in 0...text.count {
      _ = CSLYAMLReader.read(SourceFile(name: "t", bytes: Array(text.prefix(length))))
    }
    for index in text.indices {
      var changed = Array(text)
      changed[index] ^= UInt8(1 << (index % 8))
      _ = CSLYAMLReader.read(SourceFile(name: "t", bytes: changed))
    }
  }

  @Test func manySignsAreReadInLinearTime() {
    for sign in ["*", "_a", "~a", "[", "<i>", "`", "^b", "*a ", "***a** ", "]", "</i>"] {
      _ = PandocMarkup.read(String(repeating: sign, count: 50_000))
    }
  }
}
