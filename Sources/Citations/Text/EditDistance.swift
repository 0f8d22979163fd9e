/// How many letters have to change to make one text of another.
enum EditDistance {
  /// Whether at most `limit` bytes have to be put in, left out or changed, or neighbours swapped.
  ///
  /// - Complexity: O(length × `limit`).
  static func isWithin(_ limit: Int, _ left: String, _ right: String) -> Bool {
    let first = Array(left.utf8)
    let second = Array(right.utf8)
    guard abs(first.count - second.count) <= limit else { return false }
    let far = limit + 1
    var before = [Int](repeating: far, count: second.count + 1)
    var row = (0...second.count).map { min($0, far) }
    for i in first.indices {
      var next = [Int](repeating: far, count: second.count + 1)
      if i + 1 <= limit { next[0] = i + 1 }
      var best = next[0]
      for j in second.indices.clamped(to: max(0, i - limit)..<max(i + limit + 1, 0)) {
        var cost = min(row[j] + (first[i] == second[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        next[j + 1] = min(cost, far)
        best = min(best, next[j + 1])
      }
      if best > limit { return false }
      before = row
      row = next
    }
    return row[second.count] <= limit
  }
}
