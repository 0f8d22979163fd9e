/// Check digits of book and serial numbers.
///
/// Source: ISO 2108:2017 (ISBN), 4.4; ISO 3297:2022 (ISSN), annex A.
enum StandardNumber {
  /// Whether the text is one ISBN of ten or thirteen digits, with or without hyphens, whose check digit is right.
  static func isISBN(_ text: String) -> Bool {
    guard let digits = digits(text, separators: "- ") else { return false }
    if digits.count == 10 { return weightedSum(digits, from: 10) % 11 == 0 }
    guard digits.count == 13, !digits.contains(10),
      digits.starts(with: [9, 7, 8]) || digits.starts(with: [9, 7, 9])
    else { return false }
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return sum % 10 == 0
  }

  /// Whether the text is one ISSN, "1234-5679", whose check digit is right.
  static func isISSN(_ text: String) -> Bool {
    guard let digits = digits(text, separators: "-"), digits.count == 8 else { return false }
    return weightedSum(digits, from: 8) % 11 == 0
  }

  /// The digits without separators; X, allowed as the last one, counts ten.
  ///
  /// Nil where anything else stands there.
  private static func digits(_ text: String, separators: String) -> [Int]? {
    var result: [Int] = []
    for byte in text.utf8 where !separators.utf8.contains(byte) {
      if result.last == 10 { return nil }
      if byte.isASCIIDigit {
        result.append(Int(byte - 0x30))
      } else if byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x"),
        result.count == 9 || result.count == 7
      {
        result.append(10)
      } else {
        return nil
      }
    }
    return result
  }

  private static func weightedSum(_ digits: [Int], from weight: Int) -> Int {
    digits.enumerated().reduce(0) { $0 + $1.element * (weight - $1.offset) }
  }
}
