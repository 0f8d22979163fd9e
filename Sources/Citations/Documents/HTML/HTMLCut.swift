/// What is left out of a text: a marker, a backlink, a hidden double of a note.
struct HTMLCut: Sendable {
  /// The nodes that are left out.
  var nodes: Range<Int>
  /// Where only part of one text node is left out: its bytes in `MarkupTree.text`.
  var part: Range<Int>?
  /// Index of the marker that stands there.
  var marker: Int?
}

/// The cuts of a page, found by node.
struct HTMLCuts: Sendable {
  private let cuts: [HTMLCut]
  /// Index of the first cut at a node, -1 for none; empty where there are no cuts at all.
  private let firstAt: [Int]

  /// No cuts.
  static let none = HTMLCuts([], count: 0)

  init(_ list: [HTMLCut], count: Int) {
    cuts = list.enumerated().sorted { left, right in
      let low = (left.element.nodes.lowerBound, left.element.part?.lowerBound ?? -1, left.offset)
      return low < (
        right.element.nodes.lowerBound, right.element.part?.lowerBound ?? -1, right.offset
      )
    }.map(\.element)
    var firstAt = [Int](repeating: -1, count: count)
    for (index, cut) in cuts.enumerated().reversed() { firstAt[cut.nodes.lowerBound] = index }
    self.firstAt = firstAt
  }

  /// The cuts that begin at `node`, in order.
  func at(_ node: Int) -> ArraySlice<HTMLCut> {
    guard !cuts.isEmpty else { return [] }
    let first = firstAt[node]
    guard first >= 0 else { return [] }
    var end = first
    while end < cuts.count, cuts[end].nodes.lowerBound == node { end += 1 }
    return cuts[first..<end]
  }
}
