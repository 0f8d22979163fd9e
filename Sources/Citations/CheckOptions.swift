/// What a caller can choose about checking.
public struct CheckOptions: Sendable {
  /// Which rules are checked, and how severe they are.
  public var rules = RuleSelection()
  /// What entries of bibliographies must have.
  public var profile = CompletenessProfile.standard
  /// The day of the check, against which dates are compared; nil for no such checks.
  ///
  /// The library never asks the clock, so that the same input has the same findings.
  public var today: DateValue.Point?
  /// The format of an export whose losses are reported; nil for no such report.
  public var export: BibliographyFormat?
  /// The journals that entries may name (S056 to S058); nil for no such checks.
  public var journals: JournalList?
  /// Tells whether a file that an entry links to is there; nil for no such checks.
  ///
  /// The library never looks at the disk. A relative path is told from where the bibliography's own name is.
  public var fileIsThere: (@Sendable (String) -> Bool)?
  /// Whether the notes of documents are kept in `FileInCheck.extraction`.
  public var keepsNotes = false
  /// The document types with which JATS articles are compared; nil for no such checks.
  public var documentTypes: DocumentTypes?
  /// How documents are read.
  public var extraction = ExtractionOptions()
  /// How bibliographies are read.
  public var reader = ReaderOptions()

  /// The defaults.
  public init() {}
}

extension CheckConfiguration {
  /// What the checks are told.
  public var options: CheckOptions {
    var options = CheckOptions()
    options.rules.select = self[.select].strings
    options.rules.extendSelect = self[.extendSelect].strings
    options.rules.ignore = self[.ignore].strings
    options.rules.severities = (self[.severity].object ?? []).compactMap { member in
      Severity(rawValue: member.value.string ?? "").map { .init(member.name, $0) }
    }
    options.rules.perFile = (self[.perFile].object ?? []).map {
      .init($0.name, ignore: $0.value.strings)
    }
    options.profile = CompletenessProfile(rawValue: self[.profile].string ?? "") ?? .standard
    if let pattern = CitationKeyPattern(self[.keyPattern].string ?? "") {
      options.extraction.keyPattern = pattern
    }
    return options
  }
}

extension JSONValue {
  /// The strings of a list.
  fileprivate var strings: [String] { array?.compactMap(\.string) ?? [] }
}
