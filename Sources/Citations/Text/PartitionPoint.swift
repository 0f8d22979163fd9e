extension RandomAccessCollection where Index == Int {
  /// The index of the first element that `precedes` does not hold for, where it holds for all elements before some place.
  ///
  /// - Complexity: O(log *n*).
  func partitionPoint(_ precedes: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if precedes(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
