/// Dates as JATS elements.
///
/// A single date of four-digit year stands as `year`, `month`, `day` or `season`; every other date, and words, as
/// `string-date`. The exact date is in `iso-8601-date`.
/// Source: JATS 1.4 Tag Library, `@iso-8601-date`; JATS4R "Citations" (four-digit years).
struct JATSDates {
  private static let seasons = ["Spring", "Summer", "Autumn", "Winter"]

  /// The attribute that gives a date exactly, where it can be given.
  static func exact(_ date: DateValue) -> [(name: String, value: String)] {
    date.edtf.map { [("iso-8601-date", $0)] } ?? []
  }

  /// The attributes of an element that holds a whole date: the date exactly, and whether its words are to be kept.
  static func attributes(_ date: DateValue) -> [(name: String, value: String)] {
    guard date.literal != nil else { return exact(date) }
    return exact(date) + [("specific-use", JATSDateReader.literalMark)]
  }

  /// The date in words that need no language but numbers.
  static func display(_ date: DateValue) -> String {
    if let literal = date.literal { return literal }
    guard let end = date.end else { return date.start.map(display) ?? "" }
    return (date.start.map(display) ?? "") + "–" + display(end)
  }

  private static func display(_ bound: DateValue.Bound) -> String {
    guard case .point(let point) = bound else { return "" }
    if let edtf = DateValue(point).edtf, point.year > 0 {
      return edtf
    }
    var text = point.year > 0 ? "\(point.year)" : "\(1 - point.year) BCE"
    if let month = point.month { text += "-\(month)" }
    if let day = point.day { text += "-\(day)" }
    if let season = point.season { text += " \(name(ofSeason: season))" }
    return text
  }

  private static func name(ofSeason season: Int) -> String {
    seasons.indices.contains(season - 1) ? seasons[season - 1] : "\(season)"
  }

  /// The date of publication, flat in the citation.
  static func writeIssued(_ date: DateValue, to writer: inout XMLWriter) {
    guard let point = date.flatPoint, let exact = plainEDTF(point) else {
      writer.element("string-date", attributes(date), text: display(date))
      return
    }
    var attributes = [(name: "iso-8601-date", value: exact)]
    switch (point.isUncertain, point.isApproximate) {
    case (true, true): attributes.append(("content-type", "uncertain approximate"))
    case (true, false): attributes.append(("content-type", "uncertain"))
    case (false, true): attributes.append(("content-type", "approximate"))
    case (false, false): break
    }
    writer.element("year", attributes, text: "\(point.year)")
    if let month = point.month { writer.element("month", text: "\(month)") }
    if let day = point.day { writer.element("day", text: "\(day)") }
    if let season = point.season { writer.element("season", text: name(ofSeason: season)) }
    if let literal = date.literal {
      writer.element("comment", [("content-type", "issued")], text: literal)
    }
  }

  /// The point without its doubts, which JATS readers do not expect in an ISO date.
  private static func plainEDTF(_ point: DateValue.Point) -> String? {
    var point = point
    point.isUncertain = false
    point.isApproximate = false
    return DateValue(point).edtf
  }

  /// A date other than that of publication.
  static func write(_ date: DateValue, as variable: DateVariable, to writer: inout XMLWriter) {
    let (name, attributes) = element(of: variable)
    writer.element(name, attributes + self.attributes(date), text: display(date))
  }

  /// The element of a date variable other than `issued`.
  static func element(of variable: DateVariable)
    -> (name: String, attributes: [(name: String, value: String)])
  {
    switch variable {
    case .accessed: ("date-in-citation", [("content-type", JATSField.accessMark)])
    case .eventDate: ("conf-date", [])
    default: ("date-in-citation", [("content-type", variable.rawValue)])
    }
  }
}
