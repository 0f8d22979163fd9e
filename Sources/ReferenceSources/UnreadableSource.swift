public import Citations

/// A source that could not be opened: works that no other source has may be in it, so nothing is said about them.
public final class UnreadableSource: RecordSource {
  /// The name for people.
  public let name: String

  /// Stands for the source `name`.
  public init(_ name: String) { self.name = name }

  /// Always that the source is not available.
  public func answer(for reference: Reference) -> RecordAnswer { .unavailable }
}
