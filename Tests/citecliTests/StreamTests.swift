import Testing

@Suite struct StreamTests {
  @Test func everyLineHasOneAnswerInOrder() {
    let input = """
      {"id": "a", "text": "A text.1\\n\\nNotes\\n1. Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44.\\n"}
      not JSON
      {"id": 7, "note": "Ada Mercer, The Mill (Leeds: Fell Press, 1931), 44."}

      [1]
      {"id": null, "html": "<p>x</p>"}
      {"id": "m", "markdown": "x[^1]\\n\\n[^1]: y"}
      {"id": "two", "text": "x", "note": "y"}
      {"id": "none"}
      {"id": "kind", "text": 3}
      {"id": "last", "note": ""}
      """
    let result = Command.citecli("extract", "--ndjson", input: input)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let starts = [
      #"{"id":"a","#, #"{"id":null,"status":"error","#, #"{"id":7,"references":["#,
      #"{"id":null,"status":"error","#, #"{"id":null,"status":"error","#, #"{"id":null"#,
      #"{"id":"m""#, #"{"id":"two","status":"error","#, #"{"id":"none","status":"error","#,
      #"{"id":"kind","status":"error","#, #"{"id":"last","references":[]}"#,
    ]
    #expect(result.lines.count == starts.count)
    for (line, start) in zip(result.lines, starts) {
      #expect(line.hasPrefix(start), "\(line) should begin with \(start)")
    }
    #expect(result.lines[1].contains(#""line":2}"#))
  }

  @Test func anAnswerComesBeforeTheNextQuestion() throws {
    let process = try #require(Command().start(["extract", "--ndjson"]))
    for number in 1...3 {
      #expect(process.send(Array(#"{"id": \#(number), "note": "Ibid."}"#.utf8) + [0x0A]))
      #expect(process.readLine().hasPrefix(#"{"id":\#(number),"#))
    }
    #expect(process.finish().status == 0)
  }

  @Test func lineEndsInsideStringsAreEscaped() {
    let result = Command.citecli(
      "extract", "--ndjson", input: #"{"id": "\u0085\u2028\u2029\r\u0001", "note": ""}"# + "\r\n")
    #expect(
      result.text.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) })
    #expect(result.lines.count == 1)
  }

  @Test func noInputHasNoAnswer() {
    let result = Command.citecli("extract", "--ndjson")
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func longLinesAndManyLinesComeThrough() {
    let long =
      #"{"id": "long", "note": ""# + String(repeating: "words and ", count: 30_000) + #""}"#
    let many = (1...2_000).map { #"{"id": \#($0), "note": "x"}"# }.joined(separator: "\n")
    let result = Command.citecli("extract", "--ndjson", input: long + "\n" + many + "\n")
    #expect(result.status == 0)
    #expect(result.lines.count == 2_001)
    #expect(result.lines.last?.hasPrefix(#"{"id":2000,"#) == true)
  }
}
