extension Rule {
  /// A short form that no work of the document fits.
  static let unresolvedShortForm = Rule(
    "N010", "unresolved-short-form", .error, "a short form points to no work cited in full")
  /// A short form that several works fit.
  static let ambiguousShortForm = Rule(
    "N011", "ambiguous-short-form", .error, "a short form can mean more than one work")
  /// "Ibid." without a single reference before it.
  static let ibidWithoutAntecedent = Rule(
    "N012", "ibid-without-antecedent", .error, "ibid. has no single reference before it")
  /// A short form before the full reference that explains it.
  static let earlyShortForm = Rule(
    "N013", "early-short-form", .warning, "a short form stands before the full reference")
  /// A reference to a note that is not there.
  static let unknownNoteNumber = Rule(
    "N014", "unknown-note-number", .warning, "a note is pointed to that is not there")
  /// Two works that differ in little.
  static let likelyDuplicate = Rule(
    "D001", "likely-duplicate", .warning, "two references look like one work but differ")
}
