/// The difference of two texts in the unified format that `patch` reads.
public struct UnifiedDiff: Sendable {
  /// The lines of the old text, each with its line end.
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  /// The changed places: lines of the old text and those that stand for them.
  private var changes: [(old: Range<Int>, new: Range<Int>)] = []

  /// Compares two texts.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let diff = LineDiff(self.old.map(number), self.new.map(number))
    var oldStart = 0
    var newStart = 0
    for pair in diff.pairs + [(self.old.count, self.new.count)] {
      if pair.old > oldStart || pair.new > newStart {
        changes.append((oldStart..<pair.old, newStart..<pair.new))
      }
      oldStart = pair.old + 1
      newStart = pair.new + 1
    }
  }

  /// Whether the texts are the same.
  public var isEmpty: Bool { changes.isEmpty }

  /// Appends the difference with three lines of context; nothing where the texts are the same.
  ///
  /// - Parameters:
  ///   - output: What is appended to.
  ///   - oldName: The name of the old file.
  ///   - newName: The name of the new file.
  public func write(to output: inout [UInt8], from oldName: String, to newName: String) {
    guard !isEmpty else { return }
    output += Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * Self.context
      {
        end += 1
      }
      writeHunk(changes[index..<end], to: &output)
      index = end
    }
  }

  private static let context = 3

  private func writeHunk(
    _ hunk: ArraySlice<(old: Range<Int>, new: Range<Int>)>, to output: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.context, first.old.lowerBound)
    let after = min(Self.context, old.count - last.old.upperBound)
    let oldRange = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newRange = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += Array("@@ -\(Self.span(oldRange)) +\(Self.span(newRange)) @@\n".utf8)
    var position = oldRange.lowerBound
    for change in hunk {
      write(old[position..<change.old.lowerBound], " ", to: &output)
      write(old[change.old], "-", to: &output)
      write(new[change.new], "+", to: &output)
      position = change.old.upperBound
    }
    write(old[position..<oldRange.upperBound], " ", to: &output)
  }

  /// First line and number of lines; an empty range is named by the line before it.
  private static func span(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private func write(
    _ lines: ArraySlice<ArraySlice<UInt8>>, _ sign: Unicode.Scalar, to output: inout [UInt8]
  ) {
    for line in lines {
      output.append(UInt8(ascii: sign))
      output += line
      if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      result.append(text[start..<end])
      start = end
    }
    return result
  }
}
