/// Dates of EndNote's spellings: a year in one field, a date in another.
///
/// RIS writes "2004/06/11/words" in both; EndNote "2004" and "June 11".
/// Source: RIS Format Specifications, "Y1"; EndNote, "Date fields".
enum EndNoteDates {
  /// The date that a text means; nil where it is no date.
  static func read(_ text: String, year: Int? = nil) -> DateValue? {
    slashed(text) ?? DateWords.read(text, year: year)
  }

  /// "2004/06/11/words": parts may be empty or missing.
  private static func slashed(_ text: String) -> DateValue? {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
    let parts = Array(text.utf8).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map(\.trimmedASCIISpace.string)
    guard (2...4).contains(parts.count), (3...4).contains(parts[0].utf8.count),
      let year = Int(parts[0]), year > 0
    else { return nil }
    let month = number(parts[1])
    let day = parts.count > 2 ? number(parts[2]) : 0
    guard let month, let day else {
      return parts.count == 2 ? DateWords.read(parts[1], year: year) : nil
    }
    guard (0...12).contains(month), (0...31).contains(day), month > 0 || day == 0 else {
      return nil
    }
    let words = parts.count == 4 ? parts[3] : ""
    if month == 0, let season = DateWords.season(words) {
      return DateValue(.init(year, season: season))
    }
    var date = DateValue(.init(year, month > 0 ? month : nil, day > 0 ? day : nil))
    if !words.isEmpty { date.literal = text }
    return date
  }

  /// The value of digits or of the name of a month; 0 for nothing.
  private static func number(_ word: String) -> Int? {
    word.isEmpty ? 0 : Int(word) ?? DateWords.month(word)
  }

  /// The year and the date that a spelling has for a value; nil for what it has no words for.
  static func text(_ date: DateValue, _ dialect: EndNoteDialect) -> (year: String?, date: String?) {
    guard case .point(let point) = date.start else { return (date.literal, nil) }
    guard (1...9999).contains(point.year), !point.isUnspecified else { return (date.edtf, nil) }
    let digits = String(point.year)
    let year = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    if dialect == .ris, let words = date.literal, read(words) == date { return (year, words) }
    guard date.end == nil, date.literal == nil else { return (year, nil) }
    return (year, dialect == .ris ? slashed(year, point) : words(point))
  }

  /// A whole date in one field.
  static func whole(_ date: DateValue, _ dialect: EndNoteDialect) -> String {
    if let words = date.literal, read(words) == date { return words }
    guard dialect == .ris, let text = text(date, dialect).date else {
      return date.edtf ?? date.writtenOut
    }
    return text
  }

  private static func slashed(_ year: String, _ point: DateValue.Point) -> String? {
    if let season = point.season, DateWords.seasons.indices.contains(season - 1) {
      return "\(year)///\(DateWords.seasons[season - 1])"
    }
    guard let month = point.month else { return nil }
    return "\(year)/\(two(month))/\(point.day.map(two) ?? "")/"
  }

  private static func words(_ point: DateValue.Point) -> String? {
    if let season = point.season, DateWords.seasons.indices.contains(season - 1) {
      return DateWords.seasons[season - 1]
    }
    guard let month = point.month, DateWords.months.indices.contains(month - 1) else { return nil }
    let name = DateWords.months[month - 1]
    return name.prefix(1).uppercased() + name.dropFirst() + (point.day.map { " \($0)" } ?? "")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
