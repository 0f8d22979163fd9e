/// A sign that marks a note instead of a number: `*`, `†`, `‡`, `§`, `‖`, `¶`, or a run of one of them.
struct NoteSymbol: Sendable, Hashable {
  /// The sign's place in the usual order, times 8, plus how often it is repeated.
  var value: Int
  /// Offset just past the sign.
  var end: Int

  /// The signs in the order in which a page uses them.
  private static let signs: [StaticString] = ["*", "†", "‡", "§", "‖", "¶"]

  /// Reads the sign at `start`, bare or in square brackets, or nil.
  init?(_ bytes: [UInt8], at start: Int, end limit: Int) {
    guard start < limit else { return nil }
    let isBracketed = bytes[start] == UInt8(ascii: "[")
    var place = isBracketed ? start + 1 : start
    guard place < limit, let sign = Self.sign(bytes, at: place, end: limit) else { return nil }
    var count = 0
    while let next = Self.sign(bytes, at: place, end: limit), next.index == sign.index {
      count += 1
      place += next.length
    }
    guard count <= 4 else { return nil }
    if isBracketed {
      guard place < limit, bytes[place] == UInt8(ascii: "]") else { return nil }
      place += 1
    }
    value = sign.index * 8 + count
    end = place
  }

  private static func sign(
    _ bytes: [UInt8], at offset: Int, end: Int
  ) -> (index: Int, length: Int)? {
    guard offset < end else { return nil }
    switch bytes[offset] {
    case 0x2A: return (0, 1)
    case 0xC2 where offset + 1 < end:
      return bytes[offset + 1] == 0xA7 ? (3, 2) : bytes[offset + 1] == 0xB6 ? (5, 2) : nil
    case 0xE2 where offset + 2 < end:
      switch (bytes[offset + 1], bytes[offset + 2]) {
      case (0x80, 0xA0): return (1, 3)
      case (0x80, 0xA1): return (2, 3)
      case (0x80, 0x96): return (4, 3)
      // U+2217, which TeX sets for an asterisk.
      case (0x88, 0x97): return (0, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// The sign as text.
  static func name(of value: Int) -> String {
    let sign = signs[min(max(value / 8, 0), signs.count - 1)]
    return String(repeating: "\(sign)", count: max(value % 8, 1))
  }
}
