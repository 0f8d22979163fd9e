import Testing

@testable import Citations

@Suite struct RecordStreamTests {
  private func answer(_ line: String) -> String {
    RecordStream.answer(to: Array(line.utf8), line: 3).string
  }

  @Test func aNoteIsAnsweredByItsReferences() {
    #expect(answer(#"{"id": 1, "note": ""}"#) == #"{"id":1,"references":[]}"# + "\n")
  }

  @Test func aDocumentIsAnsweredByItsNotes() {
    for name in ["text", "html", "markdown"] {
      let line = answer(#"{"id": "x", "\#(name)": "words"}"#)
      #expect(line.hasPrefix(#"{"id":"x","schema":"citations/notes/1","#))
    }
  }

  @Test func theIdComesBackAsItWas() {
    for id in ["1e400", "-0.0", "null", "true", #""a b""#, #"{"a":[1]}"#] {
      #expect(answer(#"{"id": \#(id), "note": ""}"#).hasPrefix(#"{"id":\#(id),"#))
    }
  }

  @Test func whatIsNoRecordIsSaid() {
    #expect(answer("").hasPrefix(#"{"id":null,"status":"error","error":{"message":""#))
    #expect(answer("[]").contains("a JSON object was expected"))
    #expect(answer(#"{"id": 5}"#).hasPrefix(#"{"id":5,"status":"error","#))
    #expect(answer(#"{"id": 5, "text": null}"#).contains("'text' is not a string"))
    #expect(answer(#"{"text": "a", "note": "b"}"#).contains("text and note"))
    #expect(answer("{").hasSuffix(#""line":3}}"# + "\n"))
  }

  @Test func noChangeOfALineIsACrashOrHasTwoAnswers() {
    let line = Array(#"{"id": "é\u0041", "note": "Ada Mercer, The Mill (Leeds, 1931), 4."}"#.utf8)
    for index in line.indices {
      var changed = line
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7D, 0xFF] {
        changed[index] = byte
        let answer = RecordStream.answer(to: changed, line: 1)
        #expect(answer.last == 0x0A && answer.count { $0 == 0x0A } == 1)
      }
      let cut = RecordStream.answer(to: Array(line[..<index]), line: 1)
      #expect(cut.starts(with: #"{"id":null,"status":"error""#))
    }
  }
}
