/// What tidying changes; what is not said stays as it is in the file.
public struct BibTeXTidyOptions: Sendable, Hashable {
  /// The letters of a name.
  public enum Letters: String, Sendable, Hashable, CaseIterable {
    /// As they are.
    case keep
    /// All small.
    case lower
    /// All capitals.
    case upper
    /// A capital and small letters.
    case capitalized
  }

  /// What stands before the name of a field.
  public enum Indentation: Sendable, Hashable {
    /// What most fields of the file have; two spaces where none stands in a line of its own.
    case asInFile
    /// A number of spaces.
    case spaces(Int)
    /// A tab.
    case tab
  }

  /// Where the equals signs stand.
  public enum Alignment: Sendable, Hashable {
    /// Where most of the file has them.
    case asInFile
    /// One space behind the name.
    case none
    /// In one column within an entry.
    case entry
    /// In one column of the file, counted from the beginning of the names; behind longer names after one space.
    case column(Int)
  }

  /// The order of the entries.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// As they are.
    case none
    /// By key.
    case key
    /// By the first author's or editor's family name, the year and the title.
    case authorYear = "author-year"
  }

  /// What stands before the name of a field.
  public var indentation = Indentation.asInFile
  /// Where the equals signs stand.
  public var alignment = Alignment.asInFile
  /// The letters of entry types, `@string`, `@preamble` and `@comment`.
  public var typeLetters = Letters.keep
  /// The letters of the names of fields.
  public var fieldLetters = Letters.keep
  /// The letters of keys, and of the fields that name keys; keys that would become one are left alone.
  public var keyLetters = Letters.keep
  /// Names of fields that come first, in their order; the others follow in the order of the file.
  public var fieldOrder: [String] = []
  /// The order of the entries.
  ///
  /// A definition of a string or a preamble is never passed, and an entry that another names in `crossref` comes after the rest,
  /// since BibTeX needs both so.
  public var order = Order.none
  /// Whether values in quotation marks get braces.
  public var bracesForQuotes = false
  /// Whether the names and numbers of months become the strings that BibTeX defines.
  public var monthsAsStrings = false
  /// Whether DOIs lose a resolver's address or `doi:`.
  public var bareDOIs = false
  /// Whether the dash in ranges of pages becomes two hyphens.
  public var pageDashes = false
  /// Whether a comma stands behind the last field; nil leaves it.
  public var trailingComma: Bool?
  /// How many empty lines stand between entries; nil leaves them.
  public var blankLines: Int?
  /// Whether fields with nothing in them are taken away.
  public var removesEmptyFields = false
  /// Whether of fields with one name in one entry all but the first, which is the one that counts, are taken away.
  public var removesDuplicateFields = false
  /// The length in bytes that lines of values are kept to where words allow it; nil leaves the lines.
  public var wrap: Int?

  /// Options that only lay out fields as most of the file does.
  public init() {}
}
