import Testing

@testable import Citations

@Suite struct YAMLWriterTests {
  private static let texts = [
    "", " ", "a", " a", "a ", "no", "Yes", "null", "~", "true", "12", "-12", "1.5", "0x1F", "1e3",
    "2004-06-11", "12:30", "a: b", "a:", ":a", "a #b", "#a", "- a", "-a", "?", "[a", "{a}", "&a",
    "*a", "!a", "|", ">", "'a'", "\"a\"", "a'b\"c", "back\\slash", "%a", "@a", "`a", "=", "<<", "y",
    "a\nb", "a\n", "a\n\n", "\na", " a\nb", "a \nb", "a\n b\n  c", "a\r\nb", "a\tb", "\ta",
    "a\u{85}b",
    "a\u{2028}b", "\u{FEFF}a", "a\u{0}b", "\u{7F}", "é", "水车", "😀", "\u{FFFE}", "---", "...",
    "--- a",
    "---\nb", "a\n---\nb", "# a\nb", "a, b", "a]b", "http://a.org/#b", "a\u{A0}", ".inf", "+1",
    "1_000",
    "a\n\nb", "a\n\n\n", "\u{10FFFF}", "e\u{301}",
  ]

  private func read(_ bytes: [UInt8]) -> [YAMLRecordReader.Record] {
    var records: [YAMLRecordReader.Record] = []
    var reader = YAMLRecordReader(bytes)
    reader.read { record in
      records.append(record)
      return true
    }
    #expect(reader.diagnostics.isEmpty, "\(reader.diagnostics)")
    return records
  }

  @Test(arguments: [false, true])
  func everyTextComesBack(_ asciiOnly: Bool) {
    for text in Self.texts {
      let value = JSONValue.object([
        .init("a", .string(text)), .init(text, .array([.string(text), .array([.string(text)])])),
        .init("b", .object([.init(text, .object([.init("c", .string(text))]))])),
      ])
      let bytes = YAMLWriter.text(of: value, asciiOnly: asciiOnly)
      #expect(!asciiOnly || bytes.allSatisfy { $0 < 0x80 })
      let members = read(bytes).map { JSONValue.Member($0.key?.text ?? "", $0.value.json) }
      #expect(JSONValue.object(members) == value, "\(text) became \(bytes.string)")
    }
  }

  @Test func aLongKeyComesBack() {
    let key = String(repeating: "long: ", count: 400)
    let value = JSONValue.object([.init("a", .object([.init(key, .string("b"))]))])
    #expect(read(YAMLWriter.text(of: value)).first?.value.json == value["a"])
  }

  @Test func whatIsWrittenReadsWell() {
    let value = JSONValue.object([
      .init("title", .string("The mill: a history")), .init("year", .number(1931)),
      .init("note", .string("two\nlines")), .init("none", .array([])),
      .init(
        "author",
        .array([
          .object([.init("family", .string("Mercer")), .init("given", .string("Ada"))]),
          .array([.string("no"), .null]),
        ])), .init("issued", .object([.init("circa", .bool(true))])),
    ])
    #expect(
      YAMLWriter.text(of: value).text == """
        title: "The mill: a history"
        year: 1931
        note: |-
          two
          lines
        none: []
        author:
        - family: Mercer
          given: Ada
        - - "no"
          - null
        issued:
          circa: true

        """)
  }

  @Test func otherReadersSeeTheSame() {
    guard Tool.works("python3 -c 'import yaml'") else {
      print("skipped: the Python package yaml is not installed")
      return
    }
    // U+FFFE is no character for that reader.
    let texts = Self.texts.filter { $0 != "\u{FFFE}" }
    let value = JSONValue.array(texts.map { .string($0) })
    let script = """
      python3 - <<'END'
      import json, yaml
      print(yaml.safe_load(open("a.yaml", encoding="utf-8")) == json.load(open("a.json", encoding="utf-8")))
      END
      """
    let files = [
      (name: "a.yaml", bytes: YAMLWriter.text(of: value)),
      (name: "a.json", bytes: JSONWriter.text(of: value)),
    ]
    #expect(Tool.run(script, needs: "python3", files: files)?.output == "True\n")
  }
}
