/// Why a source cannot be used, in words for a person.
public struct SourceTrouble: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong: the file or the registry first, lower case after it, no final full stop.
  public var description: String

  /// The trouble `description`.
  public init(_ description: String) { self.description = description }
}
