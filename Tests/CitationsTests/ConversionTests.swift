import Testing

import Citations

@Suite struct ConversionTests {
  private func json(_ items: String) -> [UInt8] { Array("[\(items)]".utf8) }

  private func ids(_ conversion: Conversion) -> [String] {
    let written = conversion.output(as: .cslJSON)
    let value = written.flatMap { try? JSONValue.parse($0.bytes) }
    return value?.array?.compactMap { $0["id"]?.string } ?? []
  }

  @Test func equalReferencesOfTwoFilesAreOne() {
    var conversion = Conversion()
    conversion.add(json(#"{"id":"a","type":"book"}"#), name: "1.json")
    conversion.add(
      json(#"{"id":"a","type":"book"},{"id":"b","type":"book"}"#), name: "2.json")
    #expect(ids(conversion) == ["a", "b"])
    #expect(conversion.output(as: .cslJSON)?.losses.isEmpty == true)
  }

  @Test func aKeyThatIsTakenBecomesANewOne() {
    var conversion = Conversion()
    conversion.add(json(#"{"id":"a","type":"book"},{"id":"a-2","type":"book"}"#), name: "1.json")
    conversion.add(json(#"{"id":"a","type":"map"},{"id":"a","type":"bill"}"#), name: "2.json")
    #expect(ids(conversion) == ["a", "a-2", "a-3", "a-3"])
    let losses = conversion.output(as: .cslJSON)?.losses ?? []
    #expect(losses.map(\.field) == ["id", "id"] && losses.map(\.key) == ["a", "a"])
  }

  @Test func oneFileKeepsWhatItHasTwice() {
    var conversion = Conversion()
    conversion.add(json(#"{"id":"a","type":"book"},{"id":"a","type":"book"}"#), name: "1.json")
    #expect(ids(conversion) == ["a", "a"])
  }

  @Test func aFormatThatNothingTellsIsNotRead() {
    var conversion = Conversion()
    #expect(conversion.add(Array("some words".utf8), name: "-") == nil)
    #expect(conversion.inputs.isEmpty)
    #expect(conversion.add([], name: "empty.json")?.name == "csl-json")
  }

  @Test func theEncodingIsReported() {
    var conversion = Conversion()
    let bytes =
      Array(#"[{"id":"a","type":"book","title":"M"#.utf8) + [0xFC] + Array(#"hle"}]"#.utf8)
    conversion.add(bytes, name: "latin.json")
    #expect(conversion.inputs.first?.diagnostics.map(\.rule.id) == ["F002"])
    #expect(conversion.inputs.first?.references.first?[.title]?.plain == "Mühle")
  }

  @Test func theSummaryCountsAndNamesFields() {
    let losses = (0..<9).map { index in
      Loss(
        index == 0 ? .moved : .dropped, key: "k\(index % 2)", field: "f\(index % 8)", value: "v",
        reason: "why")
    }
    let text = LossReport.summary(of: losses)
    #expect(
      text.hasPrefix("9 values were not kept as they are, in 2 references: 8 dropped, 1 moved\n"))
    #expect(text.contains("  f0 (2): why\n") && text.contains("and 2 more fields"))
    #expect(LossReport.summary(of: []).isEmpty)
  }
}
