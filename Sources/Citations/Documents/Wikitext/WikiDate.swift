/// Reads the dates of citation templates.
///
/// Examples: "12 March 1978", "March 12, 1978", "1978-03-12", "12. März 1978", "Spring 1978", "c. 1931", "1931–1933".
/// Source: Wikipedia Help:Citation Style 1, "Dates"; EDTF level 1 for what is uncertain.
enum WikiDate {
  private static let months: [String: Int] = [
    "january": 1, "jan": 1, "januar": 1, "jänner": 1, "janvier": 1, "janv": 1,
    "february": 2, "feb": 2, "februar": 2, "février": 2, "févr": 2,
    "march": 3, "mar": 3, "märz": 3, "mrz": 3, "mars": 3, "april": 4, "apr": 4, "avril": 4,
    "avr": 4, "may": 5, "mai": 5, "june": 6, "jun": 6, "juni": 6, "juin": 6, "july": 7, "jul": 7,
    "juli": 7, "juillet": 7, "juil": 7, "august": 8, "aug": 8, "août": 8, "september": 9,
    "sep": 9, "sept": 9, "septembre": 9, "october": 10, "oct": 10, "oktober": 10, "okt": 10,
    "octobre": 10, "november": 11, "nov": 11, "novembre": 11, "december": 12, "dec": 12,
    "dezember": 12, "dez": 12, "décembre": 12, "déc": 12,
  ]
  private static let seasons: [String: Int] = [
    "spring": 1, "frühling": 1, "frühjahr": 1, "printemps": 1, "summer": 2, "sommer": 2, "été": 2,
    "autumn": 3, "fall": 3, "herbst": 3, "automne": 3, "winter": 4, "hiver": 4,
  ]

  /// The date that `text` says; its words as a literal where it is none.
  static func read(_ text: String) -> DateValue {
    let bytes = Array(text.utf8)
    if let point = iso(bytes) { return DateValue(point) }
    if let point = words(bytes) { return DateValue(point) }
    if let range = range(bytes) { return range }
    return DateValue(literal: text)
  }

  /// "1978-03-12", "1978-03".
  private static func iso(_ bytes: [UInt8]) -> DateValue.Point? {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), let year = Int(parts[0].string),
      let month = Int(parts[1].string), (1...12).contains(month)
    else { return nil }
    guard parts.count == 3 else { return DateValue.Point(year, month) }
    guard let day = Int(parts[2].string), (1...31).contains(day) else { return nil }
    return DateValue.Point(year, month, day)
  }

  /// A day, a month or season and a year in any order that is clear.
  private static func words(_ bytes: [UInt8]) -> DateValue.Point? {
    var year: Int?
    var month: Int?
    var day: Int?
    var season: Int?
    var isApproximate = false
    for word in bytes.split(whereSeparator: { $0.isASCIISpace || $0 == 0x2C || $0 == 0x2E }) {
      let text = word.string.lowercased()
      if word.allSatisfy(\.isASCIIDigit) {
        if word.count == 4, year == nil {
          year = Int(text)
        } else if word.count <= 2, day == nil, let number = Int(text), (1...31).contains(number) {
          day = number
        } else {
          return nil
        }
      } else if let found = months[text], month == nil {
        month = found
      } else if let found = seasons[text], season == nil {
        season = found
      } else if text == "1er", day == nil {
        day = 1
      } else if ["c", "ca", "circa", "um", "vers"].contains(text) {
        isApproximate = true
      } else if word.count == 5, word.last.map(\.isASCIILower) == true,
        word.dropLast().allSatisfy(\.isASCIIDigit), year == nil
      {
        // "1931a" is the year with the letter that keeps two works of it apart.
        year = Int(word.dropLast().string)
      } else {
        return nil
      }
    }
    guard let year, day == nil || month != nil, season == nil || month == nil else { return nil }
    var point = DateValue.Point(year, month, day, season: season)
    point.isApproximate = isApproximate
    return point
  }

  /// "1931–1933", "1931–33", "March–April 1978", "12–14 March 1978".
  private static func range(_ bytes: [UInt8]) -> DateValue? {
    let text = bytes.string
    for dash in ["–", "—", "-", "/"] {
      guard let place = bytes.firstOffset(of: Array(dash.utf8), from: 0) else { continue }
      let left = text.utf8.prefix(place)
      let rest = text.utf8.dropFirst(place + dash.utf8.count)
      let last = Array(rest.drop { $0 == 0x20 })
      var first = Array(left)
      while first.last == 0x20 { first.removeLast() }
      guard !first.isEmpty else { return nil }
      if last.isEmpty, let start = words(first) {
        return DateValue(from: .point(start), to: .open)
      }
      var lastFull = last
      if first.count == 4, first.allSatisfy(\.isASCIIDigit), last.count == 2,
        last.allSatisfy(\.isASCIIDigit)
      {
        lastFull = Array(first.prefix(2)) + last
      }
      guard let end = words(lastFull) else { return nil }
      if let start = words(first) {
        guard start.year <= end.year else { return nil }
        return DateValue(from: .point(start), to: .point(end))
      }
      // What the beginning leaves out it takes from the end.
      let tail = last.drop { !$0.isASCIISpace }
      if let start = words(first + tail) {
        return DateValue(from: .point(start), to: .point(end))
      }
      if let start = words(first + [0x20] + Array(String(end.year).utf8)) {
        return DateValue(from: .point(start), to: .point(end))
      }
      return nil
    }
    return nil
  }
}
