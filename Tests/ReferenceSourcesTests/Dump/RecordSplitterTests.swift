import Testing

@testable import ReferenceSources

@Suite struct RecordSplitterTests {
  /// The records of a text with their lines, "line: record"; the text is fed in pieces of the given size.
  private func split(_ text: String, lines: Bool = false, piece: Int = 1 << 20) -> (
    records: [String], broken: BrokenLines
  ) {
    var splitter = RecordSplitter(recordsAreLines: lines)
    var records: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      for record in splitter.split(Array(bytes[start..<min(start + piece, bytes.count)])) {
        records.append("\(record.line): \(String(decoding: record.bytes, as: UTF8.self))")
      }
    }
    splitter.finish()
    return (records, splitter.broken)
  }

  private static let forms = [
    "{\"a\":1}\n{\"b\":\"}\"}\n",
    "[{\"a\":1},\n{\"b\":\"}\"}]",
    "{\"items\":[{\"a\":1},\n{\"b\":\"}\"}],\"total\":{\"n\":2}}",
    "{\"status\":\"ok\",\"message\":{\"items\":[{\"a\":1},\n{\"b\":\"}\"}],\"q\":[{}]}}",
    "{\"references\": [ {\"a\":1},\n{\"b\":\"}\"} ] }",
    "\u{FEFF}{\"data\" : [{\"a\":1},\n{\"b\":\"}\"}]}\n",
  ]

  @Test(arguments: forms, [1, 2, 3, 7, 1 << 20])
  func recordsAreTheSameHoweverTheyArePacked(_ text: String, _ piece: Int) {
    let found = split(text, piece: piece)
    #expect(found.records == ["1: {\"a\":1}", "2: {\"b\":\"}\"}"])
    #expect(found.broken.count == 0)
  }

  @Test func aReplyWithOneWorkIsThatWork() {
    let found = split("{\"status\":\"ok\",\"message\":{\"a\":{\"x\":[]}}}\n{\"b\":2}")
    #expect(found.records == ["1: {\"a\":{\"x\":[]}}", "2: {\"b\":2}"])
  }

  @Test func membersOfARecordAreNoEnvelope() {
    let text = "{\"x\":{\"items\":[{\"a\":1}]},\"message\":\"m\",\"data\":{\"b\":1}}"
    #expect(split(text).records == ["1: " + text])
  }

  @Test func indentedRecordsAreWhole() {
    let text = "[\n  {\n    \"a\": [\n      {\n      }\n    ]\n  },\n  {\n    \"b\": 1\n  }\n]\n"
    let found = split(text)
    #expect(found.records.count == 2)
    #expect(found.broken.count == 0)
    #expect(found.records[1].hasPrefix("8: {"))
  }

  @Test(arguments: ["{\"x\": \"open", "{\"x\": [1}", "{\"x\": {", "nonsense", "{\"x\": 1}}"])
  func aBrokenLineCostsItself(_ line: String) {
    let found = split("{\"a\":1}\n\(line)\n{\"b\":2}\n", lines: true)
    let own = line == "{\"x\": 1}}" ? ["2: {\"x\": 1}"] : []
    #expect(found.records == ["1: {\"a\":1}"] + own + ["3: {\"b\":2}"])
    #expect(found.broken.count == 1)
    #expect(found.broken.first.first?.number == 2)
  }

  @Test(arguments: ["{\"x\": \"open", "{\"x\": [1},", "{\"x\": {"])
  func aBrokenRecordInAListCostsItself(_ line: String) {
    let found = split("[\n{\"a\":1},\n\(line)\n{\"b\":2}\n]\n")
    #expect(found.records == ["2: {\"a\":1}", "4: {\"b\":2}"])
    #expect(found.broken.count == 1)
    #expect(found.broken.first.first?.number == 3)
  }

  @Test func anEarlyEndIsSaid() {
    let found = split("{\"a\":1}\n{\"b\":")
    #expect(found.records == ["1: {\"a\":1}"])
    #expect(found.broken.first == [.init(number: 2, reason: "the file ends inside a record")])
  }

  @Test func onlyTheFirstBrokenLinesAreKept() {
    let found = split(String(repeating: "x\n", count: 40), lines: true)
    #expect(found.broken.count == 40)
    #expect(found.broken.first.map(\.number) == [1, 2, 3, 4, 5])
  }

  /// No change of a byte, and no early end, ends the program.
  @Test(arguments: forms) func damagedTextIsSurvived(_ text: String) {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      for byte in Array("{}[]\"\\x\n".utf8) {
        var changed = bytes
        changed[index] = byte
        var splitter = RecordSplitter(recordsAreLines: index % 2 == 0)
        let count = splitter.split(changed).count + splitter.split(Array(bytes[..<index])).count
        splitter.finish()
        #expect(count <= 8)
      }
    }
  }
}
