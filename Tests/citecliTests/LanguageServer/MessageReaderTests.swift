import Testing

@testable import LanguageServer

@Suite struct MessageReaderTests {
  private static let stream = Array(
    "Content-Length: 2\r\n\r\n{}Content-Type: x\r\ncontent-length: 3\r\n\r\n[1]".utf8)

  private func events(_ bytes: [UInt8], pieces size: Int) -> [MessageReader.Event] {
    var reader = MessageReader()
    var events: [MessageReader.Event] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.append(bytes[start..<min(start + size, bytes.count)])
      while let event = reader.next() { events.append(event) }
    }
    return events
  }

  @Test(arguments: 1...Self.stream.count)
  func messagesAreTheSameHoweverTheStreamIsCut(size: Int) {
    #expect(
      events(Self.stream, pieces: size) == [
        .message(Array("{}".utf8)), .message(Array("[1]".utf8)),
      ]
    )
  }

  @Test(arguments: [
    "Content-Type: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: two\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n",
  ])
  func aHeaderWithoutALengthIsSaidAndPassedOver(header: String) {
    let found = events(Array(header.utf8) + Self.stream, pieces: 7)
    #expect(found.count == 3)
    if case .malformed = found.first {} else { Issue.record("expected a complaint: \(found)") }
    #expect(found.last == .message(Array("[1]".utf8)))
  }

  @Test func afterRubbishTheNextHeaderIsFound() {
    let rubbish = [UInt8](repeating: UInt8(ascii: "x"), count: MessageReader.headerLimit + 10)
    for size in [1, 100, 100_000] {
      let found = events(rubbish + Self.stream, pieces: size)
      #expect(found.last == .message(Array("[1]".utf8)))
      #expect(found.contains(.message(Array("{}".utf8))))
    }
  }

  @Test func aMessageThatIsTooLongIsPassedOver() {
    var reader = MessageReader()
    reader.append(Array("Content-Length: \(MessageReader.contentLimit + 1)\r\n\r\n".utf8))
    if case .malformed = reader.next() {} else { Issue.record("expected a complaint") }
    reader.append([UInt8](repeating: 0x20, count: 1000))
    #expect(reader.next() == nil)
  }
}
