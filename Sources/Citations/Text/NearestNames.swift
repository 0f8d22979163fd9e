/// Finds what somebody may have meant by a name that is not there.
public enum NearestNames {
  /// The names most like `name`, the nearest first; names of the same likeness keep their order.
  ///
  /// Like are names that hold the other one whole, and names that differ from it, or from its beginning, in a few letters.
  /// - Complexity: O(*n* m²) for *n* names of *m* bytes.
  public static func of(_ name: String, among names: [String], limit: Int = 3) -> [String] {
    let wanted = letters(name)
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, place: Int)] = []
    for (place, candidate) in names.enumerated() {
      if let rank = rank(wanted, letters(candidate)) { found.append((rank, place)) }
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(limit)
      .map { names[$0.place] }
  }

  private static func letters(_ name: String) -> [UInt8] { name.utf8.map(\.asciiLowercased) }

  /// How far two names are apart; nil where they are not alike.
  private static func rank(_ wanted: [UInt8], _ candidate: [UInt8]) -> Int? {
    if wanted == candidate { return 0 }
    let longest = max(wanted.count, candidate.count)
    if longest <= 200 {
      let distance = distance(wanted, candidate)
      if distance <= max(longest / 3, 1) { return distance }
    }
    guard min(wanted.count, candidate.count) >= 3 else { return nil }
    if candidate.starts(with: wanted) { return 1000 + candidate.count }
    let holds =
      candidate.firstOffset(of: wanted, from: 0) ?? wanted.firstOffset(of: candidate, from: 0)
    if holds != nil { return 2000 + longest }
    // The first word of a long name, with a slip in it.
    guard longest <= 200, wanted.count < candidate.count else { return nil }
    let slips = distance(wanted, Array(candidate.prefix(wanted.count + 1)))
    return slips <= max(wanted.count / 4, 1) ? 3000 + slips * 100 + candidate.count : nil
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var line = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var best = min(line[column] + 1, last[column + 1] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      before = last
      last = line
    }
    return last[right.count]
  }
}
