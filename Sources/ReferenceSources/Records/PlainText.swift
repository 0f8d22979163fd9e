/// The text of titles without the markup that registries keep in them.
enum PlainText {
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// The text without tags, entities resolved, white space collapsed.
  static func of(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 <= 0x20 }) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3C, let end = tagEnd(bytes, index) {
        index = end
      } else if byte == 0x26, let found = entity(bytes, index) {
        result += found.text.utf8
        index = found.end
      } else if byte <= 0x20 {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The offset after a tag; nil for a sign "less than".
  private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1] | 0x20
    guard bytes[start + 1] == 0x2F || (0x61...0x7A).contains(next) else { return nil }
    return bytes[start...].prefix(200).firstIndex(of: 0x3E).map { $0 + 1 }
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (text: String, end: Int)? {
    guard let end = bytes[start...].prefix(10).firstIndex(of: 0x3B) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if let text = entities[name] { return (text, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { (String($0), end + 1) }
  }
}
