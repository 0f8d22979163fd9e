/// A first and a last page as somebody wrote them.
struct PageSpan: Equatable {
  /// How the last page stands to the first.
  enum Order: Equatable {
    case ascending
    /// The last page leaves out digits that it has in common with the first: "201–19".
    case shortened
    case reversed
    /// The two are numbered in different ways: "xii–5".
    case unknown
  }

  /// What is written, with a hyphen between the two.
  var text: String
  /// How they stand to each other.
  var order: Order
  /// Whether no work is that long: a digit too many.
  var isImmense = false

  /// The ranges in a value, which commas and the like part.
  ///
  /// - Complexity: O(length).
  static func spans(in pages: [UInt8]) -> [PageSpan] {
    withPlainHyphens(pages).split(whereSeparator: { ",;&+".utf8.contains($0) }).compactMap {
      PageSpan($0.trimmedASCIISpace)
    }
  }

  /// A range of two pages; nil for everything else.
  private init?(_ bytes: ArraySlice<UInt8>) {
    guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let low = bytes[..<dash].trimmedASCIISpace
    let high = bytes[(dash + 1)...].trimmedASCIISpace
    guard !low.isEmpty, !high.isEmpty, !high.contains(UInt8(ascii: "-")) else { return nil }
    text = (low + [UInt8(ascii: "-")] + high).string
    order = .unknown
    if let first = Self.roman(low), let last = Self.roman(high) {
      order = last < first ? .reversed : .ascending
      return
    }
    let (prefix, digits) = Self.parts(low)
    let (otherPrefix, otherDigits) = Self.parts(high)
    guard prefix == otherPrefix, let first = Self.number(digits),
      let last = Self.number(otherDigits)
    else { return }
    isImmense = last > first && otherDigits.count >= 6 && otherDigits.count >= digits.count + 3
    guard last < first else {
      order = .ascending
      return
    }
    let filled = Self.number(digits.dropLast(otherDigits.count) + otherDigits) ?? 0
    order =
      otherDigits.count < digits.count && Self.isShort(first: first, last: last, filled: filled)
      ? .shortened : .reversed
  }

  /// Whether an end with fewer digits is one that was shortened, and no slip.
  ///
  /// "104–88" may be 104 to 188 or, with the ends swapped, a work of few pages; the shorter one is likelier.
  private static func isShort(first: Int, last: Int, filled: Int) -> Bool {
    let length = filled - first
    return length > 0 && (length <= 30 || (first - last) * 3 >= length)
  }

  /// The letters before a number, in small letters, and the number.
  private static func parts(_ page: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>) {
    let letters = page.prefix(while: \.isASCIILetter)
    return (letters.map(\.asciiLowercased), page[letters.endIndex...])
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The value of a Roman numeral in small letters or capitals; nil for other words.
  private static func roman(_ word: ArraySlice<UInt8>) -> Int? {
    let values: [UInt8: Int] = [
      0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50, 0x63: 100, 0x64: 500, 0x6D: 1000,
    ]
    var total = 0
    var before = 0
    for byte in word.reversed() {
      guard let value = values[byte.asciiLowercased] else { return nil }
      total += value < before ? -value : value
      before = max(before, value)
    }
    return word.isEmpty ? nil : total
  }

  /// Any dashes and minus signs in a row as one hyphen.
  private static func withPlainHyphens(_ pages: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < pages.count {
      let (scalar, length) = pages.scalar(at: offset)
      let isDash =
        scalar == "-" || (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
      if isDash {
        if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      } else {
        result += pages[offset..<offset + length]
      }
      offset += length
    }
    return result
  }
}
