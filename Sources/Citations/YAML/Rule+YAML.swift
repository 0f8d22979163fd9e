extension Rule {
  /// Text that is no YAML; what stands before it and after it is read.
  static let malformedYAML = Rule(
    "F050", "malformed-yaml", .error, "a part of the file is no YAML and was skipped")
  /// A key that a mapping has twice.
  static let duplicateYAMLKey = Rule(
    "F051", "duplicate-yaml-key", .warning, "a mapping has the same key twice; the last one counts")
  /// Nesting or aliases beyond what is read.
  static let excessiveYAML = Rule(
    "F052", "excessive-yaml", .error, "a value nests too deep, or its aliases explode")
  /// An alias to nothing.
  static let unknownYAMLAlias = Rule(
    "F053", "unknown-yaml-alias", .error, "an alias names an anchor that does not come before it")
  /// A character that YAML does not allow.
  static let forbiddenYAMLCharacter = Rule(
    "F054", "forbidden-yaml-character", .error, "a character that YAML must escape was replaced")
}
