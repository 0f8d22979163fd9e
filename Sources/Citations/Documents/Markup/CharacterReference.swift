/// Reads `&amp;`, `&#8220;` and `&#x201C;`.
enum CharacterReference {
  /// The UTF-8 of the character reference at `offset` and its length, or nil where none stands.
  static func read(_ bytes: [UInt8], at offset: Int) -> (utf8: [UInt8], length: Int)? {
    let limit = min(bytes.count, offset + 34)
    guard bytes[offset] == UInt8(ascii: "&"),
      let end = bytes.firstByte(UInt8(ascii: ";"), from: offset + 1, to: limit), end > offset + 1
    else { return nil }
    let body = bytes[offset + 1..<end]
    guard let scalar = body.first == UInt8(ascii: "#") ? numeric(body.dropFirst()) : named(body)
    else { return nil }
    return (Array(String(Character(scalar)).utf8), end + 1 - offset)
  }

  private static func numeric(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first.map(\.asciiLowercased) == UInt8(ascii: "x")
    let digits = isHex ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.count <= 7,
      let value = UInt32(digits.string, radix: isHex ? 16 : 10), value != 0
    else { return nil }
    return Unicode.Scalar(value)
  }

  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.allSatisfy(\.isASCIIAlphanumeric) else { return nil }
    return NamedEntity.scalar(named: name.string)
  }
}
