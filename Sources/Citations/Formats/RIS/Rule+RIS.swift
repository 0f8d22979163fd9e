extension Rule {
  /// Text that belongs to no record.
  static let risTextOutside = Rule(
    "F020", "ris-text-outside", .error, "text between the records of an RIS file was skipped")
  /// A record without its last tag.
  static let risRecordWithoutEnd = Rule(
    "F021", "ris-record-without-end", .warning, "an RIS record has no ER at its end")
  /// A record without a type.
  static let risRecordWithoutType = Rule(
    "F022", "ris-record-without-type", .warning, "an RIS record does not say its type")
  /// A file without records.
  static let risWithoutRecords = Rule(
    "F026", "ris-without-records", .error, "the file holds no RIS record")
}
