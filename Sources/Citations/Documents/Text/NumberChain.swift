/// Finds the numbering in a row of numbers some of which are there by accident.
///
/// The digits of a text that could be the marks of notes are weighed together: the best chain 1, 2, 3, … wins, where a
/// missing number, a number told twice and a new beginning cost. So a year or a temperature is left out because it
/// does not go on with what stands around it, and not because of how it looks.
struct NumberChain {
  /// A number that may belong to the chain.
  struct Item {
    /// The number, from 1.
    var value: Int
    /// How much its place speaks for it; may be negative.
    var weight: Int
    /// The chapter or page that it stands in, ascending.
    var segment: Int
  }

  /// The number that a chain usually begins with.
  var first = 1
  /// What each number that is left out costs.
  var gapCost = 2
  /// What the same number once more costs.
  var repeatCost = 4
  /// What a new beginning costs.
  var restartCost = 8
  /// What a new beginning costs where a new chapter or page begins.
  var segmentCost = 1

  /// How many numbers may be left out in a row, plus one.
  private static let reach = 4

  private struct Best {
    var score: Int
    var index: Int
  }

  /// The indices of the items that make up the best chain, ascending; empty when none is worth anything.
  ///
  /// - Complexity: O(*n*), dynamic programming over the last number of the chain.
  func solve(_ items: [Item]) -> [Int] {
    let none = Best(score: .min / 4, index: -1)
    guard let largest = items.map(\.value).max() else { return [] }
    var best = [Best](repeating: none, count: largest + 2)
    var previous = [Int32](repeating: -1, count: items.count)
    var overall = none
    var before = none
    var segment = items[0].segment
    for (index, item) in items.enumerated() {
      if item.segment != segment {
        before = overall
        segment = item.segment
      }
      let value = item.value
      let distance = abs(value - first)
      var from = Best(score: -gapCost * distance, index: -1)
      func offer(_ candidate: Best, _ cost: Int) {
        if candidate.score - cost > from.score {
          from = Best(score: candidate.score - cost, index: candidate.index)
        }
      }
      for step in 1...Self.reach where value > step {
        offer(best[value - step], gapCost * (step - 1))
      }
      offer(best[value], repeatCost)
      if value <= 3 {
        offer(overall, restartCost + gapCost * (value - 1))
        offer(before, segmentCost + gapCost * (value - 1))
      }
      let score = from.score + item.weight
      guard score > best[value].score else { continue }
      previous[index] = Int32(clamping: from.index)
      best[value] = Best(score: score, index: index)
      if score > overall.score { overall = best[value] }
    }
    guard overall.score > 0 else { return [] }
    var chain: [Int] = []
    var index = overall.index
    while index >= 0 {
      chain.append(index)
      index = Int(previous[index])
    }
    return chain.reversed()
  }
}
