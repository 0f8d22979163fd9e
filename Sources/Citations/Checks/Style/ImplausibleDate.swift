/// S001 to S006: dates that contradict the day of the check, each other, or the invention of printing.
enum ImplausibleDate: EntryCheck {
  static let future = Rule("S001", "future-date", .warning, "a work is dated in the future")
  static let futureAccess = Rule(
    "S002", "future-access", .warning, "a work was accessed in the future")
  static let earlyAccess = Rule(
    "S003", "access-before-publication", .warning, "a work was accessed before it was published")
  static let year = Rule(
    "S004", "implausible-year", .warning, "a year cannot be that of such a work")
  static let original = Rule(
    "S005", "original-after-reprint", .warning, "the first edition is dated after this one")
  static let words = Rule("S006", "date-in-words", .note, "words stand in the place of a year")
  static let rules = [future, futureAccess, earlyAccess, year, original, words]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    let reference = entry.reference
    func report(_ rule: Rule, _ message: String, _ variable: DateVariable) {
      let field = entry.field(of: .date(variable))
      // What an entry inherits is said of the entry that has it.
      guard field != nil || entry.fields.isEmpty else { return }
      let year = reference[variable]?.firstPoint.map { String($0.year) } ?? ""
      let place = field?.range ?? bibliography.placed(year, in: nil, of: entry).range
      findings.append(Diagnostic(rule, message, at: place, key: entry.key))
    }
    let issued = reference[.issued]?.lastPoint
    if let today = bibliography.options.today {
      if let issued, isFuture(issued, today), reference[.status] == nil {
        report(future, "\"\(issued.text)\" is later than this year", .issued)
      }
      if let accessed = reference[.accessed]?.firstPoint, accessed.isCertainly(after: today) {
        report(futureAccess, "\"\(accessed.text)\" is later than today", .accessed)
      }
    }
    if let accessed = reference[.accessed]?.lastPoint, let start = reference[.issued]?.firstPoint,
      start.isCertainly(after: accessed),
      start.year - accessed.year > yearsAhead(reference)
    {
      report(
        earlyAccess, "\"\(accessed.text)\" is before the work was published, \"\(start.text)\"",
        .accessed)
    }
    // BibLaTeX's own field takes no such number at all, which its reader says.
    if let literal = reference[.issued]?.shortNumber,
      entry.field(of: .date(.issued))?.name != "date"
    {
      report(
        year, "the year \"\(literal)\" has \(literal.utf8.count) digits; expected four", .issued)
    }
    if let literal = reference[.issued]?.literal, reference[.issued]?.start == nil,
      entry.field(of: .date(.issued))?.name != "date", let better = YearSlip.meaning(of: literal)
    {
      report(year, "\"\(literal)\" is no year; expected \"\(better)\"", .issued)
    } else if let literal = reference[.issued]?.words {
      report(words, "\"\(literal)\" is no year; expected four digits", .issued)
    }
    if let start = reference[.issued]?.firstPoint, isImplausible(start, reference.type),
      !mayHaveOtherCalendar(reference)
    {
      report(
        year,
        start.year < 100 && start.year >= 0
          ? "the year \"\(start.year)\" has two digits; expected four"
          : "the year \"\(start.year)\" is before printing; expected another for a work of type \(reference.type.rawValue)",
        .issued)
    }
    if let first = reference[.originalDate]?.firstPoint, let issued,
      first.isCertainly(after: issued)
    {
      report(original, "\"\(first.text)\" is after \"\(issued.text)\"", .originalDate)
    }
  }

  /// How many years before the date in print a work may be read online; less than none where it may not.
  private static func yearsAhead(_ reference: Reference) -> Int {
    let isPrinted = reference[.doi] != nil || reference[.volume] != nil || reference[.issn] != nil
    guard isPrinted else { return -1 }
    switch reference.type {
    case .articleJournal: return 2
    case .paperConference, .chapter, .book, .collection: return 1
    default: return -1
    }
  }

  /// A year beyond this one; the next year stands on books from autumn on.
  private static func isFuture(_ point: DateValue.Point, _ today: DateValue.Point) -> Bool {
    guard !point.isUnspecified else { return false }
    return point.year > today.year + ((today.month ?? 1) >= 9 ? 1 : 0)
  }

  /// Types of things that are printed or made later still.
  private static let modern: Set<ItemType> = [
    .article, .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .paperConference,
    .thesis,
    .report, .webpage, .post, .postWeblog, .software, .dataset, .patent, .standard, .motionPicture,
    .broadcast,
    .book,
  ]

  /// Whether the title is in Arabic letters, whose works are dated by the Hijra as well.
  private static func mayHaveOtherCalendar(_ reference: Reference) -> Bool {
    reference[.title]?.plain.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } ?? false
  }

  private static func isImplausible(_ point: DateValue.Point, _ type: ItemType) -> Bool {
    modern.contains(type) && point.year < 1450 && !point.isApproximate && !point.isUncertain
      && !point.isUnspecified
  }
}

extension DateValue {
  /// Words in the place of a date that are nothing but digits, and not four of them.
  fileprivate var shortNumber: String? {
    guard start == nil, let literal else { return nil }
    // "'99" and "\u{2019}99".
    let digits = literal.unicodeScalars.drop { $0 == "'" || $0 == "\u{2019}" }
    guard !digits.isEmpty, digits.count != 4, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    return String(String.UnicodeScalarView(digits))
  }

  /// Words in the place of a date that name no year and do not say that there is none.
  fileprivate var words: String? {
    guard start == nil, let literal, literal.utf8.contains(where: \.isASCIILetter),
      !literal.utf8.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: "\\") }),
      !Self.undated.contains(Folding.key(literal)),
      !Folding.words(literal).contains(where: Self.undated.contains)
    else { return nil }
    return literal
  }

  /// What is written for works without a date, or not published yet.
  private static let undated: Set<String> = [
    "nd", "nodate", "sd", "sa", "oj", "undated", "date", "forthcoming", "press", "appear",
    "submitted", "preparation", "unpublished", "erscheinen", "accepted", "print", "unknown",
    "ongoing", "present", "current", "various", "tba", "review", "erscheint", "draft", "expected",
  ]

  /// The known beginning of a date.
  fileprivate var firstPoint: Point? {
    if case .point(let point) = start { return point }
    return nil
  }

  /// The known end of a date.
  fileprivate var lastPoint: Point? {
    guard let end else { return firstPoint }
    if case .point(let point) = end { return point }
    return nil
  }
}

extension DateValue.Point {
  /// Whether the point is after another one, whatever the parts that one of them lacks.
  fileprivate func isCertainly(after other: Self) -> Bool {
    guard !isUnspecified, !other.isUnspecified else { return false }
    if year != other.year { return year > other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month > otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day > otherDay
  }

  /// The point as EDTF writes it.
  fileprivate var text: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    guard let month else { return String(year) }
    return "\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? "")
  }
}
