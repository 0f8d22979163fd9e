/// A document type that cannot be used: its file, where that is known the place in it, and why.
public struct DocumentTypeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as the caller knows it.
  public var path: String
  /// Where in the file; nil where it cannot be read at all.
  public var position: SourcePosition?
  /// What is wrong, lower case, no final full stop.
  public var reason: String

  /// The path with line and column, for messages that tell the reason behind it.
  public var place: String {
    position.map { "\(path):\($0.line):\($0.column)" } ?? path
  }

  /// The error for people: `article.dtd:3:10: found "]", expected a declaration`.
  public var description: String { "\(place): \(reason)" }
}
