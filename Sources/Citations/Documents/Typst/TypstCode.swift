/// Finds the ends of code in Typst source, and the few arguments that matter here.
///
/// Source: Typst documentation, "Syntax", "Code mode".
enum TypstCode {
  /// The farthest that the end of an argument list is looked for.
  static let reach = 20_000

  /// The offset after the bracket that closes the one at `start`, or nil within reach.
  static func end(_ bytes: [UInt8], of start: Int) -> Int? {
    var open: [UInt8] = []
    var index = start
    let limit = min(bytes.count, start + reach)
    while index < limit {
      let byte = bytes[index]
      let isContent = open.last == UInt8(ascii: "]")
      switch byte {
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if open.last == byte {
          open.removeLast()
          if open.isEmpty { return index + 1 }
        } else if !isContent, open.contains(byte) {
          while let last = open.popLast(), last != byte {}
          if open.isEmpty { return index + 1 }
        }
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\"") where !isContent:
        guard let close = stringEnd(bytes, from: index, to: limit) else { return nil }
        index = close - 1
      case UInt8(ascii: "/") where bytes.has("/*", at: index):
        guard let close = commentEnd(bytes, from: index, to: limit) else { return nil }
        index = close - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset after the string that begins at `start`.
  static func stringEnd(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var index = start + 1
    while index < limit {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == 0x22 {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// The offset after the comment that begins at `start`; comments nest.
  static func commentEnd(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var depth = 0
    var index = start
    while index + 1 < limit {
      if bytes.has("/*", at: index) {
        depth += 1
        index += 2
      } else if bytes.has("*/", at: index) {
        depth -= 1
        index += 2
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The end of a statement: the line end or semicolon outside all brackets.
  static func statementEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: ";") {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        // An open bracket without an end takes the rest of its line and no more.
        guard let close = end(bytes, of: index) else {
          return bytes.firstByte(0x0A, from: index, to: bytes.count) ?? bytes.count
        }
        index = close
      case 0x22:
        index = stringEnd(bytes, from: index, to: min(bytes.count, index + reach)) ?? index + 1
      case UInt8(ascii: "/") where bytes.has("//", at: index):
        return bytes.firstByte(0x0A, from: index, to: bytes.count) ?? bytes.count
      default: index += 1
      }
    }
    return index
  }

  /// The end of an identifier that begins at `start`.
  static func identifierEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index].isASCIIAlphanumeric || bytes[index] == 0x5F || bytes[index] == 0x2D
        || bytes[index] >= 0x80 && bytes.isWord(at: index)
    {
      index += bytes[index] < 0x80 ? 1 : bytes.scalar(at: index).length
    }
    while index > start, bytes[index - 1] == 0x2D { index -= 1 }
    return index
  }

  /// The value of the named argument `name` in the arguments in `range`, without brackets or quotes.
  static func argument(_ name: String, _ bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
    let needle = Array((name + ":").utf8)
    var from = range.lowerBound
    while let place = bytes.firstOffset(of: needle, from: from, to: range.upperBound) {
      from = place + 1
      guard place == range.lowerBound || !bytes.isWord(before: place), bytes[place - 1] != 0x2D
      else { continue }
      let start = bytes.skippingSpace(from: place + needle.count, to: range.upperBound)
      guard start < range.upperBound else { return nil }
      switch bytes[start] {
      case 0x22:
        guard let end = stringEnd(bytes, from: start, to: range.upperBound) else { return nil }
        return start + 1..<end - 1
      case UInt8(ascii: "["):
        guard let end = end(bytes, of: start), end <= range.upperBound else { return nil }
        return start + 1..<end - 1
      default:
        var end = start
        while end < range.upperBound, bytes[end] != 0x2C, bytes[end] != 0x29 { end += 1 }
        return start..<end
      }
    }
    return nil
  }
}
