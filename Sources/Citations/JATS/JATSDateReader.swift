/// Puts a date together from the elements of a citation.
struct JATSDateReader {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var season: Int?
  private var exact: DateValue?
  private var words: String?
  private var isUncertain = false
  private var isApproximate = false
  /// The letter after a year, as in "2004a".
  private(set) var yearSuffix: String?

  /// Takes an element in; false if it is no part of a date.
  mutating func take(_ node: Int, of tree: MarkupTree) -> Bool {
    let text = JATSNames.collapsed(tree.textContent(of: node))
    switch tree.nodes[node].name {
    case "year": takeYear(text, node, tree)
    case "month": month = month ?? Self.month(text)
    case "day": day = day ?? Int(text)
    case "season": season = season ?? Self.season(text)
    case "era": break
    case "date":
      for child in tree.children(of: node) { _ = take(child, of: tree) }
    case "string-date":
      exact = exact ?? tree.attribute("iso-8601-date", of: node).flatMap { DateValue(edtf: $0) }
      for child in tree.children(of: node) where tree.nodes[child].kind == .element {
        _ = take(child, of: tree)
      }
      words = words ?? text
    default: return false
    }
    return true
  }

  private mutating func takeYear(_ text: String, _ node: Int, _ tree: MarkupTree) {
    guard year == nil else { return }
    let digits = text.utf8.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
    year = Int(String(Substring(digits)))
    if let last = text.utf8.last, last.isASCIILower, text.utf8.dropLast().allSatisfy(\.isASCIIDigit)
    {
      yearSuffix = String(decoding: [last], as: UTF8.self)
    }
    if year == nil || digits.count != 4 { words = words ?? text }
    exact = exact ?? tree.attribute("iso-8601-date", of: node).flatMap { DateValue(edtf: $0) }
    let doubt = tree.attribute("content-type", of: node) ?? ""
    isUncertain = doubt.split(separator: " ").contains("uncertain")
    isApproximate = doubt.split(separator: " ").contains("approximate")
  }

  /// The date, or nil where there is none.
  var date: DateValue? {
    var point = DateValue.Point(year ?? 0, month, month == nil ? nil : day)
    if month == nil { point.season = season }
    point.isUncertain = isUncertain
    point.isApproximate = isApproximate
    if let exact {
      guard case .point(var known) = exact.start, exact.end == nil else { return exact }
      known.isUncertain = known.isUncertain || isUncertain
      known.isApproximate = known.isApproximate || isApproximate
      // The attribute of the year may give the year alone, beside a month in an element.
      if known.year == year, known.month == nil, known.season == nil, DateValue(point).edtf != nil {
        return DateValue(point)
      }
      return DateValue(known)
    }
    if year != nil {
      if DateValue(point).edtf != nil { return DateValue(point) }
      return words.map { DateValue(literal: $0) }
    }
    guard let words, !words.isEmpty else { return nil }
    return DateValue(edtf: words) ?? DateValue(literal: words)
  }

  /// The date that one element gives by itself.
  static func date(at node: Int, of tree: MarkupTree) -> DateValue? {
    if let exact = tree.attribute("iso-8601-date", of: node).flatMap({ DateValue(edtf: $0) }) {
      return exact
    }
    var reader = JATSDateReader()
    for child in tree.children(of: node) where tree.nodes[child].kind == .element {
      _ = reader.take(child, of: tree)
    }
    if let date = reader.date { return date }
    let text = JATSNames.collapsed(tree.textContent(of: node))
    return text.isEmpty ? nil : DateValue(edtf: text) ?? DateValue(literal: text)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    return months.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
  }

  private static func season(_ text: String) -> Int? {
    switch text.lowercased() {
    case "spring", "1", "21": 1
    case "summer", "2", "22": 2
    case "autumn", "fall", "3", "23": 3
    case "winter", "4", "24": 4
    default: nil
    }
  }
}
