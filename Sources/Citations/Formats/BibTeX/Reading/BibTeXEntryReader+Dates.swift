extension BibTeXEntryReader {
  /// A date field.
  mutating func readDate(_ field: Field) -> DateValue {
    // "~" and "%" mean something else here than in text.
    let raw = bytes[trimmed(range(field))].string
    if let date = BibTeXDateReader.edtf(raw) {
      if !BibTeXDateReader.isPadded(raw) { reportForm(raw, date, field) }
      return date
    }
    let text = plain(field)
    if let date = BibTeXDateReader.edtf(text) { return date }
    if !manner.isOwn, let date = BibTeXDateReader.written(text) {
      reportForm(text, date, field)
      return date
    }
    report(.invalidDate, "\"\(text)\" is no date", field)
    let state =
      resolver.name(of: field) == "pubstate" ? BibTeXDates.words(forPublicationState: text) : nil
    return DateValue(literal: state ?? text)
  }

  /// Reports a date that people understand and biber does not.
  private mutating func reportForm(_ text: String, _ date: DateValue, _ field: Field) {
    guard manner.dialect == .biblatex, let edtf = date.edtf else { return }
    report(.invalidDate, "\"\(text)\" is no date for biber, expected \"\(edtf)\"", field)
  }

  /// The date of publication, from `date` or from `year`, `month` and `day`.
  mutating func readDates() {
    if let field = pop(.date) {
      let date = readDate(field)
      if reference[.issued] == nil { reference[.issued] = date } else { keep(field) }
      passOverYear(date)
    } else if let field = pop(.year) {
      readYear(field)
    } else {
      keepMonth()
    }
    guard let field = pop(.issued) else { return }
    let words = plain(field)
    if reference[.issued] == nil { reference[.issued] = DateValue(literal: words) }
    reference[.issued]?.literal = words
  }

  private mutating func keepMonth() {
    for kind in [Special.month, .day] { if let field = pop(kind) { keep(field) } }
  }

  /// A year beside a date only repeats it; one that differs is kept.
  private mutating func passOverYear(_ date: DateValue) {
    if let field = peek(.month), !manner.isOwn, case .point(let start) = date.start,
      let given = start.month, let other = month(field), other.first != given, date.end == nil
    {
      report(.dateAndYear, "\"\(plain(field))\" differs from the date, which counts", field)
      keep(field)
      _ = pop(.month)
    }
    guard let field = pop(.year) else { return keepMonth() }
    let text = plain(field)
    if !manner.isOwn, BibTeXDateReader.year(text).date?.year != date.year {
      report(.dateAndYear, "\"\(text)\" differs from the date, which counts", field)
      keep(field)
      return keepMonth()
    }
    // Our own writer and others give both, for programs that know only one of them.
    _ = pop(.month)
    _ = pop(.day)
  }

  private mutating func readYear(_ field: Field) {
    let text = plain(field)
    var year = BibTeXDateReader.year(text)
    if manner.isOwn, year.status != nil || year.suffix != nil || year.date?.literal != nil {
      year = BibTeXDateReader.Year(date: DateValue(literal: text))
    }
    if let status = year.status, reference[.status] == nil { reference[.status] = RichText(status) }
    if let suffix = year.suffix { reference[.yearSuffix] = RichText(suffix) }
    guard let date = year.date else { return keepMonth() }
    reference[.issued] = date
    guard case .point(let start) = date.start, date.end == nil, start.month == nil,
      !start.isUnspecified
    else { return keepMonth() }
    readMonth(start, date.literal)
  }

  /// Whether a date has letters of another script, whose calendars and months are not known here.
  private func isInAnotherScript(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x370 && $0.properties.isAlphabetic }
  }

  private mutating func readMonth(_ start: DateValue.Point, _ literal: String?) {
    guard let field = pop(.month) else { return keepMonth() }
    guard let month = month(field) else {
      if !BibTeXDateReader.isMonthWithDays(plain(field)), !isInAnotherScript(plain(field)) {
        report(.invalidDate, "\"\(plain(field))\" is no month", field)
      }
      keep(field)
      return keepMonth()
    }
    var first = point(start, month.first)
    var date = DateValue(first)
    if let last = month.last { date.end = .point(point(start, last)) }
    let dayField = pop(.day)
    let day = month.day ?? dayField.flatMap { BibTeXDateReader.dayNumber(plain($0)) }
    if let day, month.last == nil, first.season == nil {
      first.day = day
      date = DateValue(first)
    } else if let dayField {
      keep(dayField)
    }
    if date.edtf == nil, let dayField {
      keep(dayField)
      first.day = nil
      date = DateValue(first)
    }
    date.literal = literal
    reference[.issued] = date
  }

  private func point(_ start: DateValue.Point, _ month: Int) -> DateValue.Point {
    var point = start
    if month > 12 { point.season = month - 20 } else { point.month = month }
    return point
  }

  private mutating func month(_ field: Field) -> BibTeXDateReader.Month? {
    if let index = BibTeXStrings.months[resolver.value(of: field)] {
      return BibTeXDateReader.Month(first: index + 1)
    }
    return BibTeXDateReader.month(plain(field))
  }
}
