/// Classes of ASCII bytes that every hand-written scanner here needs.
extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
  var isASCIILetter: Bool { isASCIIUpper || isASCIILower }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// A byte that continues a UTF-8 sequence.
  var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
  var asciiLowercased: UInt8 { isASCIIUpper ? self + 0x20 : self }
}

extension Collection where Element == UInt8 {
  /// The bytes as a string; sequences that are not UTF-8 become U+FFFD.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes begin with the text given.
  func starts(with text: String) -> Bool {
    starts(with: text.utf8)
  }

  /// Whether the bytes begin with the text given, which is not made a string.
  func starts(with text: StaticString) -> Bool {
    // The pointer of a static string is valid for ever, and the buffer is as long as the string.
    text.withUTF8Buffer { expected in unsafe starts(with: expected) }
  }
}

extension RandomAccessCollection where Element == UInt8 {
  /// The bytes without white space at either end.
  var trimmedASCIISpace: SubSequence {
    var low = startIndex
    var high = endIndex
    while low < high, self[low].isASCIISpace { low = index(after: low) }
    while high > low, self[index(before: high)].isASCIISpace { high = index(before: high) }
    return self[low..<high]
  }
}

extension Array where Element == UInt8 {
  /// The first offset at or after `start` where `needle` stands, or nil.
  ///
  /// - Complexity: O(*n*) in practice; the needle is short.
  func firstOffset(of needle: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    let limit = (end ?? count) - needle.count
    guard let first = needle.first, start <= limit else { return nil }
    var position = start
    while position <= limit {
      if self[position] == first, self[position..<position + needle.count].elementsEqual(needle) {
        return position
      }
      position += 1
    }
    return nil
  }

  /// The scalar that starts at `offset` and its length in bytes; U+FFFD and 1 where the bytes are no UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length {
      guard self[offset + index].isUTF8Continuation else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[offset + index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends just before `offset` and its length in bytes, or nil at the start.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 4, self[start].isUTF8Continuation { start -= 1 }
    let found = scalar(at: start)
    return start + found.length == offset ? found : ("\u{FFFD}", 1)
  }
}
