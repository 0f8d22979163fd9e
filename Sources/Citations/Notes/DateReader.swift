/// Reads dates as notes write them.
///
/// "September 18, 2022", "18. März 1999", "2022-09-18", "Fall 1978", "1974/75".
struct DateReader {
  /// A date with the token after it.
  struct Found {
    var date: DateValue
    var end: Int
    /// Whether it names a day.
    var hasDay: Bool
    /// Whether it names a month or a season.
    var hasMonth: Bool
  }

  let note: NoteText

  /// The date that begins at `index`, or nil.
  func date(at index: Int) -> Found? {
    monthFirst(at: index) ?? dayFirst(at: index) ?? season(at: index) ?? numeric(at: index)
  }

  /// A year or a range of years alone: "1978", "1974/75", "1914–18", "1978a", "[1931]" is for the caller.
  func year(at index: Int) -> Found? {
    var start = index
    var isCirca = false
    if ["c", "ca", "circa", "um", "vers"].contains(note.word(index)), let next = skipDot(index + 1),
      note.kind(next) == .number
    {
      start = next
      isCirca = true
    }
    guard start < note.count, note.tokens[start].isYear, let first = note.tokens[start].value else {
      return nil
    }
    var point = DateValue.Point(first)
    point.isApproximate = isCirca
    var end = start + 1
    if note.kind(end) == .exclamation, note.word(end) == "?",
      note.kind(end + 1) == .closeBracket || note.kind(end + 1) == nil
    {
      point.isUncertain = true
      end += 1
    }
    if let last = rangeEnd(at: end, after: first) {
      return Found(
        date: DateValue(from: .point(point), to: .point(.init(last))), end: end + 2, hasDay: false,
        hasMonth: false)
    }
    return Found(date: DateValue(point), end: end, hasDay: false, hasMonth: false)
  }

  /// The year after a dash or slash: "–18" after 1914 is 1918.
  private func rangeEnd(at index: Int, after first: Int) -> Int? {
    guard note.kind(index) == .dash || note.kind(index) == .slash, !note.tokens[index].isSpaced,
      note.kind(index + 1) == .number,
      !note.tokens[index + 1].isSpaced, let value = note.tokens[index + 1].value
    else { return nil }
    switch note.tokens[index + 1].lower.utf8.count {
    case 4: return value > first && value - first < 200 ? value : nil
    case 2:
      let full = first / 100 * 100 + value
      return full > first ? full : nil
    case 1:
      let full = first / 10 * 10 + value
      return full > first ? full : nil
    default: return nil
    }
  }

  private func skipDot(_ index: Int) -> Int? {
    note.kind(index) == .dot ? index + 1 : index
  }

  private func month(at index: Int) -> (value: Int, end: Int)? {
    guard index < note.count, note.kind(index) == .word,
      let found = Lexicon.months.match(note.tokens, at: index), let value = Int(found.value)
    else { return nil }
    return (value, found.end)
  }

  /// Reads a date whose month comes first.
  ///
  /// "September 18, 2022", "Sept. 2022", "March–April 1999".
  private func monthFirst(at index: Int) -> Found? {
    guard let month = month(at: index), note.tokens[index].isCapitalized || month.value > 0 else {
      return nil
    }
    var end = month.end
    if let day = note.kind(end) == .number ? dayValue(end) : nil {
      let second = lastDay(after: end)
      let dayEnd = second.map { $0.index + 1 } ?? end + 1
      let yearIndex = note.kind(dayEnd) == .comma ? dayEnd + 1 : dayEnd
      if yearIndex < note.count, note.tokens[yearIndex].isYear,
        let year = note.tokens[yearIndex].value
      {
        let first = DateValue.Point(year, month.value, day)
        return Found(
          date: second.map {
            DateValue(from: .point(first), to: .point(.init(year, month.value, $0.day)))
          } ?? DateValue(first), end: yearIndex + 1, hasDay: true, hasMonth: true)
      }
    }
    var last: Int?
    if note.kind(end) == .dash || note.kind(end) == .slash, let second = self.month(at: end + 1) {
      last = second.value
      end = second.end
    }
    if note.kind(end) == .comma { end += 1 }
    if ["de", "di", "of"].contains(note.word(end)) { end += 1 }
    guard end < note.count, note.tokens[end].isYear, let year = note.tokens[end].value else {
      return nil
    }
    let start = DateValue.Point(year, month.value)
    let date =
      last.map { DateValue(from: .point(start), to: .point(.init(year, $0))) } ?? DateValue(start)
    return Found(date: date, end: end + 1, hasDay: false, hasMonth: true)
  }

