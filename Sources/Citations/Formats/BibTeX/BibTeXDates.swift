/// Writes dates as each dialect reads them.
enum BibTeXDates {
  /// The date as an EDTF text that biber reads in full; nil where it would lose or refuse something.
  ///
  /// Source: biblatex 3.18, 2.3.8 "Date and Time Specifications", table 3; its reading of unspecified digits.
  static func biblatex(_ date: DateValue) -> String? {
    guard let text = date.edtf else { return nil }
    let points = [date.start, date.end].compactMap { bound in
      if case .point(let point) = bound { return point }
      return nil
    }
    // Unspecified digits are read in a single date of four digits without a mark of doubt only. A range that is open at
    // both ends says nothing. The year 0 counts as "no year" when the entry is checked.
    let isReadable = points.allSatisfy { point in
      !point.isUnspecified
        || (date.end == nil && point.year > 0 && !point.isApproximate && !point.isUncertain)
    }
    return isReadable && !points.isEmpty && !points.contains { $0.year == 0 } ? text : nil
  }

  /// BibLaTeX's own words for works that are not out yet, by what is written in notes; nil for other words.
  ///
  /// Source: biblatex 3.18, 4.9.2.11 "Publication State".
  static func publicationState(_ words: String) -> String? {
    switch words.lowercased() {
    case "forthcoming": "forthcoming"
    case "in press": "inpress"
    case "in preparation": "inpreparation"
    case "submitted": "submitted"
    default: nil
    }
  }

  /// The words for one of BibLaTeX's own names for works that are not out yet.
  static func words(forPublicationState state: String) -> String? {
    switch state {
    case "inpress": "in press"
    case "inpreparation": "in preparation"
    default: nil
    }
  }

  /// The fields for a date of publication in BibTeX: the year, a month as one of BibTeX's own strings, the day; and the
  /// whole date where these do not say all.
  ///
  /// Source: btxdoc 1988, 3.2 "Fields", `month`, `year`.
  static func bibtex(_ date: DateValue) -> [(field: String, value: BibTeXEntry.Value)] {
    guard case .point(let start) = date.start, start.year > 0, !start.isUnspecified
    else {
      return yearAlone(date)
    }
    var fields: [(field: String, value: BibTeXEntry.Value)] = []
    var isExact = date.end == nil && !start.isUncertain && !start.isApproximate
    var year = (start.isApproximate ? "c. " : "") + String(start.year)
    if case .point(let last) = date.end, last.year > 0, !last.isUnspecified {
      if last.year != start.year { year += "\u{2013}\(last.year)" }
    } else if date.end != nil {
      year += "\u{2013}"
    }
    if start.isUncertain { year += "?" }
    fields.append(("year", .text(year)))
    if date.end == nil, let month = start.month, let name = months[at: month - 1] {
      fields.append(("month", .symbol(name)))
      if let day = start.day { fields.append(("day", .text(String(day)))) }
    } else if start.month != nil || start.season != nil {
      isExact = false
    }
    if let literal = date.literal {
      fields.append(("issued", .text(literal)))
    }
    if !isExact, let edtf = date.edtf { fields.append(("date", .latex(edtf))) }
    return fields
  }

  /// The year field for a date that does not begin with a plain year.
  private static func yearAlone(
    _ date: DateValue
  ) -> [(field: String, value: BibTeXEntry.Value)] {
    guard let edtf = date.edtf else { return [("year", .text(date.writtenOut))] }
    var year = edtf
    if case .point(let last) = date.end, last.year > 0, !last.isUnspecified,
      date.start == .open || date.start == .unknown
    {
      year = "\u{2013}\(last.year)"
    }
    var fields: [(field: String, value: BibTeXEntry.Value)] = [("year", .text(year))]
    if let literal = date.literal { fields.append(("issued", .text(literal))) }
    if year != edtf { fields.append(("date", .latex(edtf))) }
    return fields
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

extension Array {
  fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
