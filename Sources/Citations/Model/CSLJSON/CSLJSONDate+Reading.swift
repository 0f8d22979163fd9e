/// Reading the dates of CSL-JSON.
///
/// Source: CSL 1.0.2, "Dates"; csl-data.json, "date-variable".
extension CSLJSONDate {
  /// What a date object says, and the members that it has beyond that.
  ///
  /// Words beside a date are among the latter, since processors print them instead of the date.
  static func read(_ members: [JSONValue.Member]) -> (date: DateValue?, rest: [JSONValue.Member]) {
    var date: DateValue?
    var rest: [JSONValue.Member] = []
    var season: JSONValue.Member?
    var circa: JSONValue.Member?
    for member in members {
      switch member.name {
      case "date-parts" where date == nil:
        date = dateParts(member.value)
        if date == nil { rest.append(member) }
      case "season": season = member
      case "circa": circa = member
      case "literal", "raw", "edtf": rest.append(member)
      default: if member.value != .null { rest.append(member) }
      }
    }
    takeWords(&date, &rest)
    if let season, !takeSeason(season.value, &date), season.value != .null { rest.append(season) }
    if let circa, isTrue(circa.value), !setCirca(&date) { rest.append(circa) }
    return (date, rest)
  }

  /// Takes `raw` or `literal` for the date where there are no parts.
  private static func takeWords(_ date: inout DateValue?, _ rest: inout [JSONValue.Member]) {
    for name in ["edtf", "raw"] where date == nil {
      guard let index = rest.firstIndex(where: { $0.name == name }),
        let text = rest[index].value.string, let exact = DateValue(edtf: text)
      else { continue }
      date = exact
      // Where our own spelling would be another, it stays among the rest as well, so that it can come back.
      if name == "edtf" || value(exact) == .object([.init("raw", .string(text))]) {
        rest.remove(at: index)
      }
    }
    guard date == nil else { return }
    if let index = rest.firstIndex(where: { $0.name == "literal" && $0.value.string != nil }) {
      date = rest[index].value.string.map { DateValue(literal: $0) }
      rest.remove(at: index)
    } else if let raw = rest.first(where: { $0.name == "raw" })?.value.string {
      // It stays among the rest as well, which says that the words are to be parsed.
      date = DateValue(literal: raw)
    }
  }

  private static func dateParts(_ value: JSONValue) -> DateValue? {
    guard let list = value.array, (1...2).contains(list.count), let start = point(list[0]) else {
      return nil
    }
    guard list.count == 2 else { return DateValue(start) }
    // A second date that is 0 or empty is an open end, as citeproc-js reads it.
    guard let end = point(list[1]) else {
      return isEmpty(list[1]) ? DateValue(from: .point(start), to: .open) : nil
    }
    return DateValue(from: .point(start), to: .point(end))
  }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    value.array?.allSatisfy { number($0) == 0 || $0.string == "" } ?? false
  }

  /// A year, month and day; nil where they are not numbers, or no year is there.
  private static func point(_ value: JSONValue) -> DateValue.Point? {
    guard var parts = value.array?.map(number) else { return nil }
    // Parts of zero, or none, at the end say that they are not known.
    while let last = parts.last, last == 0 || last == nil, parts.count > 1,
      isBlank(value.array?[parts.count - 1])
    {
      parts.removeLast()
    }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count else { return nil }
    return point(year: known.first, month: known.dropFirst().first, day: known.dropFirst(2).first)
  }

  private static func isBlank(_ value: JSONValue?) -> Bool {
    guard let value else { return false }
    return value == .null || value.string == "" || number(value) == 0
  }

  /// A point from the numbers of `date-parts`, in which -44 is 44 BCE; nil without a year.
  static func point(year: Int?, month: Int?, day: Int?) -> DateValue.Point? {
    guard let year, year != 0, year > -1_000_000_000, year < 1_000_000_000 else { return nil }
    let astronomical = year < 0 ? year + 1 : year
    if let month, day == nil {
      // Both manners of counting seasons after the months.
      if (13...16).contains(month) { return .init(astronomical, season: month - 12) }
      if (21...24).contains(month) { return .init(astronomical, season: month - 20) }
    }
    return .init(astronomical, month, day)
  }

  private static func number(_ value: JSONValue) -> Int? {
    if let number = value.integer { return number }
    return value.string.flatMap { Int($0) }
  }

  private static func takeSeason(_ value: JSONValue, _ date: inout DateValue?) -> Bool {
    guard let number = number(value), (1...4).contains(number), date?.end == nil,
      case .point(var point) = date?.start, point.month == nil, point.season == nil
    else { return false }
    point.season = number
    date?.start = .point(point)
    return true
  }

  /// Whether a flag is set: true, a number but 0, words but "false".
  static func isTrue(_ value: JSONValue) -> Bool {
    switch value {
    case .bool(let flag): flag
    case .number(let text): text != "0"
    case .string(let text): !text.isEmpty && text != "0" && text != "false"
    default: false
    }
  }

  private static func setCirca(_ date: inout DateValue?) -> Bool {
    func approximate(_ bound: DateValue.Bound?) -> DateValue.Bound? {
      guard case .point(var point) = bound else { return bound }
      point.isApproximate = true
      return .point(point)
    }
    guard date?.start != nil || date?.end != nil else { return false }
    let start = approximate(date?.start)
    let end = approximate(date?.end)
    date?.start = start
    date?.end = end
    return true
  }
}
