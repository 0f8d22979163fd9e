/// Backslashes in strings.
///
/// Source: RFC 8259, 7 "Strings".
extension JSONReader {
  /// The offset after the escape that begins at `index`; a pair of surrogates is one escape.
  func escapeEnd(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < bytes.count else {
      throw JSONError("the text ends inside an escape", at: index)
    }
    guard bytes[index + 1] == UInt8(ascii: "u") else {
      guard Self.simpleEscape(bytes[index + 1]) != nil else {
        throw JSONError("unknown escape after the backslash", at: index)
      }
      return index + 2
    }
    guard let unit = hexUnit(at: index) else {
      throw JSONError("'\\u' needs four hexadecimal digits", at: index)
    }
    guard unit & 0xF800 == 0xD800 else { return index + 6 }
    guard unit < 0xDC00, let low = hexUnit(at: index + 6), low & 0xFC00 == 0xDC00 else {
      throw JSONError("half of a surrogate pair stands alone", at: index)
    }
    return index + 12
  }

  /// The characters in `range`, which `escapeEnd` has checked.
  func unescaped(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    var plain = index
    while index < range.upperBound {
      guard bytes[index] == 0x5C else {
        index += 1
        continue
      }
      result.append(contentsOf: bytes[plain..<index])
      if let byte = Self.simpleEscape(bytes[index + 1]) {
        result.append(byte)
        index += 2
      } else {
        var value = UInt32(hexUnit(at: index) ?? 0xFFFD)
        index += 6
        if value & 0xFC00 == 0xD800, let low = hexUnit(at: index) {
          value = 0x10000 + (value & 0x3FF) << 10 + UInt32(low & 0x3FF)
          index += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
      plain = index
    }
    result.append(contentsOf: bytes[plain..<range.upperBound])
    return result.string
  }

  /// The code unit of the `\u` and four digits that begin at `index`, or nil.
  private func hexUnit(at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      let lower = byte.asciiLowercased
      if byte.isASCIIDigit {
        value = value << 4 | UInt16(byte - 0x30)
      } else if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") {
        value = value << 4 | UInt16(lower - UInt8(ascii: "a") + 10)
      } else {
        return nil
      }
    }
    return value
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }
}
