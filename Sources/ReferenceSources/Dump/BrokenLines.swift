/// What of a dump could not be read.
public struct BrokenLines: Sendable, Hashable {
  /// One line that could not be read.
  public struct Line: Sendable, Hashable {
    /// 1-based.
    public var number: Int
    /// Why: lower case, no final full stop.
    public var reason: String
  }

  /// How many of them are kept with their reasons.
  private static let most = 5

  /// How many there are.
  public private(set) var count = 0
  /// The first ones.
  public private(set) var first: [Line] = []

  /// Notes a line.
  mutating func add(_ number: Int, _ reason: String) {
    count += 1
    if first.count < Self.most { first.append(Line(number: number, reason: reason)) }
  }
}
