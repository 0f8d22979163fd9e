/// Dates as CSL-JSON holds them.
///
/// A date, or a range of two dates, goes to `date-parts` where that says all of it. What `date-parts` cannot say (a doubt,
/// an open or unknown end, unspecified digits, a range with seasons) goes to `raw` as an EDTF text, which
/// the CSL schema prefers and processors read. Words alone go to `literal`.
/// Source: CSL 1.0.2, "Dates"; csl-data.json, "date-variable".
enum CSLJSONDate {
  /// The members of the object for a date.
  static func value(_ date: DateValue) -> JSONValue {
    .object(parts(date) ?? [words(date)])
  }

  /// Words for a date that go beside it because it already has parts; nil where there are none or they add nothing.
  static func extraWords(_ date: DateValue) -> String? {
    guard let literal = date.literal, date.start != nil || date.end != nil else { return nil }
    return literal == date.edtf ? nil : literal
  }

  private static func words(_ date: DateValue) -> JSONValue.Member {
    if let text = date.edtf { return .init("raw", .string(text)) }
    return .init("literal", .string(date.writtenOut))
  }

  /// `date-parts` and what goes with it; nil where that would lose something.
  private static func parts(_ date: DateValue) -> [JSONValue.Member]? {
    guard case .point(let start) = date.start, let first = numbers(start) else { return nil }
    guard let end = date.end else {
      var members = [JSONValue.Member("date-parts", .array([first]))]
      if let season = start.season { members.append(.init("season", .number(season))) }
      if start.isApproximate { members.append(.init("circa", .bool(true))) }
      return members
    }
    guard case .point(let last) = end, let second = numbers(last), start.season == nil,
      last.season == nil, start.isApproximate == last.isApproximate
    else { return nil }
    var members = [JSONValue.Member("date-parts", .array([first, second]))]
    if start.isApproximate { members.append(.init("circa", .bool(true))) }
    return members
  }

  private static func numbers(_ point: DateValue.Point) -> JSONValue? {
    guard !point.isUncertain, !point.isUnspecified,
      point.month != nil || point.day == nil, point.season == nil || point.month == nil
    else { return nil }
    // Here -44 is 44 BCE, which astronomers call the year -43.
    let year = point.year > 0 ? point.year : point.year - 1
    return .array([year, point.month, point.day].compactMap { $0 }.map { .number($0) })
  }
}
