/// A citation style, read once and ready to be used with any locale.
///
/// Source: CSL 1.0.2.
public struct Style: Sendable {
  /// Where the citations of a style stand.
  public enum Class: String, Sendable, Hashable {
    /// In the text.
    case inText = "in-text"
    /// In notes.
    case note
  }

  /// The title that the style gives itself.
  public internal(set) var title = ""
  /// The identifier of the style, as a rule an address.
  public internal(set) var id = ""
  /// Where citations stand.
  public internal(set) var styleClass = Class.inText
  /// The language of the style, where it has one of its own.
  public internal(set) var defaultLocale: String?
  /// The identifier of the style that this one only renames; such a style has no layouts of its own.
  public internal(set) var independentParent: String?
  /// What is not right about the style and does no harm.
  public internal(set) var warnings: [Diagnostic] = []

  var options = StyleOptions()
  var names = NameOptions()
  var macros: [Macro] = []
  var citation = CitationArea()
  var bibliography: BibliographyArea?
  var locales: [Locale] = []
  var termNames = TermNames.standard
  /// Whether the style places the year suffix itself.
  var placesYearSuffix = false

  /// Reads a style.
  ///
  /// - Throws: ``StyleError`` with the reasons when the file is no valid style.
  public init(_ source: SourceFile) throws(StyleError) {
    var reader = StyleReader(source)
    self = try reader.style()
  }

  init() {}

  /// Whether the style makes bibliographies.
  public var hasBibliography: Bool { bibliography != nil }
}

/// A named sequence of elements.
struct Macro: Sendable {
  var name: String
  var elements: [Element]
}

/// Options for the whole style.
struct StyleOptions: Sendable {
  enum PageRangeFormat: String, Sendable {
    case chicago, chicago15 = "chicago-15", chicago16 = "chicago-16"
    case expanded, minimal, minimalTwo = "minimal-two"
  }
  enum Demotion: String, Sendable {
    case never
    case sortOnly = "sort-only"
    case displayAndSort = "display-and-sort"
  }
  var initializeWithHyphen = true
  var pageRangeFormat: PageRangeFormat?
  var demotion = Demotion.displayAndSort
}

/// `cs:layout`.
struct Layout: Sendable {
  var elements: [Element] = []
  var delimiter: [UInt8] = []
  var appearance = Appearance()
}

/// `cs:key` of `cs:sort`.
struct SortKey: Sendable {
  enum Source: Sendable {
    case variable(ItemVariable)
    case macro(Int)
    case nothing
  }
  var source: Source
  var isDescending = false
  var names = NameOptions()
}

/// `cs:citation` with its options.
struct CitationArea: Sendable {
  enum Collapse: String, Sendable {
    case citationNumber = "citation-number"
    case year
    case yearSuffix = "year-suffix"
    case yearSuffixRanged = "year-suffix-ranged"
  }
  enum GivenNameRule: String, Sendable {
    case allNames = "all-names"
    case allNamesWithInitials = "all-names-with-initials"
    case primaryName = "primary-name"
    case primaryNameWithInitials = "primary-name-with-initials"
    case byCite = "by-cite"
  }
  var layout = Layout()
  var sort: [SortKey] = []
  var names = NameOptions()
  var addsNames = false
  var addsGivenNames = false
  var givenNameRule = GivenNameRule.byCite
  var addsYearSuffix = false
  var collapse: Collapse?
  var citeGroupDelimiter: [UInt8]?
  var yearSuffixDelimiter: [UInt8]?
  var afterCollapseDelimiter: [UInt8]?
  var nearNoteDistance = 5
}

/// `cs:bibliography` with its options.
struct BibliographyArea: Sendable {
  enum SubstituteRule: String, Sendable {
    case completeAll = "complete-all"
    case completeEach = "complete-each"
    case partialEach = "partial-each"
    case partialFirst = "partial-first"
  }
  enum SecondFieldAlign: String, Sendable { case flush, margin }
  var layout = Layout()
  var sort: [SortKey] = []
  var names = NameOptions()
  var hasHangingIndent = false
  var secondFieldAlign: SecondFieldAlign?
  var lineSpacing = 1
  var entrySpacing = 1
  var authorSubstitute: [UInt8]?
  var authorSubstituteRule = SubstituteRule.completeAll
}
