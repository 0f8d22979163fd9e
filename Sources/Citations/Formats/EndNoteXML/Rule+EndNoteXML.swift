extension Rule {
  /// A document that is not well-formed.
  static let malformedEndNoteXML = Rule(
    "F045", "malformed-endnote-xml", .error, "a part of the file is no well-formed XML")
  /// A document type with entities.
  static let endNoteXMLEntities = Rule(
    "F046", "endnote-xml-entities", .error, "the file declares entities, which are not expanded")
  /// A file without records.
  static let endNoteXMLWithoutRecords = Rule(
    "F047", "endnote-xml-without-records", .error, "the file holds no EndNote record")
}
