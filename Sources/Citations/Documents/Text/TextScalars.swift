/// Questions about the characters around a place in a text.
extension Array where Element == UInt8 {
  /// Whether a letter of any script begins at `offset`.
  func isLetter(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return self[offset].isASCIILetter }
    return scalar(at: offset).scalar.properties.isAlphabetic
  }

  /// Whether a capital letter of any script begins at `offset`.
  func isUppercase(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return self[offset].isASCIIUpper }
    return scalar(at: offset).scalar.properties.isUppercase
  }

  /// Whether a small letter of any script begins at `offset`.
  func isLowercase(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return self[offset].isASCIILower }
    let properties = scalar(at: offset).scalar.properties
    return properties.isLowercase && properties.isAlphabetic
  }

  /// The length of the white space at `offset`, counting no-break and thin spaces.
  func spaceLength(at offset: Int, end: Int) -> Int {
    guard offset < end else { return 0 }
    if self[offset].isBlankInText { return 1 }
    if self[offset] == 0xC2, offset + 1 < end, self[offset + 1] == 0xA0 { return 2 }
    guard self[offset] == 0xE2, offset + 2 < end, self[offset + 1] == 0x80 else { return 0 }
    // U+2000...U+200A and U+202F.
    return (0x80...0x8A).contains(self[offset + 2]) || self[offset + 2] == 0xAF ? 3 : 0
  }

  /// The first offset from `offset` on that is no white space, at most `end`.
  func skipSpaces(from offset: Int, to end: Int) -> Int {
    var place = offset
    while case let length = spaceLength(at: place, end: end), length > 0 { place += length }
    return place
  }

  /// The number of characters in a range, counted as Unicode scalars.
  func scalarCount(in range: Range<Int>) -> Int {
    var total = 0
    for offset in range where !self[offset].isUTF8Continuation { total += 1 }
    return total
  }

  /// The unsigned number written in ASCII digits at `offset`, at most five of them, without a leading zero.
  func number(at offset: Int, end: Int) -> (value: Int, end: Int)? {
    var place = offset
    var value = 0
    while place < end, self[place].isASCIIDigit {
      guard place - offset < 5 else { return nil }
      value = value * 10 + Int(self[place] - 0x30)
      place += 1
    }
    guard place > offset, self[offset] != 0x30 else { return nil }
    return (value, place)
  }

  /// The number written in small Roman digits at `offset`, from i to lxxxix.
  func romanNumber(at offset: Int, end: Int) -> (value: Int, end: Int)? {
    var place = offset
    var value = 0
    var before = 0
    while place < end, place - offset < 9 {
      let digit: Int
      switch self[place] {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      case UInt8(ascii: "l"): digit = 50
      default: return place > offset ? (value, place) : nil
      }
      value += digit > before ? digit - 2 * before : digit
      before = digit
      place += 1
    }
    return place > offset && value > 0 ? (value, place) : nil
  }

  /// The number written in superscript digits at `offset`, at most four of them.
  ///
  /// Source: Unicode 16, U+00B9, U+00B2, U+00B3, U+2070, U+2074...U+2079.
  func superscript(at offset: Int, end: Int) -> (value: Int, end: Int)? {
    var place = offset
    var value = 0
    var digits = 0
    while let digit = superscriptDigit(at: place, end: end) {
      guard digits < 5, digits > 0 || digit.value > 0 else { return nil }
      value = value * 10 + digit.value
      place += digit.length
      digits += 1
    }
    return digits > 0 ? (value, place) : nil
  }

  private func superscriptDigit(at offset: Int, end: Int) -> (value: Int, length: Int)? {
    guard offset + 1 < end else { return nil }
    if self[offset] == 0xC2 {
      switch self[offset + 1] {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    }
    guard self[offset] == 0xE2, self[offset + 1] == 0x81, offset + 2 < end else { return nil }
    let last = self[offset + 2]
    return last == 0xB0 || (0xB4...0xB9).contains(last) ? (Int(last) - 0xB0, 3) : nil
  }

  /// Whether the text before `offset` (not before `start`) ends as a sentence does, closing quotes, brackets and the
  /// digits of a marker aside.
  func endsSentence(before offset: Int, from start: Int) -> Bool {
    var place = offset
    var steps = 0
    while place > start, steps < 12, let (scalar, length) = scalar(before: place) {
      switch scalar {
      case ".", "!", "?", "…", ":", ";", "。", "！", "？": return true
      case "\"", "'", "”", "’", "»", "“", "‘", "›", ")", "]", "0"..."9", "*", "†", "‡", "¹", "²",
        "³",
        "⁰"..."⁹", " ", "\u{A0}", "[":
        place -= length
      default: return false
      }
      steps += 1
    }
    return false
  }
}
