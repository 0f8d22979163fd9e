import Testing

@testable import Citations

@Suite struct CSLJSONReaderTests {
  private func read(_ text: String) -> ReadBibliography {
    CSLJSONReader.read(SourceFile(name: "test.json", bytes: Array(text.utf8)))
  }

  private func rewritten(_ text: String) -> String {
    let options = WriterOptions()
    let bytes = BibliographyFormat.cslJSON.write(read(text).references, options: options)?.bytes
    let value = bytes.flatMap { try? JSONValue.parse($0) } ?? .null
    return JSONWriter.text(of: value, .compact).string
  }

  @Test(arguments: [
    #"[{"id":"a","type":"book","title":"T","volume":"12","issued":{"date-parts":[[2004,6,11]]}}]"#,
    #"[{"id":"a","type":"book","issued":{"date-parts":[[-44,3]]}}]"#,
    #"[{"id":"a","type":"book","issued":{"date-parts":[[2004],[2006]],"circa":true}}]"#,
    #"[{"id":"a","type":"book","issued":{"date-parts":[[2004]],"season":2}}]"#,
    #"[{"id":"a","type":"book","issued":{"date-parts":[[2004]],"literal":"MMIV"}}]"#,
    #"[{"id":"a","type":"book","issued":{"raw":"some day in June"}}]"#,
    #"[{"id":"a","type":"book","issued":{"raw":"2004-21~"}}]"#,
    #"[{"id":"a","type":"book","issued":{"date-parts":[[2004]],"season":"Trinity"}}]"#,
    #"[{"id":"a","type":"book","categories":["x","y"],"custom":{"a":{"b":[1,2.50,{}]},"c":"d"}}]"#,
    #"[{"id":"a","type":"book","custom":{"three":{"x":"y"},"one":{"x":["y"]},"two":{}}}]"#,
    #"[{"id":"a","type":"book","author":[{"family":"B","given":"A","parse-names":true}]}]"#,
    #"[{"id":"a","type":"book","author":[{"family":"B","literal":"A B"}]}]"#,
    #"[{"id":"a","type":"book","a/b~c":{"d":null},"title":"a <i>b <b>c</b></i> <u>d</u> <b>e"}]"#,
    #"[{"id":"a","type":"strange","title":"T"}]"#,
  ])
  func whatAnItemHoldsComesBack(_ text: String) throws {
    let before = try JSONValue.parse(Array(text.utf8)).array?.first?.object ?? []
    let after = try JSONValue.parse(Array(rewritten(text).utf8)).array?.first?.object ?? []
    for member in before where !(member.name == "type" && member.value.string == "strange") {
      let same = after.first { $0.name == member.name }?.value
      #expect(same == member.value, "\(member.name)")
    }
    #expect(read(text).diagnostics.isEmpty)
    #expect(rewritten(rewritten(text)) == rewritten(text))
  }

  @Test func leniencies() {
    let text = #"""
      [{"id": 5, "type": "book", "volume": 12, "title": null, "author": ["A B"],
        "issued": {"date-parts": [["2004", "6", ""]]}, "accessed": {"date-parts": [[2004], [0]]},
        "event-date": "2004-05"}]
      """#
    #expect(
      rewritten(text)
        == #"[{"id":"5","type":"book","author":[{"literal":"A B"}],"volume":"12","#
        + #""accessed":{"raw":"2004/.."},"event-date":{"date-parts":[[2004,5]]},"#
        + #""issued":{"date-parts":[[2004,6]]}}]"# + "\n")
  }

  @Test func containersAndLines() {
    #expect(read(#"{"items":[{"id":"a","type":"book"}],"x":1}"#).references.map(\.id) == ["a"])
    #expect(read(#"{"x":{},"references":[{"id":"a"}]}"#).references.map(\.id) == ["a"])
    #expect(read(#"{"id":"a","references":"see b"}"#).references.map(\.id) == ["a"])
    #expect(read(#"{"references":"see b","id":"a"}"#).references.map(\.id) == ["a"])
    let lines = read("{\"id\":\"a\",\"type\":\"book\"}\n{\"id\":\"b\",\"type\":\"book\"}\n")
    #expect(lines.references.map(\.id) == ["a", "b"])
    #expect(lines.ranges.map(\.start) == [0, 25])
    #expect(read("[]").references.isEmpty && read("[]").diagnostics.isEmpty)
    #expect(read("").diagnostics.map(\.rule.id) == ["F010"])
  }

  @Test(arguments: [
    (#"[{"id":"a","title":"x},{"id":"b","title":"y"},{"id":"c"}]"#, ["b", "c"]),
    (#"[{"id":"a","title":,"author":[{"family":"x"}]},{"id":"b"}]"#, ["b"]),
    (#"[{"id":"a"} {"id":"b"}]"#, ["a", "b"]),
    (#"[{"id":"a"},7,"x",[1],{"id":"b"}]"#, ["a", "b"]),
    (#"[{"id":"a"},{"x":1},{"id":"b"}]"#, ["a", "b"]),
    (#"[{"id":"a"},{"id":"b""#, ["a"]),
    (#"[{"id":"a"}]{"id":"b"}"#, ["a"]),
  ])
  func aFaultCostsTheItemItStandsIn(_ text: String, _ ids: [String]) {
    let found = read(text)
    #expect(found.references.map(\.id) == ids)
    #expect(found.diagnostics.contains { $0.severity == .error })
  }

  @Test func everyTruncationAndChangeIsRead() {
    let bytes = BibliographyFormat.cslJSON.write(SampleReferences.difficult)?.bytes ?? []
    let text = Array(bytes.prefix(2500))
    for length in 0...text.count {
      _ = CSLJSONReader.read(SourceFile(name: "t", bytes: Array(text[..<length])))
    }
    for index in text.indices {
      var changed = text
      changed[index] ^= UInt8(1 << (index % 8))
      _ = CSLJSONReader.read(SourceFile(name: "t", bytes: changed))
    }
  }

  @Test func generatedReferencesComeBack() throws {
    let references = GeneratedReferences.all()
    let trip = try #require(RoundTrip(references, through: .cslJSON))
    #expect(trip.differences.isEmpty, "\(trip.differences.prefix(5))")
    #expect(trip.losses.isEmpty)
    #expect(trip.read.references == references)
    #expect(references.count == ItemType.all.count * 8)
  }
}
