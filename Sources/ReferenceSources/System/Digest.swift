/// A hash of 64 bits, to tell files and paths apart; no protection against anyone.
///
/// Source: Fowler, Noll, Vo, "FNV hash", variant 1a.
struct Digest {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The digest of a text.
  static func of(_ text: String) -> String {
    var digest = Digest()
    digest.add(text.utf8)
    return digest.text
  }
}
