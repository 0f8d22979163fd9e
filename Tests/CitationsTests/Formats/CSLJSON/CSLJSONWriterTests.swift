import Testing

@testable import Citations

@Suite struct CSLJSONWriterTests {
  private static let all =
    SampleReferences.difficult + SampleReferences.usual + SampleReferences.everything

  private func text(_ references: [Reference], asciiOnly: Bool = false) -> [UInt8] {
    var options = WriterOptions()
    options.asciiOnly = asciiOnly
    return BibliographyFormat.cslJSON.write(references, options: options)?.bytes ?? []
  }

  @Test func difficultReferences() {
    golden(text(SampleReferences.difficult), "Formats/CSLJSON/difficult.json")
  }

  @Test func outputIsJSON() throws {
    let items = try #require(try JSONValue.parse(text(Self.all)).array)
    #expect(items.count == Self.all.count)
    #expect(try JSONValue.parse(text(Self.all, asciiOnly: true)) == .array(items))
    #expect(text(Self.all, asciiOnly: true).allSatisfy { $0 < 0x80 })
    #expect(text([]).string == "[]\n")
  }

  @Test func everyVariableIsWritten() throws {
    let item = SampleReferences.full(.book).cslJSONMembers(id: "id")
    let names = Set(item.map(\.name))
    let variables =
      TextVariable.allCases.map(\.rawValue) + NumberVariable.allCases.map(\.rawValue)
      + DateVariable.allCases.map(\.rawValue) + NameVariable.allCases.map(\.rawValue)
    #expect(names == Set(variables + ["id", "type", "custom"]))
  }

  @Test func datesKeepWhatTheyHold() {
    func json(_ date: DateValue) -> String {
      JSONWriter.text(of: CSLJSONDate.value(date), .compact).string
    }
    #expect(json(DateValue(.init(1931, 4))) == "{\"date-parts\":[[1931,4]]}\n")
    #expect(
      json(DateValue(.init(1931, season: 2))) == "{\"date-parts\":[[1931]],\"season\":2}\n")
    #expect(json(DateValue(.init(-43))) == "{\"date-parts\":[[-44]]}\n")
    #expect(
      json(DateValue(from: .point(.init(1931)), to: .open)) == "{\"raw\":\"1931/..\"}\n")
    #expect(json(DateValue(literal: "n.d.")) == "{\"literal\":\"n.d.\"}\n")
    #expect(json(DateValue(.init(1931, 13))) == "{\"date-parts\":[[1931,13]]}\n")
  }

  @Test func schemaIsKept() {
    guard let schema = Shared.read("csl/schema/csl-data.json") else { return }
    guard Tool.works("python3 -c 'import jsonschema'") else {
      print("skipped: the Python package jsonschema is not installed")
      return
    }
    let script = """
      python3 - <<'END'
      import json, jsonschema
      schema = json.load(open("schema.json"))
      checker = jsonschema.Draft7Validator(schema)
      errors = [e.message for e in checker.iter_errors(json.load(open("test.json")))]
      print("errors:", errors)
      END
      """
    let result = Tool.run(
      script, needs: "python3", files: [("schema.json", schema), ("test.json", text(Self.all))])
    #expect(result?.output == "errors: []\n")
  }

  @Test func pandocReadsIt() {
    let pandoc =
      "\"$(command -v pandoc || python3 -c 'import pypandoc; print(pypandoc.get_pandoc_path())')\""
    guard Tool.works("\(pandoc) --version") else {
      print("skipped: pandoc is not installed")
      return
    }
    let result = Tool.run(
      "\(pandoc) -f csljson -t biblatex test.json | grep -c '^@'", needs: "sh",
      files: [("test.json", text(Self.all))])
    #expect(result?.output == "\(Self.all.count)\n")
  }
}
