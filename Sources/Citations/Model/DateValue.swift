/// A date, a range of dates or words that stand for a date.
///
/// Covers EDTF levels 0 and 1: precision of year, month, day or season; uncertain and approximate; open and unknown ends
/// of ranges; negative years; unspecified digits ("19XX").
/// Source: ISO 8601-2:2019 (EDTF), levels 0 and 1; CSL 1.0.2, "Dates".
public struct DateValue: Sendable, Hashable {
  /// A point in time with its precision.
  public struct Point: Sendable, Hashable {
    /// The astronomical year, in which 0 is 1 BCE.
    ///
    /// Astronomical year; 0 is 1 BCE. Of a year with unspecified digits, the first one it may be.
    public var year: Int
    /// 1...12, or nil.
    public var month: Int?
    /// 1...31, or nil.
    public var day: Int?
    /// 1 spring, 2 summer, 3 autumn, 4 winter; only without a month.
    public var season: Int?
    /// EDTF `?`: the source is in doubt.
    public var isUncertain = false
    /// EDTF `~`: circa.
    public var isApproximate = false
    /// How many last digits of the year are unspecified: 1 for "198X", 2 for "19XX".
    public var unspecifiedYearDigits = 0
    /// Whether a month is meant but not said: "2004-XX"; only without a month.
    public var hasUnspecifiedMonth = false
    /// Whether a day is meant but not said: "2004-06-XX"; only without a day.
    public var hasUnspecifiedDay = false

    /// Whether any digit is unspecified.
    public var isUnspecified: Bool {
      unspecifiedYearDigits > 0 || hasUnspecifiedMonth || hasUnspecifiedDay
    }

    /// The point with the precision that the arguments give.
    public init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil, season: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
      self.season = season
    }
  }

  /// One end of a range.
  public enum Bound: Sendable, Hashable {
    /// A known point.
    case point(Point)
    /// EDTF `..`: the range has no such end.
    case open
    /// EDTF empty: the end exists but is not known.
    case unknown
  }

  /// The date, or the beginning of the range; nil for words alone.
  public var start: Bound?
  /// The end of the range; nil for a single date.
  public var end: Bound?
  /// Words that are no date ("forthcoming"), or the date as it was written.
  public var literal: String?

  /// A single date.
  public init(_ point: Point) {
    start = .point(point)
  }

  /// A range of dates.
  public init(from start: Bound, to end: Bound) {
    self.start = start
    self.end = end
  }

  /// Words that stand for a date.
  public init(literal: String) {
    self.literal = literal
  }

  /// The year of the date or of the beginning of the range.
  public var year: Int? {
    if case .point(let point) = start { return point.year }
    if case .point(let point) = end { return point.year }
    return nil
  }
}
