/// The comments of a file that tell this program to leave findings out.
///
/// `citecli: ignore C012, missing-date` behind something holds for its line. Alone on a line it holds for the next one,
/// and where an entry or a note begins there, for all of that. `citecli: ignore-file` holds for the whole file. Without
/// rules it holds for all of them; words after ` -- ` are the reason.
struct Suppressions {
  /// Where rules are left out.
  private struct Stretch {
    var range: Range<Int>
    /// Selectors of rules; empty for all.
    var selectors: [String]
  }

  private var stretches: [Stretch] = []

  /// The comments of a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - syntax: How comments begin in its format.
  ///   - units: Where its entries or notes stand, ascending by start.
  /// - Complexity: O(*n*).
  init(in source: SourceFile, _ syntax: CommentSyntax, units: [SourceRange]) {
    guard !syntax.openers.isEmpty else { return }
    let bytes = source.bytes
    let word = Array("citecli:".utf8)
    var offset = 0
    while let found = bytes.firstOffset(of: word, from: offset) {
      offset = found + word.count
      guard let opener = syntax.openerLength(before: found, in: bytes) else { continue }
      let line = source.lines.line(at: found)
      let end = Self.lineEnd(line, source)
      guard let order = Order(bytes[offset..<end]) else { continue }
      let lineStart = source.lines.start(ofLine: line)
      let isAlone = bytes[lineStart..<found - opener].allSatisfy(\.isASCIISpace)
      let range =
        order.isForFile
        ? 0..<bytes.count + 1
        : isAlone ? Self.next(after: line, source, units) : lineStart..<end + 1
      stretches.append(Stretch(range: range, selectors: order.selectors))
    }
  }

  /// Whether a comment leaves the finding out.
  ///
  /// - Complexity: O(comments of the kind in the file).
  func hides(_ finding: Diagnostic) -> Bool {
    guard !stretches.isEmpty else { return false }
    let offset = Int(finding.range?.start ?? 0)
    return stretches.contains { stretch in
      stretch.range.contains(offset)
        && (stretch.selectors.isEmpty
          || stretch.selectors.contains { Rules.matching($0).contains(finding.rule) })
    }
  }

  /// The line after `line`, or the entry or note that begins on it.
  private static func next(
    after line: Int, _ source: SourceFile, _ units: [SourceRange]
  ) -> Range<Int> {
    guard line < source.lines.count else { return 0..<0 }
    let start = source.lines.start(ofLine: line + 1)
    let end = lineEnd(line + 1, source) + 1
    let index = units.partitionPoint { Int($0.start) < start }
    if index < units.count, Int(units[index].start) < end {
      return start..<max(end, Int(units[index].end))
    }
    return start..<end
  }

  /// Where a line ends, its line feed left out.
  private static func lineEnd(_ line: Int, _ source: SourceFile) -> Int {
    let start = source.lines.start(ofLine: line)
    return source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
  }

  /// What stands behind `citecli:`.
  private struct Order {
    var isForFile = false
    var selectors: [String] = []

    init?(_ bytes: ArraySlice<UInt8>) {
      var words: [String] = []
      for word in bytes.split(whereSeparator: { $0.isASCIISpace || $0 == UInt8(ascii: ",") }) {
        // A reason, or the end of the comment, is no rule.
        let isName = word.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        let bare = word.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        if word.starts(with: "--" as StaticString) { break }
        if !bare.isEmpty { words.append(bare.string) }
        if !isName { break }
      }
      switch words.first {
      case "ignore": break
      case "ignore-file": isForFile = true
      default: return nil
      }
      selectors = Array(words.dropFirst())
    }
  }
}
