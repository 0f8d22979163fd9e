/// Volumes, issues and pages compared as an editor would.
enum NumberComparison {
  /// Whether two numbers of a volume or an issue are the same: "volume 12", "12", "XII".
  static func isSame(_ left: String, _ right: String) -> Bool {
    let first = numbers(left)
    let second = numbers(right)
    if !first.isEmpty, first == second { return true }
    return Folding.key(left) == Folding.key(right)
  }

  /// The numbers in a text, Roman ones as well, in order.
  private static func numbers(_ text: String) -> [Int] {
    Folding.words(text).flatMap { word -> [Int] in
      if let roman = roman(word) { return [roman] }
      let digits = word.utf8.split { !$0.isASCIIDigit }
      return digits.compactMap { Int($0.string) }
    }
  }

  /// The value of a Roman number; nil for other words, and for what only looks like one.
  private static func roman(_ word: String) -> Int? {
    let values: [UInt8: Int] = [
      0x69: 1, 0x76: 5, 0x78: 10, 0x6C: 50, 0x63: 100, 0x64: 500, 0x6D: 1000,
    ]
    let digits = word.utf8.map { values[$0] }
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ $0 != nil }) else { return nil }
    let numbers = digits.compactMap { $0 }
    var sum = 0
    for (index, number) in numbers.enumerated() {
      let next = index + 1 < numbers.count ? numbers[index + 1] : 0
      sum += number < next ? -number : number
    }
    return sum > 0 ? sum : nil
  }

  /// Whether two statements of pages agree: ends may be abbreviated, and the first page may stand alone.
  static func agreePages(_ left: String, _ right: String) -> Bool {
    let first = ends(left)
    let second = ends(right)
    guard let start = first.first, let other = second.first else { return true }
    if first == second { return true }
    return start == other && (first.count == 1 || second.count == 1)
  }

  /// Whether a statement of pages is a single page, or a number that stands for one.
  static func isSingle(_ pages: String) -> Bool { ends(pages).count == 1 }

  /// The pages in a text: "145–9" has 145 and 149.
  private static func ends(_ text: String) -> [String] {
    var bytes = Array(PageRange.expanded(text).utf8).map(\.asciiLowercased)[...]
    for label in ["pages", "pp.", "pp", "p."] where bytes.starts(with: label.utf8) {
      bytes = bytes.dropFirst(label.utf8.count)
      break
    }
    return bytes.split { !$0.isASCIIAlphanumeric }.map { part in
      // "007" and "7" are one page; letters stay before their numbers.
      let zeros = part.prefix { $0 == UInt8(ascii: "0") }
      return (zeros.count < part.count ? part.dropFirst(zeros.count) : part).string
    }
  }
}
