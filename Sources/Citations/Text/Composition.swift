/// Puts letters and combining marks together.
///
/// Source: Unicode Standard Annex #15, "Unicode Normalization Forms".
enum Composition {
  /// The letter that a base and one mark make, or nil.
  static func letter(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    if let letter = pairs[key(base, mark)] { return letter }
    // Where only the other order of two marks makes a letter, that one is meant.
    guard let parts = Decomposition.parts(of: base), parts.marks.count == 1,
      let inner = pairs[key(parts.base, mark)]
    else { return nil }
    return pairs[key(inner, parts.marks[0])]
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
    let letters = [UInt32(0xC0)...0x24F, 0x1E00...0x1EFF].joined().compactMap(Unicode.Scalar.init)
    for count in [1, 2] {
      for letter in letters {
        guard let parts = Decomposition.parts(of: letter), parts.marks.count == count else {
          continue
        }
        // A letter with two marks is one with the first of them, and the second.
        let inner = count == 1 ? parts.base : result[key(parts.base, parts.marks[0])]
        if let inner { result[key(inner, parts.marks[count - 1])] = letter }
      }
    }
    return result
  }()

  private static func key(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> UInt64 {
    UInt64(base.value) << 32 | UInt64(mark.value)
  }
}
