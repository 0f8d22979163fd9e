/// A half-open range of zero-based UTF-8 byte offsets in a source file.
public struct SourceRange: Sendable, Hashable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset just past the last byte.
  public var end: UInt32

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: Swift.max(start, end))
  }
}

/// A place in a file as people count it.
public struct SourcePosition: Sendable, Hashable {
  /// 1-based line.
  public var line: Int
  /// 1-based column, counted in Unicode scalars.
  public var column: Int

  /// The place at `line` and `column`, both 1-based.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
