/// A variable by its number, so that items and styles meet without comparing names.
struct ItemVariable: Sendable, Hashable {
  /// What a variable holds.
  enum Kind: Sendable { case text, number, date, name }

  let index: UInt8

  /// The variable with a CSL name, or nil.
  init?(_ name: String) {
    guard let index = Self.indices[Self.aliases[name] ?? name] else { return nil }
    self.index = index
  }

  private init(known name: String) {
    index = Self.indices[name] ?? 0
  }

  init(_ variable: TextVariable) { index = variable.ordinal }
  init(_ variable: NumberVariable) { index = Self.firstNumber + variable.ordinal }
  init(_ variable: DateVariable) { index = Self.firstDate + variable.ordinal }
  init(_ variable: NameVariable) { index = Self.firstName + variable.ordinal }

  private static let firstNumber = UInt8(TextVariable.allCases.count)
  private static let firstDate = firstNumber + UInt8(NumberVariable.allCases.count)
  private static let firstName = firstDate + UInt8(DateVariable.allCases.count)

  var name: String { Self.table[Int(index)].name }
  var kind: Kind { Self.table[Int(index)].kind }

  /// How many variables there are.
  static var count: Int { table.count }

  /// Names and kinds; the order of the enumerations of the model.
  private static let table: [(name: String, kind: Kind)] =
    TextVariable.allCases.map { ($0.rawValue, .text) }
    + NumberVariable.allCases.map { ($0.rawValue, .number) }
    + DateVariable.allCases.map { ($0.rawValue, .date) }
    + NameVariable.allCases.map { ($0.rawValue, .name) }

  private static let indices: [String: UInt8] = Dictionary(
    uniqueKeysWithValues: table.enumerated().map { ($0.element.name, UInt8($0.offset)) })

  /// Names of the specification for variables that CSL-JSON spells in another way.
  private static let aliases = [
    "part-number": "part", "printing-number": "printing", "supplement-number": "supplement",
  ]

  static let author = Self(known: "author")
  static let editor = Self(known: "editor")
  static let translator = Self(known: "translator")
  static let issued = Self(known: "issued")
  static let accessed = Self(known: "accessed")
  static let title = Self(known: "title")
  static let titleShort = Self(known: "title-short")
  static let shortTitle = Self(known: "shortTitle")
  static let containerTitle = Self(known: "container-title")
  static let containerTitleShort = Self(known: "container-title-short")
  static let journalAbbreviation = Self(known: "journalAbbreviation")
  static let citationNumber = Self(known: "citation-number")
  static let citationLabel = Self(known: "citation-label")
  static let citationKey = Self(known: "citation-key")
  static let yearSuffix = Self(known: "year-suffix")
  static let firstReferenceNoteNumber = Self(known: "first-reference-note-number")
  static let locator = Self(known: "locator")
  static let page = Self(known: "page")
  static let pageFirst = Self(known: "page-first")
  static let volume = Self(known: "volume")
  static let numberOfVolumes = Self(known: "number-of-volumes")
  static let numberOfPages = Self(known: "number-of-pages")
  static let language = Self(known: "language")
  static let note = Self(known: "note")
  static let doi = Self(known: "DOI")
  static let url = Self(known: "URL")
  static let pmid = Self(known: "PMID")
  static let pmcid = Self(known: "PMCID")
  static let eventTitle = Self(known: "event-title")
  static let event = Self(known: "event")

  /// Whether the value is an identifier or address, in which quotes and tags are no markup.
  var isVerbatim: Bool { Self.verbatim.contains(self) }

  private static let verbatim: Set<ItemVariable> = Set(
    ["DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID", "citation-key"].map { Self(known: $0) })
}

/// A set of variables.
struct VariableSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  func contains(_ variable: ItemVariable) -> Bool {
    let bit = UInt64(1) << UInt64(variable.index & 63)
    return (variable.index < 64 ? low : high) & bit != 0
  }

  mutating func insert(_ variable: ItemVariable) {
    let bit = UInt64(1) << UInt64(variable.index & 63)
    if variable.index < 64 { low |= bit } else { high |= bit }
  }

  var isEmpty: Bool { low | high == 0 }
}
