/// A finding: what is wrong, where, and by which rule.
public struct Diagnostic: Sendable, Hashable {
  /// The rule that found it.
  public var rule: Rule
  /// The severity it is reported with.
  public var severity: Severity
  /// What is wrong with the words in quotes, then what was expected; lower case, no final full stop.
  public var message: String
  /// Where it is in the source, where that is known.
  public var range: SourceRange?
  /// The label of the note it is about, if it is about one.
  public var note: String?
  /// The key of the bibliography entry it is about, if it is about one.
  public var key: String?
  /// Ways to mend it, the likeliest first; several are alternatives.
  public var fixes: [FixIt] = []

  /// A finding of `rule` with the rule's severity.
  public init(_ rule: Rule, _ message: String, at range: SourceRange? = nil, note: String? = nil) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.range = range
    self.note = note
  }

  /// A finding of `rule` about the entry `key`, with the rule's severity.
  public init(
    _ rule: Rule, _ message: String, at range: SourceRange?, key: String, fixes: [FixIt] = []
  ) {
    self.init(rule, message, at: range)
    self.key = key.isEmpty ? nil : key
    self.fixes = fixes
  }
}
