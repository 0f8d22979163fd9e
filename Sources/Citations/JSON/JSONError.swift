/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// What was found and what was expected; lower case, no final full stop.
  public var message: String
  /// Zero-based byte offset of the first thing that is wrong.
  public var offset: Int

  /// The fault `message` at the byte `offset`.
  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
