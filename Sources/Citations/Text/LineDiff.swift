/// The lines that two texts share, found in about linear time.
///
/// Lines that are unique in both texts are paired first, as far as their order allows; what lies between is compared by Myers'
/// method up to a bound, and beyond it counts as replaced.
/// Source: Myers 1986, "An O(ND) Difference Algorithm and Its Variations"; Cohen's patience diff.
struct LineDiff {
  /// A pair of equal lines, as indices.
  typealias Pair = (old: Int, new: Int)

  /// The pairs of lines that are the same, in order.
  private(set) var pairs: [Pair] = []
  private let old: [Int]
  private let new: [Int]
  /// So many changed lines are looked for between two pairs of unique lines.
  private static let bound = 256

  /// Compares lines given as numbers that are the same where the lines are.
  ///
  /// - Complexity: O(*n* log *n*), with a constant for the bound.
  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    var oldStart = 0
    var newStart = 0
    for anchor in Self.anchors(old, new) + [(old.count, new.count)] {
      compare(oldStart..<anchor.old, newStart..<anchor.new)
      if anchor.old < old.count || anchor.new < new.count { pairs.append(anchor) }
      oldStart = min(anchor.old + 1, old.count)
      newStart = min(anchor.new + 1, new.count)
    }
  }

  /// The longest rising row of lines that stand once in each text.
  private static func anchors(_ old: [Int], _ new: [Int]) -> [Pair] {
    let size = max(old.max() ?? 0, new.max() ?? 0) + 1
    var oldPlace = [Int](repeating: -1, count: size)
    var newCount = [Int](repeating: 0, count: size)
    for (index, line) in old.enumerated() { oldPlace[line] = oldPlace[line] == -1 ? index : -2 }
    for line in new { newCount[line] += 1 }
    let candidates: [Pair] = new.indices.compactMap { index in
      let place = oldPlace[new[index]]
      return place >= 0 && newCount[new[index]] == 1 ? (place, index) : nil
    }
    return longestRise(candidates)
  }

  /// Patience sorting over the old places; the new ones rise already.
  private static func longestRise(_ candidates: [Pair]) -> [Pair] {
    var piles: [Int] = []
    var before = [Int](repeating: -1, count: candidates.count)
    for index in candidates.indices {
      let pile = piles.partitionPoint { candidates[$0].old < candidates[index].old }
      if pile > 0 { before[index] = piles[pile - 1] }
      if pile == piles.count { piles.append(index) } else { piles[pile] = index }
    }
    var result: [Pair] = []
    var index = piles.last ?? -1
    while index >= 0 {
      result.append(candidates[index])
      index = before[index]
    }
    return result.reversed()
  }

  /// Pairs lines of two ranges without anchors.
  private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var oldRange = oldRange
    var newRange = newRange
    while let left = oldRange.first, let right = newRange.first, old[left] == new[right] {
      pairs.append((left, right))
      oldRange = (left + 1)..<oldRange.upperBound
      newRange = (right + 1)..<newRange.upperBound
    }
    var tail: [Pair] = []
    while let left = oldRange.last, let right = newRange.last, old[left] == new[right] {
      tail.append((left, right))
      oldRange = oldRange.lowerBound..<left
      newRange = newRange.lowerBound..<right
    }
    if !oldRange.isEmpty, !newRange.isEmpty { pairs += myers(oldRange, newRange) }
    pairs += tail.reversed()
  }

  /// The pairs on a shortest path of edits; none where it is longer than the bound.
  private func myers(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Pair] {
    let limit = min(oldRange.count + newRange.count, Self.bound)
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int]] = []
    for steps in 0...limit {
      trace.append(Array(furthest[(limit + 1 - steps)...(limit + 1 + steps)]))
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let center = limit + 1 + diagonal
        let goesDown =
          diagonal == -steps || diagonal != steps && furthest[center - 1] < furthest[center + 1]
        var left = goesDown ? furthest[center + 1] : furthest[center - 1] + 1
        while left < oldRange.count, left - diagonal < newRange.count,
          old[oldRange.lowerBound + left] == new[newRange.lowerBound + left - diagonal]
        {
          left += 1
        }
        furthest[center] = left
        if left >= oldRange.count, left - diagonal >= newRange.count {
          return path(trace, oldRange, newRange)
        }
      }
    }
    return []
  }

  /// Walks back from the end over what was furthest at each number of steps.
  private func path(_ trace: [[Int]], _ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Pair] {
    var result: [Pair] = []
    var left = oldRange.count
    var right = newRange.count
    for steps in stride(from: trace.count - 1, through: 1, by: -1) {
      // The snapshot was taken before the step; it covers the diagonals -steps...steps.
      let before = trace[steps]
      let diagonal = left - right
      func reached(_ diagonal: Int) -> Int {
        let index = diagonal + steps
        return before.indices.contains(index) ? before[index] : -1
      }
      let goesDown =
        diagonal == -steps || diagonal != steps && reached(diagonal - 1) < reached(diagonal + 1)
      let previous = goesDown ? diagonal + 1 : diagonal - 1
      let previousLeft = reached(previous)
      let previousRight = previousLeft - previous
      while left > (goesDown ? previousLeft : previousLeft + 1), right > 0 {
        left -= 1
        right -= 1
        result.append((oldRange.lowerBound + left, newRange.lowerBound + right))
      }
      left = previousLeft
      right = previousRight
    }
    while left > 0, right > 0 {
      left -= 1
      right -= 1
      result.append((oldRange.lowerBound + left, newRange.lowerBound + right))
    }
    return result.reversed()
  }
}
