/// A rendering element of a style, with macros and terms as numbers.
///
/// Source: CSL 1.0.2, "Rendering Elements".
indirect enum Element: Sendable {
  case text(TextElement)
  case number(NumberElement)
  case label(LabelElement)
  case date(DateElement)
  case names(NamesElement)
  case group(GroupElement)
  case choose([Branch])
}

/// `cs:text`.
struct TextElement: Sendable {
  enum Source: Sendable {
    case variable(ItemVariable, isShort: Bool)
    /// Index in `Style.macros`.
    case macro(Int)
    case term(TermReference)
    case value([UInt8])
  }
  var source: Source
  var appearance: Appearance
}

/// A term as a style asks for it.
struct TermReference: Sendable {
  var id: TermID
  var form: TermForm
  var isPlural = false
}

/// `cs:number`.
struct NumberElement: Sendable {
  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }
  var variable: ItemVariable
  var form: Form
  var appearance: Appearance
}

/// `cs:label`; without a variable inside `cs:names`.
struct LabelElement: Sendable {
  enum Plural: String, Sendable { case contextual, always, never }
  var variable: ItemVariable?
  var form: TermForm
  var plural: Plural
  var appearance: Appearance
}

/// `cs:group`.
struct GroupElement: Sendable {
  var elements: [Element]
  var delimiter: [UInt8]
  var appearance: Appearance
}

/// A branch of `cs:choose`; the one of `cs:else` has no conditions.
struct Branch: Sendable {
  enum Match: String, Sendable { case all, any, none }
  var match: Match
  var conditions: [Condition]
  var elements: [Element]
}

/// A test of `cs:if`.
enum Condition: Sendable {
  /// One of several types; an item has only one, so this holds by one of them under every `match`.
  case types([ItemType])
  case variable(ItemVariable)
  case isNumeric(ItemVariable)
  case isUncertainDate(ItemVariable)
  case locator(Locator.Label)
  case position(CitePosition)
  case disambiguate(Bool)
  /// A test of something that does not exist.
  case never
}

/// Where a cite stands among those of the same item.
///
/// Source: CSL 1.0.2, "Choose", `position`.
enum CitePosition: String, Sendable {
  case first, subsequent, ibid
  case ibidWithLocator = "ibid-with-locator"
  case nearNote = "near-note"
}

/// `cs:date`, of a style or of a locale.
struct DateElement: Sendable {
  enum Form: String, Sendable { case numeric, text }
  enum Parts: String, Sendable {
    case year
    case yearMonth = "year-month"
    case yearMonthDay = "year-month-day"
  }
  var variable: ItemVariable
  /// nil where the element describes the date itself.
  var form: Form?
  var parts: Parts
  var dateParts: [DatePart]
  var delimiter: [UInt8]
  var appearance: Appearance
}

/// `cs:date-part`.
struct DatePart: Sendable {
  enum Name: String, Sendable { case day, month, year }
  enum Form: String, Sendable {
    case numeric, ordinal, long, short
    case numericLeadingZeros = "numeric-leading-zeros"
  }
  var name: Name
  /// nil where the element says nothing.
  var form: Form?
  var rangeDelimiter: [UInt8]?
  var appearance: Appearance
}

/// `cs:names`.
struct NamesElement: Sendable {
  var variables: [ItemVariable]
  var name: NameElement?
  var label: LabelElement?
  /// Whether the label stands before the names.
  var isLabelFirst = false
  var etAl: EtAlElement?
  var substitutes: [Element]?
  /// nil where the element says nothing.
  var delimiter: [UInt8]?
  var appearance: Appearance
}

/// `cs:et-al`.
struct EtAlElement: Sendable {
  var term: TermID
  var appearance: Appearance
}

/// `cs:name` with its parts.
struct NameElement: Sendable {
  var options = NameOptions()
  var appearance = Appearance()
  var family: Appearance?
  var given: Appearance?
}
