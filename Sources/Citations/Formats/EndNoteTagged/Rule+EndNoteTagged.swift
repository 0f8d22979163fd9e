extension Rule {
  /// Text that belongs to no record.
  static let endNoteTaggedTextOutside = Rule(
    "F027", "endnote-tagged-text-outside", .error,
    "text before the first record of an EndNote file was skipped")
  /// A file without records.
  static let endNoteTaggedWithoutRecords = Rule(
    "F028", "endnote-tagged-without-records", .error, "the file holds no EndNote record")
}
