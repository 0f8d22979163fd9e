/// Numbers and dates as text whose order is theirs.
enum SortText {
  /// Digits with zeros before them.
  static func padded(_ number: Int, to width: Int = 8) -> [UInt8] {
    let digits = Array(String(abs(number)).utf8)
    guard digits.count < width else { return digits }
    return [UInt8](repeating: 0x30, count: width - digits.count) + digits
  }

  /// A text that begins with a number sorts by it; any other as text.
  static func number(_ text: [UInt8]) -> [UInt8] {
    for piece in NumberText(text).pieces {
      if case .number(let value, _) = piece { return padded(value) }
      break
    }
    return text
  }

  /// A date with the parts that are shown; years before our era come first, and the earlier the smaller.
  ///
  /// Source: CSL 1.0.2, "Sorting Variables".
  static func date(_ date: ItemDate, showing parts: [DatePart.Name]) -> [UInt8] {
    guard let start = date.start else { return date.literal }
    var result = point(start, parts)
    if let end = date.end { result += [UInt8(ascii: "-")] + point(end, parts) }
    return result
  }

  private static func point(_ point: ItemDate.Point, _ parts: [DatePart.Name]) -> [UInt8] {
    var result: [UInt8] = []
    if parts.contains(.year) {
      result.append(UInt8(ascii: point.year < 0 ? "M" : "P"))
      result += padded(point.year < 0 ? 99_999_999 + point.year : point.year)
    }
    if parts.contains(.month) { result += padded(point.month <= 12 ? point.month : 0, to: 2) }
    if parts.contains(.day) { result += padded(point.day, to: 2) }
    return result
  }
}
