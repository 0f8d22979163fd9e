/// A date as styles print it: numbers of one or two points, or words.
struct ItemDate: Sendable, Hashable {
  /// One end; a part that is 0 is not known.
  struct Point: Sendable, Hashable {
    var year = 0
    var month = 0
    var day = 0
    /// 1 spring to 4 winter.
    var season = 0
  }

  var start: Point?
  var end: Point?
  /// Whether it goes on: there is an end, and it is not known.
  var isOpen = false
  var literal: [UInt8] = []
  var isUncertain = false

  /// The date of a value; nil where it says nothing.
  init?(_ value: DateValue) {
    if case .point(let point) = value.start {
      start = Self.point(point)
      isUncertain = point.isApproximate || point.isUncertain
    }
    switch value.end {
    case .point(let point):
      end = Self.point(point)
      if point.isApproximate || point.isUncertain { isUncertain = true }
    case .open, .unknown: isOpen = true
    case nil: break
    }
    if start == nil, end != nil {
      start = end
      end = nil
    }
    if case .point(let point) = value.start, point.unspecifiedYearDigits > 0,
      let edtf = value.edtf
    {
      // A decade or a century has no year to print.
      start = nil
      end = nil
      literal = Array(edtf.utf8)
      return
    }
    if start == nil { literal = Array((value.literal ?? "").utf8) }
    if start == nil, literal.isEmpty { return nil }
  }

  private static func point(_ point: DateValue.Point) -> Point {
    // Styles count 1 BCE as -1, the model as 0.
    Point(
      year: point.year > 0 ? point.year : point.year - 1, month: point.month ?? 0,
      day: point.day ?? 0, season: point.season ?? 0)
  }
}