  /// The last day of a range, "4–6", whose first stands at `index`.
  private func lastDay(after index: Int) -> (index: Int, day: Int)? {
    let dash = note.kind(index + 1) == .dot ? index + 2 : index + 1
    guard note.kind(dash) == .dash, note.kind(dash + 1) == .number,
      let first = dayValue(index), let day = dayValue(dash + 1), day > first
    else { return nil }
    return (dash + 1, day)
  }

  private func dayValue(_ index: Int) -> Int? {
    guard let value = note.tokens[index].value, (1...31).contains(value) else { return nil }
    let letters = note.tokens[index].lower.utf8.drop { $0.isASCIIDigit }
    return letters.isEmpty || ["st", "nd", "rd", "th", "er", "re"].contains(String(letters) ?? "")
      ? value : nil
  }

  /// Reads a date whose day comes first.
  ///
  /// "18 September 2022", "18. März 1999", "1er mars 1999", "18 de septiembre de 2022".
  private func dayFirst(at index: Int) -> Found? {
    guard note.kind(index) == .number, let day = dayValue(index) else { return nil }
    let second = lastDay(after: index)
    guard let afterDay = skipDot((second?.index ?? index) + 1) else { return nil }
    let monthIndex = ["de", "of"].contains(note.word(afterDay)) ? afterDay + 1 : afterDay
    guard let month = month(at: monthIndex) else { return nil }
    var end = month.end
    if note.kind(end) == .comma { end += 1 }
    if ["de", "di", "of", "del"].contains(note.word(end)) { end += 1 }
    guard end < note.count, note.tokens[end].isYear, let year = note.tokens[end].value else {
      return nil
    }
    let first = DateValue.Point(year, month.value, day)
    return Found(
      date: second.map {
        DateValue(from: .point(first), to: .point(.init(year, month.value, $0.day)))
      } ?? DateValue(first), end: end + 1, hasDay: true, hasMonth: true)
  }

  private func season(at index: Int) -> Found? {
    guard index < note.count, note.kind(index) == .word,
      let found = Lexicon.seasons.match(note.tokens, at: index), let season = Int(found.value)
    else { return nil }
    var end = found.end
    if note.kind(end) == .comma { end += 1 }
    guard end < note.count, note.tokens[end].isYear, let year = note.tokens[end].value else {
      return nil
    }
    return Found(
      date: DateValue(.init(year, season: season)), end: end + 1, hasDay: false, hasMonth: true)
  }

  /// "2022-09-18", "18.9.2022", "18/09/2022".
  private func numeric(at index: Int) -> Found? {
    guard index + 4 < note.count, note.kind(index) == .number, note.kind(index + 2) == .number,
      note.kind(index + 4) == .number
    else {
      return nil
    }
    let marks = (note.kind(index + 1), note.kind(index + 3))
    guard let first = note.tokens[index].value, let second = note.tokens[index + 2].value,
      let third = note.tokens[index + 4].value,
      marks.0 == marks.1
    else { return nil }
    if marks.0 == .dash, note.tokens[index].isYear, (1...12).contains(second),
      (1...31).contains(third)
    {
      return Found(
        date: DateValue(.init(first, second, third)), end: index + 5, hasDay: true, hasMonth: true)
    }
    if marks.0 == .dot || marks.0 == .slash, note.tokens[index + 4].isYear,
      (1...31).contains(first), (1...12).contains(second)
    {
      return Found(
        date: DateValue(.init(third, second, first)), end: index + 5, hasDay: true, hasMonth: true)
    }
    return nil
  }
}
