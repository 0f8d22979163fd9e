extension DateValue {
  /// The date where `year`, `month`, `day` and `season` can hold it: a single date in a year of four digits.
  ///
  /// Source: JATS4R "Citations", on years.
  var flatPoint: Point? {
    guard case .point(let point) = start, end == nil, (1000...9999).contains(point.year),
      !point.isUnspecified, edtf != nil
    else { return nil }
    return point
  }
}
