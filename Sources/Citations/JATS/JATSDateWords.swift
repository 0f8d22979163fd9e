/// Dates in words, as English reference lists have them: "June 2004", "cited 2020 Mar 2", "2 March 2020".
enum JATSDateWords {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Words that say what the date is, and nothing of when.
  private static let idle: Set<String> = [
    "accessed", "access", "cited", "retrieved", "viewed", "last", "on", "in", "date", "of", "the",
    "published", "updated",
  ]

  /// The number of a month, from its number or its name, which may be cut off after three letters.
  static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let bytes = Array(text.utf8).map(\.asciiLowercased).filter { $0 != UInt8(ascii: ".") }
    guard bytes.count >= 3 else { return nil }
    if bytes.elementsEqual("sept".utf8) { return 9 }
    return months.firstIndex { $0.utf8.starts(with: bytes) }.map { $0 + 1 }
  }

  /// The number of a day, with or without the ending of an ordinal.
  static func day(_ text: String) -> Int? {
    let digits = text.utf8.prefix(while: \.isASCIIDigit)
    let ending = text.utf8.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let number = Int(String(Substring(digits))),
      (1...31).contains(number),
      ending.isEmpty || ["st", "nd", "rd", "th"].contains(String(Substring(ending)))
    else { return nil }
    return number
  }

  /// The two days of "1–3".
  private static func days(_ text: String) -> (first: Int, last: Int)? {
    let sides = text.unicodeScalars.split { $0 == "-" || $0 == "–" }
    guard sides.count == 2, let first = day(String(sides[0])), let last = day(String(sides[1])),
      first < last
    else { return nil }
    return (first, last)
  }

  /// The number of a season, as the model counts them.
  static func season(_ text: String) -> Int? {
    switch text.lowercased() {
    case "spring", "1", "21": 1
    case "summer", "2", "22": 2
    case "autumn", "fall", "3", "23": 3
    case "winter", "4", "24": 4
    default: nil
    }
  }

  /// The date that the words are, every one of them; nil where any says more.
  static func date(_ text: String) -> DateValue? {
    if let exact = DateValue(edtf: text) { return exact }
    var point: DateValue.Point?
    var month: Int?
    var day: Int?
    var lastDay: Int?
    var season: Int?
    let words = text.utf8.split { $0.isASCIISpace || ",.;:()[]".utf8.contains($0) }
    guard words.count <= 8 else { return nil }
    for word in words {
      let word = String(Substring(word))
      if word.utf8.count == 4, word.utf8.allSatisfy(\.isASCIIDigit), point == nil {
        point = Int(word).map { .init($0) }
      } else if month == nil, Int(word) == nil, let number = Self.month(word) {
        month = number
      } else if day == nil, let number = Self.day(word) {
        day = number
      } else if day == nil, let days = Self.days(word) {
        (day, lastDay) = days
      } else if season == nil, Int(word) == nil, let number = Self.season(word) {
        season = number
      } else if !idle.contains(word.lowercased()) {
        return nil
      }
    }
    guard var point, day == nil || month != nil, season == nil || month == nil else { return nil }
    point.month = month
    point.day = day
    point.season = season
    var date = DateValue(point)
    if let lastDay {
      var last = point
      last.day = lastDay
      date = DateValue(from: .point(point), to: .point(last))
    }
    return date.edtf == nil ? nil : date
  }
}
