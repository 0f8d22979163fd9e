extension DateValue {
  /// The date that an EDTF text of level 0 or 1 means; nil where it is no such text or means more than the model holds.
  ///
  /// Not held, and so nil: times of day, exponents ("Y-17E7"). Years of
  /// more than four digits need their "Y", since "20040611" is a date in another notation.
  /// Source: ISO 8601-2:2019 (EDTF), levels 0 and 1.
  public init?(edtf: String) {
    let bytes = Array(edtf.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      guard let point = Point(edtf: bytes[...]) else { return nil }
      self.init(point)
      return
    }
    guard let start = Bound(edtf: bytes[..<slash]), let end = Bound(edtf: bytes[(slash + 1)...]),
      start != .unknown || end != .unknown
    else { return nil }
    self.init(from: start, to: end)
  }

  /// The date in EDTF; nil where there are only words, or parts that are no date (a 13th month, a day without a month).
  public var edtf: String? {
    guard let end else {
      guard case .point(let point) = start else { return nil }
      return point.edtf
    }
    let start = start ?? .unknown
    guard start != .unknown || end != .unknown, let first = start.edtf, let last = end.edtf
    else { return nil }
    return first + "/" + last
  }
}

extension DateValue.Bound {
  /// One side of an EDTF interval: a date, ".." or nothing.
  fileprivate init?(edtf bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty {
      self = .unknown
    } else if bytes.elementsEqual("..".utf8) {
      self = .open
    } else if let point = DateValue.Point(edtf: bytes) {
      self = .point(point)
    } else {
      return nil
    }
  }

  fileprivate var edtf: String? {
    switch self {
    case .point(let point): point.edtf
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension DateValue.Point {
  /// A single EDTF date with its qualifier.
  fileprivate init?(edtf text: ArraySlice<UInt8>) {
    var bytes = text
    var isUncertain = false
    var isApproximate = false
    if let last = bytes.last {
      isUncertain = last == UInt8(ascii: "?") || last == UInt8(ascii: "%")
      isApproximate = last == UInt8(ascii: "~") || last == UInt8(ascii: "%")
      if isUncertain || isApproximate { bytes.removeLast() }
    }
    guard let point = Self(unqualified: bytes) else { return nil }
    self = point
    self.isUncertain = isUncertain
    self.isApproximate = isApproximate
  }

  private init?(unqualified text: ArraySlice<UInt8>) {
    var bytes = text
    let isLong = bytes.first == UInt8(ascii: "Y")
    if isLong { bytes.removeFirst() }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let yearBytes = bytes.prefix { $0 != UInt8(ascii: "-") }
    let rest = bytes.dropFirst(yearBytes.count)
    let digits = yearBytes.prefix { $0.isASCIIDigit }
    let unspecified = yearBytes.count - digits.count
    guard yearBytes.dropFirst(digits.count).allSatisfy({ $0 == UInt8(ascii: "X") }),
      unspecified <= 2,
      isLong ? yearBytes.count > 4 && digits.first != UInt8(ascii: "0") : yearBytes.count == 4,
      !isLong || (rest.isEmpty && unspecified == 0), unspecified == 0 || rest.isEmpty,
      var year = Self.number(digits)
    else { return nil }
    // The first year that a decade or century may mean: its last one where years count downwards.
    for _ in 0..<unspecified { year = year * 10 + (isNegative ? 9 : 0) }
    guard !isNegative || year != 0 else { return nil }
    self.init(isNegative ? -year : year)
    unspecifiedYearDigits = unspecified
    guard !rest.isEmpty else { return }
    let parts = rest.dropFirst().split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let isDayUnspecified = parts.count == 2 && parts[1].elementsEqual("XX".utf8)
    guard !parts[0].elementsEqual("XX".utf8) else {
      // What is unspecified is so from the right: a day needs a month.
      guard parts.count == 1 || isDayUnspecified else { return nil }
      hasUnspecifiedMonth = true
      hasUnspecifiedDay = isDayUnspecified
      return
    }
    guard let number = Self.number(parts[0]) else { return nil }
    if (21...24).contains(number), parts.count == 1 {
      season = number - 20
    } else {
      month = number
    }
    if isDayUnspecified {
      hasUnspecifiedDay = true
    } else if parts.count == 2 {
      guard let number = Self.number(parts[1]) else { return nil }
      day = number
    }
    guard isDate else { return nil }
  }

  /// The value of up to 18 ASCII digits, or nil.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18, bytes.allSatisfy(\.isASCIIDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether the parts are such as a calendar has, and together such as EDTF level 1 can write.
  private var isDate: Bool {
    if let season { return month == nil && day == nil && (1...4).contains(season) }
    guard let month else { return day == nil }
    guard (1...12).contains(month), (-9999...9999).contains(year) else { return false }
    guard let day else { return true }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...length).contains(day)
  }

  fileprivate var edtf: String? {
    guard isDate, (0...2).contains(unspecifiedYearDigits) else { return nil }
    let hasMore = month != nil || season != nil || hasUnspecifiedMonth || hasUnspecifiedDay
    guard !hasUnspecifiedMonth || month == nil && season == nil,
      !hasUnspecifiedDay || day == nil && (month != nil || hasUnspecifiedMonth)
    else { return nil }
    let magnitude = String(year.magnitude)
    var text = year < 0 ? "-" : ""
    if magnitude.utf8.count > 4 {
      guard !hasMore, unspecifiedYearDigits == 0 else { return nil }
      text = "Y" + text + magnitude
    } else {
      guard unspecifiedYearDigits == 0 || !hasMore else { return nil }
      let padded = String(repeating: "0", count: 4 - magnitude.utf8.count) + magnitude
      text += padded.dropLast(unspecifiedYearDigits)
      text += String(repeating: "X", count: unspecifiedYearDigits)
    }
    if let season { text += "-\(20 + season)" }
    if let month { text += month < 10 ? "-0\(month)" : "-\(month)" }
    if hasUnspecifiedMonth { text += "-XX" }
    if hasUnspecifiedDay { text += "-XX" }
    if let day { text += day < 10 ? "-0\(day)" : "-\(day)" }
    switch (isUncertain, isApproximate) {
    case (true, true): return text + "%"
    case (true, false): return text + "?"
    case (false, true): return text + "~"
    case (false, false): return text
    }
  }
}
