/// A piece of a source line with a mark under some of its words.
///
///     33 | Hall, A History of Looms (1956), 12.
///        |       ^^^^^^^^^^^^^^^^^^
///
/// A long line is shown in part, with "…" where something was left out, so that a paragraph on one line stays readable.
struct SourceExcerpt {
  /// How many columns of a line are shown.
  static let width = 96
  /// How many of them stand before the mark, where the line is longer.
  private static let lead = 24

  private var line: Int
  private var text: [Unicode.Scalar] = []
  /// Columns of the terminal before the mark, and under it.
  private var indent = 0
  private var marked = 0

  /// The piece of the line in which `range` begins.
  ///
  /// - Complexity: O(`width`), however long the line is.
  init(of range: SourceRange, at position: SourcePosition, in source: SourceFile) {
    line = position.line
    let bytes = source.bytes
    let start = min(Int(range.start), bytes.count)
    let end = min(max(Int(range.end), start), bytes.count)
    let head = Self.head(before: start, in: source, line: line)
    if head.isCut { show("…") }
    var offset = head.start
    var columns = 0
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      guard columns < Self.width else {
        show("…")
        break
      }
      let found = bytes.scalar(at: offset)
      let scalar: Unicode.Scalar = found.scalar.isControl ? " " : found.scalar
      text.append(scalar)
      columns += scalar.columns
      if offset < start {
        indent += scalar.columns
      } else if offset < end {
        marked += scalar.columns
      }
      offset += found.length
    }
  }

  private mutating func show(_ ellipsis: Unicode.Scalar) {
    if text.isEmpty { indent += 1 }
    text.append(ellipsis)
  }

  /// Where the shown piece begins: the line's start, or some words before `offset`.
  private static func head(
    before offset: Int, in source: SourceFile, line: Int
  ) -> (start: Int, isCut: Bool) {
    let lineStart = source.lines.start(ofLine: line)
    // Scalars have at most four bytes: a line that is short in bytes is short in columns.
    guard offset - lineStart > width - lead else { return (lineStart, false) }
    var start = offset
    var count = 0
    while start > lineStart, count < lead {
      start -= source.bytes.scalar(before: start)?.length ?? 1
      count += 1
    }
    return (start, start > lineStart)
  }

  /// Appends both lines, the mark between the two given strings.
  func append(to output: inout [UInt8], mark: String, reset: String) {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    output.append(contentsOf: "\(margin)\(number) | ".utf8)
    for scalar in text {
      output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
    let space = String(repeating: " ", count: indent)
    let carets = String(repeating: "^", count: max(marked, 1))
    output.append(
      contentsOf: "\n\(margin)\(number.blank) | \(space)\(mark)\(carets)\(reset)\n".utf8)
  }
}

extension String {
  /// As many spaces as the string has bytes.
  fileprivate var blank: String { String(repeating: " ", count: utf8.count) }
}
