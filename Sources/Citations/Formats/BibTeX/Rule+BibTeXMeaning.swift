/// What can be wrong with the values of BibTeX entries.
extension Rule {
  /// A value uses a string that is not defined.
  public static let undefinedString = Rule(
    "B101", "undefined-string", .error, "a string that is not defined")
  /// A string is defined a second time.
  public static let redefinedString = Rule(
    "B102", "redefined-string", .note, "a string that is defined again")
  /// Entries inherit from each other in a circle.
  public static let crossrefCycle = Rule(
    "B103", "crossref-cycle", .error, "entries that inherit from each other")
  /// An entry inherits from one that is not there.
  public static let crossrefUndefined = Rule(
    "B104", "crossref-undefined", .warning, "a reference to an entry that is not there")
  /// An entry inherits fields, and still lacks its title.
  public static let missingRequired = Rule(
    "B105", "missing-required", .warning, "a field that the entry type needs")
  /// An entry has a type that neither BibTeX nor BibLaTeX knows.
  public static let unknownType = Rule(
    "B106", "unknown-type", .note, "an entry type that is not known")
  /// A date field holds no date.
  public static let invalidDate = Rule(
    "B107", "invalid-date", .warning, "a date that is none")
  /// An entry has a date and a year that differs from it.
  public static let dateAndYear = Rule(
    "B108", "date-and-year", .note, "a date and a year that differ")
  /// A range of pages leaves out the first digits of its end.
  public static let abbreviatedPages = Rule(
    "B109", "page-range-abbreviated", .note, "a page range whose end is shortened")
  /// A range of pages ends before it begins.
  public static let reversedPages = Rule(
    "B110", "page-range-reversed", .warning, "a page range that runs backwards")
  /// A DOI is given as an address.
  public static let doiAddress = Rule(
    "B111", "doi-url", .note, "a DOI with the address of a resolver")
  /// A DOI is given with a label.
  public static let doiLabel = Rule("B112", "doi-prefix", .note, "a DOI with a label")
  /// A DOI ends in a full stop.
  public static let doiFullStop = Rule(
    "B113", "doi-trailing-dot", .warning, "a DOI with a full stop at its end")
  /// An arXiv number stands in the field for the journal.
  public static let arXivInJournal = Rule(
    "B114", "arxiv-in-journal", .note, "an arXiv number in place of a journal")
  /// A field that is read verbatim has backslashes before its signs.
  public static let escapedVerbatim = Rule(
    "B115", "escaped-verbatim", .note, "backslashes in a field that is read as it stands")
  /// A title stands in braces as a whole.
  public static let overprotectedTitle = Rule(
    "B116", "overprotected-title", .note, "a title whose case is protected as a whole")
  /// "and" stands at an end of a list of names, or twice.
  public static let danglingAnd = Rule("B120", "dangling-and", .warning, "an empty name")
  /// A name has too many commas.
  public static let nameCommas = Rule(
    "B121", "name-too-many-commas", .warning, "a name with more than two commas")
  /// Names are parted by something other than "and".
  public static let nameSeparator = Rule(
    "B122", "name-separator", .warning, "names that semicolons part")
  /// A suffix stands without a comma.
  public static let suffixWithoutComma = Rule(
    "B123", "suffix-without-comma", .warning, "a suffix that BibTeX takes for the family name")
  /// Initials stand where BibTeX looks for the family name.
  public static let initialsAsFamily = Rule(
    "B124", "name-initials-as-family", .warning, "initials behind a family name without a comma")
  /// A name has no capital.
  public static let lowercaseName = Rule(
    "B125", "name-all-lowercase", .note, "a name in small letters")
  /// "et al." stands in a list of names.
  public static let etAlInNames = Rule(
    "B126", "et-al-in-names", .warning, "\"et al.\" in place of \"and others\"")
  /// A command is not known.
  public static let unknownCommand = Rule(
    "B130", "unknown-command", .note, "a LaTeX command that is not known")
  /// A percent sign has no backslash.
  public static let unescapedPercent = Rule(
    "B131", "unescaped-percent", .warning, "a percent sign that begins a comment in LaTeX")
  /// An ampersand has no backslash.
  public static let unescapedAmpersand = Rule(
    "B132", "unescaped-ampersand", .warning, "an ampersand that LaTeX stumbles over")
  /// A number sign has no backslash.
  public static let unescapedHash = Rule(
    "B133", "unescaped-hash", .warning, "a number sign that LaTeX stumbles over")
  /// A dollar sign has no second one.
  public static let unbalancedMath = Rule(
    "B134", "unbalanced-math", .warning, "a dollar sign without a second one")
  /// An HTML entity stands in a value.
  public static let htmlEntity = Rule(
    "B135", "html-entity", .warning, "an HTML entity in a LaTeX value")
  /// An HTML tag stands in a value.
  public static let htmlTag = Rule("B136", "html-tag", .warning, "an HTML tag in a LaTeX value")
}
