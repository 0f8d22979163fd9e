/// Finds lines and columns for offsets that mostly ascend, in linear time even where a line is as long as the file.
struct PositionCursor {
  private let source: SourceFile
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ source: SourceFile) {
    self.source = source
  }

  /// The line and column of a byte offset; cheap if it is not before the one asked for last.
  mutating func position(at target: Int) -> SourcePosition {
    let target = min(max(target, 0), source.bytes.count)
    let targetLine = source.lines.line(at: target)
    if targetLine != line || target < offset {
      line = targetLine
      offset = source.lines.start(ofLine: targetLine)
      column = 1
    }
    while offset < target {
      if !source.bytes[offset].isUTF8Continuation { column += 1 }
      offset += 1
    }
    return SourcePosition(line: line, column: column)
  }

  /// The line and column of an offset behind the one asked for last, which stays the last.
  ///
  /// - Complexity: O(distance).
  func position(ahead target: Int) -> SourcePosition {
    var copy = self
    return copy.position(at: target)
  }

  /// The line and column of an offset in the neighbourhood of the one asked for last, before it or behind it.
  ///
  /// - Complexity: O(distance), or O(length of the line) on another line.
  func position(near target: Int) -> SourcePosition {
    let target = min(max(target, 0), source.bytes.count)
    guard target < offset, source.lines.line(at: target) == line else {
      return position(ahead: target)
    }
    let between = source.bytes[target..<offset].count { !$0.isUTF8Continuation }
    return SourcePosition(line: line, column: column - between)
  }
}
