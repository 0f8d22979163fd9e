/// A value that a conversion could not keep as it was.
public struct Loss: Sendable, Hashable {
  /// What became of the value.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It is not in the output.
    case dropped
    /// It is in the output with less than it said: a style, a part of a name, the precision of a date.
    case narrowed
    /// It is in the output in a field that is for something else, such as a note.
    case moved
  }

  /// The citation key of the reference; empty where it has none.
  public var key: String
  /// The variable, by its CSL name (also `type` and `id`), or `format.name` for a field without a variable.
  public var field: String
  /// What became of it.
  public var kind: Kind
  /// The value, as plain text.
  public var value: String
  /// Why, and where it went: lower case, no final full stop.
  public var reason: String

  /// The loss of `value` in `field` of the reference `key`.
  public init(_ kind: Kind, key: String, field: String, value: String, reason: String) {
    self.kind = kind
    self.key = key
    self.field = field
    self.value = value
    self.reason = reason
  }
}
