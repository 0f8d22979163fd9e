/// Years that were typed or scanned with a slip.
enum YearSlip {
  /// The year that a text was meant for; nil for a year and for other words.
  static func meaning(of text: String) -> String? {
    let words = text.utf8.split(whereSeparator: { " ,;.".utf8.contains($0) }).map(Array.init)
    for word in words where word.count == 4 && isMisread(word) {
      return word.map(digit).string
    }
    let joined = words.flatMap(\.self)
    if joined.count == 4, joined.allSatisfy(\.isASCIIDigit), isYear(joined) {
      return joined.string
    }
    // A month beside the year has a field of its own.
    guard words.count == 2, let year = words.first(where: { $0.count == 4 && isYear($0) }),
      let month = words.first(where: { $0 != year }), BibTeXMonths.number(month.string) != nil
    else { return nil }
    return year.string
  }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.allSatisfy(\.isASCIIDigit) && (digits[0] == 0x31 || digits[0] == 0x32)
  }

  /// Two digits or more, and letters that look like digits.
  private static func isMisread(_ word: [UInt8]) -> Bool {
    word.contains(where: \.isASCIILetter) && word.count(where: \.isASCIIDigit) >= 2
      && isYear(word.map(digit))
  }

  /// The digit that a letter looks like.
  private static func digit(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"): UInt8(ascii: "1")
    default: letter
    }
  }
}
