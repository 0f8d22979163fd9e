/// Reads dates as people write them into BibTeX fields.
///
/// Source: biblatex 3.18, 2.3.8 "Date and Time Specifications"; btxdoc 1988, 3.2 "Fields", `month`, `year`.
enum BibTeXDateReader {
  /// A date field of BibLaTeX: EDTF, with a time of day that is kept as words; nil where it is none.
  static func edtf(_ text: String) -> DateValue? {
    if let date = DateValue(edtf: text) { return date }
    var bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "y") { bytes[0] = UInt8(ascii: "Y") }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var hasTime = false
    let plain = parts.map { part -> String in
      guard let time = part.firstIndex(of: UInt8(ascii: "T")), time - part.startIndex >= 10 else {
        return padded(part)
      }
      hasTime = true
      return padded(part[..<time])
    }.joined(separator: "/")
    guard var date = DateValue(edtf: plain) else { return nil }
    if hasTime { date.literal = text }
    return date
  }

  /// Whether months and days have two digits each, as biber wants them.
  static func isPadded(_ text: String) -> Bool {
    Array(text.utf8).split(separator: UInt8(ascii: "/")).allSatisfy { padded($0) == $0.string }
  }

  /// A date with a zero before months and days of one digit.
  private static func padded(_ part: ArraySlice<UInt8>) -> String {
    guard part.first?.isASCIIDigit == true else { return part.string }
    return part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map {
      $0.count == 1 && $0.first?.isASCIIDigit == true ? "0" + $0.string : $0.string
    }.joined(separator: "-")
  }

  /// What stands in a field for the year.
  struct Year: Equatable {
    var date: DateValue?
    /// "in press" and the like.
    var status: String?
    /// The letter behind a year: "2004a".
    var suffix: String?
  }

  /// A year, a range of years, or words.
  static func year(_ text: String) -> Year {
    let bytes = Array(text.utf8)
    if bytes.count == 4, bytes.allSatisfy(\.isASCIIDigit) {
      return Year(date: DateValue(.init(number(bytes[...]) ?? 0)))
    }
    var cursor = Cursor(bytes)
    var result = Year()
    if let status = cursor.status() {
      result.status = status
      if cursor.isAtEnd { return result }
    }
    if let date = cursor.years(&result.suffix), cursor.isAtEnd {
      result.date = date
      if cursor.wasBracketed { result.date?.literal = text }
      return result
    }
    return Year(date: edtf(text) ?? DateValue(literal: text))
  }

  /// The months, or one month and its day, that stand in a field for the month.
  struct Month: Equatable {
    var first: Int
    var last: Int?
    var day: Int?
  }

  /// "mar", "March", "3", "10 jan", "jan 10", "may/jun", "July--August"; nil for other words.
  static func month(_ text: String) -> Month? {
    let words = text.unicodeScalars.split { scalar in
      scalar == " " || scalar == "\u{A0}" || scalar == "/" || scalar == "-" || scalar == "\u{2013}"
        || scalar == "," || scalar == "&"
    }.map { String(String.UnicodeScalarView($0)) }
    guard let first = words.first, words.count <= 3 else { return nil }
    if words.count == 1 { return monthNumber(first).map { Month(first: $0) } }
    let isAnd = words.count == 3 && words[1].lowercased() == "and"
    guard words.count == 2 || isAnd, let second = words.last else { return nil }
    if let low = named(first), let high = named(second) { return Month(first: low, last: high) }
    if let month = named(second), let day = dayNumber(first) {
      return Month(first: month, day: day)
    }
    if let month = named(first), let day = dayNumber(second) {
      return Month(first: month, day: day)
    }
    guard let low = monthNumber(first), let high = monthNumber(second), low < high else {
      return nil
    }
    return Month(first: low, last: high)
  }

  /// Whether a text names the days of a meeting: "June 5--9", "30 Nov.--2 Dec.".
  static func isMonthWithDays(_ text: String) -> Bool {
    let words = text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }.map { String(String.UnicodeScalarView($0)) }
    return words.contains { named($0) != nil }
      && words.allSatisfy { named($0) != nil || dayNumber($0) != nil }
  }

  private static func named(_ word: String) -> Int? { BibTeXMonths.number(word) }

  private static func monthNumber(_ word: String) -> Int? {
    if let month = named(word) { return month }
    guard word.utf8.count <= 2, let value = number(Array(word.utf8)[...]) else { return nil }
    return (1...12).contains(value) || (21...24).contains(value) ? value : nil
  }

  /// A day of a month: "5", "05", "5th", "5.".
  static func dayNumber(_ word: String) -> Int? {
    var bytes = Array(word.utf8)
    while let last = bytes.last, !last.isASCIIDigit { bytes.removeLast() }
    guard bytes.count <= 2, word.utf8.count - bytes.count <= 2, let value = number(bytes[...])
    else {
      return nil
    }
    return (1...31).contains(value) ? value : nil
  }

  /// A date in words or numbers as in a note: "2020-01-02", "2 January 2020", "January 2, 2020", "01.02.2020"; nil for others.
  static func written(_ text: String) -> DateValue? {
    if let date = edtf(text) { return date }
    let words = text.unicodeScalars.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }
      .map { String(String.UnicodeScalarView($0)) }
    guard (2...3).contains(words.count) else { return nil }
    var year: Int?
    var month: Int?
    var day: Int?
    for word in words {
      if word.utf8.count == 4, let value = number(Array(word.utf8)[...]), year == nil {
        year = value
      } else if let value = named(word), value <= 12, month == nil {
        month = value
      } else if let value = dayNumber(word), day == nil {
        day = value
      } else {
        return nil
      }
    }
    guard let year, let month else { return nil }
    let date = DateValue(.init(year, month, day))
    return date.edtf == nil ? nil : date
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy(\.isASCIIDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension BibTeXDateReader {
  /// Reads a field for the year from left to right.
  fileprivate struct Cursor {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var wasBracketed = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    private mutating func skipSpace() {
      while index < bytes.count,
        bytes[index].isASCIISpace || bytes[index] == 0xC2 || bytes[index] == 0xA0
      {
        index += 1
      }
    }

    private mutating func skip(_ text: String) -> Bool {
      let end = index + text.utf8.count
      guard end <= bytes.count,
        zip(bytes[index..<end], text.utf8).allSatisfy({ $0.asciiLowercased == $1 })
      else { return false }
      index = end
      return true
    }

    /// Words for a work that is not out yet.
    mutating func status() -> String? {
      for words in [
        "forthcoming", "in press", "in preparation", "submitted", "to appear", "accepted",
      ]
      where skip(words) {
        skipSpace()
        _ = skip(",")
        skipSpace()
        return words
      }
      return nil
    }

    /// A year or a range of years, with their signs of doubt: `[1850]`, `c. 1850?`, `2004--2006`, `2004a`, `1900--`.
    mutating func years(_ suffix: inout String?) -> DateValue? {
      wasBracketed = skip("[")
      var isApproximate = false
      for sign in ["ca.", "ca ", "c.", "c ", "circa ", "about ", "um ", "vers ", "~"]
      where skip(sign) {
        isApproximate = true
        break
      }
      skipSpace()
      guard var start = year() else { return nil }
      start.isApproximate = isApproximate
      if skip("?") { start.isUncertain = true }
      // "200l" is no year with a letter behind it.
      if start.year > 999, index < bytes.count, bytes[index].isASCIILower,
        index + 1 == bytes.count || bytes[index + 1] == 0x5D
      {
        suffix = String(UnicodeScalar(bytes[index]))
        index += 1
      }
      skipSpace()
      var date = DateValue(start)
      if skipDash() {
        skipSpace()
        if index == bytes.count {
          date.end = .open
        } else if let end = year(after: start.year) {
          date.end = .point(end)
        } else {
          return nil
        }
      }
      if wasBracketed, !skip("]") { return nil }
      return date
    }

    private mutating func skipDash() -> Bool {
      for dash in ["\u{2013}", "\u{2014}", "---", "--", "-", "/"] where skip(dash) { return true }
      return false
    }

    private mutating func year() -> DateValue.Point? {
      let digits = bytes[index...].prefix(while: \.isASCIIDigit)
      guard (3...4).contains(digits.count), let value = BibTeXDateReader.number(digits) else {
        return nil
      }
      index += digits.count
      return .init(value)
    }

    /// The end of a range, whose first digits may be left out: "1998-99".
    private mutating func year(after start: Int) -> DateValue.Point? {
      let digits = bytes[index...].prefix(while: \.isASCIIDigit)
      guard digits.count == 2, let value = BibTeXDateReader.number(digits) else { return year() }
      let end = start / 100 * 100 + value
      guard end > start else { return nil }
      index += 2
      return .init(end)
    }
  }
}
