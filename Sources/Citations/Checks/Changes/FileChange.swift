/// Which lines of a file a change added, changed or removed.
///
/// Lines are counted from 1 and end at LF alone, as `diff` and `git` count them.
public struct FileChange: Sendable, Hashable {
  /// The change of a file that is new: all of it.
  public static let whole = FileChange(isWhole: true)
  /// The change of a file that stayed as it was.
  public static let none = FileChange(isWhole: false)

  private var isWhole: Bool
  /// The lines that are new, ascending, without overlaps.
  private var lines: [Range<Int>] = []
  /// The lines before which something was removed and nothing put in its place, ascending.
  private var removals: [Int] = []

  private init(isWhole: Bool) {
    self.isWhole = isWhole
  }

  /// The change from one text to another; what line ends are made of counts for nothing.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(from old: [UInt8], to new: [UInt8]) {
    self.init(isWhole: false)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let oldLines = Self.lines(of: DecodedText(old).bytes).map(number)
    let newLines = Self.lines(of: DecodedText(new).bytes).map(number)
    var place = (old: 0, new: 0)
    for pair in LineDiff(oldLines, newLines).pairs + [(oldLines.count, newLines.count)] {
      if pair.new > place.new {
        add(lines: place.new + 1..<pair.new + 1)
      } else if pair.old > place.old {
        addRemoval(before: place.new + 1)
      }
      place = (pair.old + 1, pair.new + 1)
    }
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  /// Adds new lines behind all that were added before.
  mutating func add(lines new: Range<Int>) {
    guard !new.isEmpty else { return }
    if let last = lines.last, last.upperBound >= new.lowerBound {
      lines[lines.count - 1] = last.lowerBound..<max(last.upperBound, new.upperBound)
    } else {
      lines.append(new)
    }
  }

  /// Adds a place where lines were removed, behind all that were added before.
  mutating func addRemoval(before line: Int) {
    removals.append(line)
  }

  /// Whether the file stayed as it was.
  public var isNone: Bool { !isWhole && lines.isEmpty && removals.isEmpty }

  /// Whether one of `range` is new, or something between two of them was removed.
  ///
  /// - Complexity: O(log changes).
  func touches(lines range: Range<Int>) -> Bool {
    if isWhole { return true }
    let line = lines.partitionPoint { $0.upperBound <= range.lowerBound }
    if line < lines.count, lines[line].lowerBound < range.upperBound { return true }
    let removal = removals.partitionPoint { $0 <= range.lowerBound }
    return removal < removals.count && removals[removal] < range.upperBound
  }
}
