extension Rule {
  /// XML that is not well-formed in a MODS file.
  static let malformedMODS = Rule(
    "F040", "malformed-mods", .error, "the XML of a MODS file is not well-formed")
  /// Entities that a MODS file declares.
  static let entitiesInMODS = Rule(
    "F041", "entities-in-mods", .warning, "a MODS file declares entities, which are not expanded")
  /// A record without elements.
  static let emptyMODSRecord = Rule(
    "F042", "empty-mods-record", .error, "a MODS record has nothing inside and was skipped")
  /// A file without records.
  static let noMODS = Rule("F043", "no-mods", .error, "a file has no MODS record")
}
