import Testing

@testable import Citations

@Suite struct JSONValueTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "[1,-0.5e+10,\"a\"]", "{\"a\":1,\"a\":{\"b\":[null,false]}}",
    "\"\\\"\\\\\\n\\t\"", "\"ä€𝄞\"", "[[[]],{}]",
  ])
  func compactTextIsKept(text: String) throws {
    let value = try JSONValue.parse(Array(text.utf8))
    #expect(JSONWriter.text(of: value, .compact).string == text + "\n")
  }

  @Test func escapesAreResolved() throws {
    let value = try JSONValue.parse(Array(#"["\u00e4\uD834\uDD1E\/\b\f\r"]"#.utf8))
    #expect(value == .array([.string("ä𝄞/\u{8}\u{C}\r")]))
  }

  @Test func lineEndsAreAlwaysEscaped() {
    let value = JSONValue.string("\r\n\u{85}\u{2028}\u{2029}\u{1}ä")
    #expect(
      JSONWriter.text(of: value, .compact).string
        == "\"\\r\\n\\u0085\\u2028\\u2029\\u0001ä\"\n")
    var ascii = JSONWriter.Layout.compact
    ascii.asciiOnly = true
    #expect(JSONWriter.text(of: .string("ä𝄞"), ascii).string == "\"\\u00e4\\ud834\\udd1e\"\n")
  }

  @Test func prettyTextIsIndented() {
    let value = JSONValue.object([
      .init("a", .array([.number(1), .number(2)])), .init("b", .array([.object([])])),
      .init("c", .object([.init("d", .null)])),
    ])
    let expected = """
      {
        "a": [1, 2],
        "b": [
          {}
        ],
        "c": {
          "d": null
        }
      }

      """
    #expect(JSONWriter.text(of: value).string == expected)
  }

  @Test func byteOrderMarkAndSpaceAreAllowed() throws {
    #expect(try JSONValue.parse([0xEF, 0xBB, 0xBF] + Array(" \r\n\t1 ".utf8)) == .number("1"))
  }

  /// The caret stands before the byte that the error must name.
  @Test(arguments: [
    "^", "[1,^]", "[1 ^2]", "{^1:2}", "{\"a\"^}", "{\"a\":1,^}", "[^01a]", "1^ x",
    "^\"abc", "\"a^\\x\"", "\"^\\uD800\"", "\"^\\uDC00x\"", "\"a^\\u12G4\"", "[^tru]", "-^", "1.^",
    "1e^]",
  ])
  func errorsHaveTheirPlace(text: String) {
    let bytes = Array(text.utf8)
    guard let caret = bytes.firstIndex(of: UInt8(ascii: "^")) else { return }
    var input = bytes
    input.remove(at: caret)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(input) }
    #expect(
      error.map { abs($0.offset - caret) <= 1 } == true, "\(text) \(String(describing: error))")
  }

  @Test(
    arguments: [
      [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xFF],
      [0xF0, 0x80, 0x80, 0x80], [0x80], [0x0A], [0xE2, 0x82],
    ] as [[UInt8]])
  func badBytesInStringsAreErrors(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) {
      try JSONValue.parse([0x22, 0x61] + bytes + [0x22])
    }
    #expect(error?.offset == 2)
  }

  @Test func replacementCharacterIsAllowed() throws {
    #expect(try JSONValue.parse(Array("\"\u{FFFD}\"".utf8)) == .string("\u{FFFD}"))
  }

  @Test func depthIsLimited() throws {
    let good = [UInt8](repeating: 0x5B, count: 512) + [UInt8](repeating: 0x5D, count: 512)
    _ = try JSONValue.parse(good)
    let bad = [UInt8](repeating: 0x5B, count: 100_000)
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bad) }
    #expect(error?.offset == 512)
  }

  @Test func readerSkipsWhatIsNotWanted() throws {
    var reader = JSONReader(Array(#"[{"a":[1,{"b":2}]},3]"#.utf8))
    _ = try reader.next()
    let first = try reader.next()
    try reader.skip(first)
    #expect(try JSONValue(from: reader.next(), &reader) == .number("3"))
    #expect(try reader.next() == .endArray)
    #expect(try reader.next() == .end)
  }

  @Test func damagedTextNeverStopsTheProgram() {
    let text = Array(#"{"a":[1,-2.5e3,"x\u00e4\uD834\uDD1Eä€𝄞",true,null],"b":{"c":"\\"}}"#.utf8)
    for end in text.indices { _ = try? JSONValue.parse(Array(text[..<end])) }
    var state: UInt32 = 7
    for index in text.indices {
      for _ in 0..<16 {
        state = state &* 1_664_525 &+ 1_013_904_223
        var damaged = text
        damaged[index] = UInt8(truncatingIfNeeded: state >> 24)
        guard let value = try? JSONValue.parse(damaged) else { continue }
        #expect(throws: Never.self) { try JSONValue.parse(JSONWriter.text(of: value)) }
      }
    }
  }
}
