/// Puts letters and combining marks together.
///
/// Source: Unicode Standard Annex #15, "Unicode Normalization Forms".
enum Composition {
  /// The letter that a base and one mark make, or nil.
  static func letter(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    pairs[UInt64(base.value) << 32 | UInt64(mark.value)]
  }

  /// Whether the bytes hold a mark that may combine with the letter before it.
  static func hasMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 0xCC, mayBeMark(byte, bytes[index...].dropFirst()) { return true }
      index += 1
    }
    return false
  }

  /// Whether a mark, a vowel sign or a jamo may begin with the lead byte: scripts whose letters decompose.
  static func mayBeMark(_ lead: UInt8, _ rest: ArraySlice<UInt8>) -> Bool {
    switch lead {
    case 0xCC, 0xCD, 0xE0, 0xE1: true
    case 0xE2: rest.first == 0x83
    case 0xE3: rest.starts(with: [0x82, 0x99]) || rest.starts(with: [0x82, 0x9A])
    case 0xEF: rest.first == 0xB8
    default: false
    }
  }

  /// The text in normalization form C.
  static func composed(_ text: String) -> String {
    // The standard library's own tables; it has no public name for them yet.
    String(decoding: text._nfcCodeUnits, as: UTF8.self)
  }

  private static let pairs: [UInt64: Unicode.Scalar] = {
    var result: [UInt64: Unicode.Scalar] = [:]
    for value in UInt32(0xC0)...0x24F { add(value, to: &result) }
    for value in UInt32(0x1E00)...0x1EFF { add(value, to: &result) }
    return result
  }()

  /// Adds a Latin letter with one mark.
  private static func add(_ value: UInt32, to result: inout [UInt64: Unicode.Scalar]) {
    guard let scalar = Unicode.Scalar(value), let parts = Decomposition.parts(of: scalar),
      parts.marks.count == 1
    else { return }
    result[UInt64(parts.base.value) << 32 | UInt64(parts.marks[0].value)] = scalar
  }
}
