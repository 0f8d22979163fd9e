/// What can be wrong with the syntax of a BibTeX file.
///
/// Errors lose something, warnings were repaired in full, notes are harmless here and may matter to another program.
extension Rule {
  /// A value or an entry has fewer closing braces than opening ones.
  public static let unbalancedBrace = Rule(
    "B001", "unbalanced-brace", .error, "a brace that is never closed")
  /// A value that begins with a quotation mark does not end with one.
  public static let unterminatedString = Rule(
    "B002", "unterminated-string", .error, "a quoted value that never ends")
  /// The file ends inside an entry.
  public static let unexpectedEnd = Rule(
    "B003", "unexpected-eof", .error, "the file ends inside an entry")
  /// Text stands where a field should begin.
  public static let strayText = Rule(
    "B004", "stray-text", .error, "text between fields that belongs to none")
  /// A closing brace has no opening one.
  public static let strayBrace = Rule(
    "B005", "stray-brace", .warning, "a closing brace too many")
  /// No comma stands between two fields or behind the key.
  public static let missingComma = Rule(
    "B006", "missing-comma", .warning, "two fields without a comma between them")
  /// Two commas stand in a row.
  public static let extraComma = Rule(
    "B007", "extra-comma", .warning, "a comma too many")
  /// No equals sign stands between a field's name and its value.
  public static let missingEquals = Rule(
    "B008", "missing-equals", .warning, "a field without an equals sign")
  /// A field has a name and no value.
  public static let missingValue = Rule(
    "B009", "missing-value", .warning, "a field without a value")
  /// An entry has no key.
  public static let missingKey = Rule(
    "B010", "missing-key", .warning, "an entry without a key")
  /// A key holds what no key can hold.
  public static let badKey = Rule(
    "B011", "bad-key", .warning, "a key that BibTeX or biber does not read")
  /// A key holds letters beyond ASCII.
  public static let nonASCIIKey = Rule(
    "B012", "key-non-ascii", .note, "a key with letters that BibTeX does not know")
  /// Two entries have one key.
  public static let duplicateKey = Rule(
    "B013", "duplicate-key", .warning, "a key that another entry has")
  /// Two entries have keys that only capitals tell apart.
  public static let duplicateKeyCase = Rule(
    "B014", "duplicate-key-case", .warning, "a key that differs from another only in capitals")
  /// An entry has a field twice.
  public static let duplicateField = Rule(
    "B015", "duplicate-field", .warning, "a field that the entry has already")
  /// A value has no delimiters and is neither a number nor a name.
  public static let unquotedValue = Rule(
    "B016", "unquoted-value", .warning, "a value without braces or quotation marks")
  /// A field's value is empty.
  public static let emptyField = Rule(
    "B017", "empty-field", .note, "a field with nothing in it")
  /// A comment behind `%` stands inside an entry.
  public static let percentCommentInEntry = Rule(
    "B018", "percent-comment-in-entry", .note, "a comment that biber reads and BibTeX does not")
  /// An entry stands behind `%`.
  public static let commentedEntry = Rule(
    "B019", "commented-entry", .note, "an entry behind % that BibTeX reads and biber does not")
  /// An entry stands in a `@comment`.
  public static let commentContainsEntry = Rule(
    "B020", "comment-contains-entry", .note, "an entry in a @comment that BibTeX reads")
  /// A brace behind a backslash is counted by BibTeX and leaves the entry unbalanced.
  public static let escapedBrace = Rule(
    "B021", "escaped-brace", .warning, "a brace behind a backslash that BibTeX counts")
  /// An entry opens with a brace and closes with a parenthesis, or the other way round.
  public static let mismatchedDelimiter = Rule(
    "B022", "mismatched-delimiter", .warning, "an entry that closes with another sign")
  /// No delimiter stands behind the type of an entry.
  public static let missingDelimiter = Rule(
    "B023", "missing-delimiter", .warning, "an entry without its opening brace")
  /// A line of a value looks like the beginning of an entry.
  public static let entryInValue = Rule(
    "B024", "entry-in-value", .note, "a line of a value that looks like an entry")
  /// An at sign in the text between entries starts an entry for BibTeX.
  public static let atSignInText = Rule(
    "B025", "at-sign-in-text", .note, "an at sign between entries that starts none")
  /// A quotation mark stands inside a quoted value without braces around it.
  public static let strayQuote = Rule(
    "B026", "stray-quote", .warning, "a quotation mark inside a quoted value")
}
