/// Dates of publication as PubMed prints them: "2004 Jun 11", "2004 May-Jun", "2003 Dec-2004 Jan", "2004 Spring".
///
/// Source: PubMed Help, "Date of Publication [DP]".
enum NBIBDate {
  /// The date in PubMed's words, or as much of it as these can say; the words of a date that is none.
  static func text(_ date: DateValue) -> String? {
    guard case .point(let start) = date.start else { return date.literal }
    let first = words(start)
    guard let end = date.end, case .point(let last) = end else { return first }
    let second = words(last)
    guard let first, let second else { return first }
    let whole = first + "-" + second
    if start.year == last.year {
      let short = first + "-" + String(second.dropFirst(5))
      if second.utf8.count > 5, DateWords.read(short) == date { return short }
    }
    return DateWords.read(whole) == date ? whole : first
  }

  private static func words(_ point: DateValue.Point) -> String? {
    guard (1000...9999).contains(point.year) else { return nil }
    var words = [String(point.year)]
    if let season = point.season, DateWords.seasons.indices.contains(season - 1) {
      words.append(DateWords.seasons[season - 1])
    } else if let month = point.month, DateWords.months.indices.contains(month - 1) {
      let name = DateWords.months[month - 1]
      words.append(name.prefix(1).uppercased() + name.dropFirst().prefix(2))
      if let day = point.day { words.append(String(day)) }
    }
    return words.joined(separator: " ")
  }

  /// "20040611", as `DEP` has it; nil for anything but a whole date.
  static func digits(_ date: DateValue) -> String? {
    guard date.end == nil, let text = date.edtf, text.utf8.count == 10,
      text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return text.utf8.filter(\.isASCIIDigit).string
  }
}
