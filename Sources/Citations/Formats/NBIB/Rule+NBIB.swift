extension Rule {
  /// Text that belongs to no record.
  static let nbibTextOutside = Rule(
    "F030", "nbib-text-outside", .error, "text between the records of a PubMed file was skipped")
  /// A file without records.
  static let nbibWithoutRecords = Rule(
    "F031", "nbib-without-records", .error, "the file holds no PubMed record")
}
