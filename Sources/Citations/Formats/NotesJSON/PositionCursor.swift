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
}
