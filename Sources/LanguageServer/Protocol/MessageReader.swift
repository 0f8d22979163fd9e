/// Takes messages out of a stream of bytes that comes in pieces of any size.
///
/// Source: Language Server Protocol 3.17, "Base Protocol": header fields, an empty line, the content.
struct MessageReader: Sendable {
  /// What was found in the stream.
  enum Event: Sendable, Hashable {
    /// The content of a message.
    case message([UInt8])
    /// Something that is no message, and why.
    case malformed(String)
  }

  /// The most bytes that a content may have.
  static let contentLimit = 1 << 28
  /// The most bytes that the header fields of a message may have.
  static let headerLimit = 1 << 12

  private var buffer: [UInt8] = []
  /// Where in the buffer the next message begins.
  private var position = 0
  /// How many bytes of the stream are passed over before that.
  private var skipped = 0
  /// Whether bytes are passed over up to the next thing that looks like a header.
  private var isLost = false

  /// Adds bytes to the stream.
  mutating func append(_ bytes: some Collection<UInt8>) {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next message; nil until more bytes are there.
  mutating func next() -> Event? {
    guard passOver(), findHeader() else { return nil }
    guard let end = headerEnd() else {
      guard buffer.count - position > Self.headerLimit else { return nil }
      position += 1
      isLost = true
      return .malformed("the header has no end")
    }
    guard let length = Self.contentLength(buffer[position..<end]) else {
      position = end + 4
      return .malformed("the header has no Content-Length that is a number")
    }
    guard length <= Self.contentLimit else {
      position = end + 4
      skipped = length
      return .malformed("the message is longer than \(Self.contentLimit) bytes")
    }
    let start = end + 4
    guard buffer.count - start >= length else { return nil }
    position = start + length
    return .message(Array(buffer[start..<start + length]))
  }

  /// Passes over what is not wanted; false where more of it is still to come.
  private mutating func passOver() -> Bool {
    let count = min(skipped, buffer.count - position)
    position += count
    skipped -= count
    guard skipped == 0 else { return false }
    // Some clients end a content with a line end.
    while position < buffer.count, buffer[position] == 0x0A || buffer[position] == 0x0D {
      position += 1
    }
    return true
  }

  /// Where the empty line behind the header fields begins.
  private func headerEnd() -> Int? {
    let limit = min(buffer.count, position + Self.headerLimit + 4)
    var offset = position
    while offset + 4 <= limit {
      if buffer[offset] == 0x0D, buffer[offset + 1] == 0x0A, buffer[offset + 2] == 0x0D,
        buffer[offset + 3] == 0x0A
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// Passes over what is no header, after something was none; false until there is one.
  private mutating func findHeader() -> Bool {
    guard isLost else { return true }
    let name = Array("Content-Length:".utf8)
    while position + name.count <= buffer.count {
      if buffer[position] == name[0],
        buffer[position..<position + name.count].elementsEqual(name)
      {
        isLost = false
        return true
      }
      position += 1
    }
    return false
  }

  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      guard name == "content-length" else { continue }
      let value = line[(colon + 1)...].filter { $0 > 0x20 }
      guard !value.isEmpty, value.count < 16,
        value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else { return nil }
      return Int(String(decoding: value, as: UTF8.self))
    }
    return nil
  }

  /// A message with its header.
  static func framed(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
