/// The text of a `year`: "2004", "2004a", "1998–99", "[1931]", circa and doubts.
struct JATSYear {
  /// The year, or the first of two; nil where there is no number.
  private(set) var first: Int?
  /// The last year of a range.
  private(set) var last: Int?
  /// The letter after the year.
  private(set) var letter: String?
  private(set) var isUncertain = false
  private(set) var isApproximate = false
  /// The text, where the rest says only a part of it.
  private(set) var words: String?
  /// The text.
  let text: String

  /// Reads the text of the element.
  init(_ text: String) {
    self.text = text
    // Punctuation that was tagged along with the year.
    var core = Array(text.utf8)[...]
    while let byte = core.last, ".,;:) ".utf8.contains(byte) { core.removeLast() }
    while let byte = core.first, "( ".utf8.contains(byte) { core.removeFirst() }
    for sign in ["circa ", "ca. ", "c. ", "ca ", "c.", "c", "~"] where core.starts(with: sign) {
      core = core.dropFirst(sign.utf8.count)
      isApproximate = true
      break
    }
    if core.last == UInt8(ascii: "?") {
      core.removeLast()
      isUncertain = true
    }
    let digits = core.prefix(while: \.isASCIIDigit)
    let rest = core.dropFirst(digits.count)
    if !digits.isEmpty, rest.isEmpty {
      first = Int(digits.string)
    } else if digits.count == 4, rest.count == 1, rest.allSatisfy(\.isASCIILower) {
      first = Int(digits.string)
      letter = rest.string
    } else {
      takeRange(core.string)
    }
  }

  private mutating func takeRange(_ core: String) {
    let slash = core.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }.string
    let years = PageRange.expanded(slash).utf8.split(separator: UInt8(ascii: "-"))
    if years.count == 2, years.allSatisfy({ $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }),
      let low = Int(String(Substring(years[0]))), let high = Int(String(Substring(years[1]))),
      low < high
    {
      first = low
      last = high
      return
    }
    words = text
    let runs = Array(core.utf8).split { !$0.isASCIIDigit }.filter { $0.count == 4 }
    if runs.count == 1 { first = Int(runs[0].string) }
  }
}
