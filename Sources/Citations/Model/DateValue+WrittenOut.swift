extension DateValue {
  /// The date as text for a field that takes any words: the words it was given in, else EDTF, else its numbers.
  ///
  /// The last case is for parts that no calendar has (a 13th month), which must not be lost either.
  var writtenOut: String {
    if let literal { return literal }
    if let edtf { return edtf }
    return [start, end].compactMap { bound in
      guard case .point(let point) = bound else { return nil }
      let numbers = [
        point.year, point.month ?? point.season ?? (point.day == nil ? nil : 0), point.day,
      ]
      return numbers.compactMap { $0 }.map(String.init).joined(separator: "-")
    }.joined(separator: "/")
  }
}
