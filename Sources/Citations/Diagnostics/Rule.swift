/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Context, or something that a reader may want to know.
  case note
  /// Likely wrong.
  case warning
  /// Meaning is lost.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Whether the first matters less than the second.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// What a finding is about: a stable id, a name and a default severity.
///
/// An open list: each rule is a static member declared beside its check. Ids are never reused.
public struct Rule: Sendable, Hashable {
  /// Family letter and three digits, for example `C012`.
  public let id: String
  /// The name in words joined by hyphens, for example `missing-publisher`.
  public let name: String
  /// The severity unless a configuration says otherwise.
  public let severity: Severity
  /// One line that says what the rule finds.
  public let title: String

  /// A rule with its id, name, default severity and one-line title.
  public init(_ id: String, _ name: String, _ severity: Severity, _ title: String) {
    self.id = id
    self.name = name
    self.severity = severity
    self.title = title
  }
}
