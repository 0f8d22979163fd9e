/// S009: dates that no calendar has, ranges that run backwards, and two dates of a record that differ.
enum ImpossibleDate: EntryCheck {
  static let rule = Rule(
    "S009", "impossible-date", .warning, "no calendar has the date, or its range runs backwards")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let before = findings.count
    for (variable, date) in entry.reference.dates {
      guard let problem = problem(date, isBibTeX: bibliography.tree != nil) else { continue }
      let field = entry.field(of: .date(variable))
      guard field != nil || entry.fields.isEmpty else { continue }
      findings.append(
        Diagnostic(
          rule, "\(variable.rawValue): \(problem)", at: field?.range ?? entry.keyRange,
          key: entry.key))
    }
    if findings.count == before { checkFields(entry, bibliography, &findings) }
    checkElements(entry, bibliography, &findings)
  }

  /// Elements for the month and the day that the reader of JATS could not take.
  private static func checkElements(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard bibliography.format == "jats" else { return }
    for extra in entry.reference.extras where extra.format == "jats" {
      guard let most = ["month": 12, "day": 31][extra.name], let number = Int(extra.value),
        !(1...most).contains(number)
      else { continue }
      findings.append(
        Diagnostic(
          rule, "there is no \(extra.name) \(number)",
          at: bibliography.placed("<\(extra.name)>\(extra.value)<", in: nil, of: entry).range,
          key: entry.key))
    }
  }

  /// Formats with two fields for the date have one year in both.
  private static func checkFields(
    _ entry: CheckedEntry, _ bibliography: CheckedBibliography, _ findings: inout [Diagnostic]
  ) {
    guard bibliography.format == "ris" else { return }
    for name in ["py", "y1", "da", "y2"] {
      guard let field = entry.field(name),
        let problem = problem(ofNumbersIn: bibliography.text(of: field))
      else { continue }
      return findings.append(Diagnostic(rule, problem, at: field.range, key: entry.key))
    }
    guard let first = entry.field("py", "y1"),
      let second = entry.field("da")
    else { return }
    let years = [first, second].map { bibliography.bytes(of: $0).prefix(4) }
    guard years.allSatisfy({ $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }),
      !years[0].elementsEqual(years[1])
    else { return }
    findings.append(
      Diagnostic(
        rule, "the year \"\(years[1].string)\" differs from \"\(years[0].string)\" before it",
        at: second.range, key: entry.key))
  }

  /// What is wrong with a date; the reader of BibTeX says itself what is none.
  private static func problem(_ date: DateValue, isBibTeX: Bool) -> String? {
    for case .point(let point) in [date.start, date.end] {
      if let problem = problem(point) { return problem }
    }
    if case .point(let start) = date.start, case .point(let end) = date.end,
      isAfter(start, end)
    {
      return "the range from \(text(start)) to \(text(end)) runs backwards"
    }
    guard !isBibTeX, date.start == nil, let literal = date.literal else { return nil }
    return problem(ofNumbersIn: literal)
  }

  private static func problem(_ point: DateValue.Point) -> String? {
    guard let month = point.month else { return nil }
    guard (1...12).contains(month) else { return "there is no month \(month)" }
    guard let day = point.day, !(1...days(month, point.year)).contains(day) else { return nil }
    return "there is no day \(day) in month \(month) of \(point.year)"
  }

  /// "2003/13/02" and "2003-13-02", which readers take for words.
  private static func problem(ofNumbersIn text: String) -> String? {
    let parts = text.utf8.split(whereSeparator: { "/-".utf8.contains($0) }).map(Array.init)
    guard (2...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) && $0.count <= 4 })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard parts.dropFirst().allSatisfy({ $0.count <= 2 }), numbers[1] > 0 else { return nil }
    return problem(
      DateValue.Point(numbers[0], numbers[1], numbers.count > 2 ? max(numbers[2], 1) : nil))
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  private static func isAfter(_ first: DateValue.Point, _ second: DateValue.Point) -> Bool {
    guard !first.isUnspecified, !second.isUnspecified else { return false }
    if first.year != second.year { return first.year > second.year }
    guard let month = first.month, let other = second.month else { return false }
    if month != other { return month > other }
    guard let day = first.day, let otherDay = second.day else { return false }
    return day > otherDay
  }

  private static func text(_ point: DateValue.Point) -> String {
    ([point.year, point.month, point.day].compactMap(\.self)).map(String.init)
      .joined(separator: "-")
  }
}
