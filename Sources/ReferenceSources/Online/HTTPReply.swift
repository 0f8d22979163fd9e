/// A reply of a server.
struct HTTPReply: Equatable {
  var status: Int
  /// Names in lower case, in order.
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  static func == (left: Self, right: Self) -> Bool {
    left.status == right.status && left.body == right.body
      && left.headers.elementsEqual(right.headers) { $0 == $1 }
  }

  init(status: Int, body: [UInt8] = []) {
    self.status = status
    self.body = body
  }

  /// Reads what `curl --include` prints: the head of each reply on the way, then the body of the last one.
  ///
  /// Source: RFC 9112, 2.1 "Message Format".
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    status = 0
    while rest.starts(with: "HTTP/".utf8), let end = Self.headEnd(rest) {
      let lines = rest[..<end].split(separator: 0x0A).map { line in
        String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      headers = lines.dropFirst().compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return (parts[0].lowercased(), String(parts[1].drop { $0 == " " || $0 == "\t" }))
      }
      rest = rest[end...]
    }
    guard status > 0 else { return nil }
    body = Array(rest)
  }

  /// The offset after the empty line that ends a head.
  private static func headEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var isEmpty = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0A:
        if isEmpty { return index + 1 }
        isEmpty = true
      case 0x0D: break
      default: isEmpty = false
      }
    }
    return nil
  }

  /// The value of a header, whose name is in lower case.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
