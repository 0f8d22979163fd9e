/// Upper and lower case of UTF-8 text, with the exceptions of languages that have a dotless i.
///
/// Source: Unicode Standard 3.13 "Default Case Algorithms"; SpecialCasing.txt for Turkish and Azerbaijani.
struct CaseMapping: Sendable {
  /// Whether i and ı are different letters, as in Turkish.
  var hasDotlessI = false

  /// The mapping of a language by its BCP 47 tag.
  init(language: String = "") {
    let primary = language.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    hasDotlessI = primary.elementsEqual("tr".utf8) || primary.elementsEqual("az".utf8)
  }

  /// The text in lower case.
  func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    if !hasDotlessI, bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { result.append(byte.asciiLowercased) }
      return result
    }
    for scalar in bytes.string.unicodeScalars {
      if hasDotlessI, scalar == "I" {
        result.append(contentsOf: "ı".utf8)
      } else if hasDotlessI, scalar == "İ" {
        result.append(UInt8(ascii: "i"))
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  /// The text in upper case.
  func uppercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    if !hasDotlessI, bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { result.append(byte.isASCIILower ? byte - 0x20 : byte) }
      return result
    }
    for scalar in bytes.string.unicodeScalars {
      if hasDotlessI, scalar == "i" {
        result.append(contentsOf: "İ".utf8)
      } else {
        result.append(contentsOf: scalar.properties.uppercaseMapping.utf8)
      }
    }
    return result
  }

  /// The text with its first character in upper case.
  func capitalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = bytes.first else { return [] }
    var end = bytes.startIndex + 1
    if first >= 0x80 {
      while end < bytes.endIndex, bytes[end].isUTF8Continuation { end += 1 }
    }
    return uppercased(bytes[bytes.startIndex..<end]) + bytes[end...]
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark on one.
  var isWordCharacter: Bool {
    if value < 0x80 { return UInt8(truncatingIfNeeded: value).isASCIIAlphanumeric }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// Whether it is a letter in upper case.
  var isUpper: Bool {
    if value < 0x80 { return UInt8(truncatingIfNeeded: value).isASCIIUpper }
    return properties.generalCategory == .uppercaseLetter
      || properties.generalCategory == .titlecaseLetter
  }

  /// Whether it is a letter in lower case.
  var isLower: Bool {
    if value < 0x80 { return UInt8(truncatingIfNeeded: value).isASCIILower }
    return properties.generalCategory == .lowercaseLetter
  }
}
