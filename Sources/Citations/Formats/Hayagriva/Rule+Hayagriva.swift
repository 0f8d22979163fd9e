extension Rule {
  /// A value that is no entry.
  static let noHayagrivaEntry = Rule(
    "F058", "no-hayagriva-entry", .error, "a YAML value is no entry of Hayagriva and was skipped")
  /// An entry without a type.
  static let hayagrivaEntryWithoutType = Rule(
    "F059", "hayagriva-entry-without-type", .warning, "an entry of Hayagriva does not say its type")
  /// A key that two entries have.
  static let duplicateHayagrivaKey = Rule(
    "F044", "duplicate-hayagriva-key", .warning, "two entries of Hayagriva have the same key")
}
