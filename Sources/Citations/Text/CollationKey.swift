/// Bytes whose order is the order in which people expect words: letters before accents before case.
///
/// A simple form of the root collation: spaces and punctuation, then digits, then letters by script. Latin, Greek and
/// Cyrillic letters sort by their base letter, then by their marks, then lower case before upper.
/// Source: Unicode Technical Standard #10, "Unicode Collation Algorithm".
struct CollationKey: Sendable, Hashable, Comparable {
  private var weights: [UInt8]

  /// How much of a difference counts.
  enum Strength: Sendable {
    /// Base letters and numbers alone.
    case primary
    /// Marks and case, too.
    case tertiary
  }

  /// The key of a text; numbers sort by their value.
  ///
  /// - Complexity: O(*n*).
  init(
    _ bytes: [UInt8], strength: Strength = .tertiary,
    tailoring: CollationTailoring = CollationTailoring()
  ) {
    var primary: [UInt8] = []
    primary.reserveCapacity(bytes.count * 2 + 8)
    var secondary: [UInt8] = []
    var tertiary: [UInt8] = []
    var index = 0
    var letters = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        index = Self.appendNumber(bytes, at: index, to: &primary)
        letters += 1
        continue
      }
      if !tailoring.isRoot,
        let length = Self.appendTailored(bytes, at: index, tailoring, to: &primary)
      {
        letters += 1
        if bytes.scalar(at: index).scalar.isUpper { Self.mark(letters, 1, in: &tertiary) }
        index += length
        continue
      }
      if byte < 0x80 {
        index += 1
        Self.appendASCII(byte, to: &primary)
        letters += 1
        if byte.isASCIIUpper { Self.mark(letters, 1, in: &tertiary) }
        continue
      }
      let (scalar, length) = bytes.scalar(at: index)
      index += length
      if scalar.properties.generalCategory == .nonspacingMark {
        Self.mark(letters, UInt8(truncatingIfNeeded: scalar.value & 0x7F) | 0x80, in: &secondary)
        continue
      }
      letters += 1
      Self.append(scalar, at: letters, to: &primary, &secondary, &tertiary)
    }
    if primary.last == 0x02 { primary.removeLast() }
    weights = strength == .primary ? primary : primary + [0] + secondary + [0] + tertiary
  }

  /// A letter that has a place of its own in a language; answers its length in bytes, or nil where it has none.
  private static func appendTailored(
    _ bytes: [UInt8], at index: Int, _ tailoring: CollationTailoring, to primary: inout [UInt8]
  ) -> Int? {
    let (first, length) = bytes.scalar(at: index)
    guard let lower = first.properties.lowercaseMapping.unicodeScalars.first else { return nil }
    let after = index + length
    if after < bytes.count {
      let (second, secondLength) = bytes.scalar(at: after)
      if let next = second.properties.lowercaseMapping.unicodeScalars.first,
        let weight = tailoring.weight(lower, next)
      {
        primary += weight
        return length + secondLength
      }
    }
    guard let weight = tailoring.weight(lower) else { return nil }
    primary += weight
    return length
  }

  /// A run of digits sorts by how many there are, without zeros before them, and then by the digits.
  private static func appendNumber(_ bytes: [UInt8], at start: Int, to primary: inout [UInt8])
    -> Int
  {
    var first = start
    while first < bytes.count, bytes[first] == 0x30 { first += 1 }
    var end = first
    while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
    primary += [0x30, UInt8(clamping: end - first)]
    primary += bytes[first..<end]
    return end
  }

  /// Whether there is nothing that sorts.
  var isEmpty: Bool { weights.isEmpty }

  /// Whether the first comes before the second.
  static func < (left: Self, right: Self) -> Bool {
    left.weights.lexicographicallyPrecedes(right.weights)
  }

  /// Notes a difference of a lower level at the letter of that number.
  private static func mark(_ letter: Int, _ weight: UInt8, in level: inout [UInt8]) {
    // A mark further to the left weighs more: the distance is counted down.
    let place = UInt16(clamping: 0xFFFF - letter)
    level += [UInt8(place >> 8), UInt8(place & 0xFF), weight]
  }

  private static func appendASCII(_ byte: UInt8, to primary: inout [UInt8]) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: appendSpace(to: &primary)
    case 0x30...0x39: primary.append(byte)
    case 0x61...0x7A: primary.append(byte)
    case 0x41...0x5A: primary.append(byte + 0x20)
    // An apostrophe parts words: "d’Wander" comes before "de Vries". Other punctuation does not count.
    case 0x27: appendSpace(to: &primary)
    default: break
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, at letter: Int, to primary: inout [UInt8],
    _ secondary: inout [UInt8], _ tertiary: inout [UInt8]
  ) {
    if scalar.isUpper { mark(letter, 1, in: &tertiary) }
    var base = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let parts = Decomposition.parts(of: base) {
      base = parts.base
      for found in parts.marks {
        mark(letter, UInt8(truncatingIfNeeded: found.value & 0x7F) | 0x80, in: &secondary)
      }
    }
    if let reading = readings[base] {
      for byte in reading.utf8 { appendASCII(byte, to: &primary) }
      mark(letter, 0xFF, in: &secondary)
    } else if base.value < 0x80 {
      appendASCII(UInt8(truncatingIfNeeded: base.value), to: &primary)
    } else if base.isWordCharacter {
      let value = base.value
      primary += [
        0x80, UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
        UInt8(truncatingIfNeeded: value),
      ]
    } else if base.properties.isWhitespace || base == "’" || base == "‘" {
      appendSpace(to: &primary)
    }
  }

  private static func appendSpace(to primary: inout [UInt8]) {
    if let last = primary.last, last != 0x02 { primary.append(0x02) }
  }

  private static let readings = ScalarTable(
    """
    ß ss
    æ ae
    œ oe
    ø o
    ł l
    đ d
    ð d
    þ th
    ħ h
    ı i
    ĳ ij
    ŋ n
    ŧ t
    ſ s
    """)
}
