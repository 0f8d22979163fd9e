/// Puts a date together from the elements of a citation.
///
/// Source: JATS 1.4 Tag Library, `date`, `string-date`, `@iso-8601-date`.
struct JATSDateReader {
  private var year: JATSYear?
  private var month: (first: Int, last: Int?)?
  private var day: (first: Int, last: Int?)?
  private var season: Int?
  private var exact: DateValue?
  private var words: String?
  /// Whether the words are to stand beside the date, or are no date.
  private var areWordsLiteral = false
  private var isUncertain = false
  private var isApproximate = false
  private var isBeforeCommonEra = false
  /// Elements that say more than the date can hold.
  private(set) var rest: [(element: String, text: String)] = []

  /// The letter after a year, as in "2004a".
  var yearSuffix: String? { year?.letter }

  /// The mark of `specific-use` that says that the words of a date are to be kept as they are.
  static let literalMark = "literal"

  /// Takes an element in; false if it is no part of a date.
  mutating func take(_ node: Int, of tree: MarkupTree) -> Bool { take(node, of: tree, depth: 0) }

  private mutating func take(_ node: Int, of tree: MarkupTree, depth: Int) -> Bool {
    let element = tree.nodes[node].name
    switch element {
    case "year", "month", "day", "season", "era":
      let text = JATSNames.collapsed(tree.textContent(of: node))
      if !takePart(element, text) { rest.append((element, text)) }
      if element == "year" { takeDoubt(node, tree) }
    case "date", "string-date":
      takeExact(node, tree)
      guard depth < 2 else { return true }
      for child in tree.children(of: node) where tree.nodes[child].kind == .element {
        _ = take(child, of: tree, depth: depth + 1)
      }
      if element == "string-date" { takeWords(node, tree) }
    default: return false
    }
    return true
  }

  private mutating func takeExact(_ node: Int, _ tree: MarkupTree) {
    exact = exact ?? tree.attribute("iso-8601-date", of: node).flatMap { DateValue(edtf: $0) }
  }

  private mutating func takeWords(_ node: Int, _ tree: MarkupTree) {
    let text = JATSNames.collapsed(tree.textContent(of: node))
    guard words == nil else { return rest.append(("string-date", text)) }
    words = text
    areWordsLiteral = tree.attribute("specific-use", of: node) == Self.literalMark
  }

  private mutating func takeDoubt(_ node: Int, _ tree: MarkupTree) {
    takeExact(node, tree)
    let doubt = (tree.attribute("content-type", of: node) ?? "").split(separator: " ")
    isUncertain = isUncertain || doubt.contains("uncertain")
    isApproximate = isApproximate || doubt.contains("approximate")
  }

  /// Takes a part of a date; false where there is one already, or it is none.
  private mutating func takePart(_ element: String, _ text: String) -> Bool {
    if text.isEmpty { return true }
    switch element {
    case "year" where year == nil: year = JATSYear(text)
    case "month" where month == nil:
      month = Self.range(text, JATSDateWords.month)
      return month != nil
    case "day" where day == nil:
      day = Self.range(text, JATSDateWords.day)
      return day != nil
    case "season" where season == nil:
      season = JATSDateWords.season(text)
      return season != nil
    case "era":
      let letters = text.utf8.filter(\.isASCIILetter).map(\.asciiLowercased).string
      isBeforeCommonEra = ["bc", "bce", "avjc", "vchr"].contains(letters)
      return isBeforeCommonEra || ["ad", "ce"].contains(letters)
    default: return false
    }
    return true
  }

  /// The value of a part, or of the two sides of a dash or slash.
  private static func range(_ text: String, _ value: (String) -> Int?) -> (
    first: Int, last: Int?
  )? {
    if let single = value(text) { return (single, nil) }
    let sides = text.unicodeScalars.split { $0 == "/" || $0 == "-" || $0 == "–" || $0 == "—" }
      .map { JATSNames.collapsed(String($0)) }
    guard sides.count == 2, let first = value(sides[0]), let last = value(sides[1]) else {
      return nil
    }
    return (first, last)
  }

  /// The date, or nil where there is none.
  var date: DateValue? {
    guard var date = value else { return nil }
    if areWordsLiteral { date.literal = words }
    return date
  }

  private var value: DateValue? {
    let parts = partsDate
    if let exact {
      guard case .point(var known) = exact.start, exact.end == nil else { return exact }
      known.isUncertain = known.isUncertain || isUncertain
      known.isApproximate = known.isApproximate || isApproximate
      // The attribute of the year may give the year alone, beside a month in an element.
      if known.month == nil, known.season == nil, let parts, parts.edtf != nil,
        parts.year == known.year
      {
        return parts
      }
      return DateValue(known)
    }
    if let year {
      if var parts, parts.edtf != nil {
        parts.literal = year.words
        return parts
      }
      return DateValue(literal: words ?? year.text)
    }
    guard let words, !words.isEmpty else { return nil }
    if areWordsLiteral { return DateValue(literal: words) }
    return JATSDateWords.date(words) ?? DateValue(literal: words)
  }

  /// The date that the elements give; nil without a year.
  private var partsDate: DateValue? {
    guard let year, let number = year.first else { return nil }
    var first = DateValue.Point(
      isBeforeCommonEra ? 1 - number : number, month?.first, month == nil ? nil : day?.first)
    if month == nil { first.season = season }
    first.isUncertain = isUncertain || year.isUncertain
    first.isApproximate = isApproximate || year.isApproximate
    guard year.last != nil || month?.last != nil || (month != nil && day?.last != nil) else {
      return DateValue(first)
    }
    var last = first
    last.year = year.last.map { isBeforeCommonEra ? 1 - $0 : $0 } ?? first.year
    last.month = month?.last ?? month?.first
    last.day = month == nil ? nil : day?.last ?? day?.first
    return DateValue(from: .point(first), to: .point(last))
  }

  /// The date that one element gives by itself.
  static func date(at node: Int, of tree: MarkupTree) -> DateValue? {
    let text = JATSNames.collapsed(tree.textContent(of: node))
    let isLiteral = tree.attribute("specific-use", of: node) == literalMark
    if var exact = tree.attribute("iso-8601-date", of: node).flatMap({ DateValue(edtf: $0) }) {
      if isLiteral { exact.literal = text }
      // The attribute of a meeting of several days is often its first day.
      if exact.end == nil, let whole = JATSDateWords.date(text), whole.end != nil,
        whole.start == exact.start
      {
        return whole
      }
      return exact
    }
    if isLiteral { return DateValue(literal: text) }
    var reader = JATSDateReader()
    for child in tree.children(of: node) where tree.nodes[child].kind == .element {
      _ = reader.take(child, of: tree)
    }
    if let date = reader.date { return date }
    return text.isEmpty ? nil : JATSDateWords.date(text) ?? DateValue(literal: text)
  }
}
