/// Dates in Hayagriva: a year, a month or a day, with "~" before one that is approximate, or a season of a year.
///
/// Source: Hayagriva, "The Hayagriva YAML File Format", "Date".
enum HayagrivaDate {
  /// What Hayagriva can hold of a date: of a range its beginning; nil for words alone.
  static func value(_ date: DateValue) -> JSONValue? {
    guard case .point(let point) = date.start ?? date.end, (-9999...9999).contains(point.year)
    else {
      return nil
    }
    if let season = point.season {
      let members: [JSONValue.Member] = [
        .init("year", .number(point.year)), .init("season", .number(season)),
      ]
      return .object(members + (point.isApproximate ? [.init("approximate", .bool(true))] : []))
    }
    var plain = DateValue.Point(point.year, point.month, point.day)
    if DateValue(plain).edtf == nil { plain = .init(point.year) }
    if plain.month == nil, !point.isApproximate { return .number(point.year) }
    guard let text = DateValue(plain).edtf else { return nil }
    let words = (point.isApproximate ? "~" : "") + text
    // A date needs no quotes but where it begins with a sign.
    return point.year < 0 ? .string(words) : .number(words)
  }

  /// The date that a value says; words that are no date stay words.
  static func read(_ value: JSONValue) -> DateValue? {
    if let text = value.scalarText { return text.isEmpty ? nil : read(text) }
    guard let year = value["year"]?.scalarText.flatMap({ Int($0) }) else { return nil }
    func number(_ name: String) -> Int? { value[name]?.scalarText.flatMap { Int($0) } }
    var point = DateValue.Point(year, number("month").map { $0 + 1 }, number("day").map { $0 + 1 })
    if let season = number("season"), (1...4).contains(season), point.month == nil {
      point.season = season
    }
    point.isApproximate = value["approximate"] == .bool(true)
    return DateValue(point)
  }

  private static func read(_ text: String) -> DateValue {
    let isApproximate = text.hasPrefix("~")
    let words = isApproximate ? String(text.dropFirst()) : text
    var bytes = Array(words.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int($0.trimmedASCIISpace.string) }
    guard let first = parts.first, let year = first, parts.count <= 3, !parts.contains(nil),
      bytes.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == 0x20 })
    else { return DateValue(edtf: text) ?? DateValue(literal: text) }
    var point = DateValue.Point(
      isNegative ? -year : year, parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
    point.isApproximate = isApproximate
    return DateValue(point)
  }
}
