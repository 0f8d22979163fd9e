/// Dates in words and numbers as catalogues print them: "2004 Jun 11", "May-Jun 2004", "2003 Dec-2004 Jan", "Spring 2004".
///
/// English names of months and seasons, whole or shortened. What holds anything else is nil.
/// Source: PubMed Help, "Date of Publication [DP]"; RIS Format Specifications, "Y1".
enum DateWords {
  /// One side of a range, as far as it is said.
  private struct Side {
    var year: Int?
    var month: Int?
    var day: Int?
    var season: Int?
    /// A number that may be a day or a short year.
    var number: Int?

    var point: DateValue.Point? {
      guard let year else { return nil }
      if let season { return month == nil && day == nil ? .init(year, season: season) : nil }
      guard month != nil || day == nil else { return nil }
      return .init(year, month, day)
    }
  }

  /// The date that a text means.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - year: The year, where it is said elsewhere and may be missing here.
  /// - Returns: The date, or nil where not all of the text is understood.
  static func read(_ text: String, year: Int? = nil) -> DateValue? {
    let bytes = Array(text.utf8).trimmedASCIISpace
    guard !bytes.isEmpty, bytes.count <= 64 else { return nil }
    if let date = DateValue(edtf: bytes.string) { return date }
    if let date = compact(bytes) { return date }
    guard let sides = sides(bytes), var first = side(sides[0]) else { return nil }
    guard sides.count == 2 else {
      first.year = first.year ?? year
      if let number = first.number {
        guard first.month != nil, first.day == nil else { return nil }
        first.day = number
      }
      return first.point.flatMap { isDate($0) ? DateValue($0) : nil }
    }
    guard var last = side(sides[1]) else { return nil }
    complete(&first, &last, year)
    guard let from = first.point, let to = last.point, isDate(from), isDate(to),
      first.number == nil, last.number == nil
    else { return nil }
    return DateValue(from: .point(from), to: .point(to))
  }

  /// The number of a month by its English name, of which three letters are enough; nil for anything else.
  static func month(_ word: String) -> Int? {
    let lower = word.lowercased()
    guard lower.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(lower) || lower == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  /// The English names of the months.
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The English names of the seasons, in the order of `DateValue.Point.season`.
  static let seasons = ["Spring", "Summer", "Autumn", "Winter"]

  /// The number of a season by its English name, or nil.
  static func season(_ word: String) -> Int? {
    switch word.lowercased() {
    case "spring": 1
    case "summer", "sum": 2
    case "autumn", "fall": 3
    case "winter": 4
    default: nil
    }
  }

  /// "20040611" and years of less than four digits.
  private static func compact(_ bytes: ArraySlice<UInt8>) -> DateValue? {
    guard bytes.allSatisfy(\.isASCIIDigit), let number = Int(bytes.string) else { return nil }
    if bytes.count == 8 {
      return DateValue(
        edtf: "\(pad(number / 10_000, 4))-\(pad(number / 100 % 100, 2))-\(pad(number % 100, 2))")
    }
    return bytes.count < 4 && bytes.count > 2 ? DateValue(.init(number)) : nil
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(width - text.utf8.count, 0)) + text
  }

  /// The text before and after the only hyphen or dash, or the whole; nil where there are several.
  private static func sides(_ bytes: ArraySlice<UInt8>) -> [[String]]? {
    var sides: [[String]] = [[]]
    var word = ""
    func end() {
      if !word.isEmpty { sides[sides.count - 1].append(word) }
      word = ""
    }
    for scalar in bytes.string.unicodeScalars {
      if scalar == "-" || scalar == "\u{2013}" {
        end()
        sides.append([])
      } else if scalar == " " || scalar == "," || scalar == "." || scalar == "/" {
        end()
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    end()
    return sides.count <= 2 && sides.allSatisfy { !$0.isEmpty } ? sides : nil
  }

  private static func side(_ words: [String]) -> Side? {
    var side = Side()
    for word in words {
      if let month = month(word), side.month == nil {
        side.month = month
      } else if let season = season(word), side.season == nil {
        side.season = season
      } else if let number = number(word) {
        if number >= 1000, side.year == nil {
          side.year = number
        } else if number < 100, side.number == nil, number > 0 {
          side.number = number
        } else {
          return nil
        }
      } else {
        return nil
      }
    }
    return side
  }

  /// The value of digits, or of an ordinal: "11th".
  private static func number(_ word: String) -> Int? {
    let digits = word.utf8.prefix(while: \.isASCIIDigit)
    let rest = word.utf8.dropFirst(digits.count)
    guard (1...4).contains(digits.count), let value = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let ending = String(decoding: rest, as: UTF8.self)
    return ending.isEmpty || ["st", "nd", "rd", "th"].contains(ending) ? value : nil
  }

  /// Gives each side what only the other one says.
  private static func complete(_ first: inout Side, _ last: inout Side, _ year: Int?) {
    first.year = first.year ?? last.year ?? year
    if last.year == nil, let number = last.number, last.month == nil, first.month == nil,
      first.season == nil, let start = first.year, number > start % 100
    {
      // "1998-99"
      last.year = start - start % 100 + number
      last.number = nil
    }
    last.year = last.year ?? first.year
    if first.month == nil, first.number != nil { first.month = last.month }
    if last.month == nil, last.season == nil, last.number != nil { last.month = first.month }
    takeDay(&first)
    takeDay(&last)
  }

  private static func takeDay(_ side: inout Side) {
    guard side.month != nil, let number = side.number else { return }
    side.day = number
    side.number = nil
  }

  private static func isDate(_ point: DateValue.Point) -> Bool { DateValue(point).edtf != nil }
}
