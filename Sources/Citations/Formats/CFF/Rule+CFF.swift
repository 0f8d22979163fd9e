extension Rule {
  /// A value that is no reference.
  static let noCFFReference = Rule(
    "F048", "no-cff-reference", .error,
    "a value in a CITATION.cff file is no reference and was skipped")
  /// A file that does not say that it is a CITATION.cff file.
  static let noCFFVersion = Rule(
    "F049", "no-cff-version", .warning, "a CITATION.cff file does not say its version")
}
