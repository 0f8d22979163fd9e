/// Judges digits that stand right after a word or mark: a note's marker, or part of the text.
struct GluedNumber {
  /// How much the surroundings speak for a marker, or nil where it cannot be one.
  private(set) var weight: Int?

  /// Judges the digits in `digits`, which do not begin `line`.
  ///
  /// `count` is the length of the first number where `digits` are a row of them.
  init(_ bytes: [UInt8], line: Range<Int>, digits: Range<Int>, count: Int) {
    guard count <= 5, bytes[digits.lowerBound] != 0x30,
      let (scalar, length) = bytes.scalar(before: digits.lowerBound),
      digits.lowerBound - length >= line.lowerBound
    else { return }
    let place = digits.lowerBound - length
    guard
      let base = Self.weight(bytes, scalar, at: place, from: line.lowerBound, digits: digits),
      let factor = Self.allowance(bytes, after: digits.upperBound, end: line.upperBound)
    else { return }
    // Digits with a letter right after them are a marker only where a space was lost after a sentence.
    if factor == 0 { weight = base >= 4 && digits.count <= 3 ? 1 : nil } else { weight = base }
  }

  /// 1 where a marker can end at `place`, 0 where a sentence would have to begin there, nil where it cannot.
  private static func allowance(_ bytes: [UInt8], after place: Int, end: Int) -> Int? {
    guard place < end else { return 1 }
    let next = place + 1 < end ? bytes[place + 1] : 0x20
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"):
      return next.isASCIIDigit ? nil : 1
    case UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "="),
      UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "\\"):
      return nil
    case 0xE2 where bytes[place...].starts(with: "–"):
      return place + 3 < end && bytes[place + 3].isASCIIDigit ? nil : 1
    case 0xC2 where bytes[place...].starts(with: "°"): return nil
    default:
      if bytes.isUppercase(at: place) { return 0 }
      return bytes.isLetter(at: place) ? nil : 1
    }
  }

  /// How much the character before the digits, at `place`, speaks for a marker.
  private static func weight(
    _ bytes: [UInt8], _ scalar: Unicode.Scalar, at place: Int, from start: Int, digits: Range<Int>
  ) -> Int? {
    switch scalar {
    case ".":
      guard let before = scalarBefore(bytes, place, start) else { return nil }
      if before.properties.isAlphabetic {
        let word = word(bytes, before: place, from: start)
        // "in the 1990s.3": letters glued to a year are no abbreviation.
        if word.startIndex > start, bytes[word.startIndex - 1].isASCIIDigit, word.count <= 2 {
          return 4
        }
        if isAbbreviation(word) { return nil }
        return word.count == 1 ? 2 : isDoubtful(word) ? 1 : 4
      }
      if ("0"..."9").contains(before) {
        if endsYear(bytes, before: place, from: start) { return 2 }
        // "on page 12.3 He": too much like a decimal to be a marker unless just this one is missing.
        return startsSentence(bytes, after: digits.upperBound) ? -1 : nil
      }
      return isClosing(before) ? 4 : before == "." ? 3 : nil
    case "!", "?", "…", "。", "！", "？":
      return scalarBefore(bytes, place, start) == nil ? nil : 4
    case ",", ";", ":":
      guard let before = scalarBefore(bytes, place, start) else { return nil }
      if ("0"..."9").contains(before) {
        return scalar != ":" && endsYear(bytes, before: place, from: start) ? 1 : nil
      }
      return before.properties.isAlphabetic || isClosing(before) ? 3 : nil
    case "”", "’", "»", "›", "\"", "'", "“", "‘", "«":
      guard let before = scalarBefore(bytes, place, start), before != "(", before != "[" else {
        return nil
      }
      return 4
    case ")", "]": return 3
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      return weight(afterWord: word(bytes, before: digits.lowerBound, from: start), bytes, digits)
    }
  }

  private static func weight(
    afterWord word: ArraySlice<UInt8>, _ bytes: [UInt8], _ digits: Range<Int>
  ) -> Int? {
    // One letter: v1, p12, H2, F5; one scalar may be two bytes, which leaves Cyrillic "в1" to the chain.
    guard word.count > 1, !isAbbreviation(word) else { return nil }
    let isUnitPower = digits.count == 1 && (0x32...0x33).contains(bytes[digits.lowerBound])
    if isUnitPower, isUnit(word) { return nil }
    let hasSmallLetters = word.contains { $0.isASCIILower || $0 >= 0x80 }
    // CO2, MP3, G20; but LGBTQ3 may be a marker if the chain asks for it.
    if !hasSmallLetters { return word.count <= 3 ? -1 : 1 }
    return isDoubtful(word) ? 1 : 2
  }

  /// Whether a space and a capital letter or a quotation follow.
  private static func startsSentence(_ bytes: [UInt8], after place: Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == 0x20 else { return false }
    return bytes.isUppercase(at: place + 1) || bytes[(place + 1)...].starts(with: "“")
  }

  private static func scalarBefore(_ bytes: [UInt8], _ place: Int, _ start: Int) -> Unicode.Scalar?
  {
    guard let (scalar, length) = bytes.scalar(before: place), place - length >= start,
      !(scalar.value <= 0x20), scalar != "\u{A0}"
    else { return nil }
    return scalar
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "»", "›", "\"", "'", "“", "‘", "«", ")", "]", "%", "*", "_": true
    default: false
    }
  }

  /// Whether the digits that end before `place` are a year, so that the mark after them ends a clause.
  private static func endsYear(_ bytes: [UInt8], before place: Int, from start: Int) -> Bool {
    guard place - start >= 4 else { return false }
    if place - start > 4, !bytes[place - 5].isBlankInText, bytes[place - 5] != UInt8(ascii: "("),
      bytes[place - 5] < 0x80
    {
      return false
    }
    guard let year = bytes.number(at: place - 4, end: place) else { return false }
    return year.end == place && (1000...2100).contains(year.value)
  }

  /// The letters that end before `place`, at most 24 bytes of them.
  static func word(_ bytes: [UInt8], before place: Int, from start: Int) -> ArraySlice<UInt8> {
    var low = place
    while low > start, place - low < 24, bytes[low - 1].isASCIILetter || bytes[low - 1] >= 0x80 {
      low -= 1
    }
    // Quotes and dashes are no letters; the word begins after the last of them.
    var next = low
    while next < place {
      let (scalar, length) = bytes.scalar(at: next)
      next += length
      if scalar.value >= 0x80, !scalar.properties.isAlphabetic { low = next }
    }
    return bytes[min(low, place)..<place]
  }

  /// Units of length whose squares and cubes are written with a digit.
  static func isUnit(_ word: ArraySlice<UInt8>) -> Bool {
    units.contains(word.map(\.asciiLowercased))
  }

  /// Words before a number that make it a page, volume, section or the like.
  static func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 5 else { return false }
    return abbreviations.contains(word.map(\.asciiLowercased))
  }

  /// Words that are abbreviations before a number and words of their own at the end of a sentence.
  private static func isDoubtful(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 4 && doubtful.contains(word.map(\.asciiLowercased))
  }

  private static let doubtful: Set<[UInt8]> = Set(
    [
      "no", "art", "par", "sec", "ex", "ed", "st", "sp", "op", "t", "in", "abs", "sect", "fig",
      "tab",
    ]
    .map { Array($0.utf8) })

  private static let units: Set<[UInt8]> = Set(
    ["m", "km", "cm", "mm", "dm", "nm", "µm", "ft", "mi", "yd", "in", "sec"].map { Array($0.utf8) })

  private static let abbreviations: Set<[UInt8]> = Set(
    [
      "p", "pp", "pg", "nos", "nr", "nrs", "vol", "vols", "v", "vv", "s", "bd", "bde", "abb", "anm",
      "aufl",
      "ch", "chap", "cap", "kap", "figs", "fn", "fol", "fols", "kol", "l", "ll", "n", "nn", "num",
      "pl", "pt",
      "pts", "ser", "sig", "tom", "vs", "ver", "eq", "iss", "pag", "f", "ff",
    ].map { Array($0.utf8) })
}
