/// Runs of emphasis signs that wait for their partners.
///
/// Source: CommonMark 0.31.2, "An algorithm for parsing nested emphasis and links". Formats whose signs are single or
/// come in runs of one length use the same walk with `pairing` `.equalRuns`.
struct DelimiterStack: Sendable {
  /// Which runs go together.
  enum Pairing: Sendable {
    /// Runs share their signs, two for strong and one for emphasis, with the rule of three.
    case commonMark
    /// A run closes a run of the same length.
    case equalRuns
  }

  private struct Run {
    var byte: UInt8
    var start: Int
    var count: Int
    var original: Int
    var canOpen: Bool
    var canClose: Bool
  }

  private let pairing: Pairing
  /// The style that a pair of `count` signs gives; nil leaves the signs alone.
  private let style: @Sendable (_ byte: UInt8, _ count: Int) -> TextStyle?
  private var runs: [Run] = []

  init(_ pairing: Pairing, style: @escaping @Sendable (UInt8, Int) -> TextStyle?) {
    self.pairing = pairing
    self.style = style
  }

  /// The number of runs that wait; to be given to `resolve` when what begins here ends.
  var count: Int { runs.count }

  mutating func push(_ byte: UInt8, _ range: Range<Int>, canOpen: Bool, canClose: Bool) {
    guard canOpen || canClose else { return }
    runs.append(
      Run(
        byte: byte, start: range.lowerBound, count: range.count, original: range.count,
        canOpen: canOpen, canClose: canClose))
  }

  /// Pairs the runs from index `base` on, marks what they style, and forgets them.
  ///
  /// - Complexity: O(runs); each failed search leaves a floor below which its like does not search again.
  mutating func resolve(from base: Int, on canvas: inout InlineCanvas) {
    guard base < runs.count else { return }
    defer { runs.removeSubrange(base...) }
    var previous = Array(base - 1..<runs.count - 1)
    var next = Array(base + 1..<runs.count + 1)
    var floors: [Int: Int] = [:]
    var closer = base
    while closer < runs.count {
      guard runs[closer].canClose else {
        closer = next[closer - base]
        continue
      }
      let key = floorKey(runs[closer])
      let floor = max(floors[key] ?? base - 1, base - 1)
      var opener = previous[closer - base]
      while opener > floor, !pairs(runs[opener], runs[closer]) { opener = previous[opener - base] }
      guard opener > floor else {
        floors[key] = previous[closer - base]
        let following = next[closer - base]
        if !runs[closer].canOpen { unlink(closer, base, &previous, &next) }
        closer = following
        continue
      }
      mark(opener, closer, on: &canvas)
      next[opener - base] = closer
      previous[closer - base] = opener
      if runs[opener].count == 0 { unlink(opener, base, &previous, &next) }
      if runs[closer].count == 0 {
        let following = next[closer - base]
        unlink(closer, base, &previous, &next)
        closer = following
      }
    }
  }

  private func unlink(_ index: Int, _ base: Int, _ previous: inout [Int], _ next: inout [Int]) {
    let before = previous[index - base]
    let after = next[index - base]
    if before >= base { next[before - base] = after }
    if after < runs.count { previous[after - base] = before }
  }

  private mutating func mark(_ opener: Int, _ closer: Int, on canvas: inout InlineCanvas) {
    let used: Int
    switch pairing {
    case .commonMark: used = min(runs[opener].count, runs[closer].count) >= 2 ? 2 : 1
    case .equalRuns: used = runs[closer].count
    }
    let openEnd = runs[opener].start + runs[opener].count
    let closeStart = runs[closer].start
    if let style = style(runs[closer].byte, used) {
      canvas.skip(openEnd - used..<openEnd)
      canvas.skip(closeStart..<closeStart + used)
      canvas.style(style, openEnd..<closeStart)
    }
    runs[opener].count -= used
    runs[closer].start += used
    runs[closer].count -= used
  }

  private func floorKey(_ run: Run) -> Int {
    switch pairing {
    case .commonMark: Int(run.byte) * 8 + (run.canOpen ? 4 : 0) + run.original % 3
    case .equalRuns: Int(run.byte) << 32 + run.count
    }
  }

  private func pairs(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.byte == closer.byte, opener.canOpen,
      opener.start + opener.count < closer.start
    else { return false }
    switch pairing {
    case .equalRuns: return opener.count == closer.count
    case .commonMark:
      // The rule of three keeps `*foo**bar*` one emphasis.
      guard opener.canClose || closer.canOpen else { return true }
      return (opener.original + closer.original) % 3 != 0
        || (opener.original % 3 == 0 && closer.original % 3 == 0)
    }
  }
}
