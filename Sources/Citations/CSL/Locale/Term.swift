/// A term by its number.
///
/// The terms of the specification have fixed numbers, so that months, ordinals and labels are found by adding; names that
/// a style invents come after them.
struct TermID: Sendable, Hashable {
  let index: Int

  static func month(_ number: Int) -> TermID { TermID(index: number - 1) }
  static func season(_ number: Int) -> TermID { TermID(index: 11 + number) }
  static func ordinal(_ number: Int) -> TermID { TermID(index: 16 + number) }
  static func longOrdinal(_ number: Int) -> TermID { TermID(index: 115 + number) }
  static let ordinalSuffix = TermID(index: 126)
  static let and = named("and")
  static let etAl = named("et-al")
  static let andOthers = named("and others")
  static let ibid = named("ibid")
  static let noDate = named("no date")
  static let pageRangeDelimiter = named("page-range-delimiter")
  static let openQuote = named("open-quote")
  static let closeQuote = named("close-quote")
  static let openInnerQuote = named("open-inner-quote")
  static let closeInnerQuote = named("close-inner-quote")
  static let anno = named("ad")
  static let before = named("bc")
  static let editorTranslator = named("editortranslator")

  /// The term that labels a variable.
  static func label(_ variable: ItemVariable) -> TermID { variableLabels[Int(variable.index)] }
  /// The term that labels a locator.
  static func label(_ label: Locator.Label) -> TermID { locatorLabels[label] ?? named("page") }

  /// Whether the term is one of those that make ordinals, which are replaced together.
  var isOrdinal: Bool { index >= 16 && index <= 115 || index == 126 }

  private static func named(_ name: String) -> TermID { TermNames.standard.id(name) ?? etAl }

  private static let variableLabels: [TermID] = ItemVariable.allNames.map {
    TermNames.standard.id($0) ?? TermID(index: 0)
  }
  private static let locatorLabels: [Locator.Label: TermID] = Dictionary(
    uniqueKeysWithValues: Locator.Label.allCases.map { ($0, named($0.rawValue)) })
}

extension ItemVariable {
  /// The names of all variables in their order.
  static var allNames: [String] {
    TextVariable.allCases.map(\.rawValue) + NumberVariable.allCases.map(\.rawValue)
      + DateVariable.allCases.map(\.rawValue) + NameVariable.allCases.map(\.rawValue)
  }
}

/// Which words of a term are wanted.
enum TermForm: String, Sendable, Hashable {
  case long, short, verb, symbol
  case verbShort = "verb-short"

  /// The form that stands in where this one is missing.
  var fallback: TermForm? {
    switch self {
    case .verbShort: .verb
    case .symbol: .short
    case .verb, .short: .long
    case .long: nil
    }
  }
}

/// The grammatical gender of a term.
enum TermGender: String, Sendable, Hashable { case masculine, feminine }

/// Names of terms and their numbers.
struct TermNames: Sendable {
  private(set) var names: [String]
  private var indices: [String: Int]

  /// The number of a name, or nil.
  func id(_ name: String) -> TermID? { indices[name].map { TermID(index: $0) } }

  /// The number of a name, which is given one where it has none.
  mutating func intern(_ name: String) -> TermID {
    // Both spellings are met in styles.
    let name = name == "sub verbo" ? "sub-verbo" : name
    if let index = indices[name] { return TermID(index: index) }
    indices[name] = names.count
    names.append(name)
    return TermID(index: names.count - 1)
  }

  /// The terms that have fixed numbers.
  static let standard: TermNames = {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var result = TermNames(names: [], indices: [:])
    for month in 1...12 { _ = result.intern("month-" + two(month)) }
    for season in 1...4 { _ = result.intern("season-" + two(season)) }
    for number in 0...99 { _ = result.intern("ordinal-" + two(number)) }
    for number in 1...10 { _ = result.intern("long-ordinal-" + two(number)) }
    _ = result.intern("ordinal")
    let others =
      "and;et-al;and others;ibid;no date;page-range-delimiter;open-quote;close-quote;"
      + "open-inner-quote;close-inner-quote;ad;bc;editortranslator"
    for name in others.split(separator: ";") { _ = result.intern(String(name)) }
    for name in ItemVariable.allNames { _ = result.intern(name) }
    for label in Locator.Label.allCases { _ = result.intern(label.rawValue) }
    return result
  }()
}
