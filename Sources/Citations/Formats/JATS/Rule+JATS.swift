extension Rule {
  /// A reference that is no well-formed XML; the others are read as if nothing were wrong.
  static let malformedJATS = Rule(
    "F060", "malformed-jats", .error, "a JATS reference is not well-formed")
  /// A citation in words, whose title or source is not tagged.
  static let untaggedCitation = Rule(
    "F061", "untagged-citation", .warning, "a JATS citation has words where elements should be")
  /// Citations in notes and paragraphs of a document that has a reference list.
  static let citationsOutsideOfList = Rule(
    "F062", "citations-outside-of-list", .note,
    "citations outside of the reference list are not read")
  /// A document without references.
  static let noReferencesInJATS = Rule(
    "F063", "no-jats-references", .error, "a JATS document has no references")
  /// Entities of the document's own; expanding them could read files or fill the memory.
  static let entitiesInJATS = Rule(
    "F064", "jats-entities", .warning, "entities that a JATS document declares are not expanded")
  /// A `ref` without any citation.
  static let emptyReferenceInJATS = Rule(
    "F065", "empty-jats-reference", .warning, "a JATS reference holds nothing")
}
