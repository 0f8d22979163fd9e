import Testing

@testable import Citations

@Suite struct YAMLReaderTests {
  private func read(
    _ text: String, lists: Set<String> = []
  ) -> (records: [YAMLRecordReader.Record], diagnostics: [Diagnostic]) {
    read(Array(text.utf8), lists: lists)
  }

  private func read(
    _ bytes: [UInt8], lists: Set<String> = []
  ) -> (records: [YAMLRecordReader.Record], diagnostics: [Diagnostic]) {
    var records: [YAMLRecordReader.Record] = []
    var reader = YAMLRecordReader(bytes, lists: lists)
    reader.read { record in
      records.append(record)
      return true
    }
    return (records, reader.diagnostics)
  }

  private func json(_ text: String) -> String {
    let (records, _) = read("x: " + text)
    return JSONWriter.text(of: records.first?.value.json ?? .null, .compact)
      .trimmedASCIISpace.string
  }

  @Test(arguments: [
    ("no", "\"no\""), ("yes", "\"yes\""), ("'1'", "\"1\""), ("1.50", "1.50"), ("012", "\"012\""),
    ("0x1F", "\"0x1F\""), ("~", "null"), ("", "null"), ("null", "null"), ("true", "true"),
    ("1:30", "\"1:30\""), ("!!str 12", "\"12\""), ("[a, {b: c}]", "[\"a\",{\"b\":\"c\"}]"),
    ("2004-06-11", "\"2004-06-11\""), ("-1", "-1"), ("1e3", "1e3"), ("+1", "\"+1\""),
    ("\"a\\x41\\u00e9\\n\"", "\"aAé\\n\""), ("|\n  a\n   b\n", "\"a\\n b\\n\""),
    (">-\n  a\n  b\n", "\"a b\""), ("{[1, 2]: 3}", "{\"[1,2]\":3}"),
  ])
  func scalarsFollowTheCoreSchema(_ yaml: String, _ expected: String) {
    #expect(json(yaml) == expected)
  }

  @Test func recordsSayWhereTheyStand() {
    let text = "ä: 1\nreferences:\n- {id: é}\n- id: b\n---\nc: 2\n"
    let (records, diagnostics) = read(text, lists: ["references"])
    #expect(diagnostics.isEmpty)
    #expect(records.map(\.key?.text) == ["ä", nil, nil, "c"])
    #expect(records.map(\.list) == [nil, "references", "references", nil])
    #expect(records.map(\.document) == [0, 0, 0, 1])
    let bytes = Array(text.utf8)
    #expect(bytes[Int(records[1].range.start)..<Int(records[1].range.end)].string == "{id: é}")
    #expect(records[2].range.start == 31)
  }

  @Test func aliasesAndMergesAreResolved() {
    let (records, diagnostics) = read("a: &x {b: 1, c: 2}\nd: *x\ne: {<<: *x, c: 3}\nf: *y\n")
    #expect(
      records.map { JSONWriter.text(of: $0.value.json, .compact).string } == [
        "{\"b\":1,\"c\":2}\n", "{\"b\":1,\"c\":2}\n", "{\"c\":3,\"b\":1}\n", "null\n",
      ])
    #expect(diagnostics.map(\.rule) == [.unknownYAMLAlias])
  }

  @Test func duplicateKeysAreReported() {
    let (records, diagnostics) = read("a: {b: 1, b: 2}\n")
    #expect(records[0].value["b"]?.text == "2")
    #expect(diagnostics.map(\.rule) == [.duplicateYAMLKey])
    #expect(diagnostics.first?.range == SourceRange(10, 11))
  }

  @Test func explodingAliasesCostTheirRecord() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let row = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(row)]\n"
    }
    text += "last: y\n"
    let (records, diagnostics) = read(text)
    #expect(records.first?.key?.text == "a0")
    #expect(records.last?.key?.text == "last")
    #expect(records.count < 10)
    #expect(diagnostics.allSatisfy { $0.rule == .excessiveYAML })
    #expect(diagnostics.count >= 4)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(_ opening: String) {
    let text = "first: 1\nx:\n  " + String(repeating: opening, count: 100_000)
    let (records, diagnostics) = read(text)
    #expect(records.first?.key?.text == "first")
    #expect(!diagnostics.isEmpty)
    #expect(diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func aForbiddenCharacterIsReplaced() {
    let (records, diagnostics) = read("a: é\u{1}b\nc: [\nd: e\n")
    #expect(records.map(\.key?.text) == ["a", "d"])
    #expect(records[0].value.text == "é\u{FFFD}b")
    #expect(diagnostics.map(\.rule) == [.forbiddenYAMLCharacter, .malformedYAML])
    #expect(diagnostics[0].range == SourceRange(5, 6))
  }

  @Test(arguments: [
    ("- a: 1\n- b: \"x\n- c: 3\n- d: 4\n", ["a", "c", "d"]),
    ("- a: 1\n- b: [x\n- c: 3\n", ["a", "c"]), ("- a: 1\n- b: {x: ]\n- c: 3\n", ["a", "c"]),
    ("- a: 1\n- b: x: y\n- c: 3\n", ["a", "c"]), ("- a: 1\n- @b\n- c: 3\n", ["a", "c"]),
    ("- a: 1\n  b: x\n c: 3\n- d: 4\n", ["a", "d"]), ("- a: 1\n- b: 'x\n", ["a"]),
    ("- a: 1\n\tb: 2\n- c: 3\n", ["c"]),
  ])
  func aFaultCostsTheRecordItStandsIn(_ text: String, _ keys: [String]) {
    for list in ["", "references:\n"] {
      let (records, diagnostics) = read(list + text, lists: ["references"])
      #expect(records.compactMap { $0.value.pairs?.first?.key.text } == keys)
      #expect(diagnostics.contains { $0.rule == .malformedYAML })
      #expect(records.allSatisfy { ($0.list == "references") == !list.isEmpty })
    }
  }

  @Test func aFaultInAMappingCostsItsPair() {
    let (records, diagnostics) = read("a: {x: 1}\nb: [x\nc: 'y'\nd: \"z\ne:\n  - 1\n")
    #expect(records.map(\.key?.text) == ["a", "c", "e"])
    #expect(diagnostics.map(\.rule) == [.malformedYAML, .malformedYAML])
  }

  @Test func everyTruncationAndChangeIsRead() {
    let text = Array(
      "---\nreferences:\n- id: &a \"x\\n\"\n  b: [1, {c: *a}]\n  d: |\n   é\n- 'q'\n...\n".utf8)
    for length in 0...text.count { _ = read(Array(text[..<length]), lists: ["references"]) }
    for index in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[index] ^= 1 << bit
        _ = read(changed, lists: ["references"])
      }
    }
  }

  @Test func manyFaultsStayLinear() {
    let text = String(repeating: "- \"open\n", count: 20_000)
    let (_, diagnostics) = read(text)
    #expect(!diagnostics.isEmpty)
  }
}
