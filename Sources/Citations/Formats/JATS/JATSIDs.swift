/// Hands out ids that are XML names and unique in their document.
///
/// Source: XML 1.0, 2.3 "Names"; 3.3.1 "Validity constraint: ID".
struct JATSIDs {
  private var names = UniqueNames()

  /// An id as close to `wanted` as may be.
  mutating func make(_ wanted: String) -> String { names.make(Self.name(from: wanted)) }

  /// The text with what a name cannot hold made `_`.
  static func name(from text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if result.isEmpty, !isNameStart(scalar) {
        result.append(contentsOf: "r-".unicodeScalars)
      }
      result.append(isNameStart(scalar) || isNamePart(scalar) ? scalar : "_")
    }
    return result.isEmpty ? "ref" : String(result)
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }

  /// A colon is left out: in a document with namespaces it is no part of an id.
  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// What `specific-use` of a `ref` says of the reference's own id; nil where the id of the `ref` is it.
  static func mark(for key: String, as id: String) -> String? {
    key == id ? nil : JATSKey.mark(key)
  }
}
