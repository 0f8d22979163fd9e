/// What comes next in a YAML stream.
struct YAMLEvent: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case streamStart, streamEnd, documentStart, documentEnd
    /// A value that is written elsewhere, by the name of its anchor.
    case alias(String)
    /// A scalar's text, and whether it stands without quotes and without a tag, so that its words may be a number.
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  var kind: Kind
  /// The name that aliases use for the value; nil where it has none.
  var anchor: String?
  /// The tag that the value is marked with; nil where it has none.
  var tag: String?
  /// Byte offset where it begins.
  var start: Int
  /// Byte offset where it ends.
  var end: Int
  /// Where in its line it begins, counted from 0 in characters.
  var column: Int
}

/// What is wrong with a YAML text, and where.
struct YAMLError: Error, Sendable, Hashable {
  /// What was found and what was expected; lower case, no final full stop.
  var message: String
  /// Zero-based byte offset of the first thing that is wrong.
  var offset: Int
}
