/// Finds the nodes of a note from the place that a link names.
///
/// Links name an element that is the note, an empty one before it, one in its label, or a place inside a paragraph that
/// holds several notes.
struct HTMLRegions {
  let page: HTMLPage
  /// Elements that are link targets, ascending and unique.
  private let targets: [Int]

  init(page: HTMLPage, targets: [Int]) {
    self.page = page
    var unique: [Int] = []
    for target in targets.sorted() where unique.last != target { unique.append(target) }
    self.targets = unique
  }

  /// How many targets stand in a range of nodes; those that begin with the same text count once.
  private func targetCount(in range: Range<Int>) -> Int {
    var count = 0
    var lastInk = -1
    var index = firstTarget(from: range.lowerBound)
    while index < targets.count, targets[index] < range.upperBound, count < 2 {
      if page.ink[targets[index]] != lastInk { count += 1 }
      lastInk = page.ink[targets[index]]
      index += 1
    }
    return count
  }

  /// Index in `targets` of the first at or after `node`.
  private func firstTarget(from node: Int) -> Int {
    targets.partitionPoint { $0 < node }
  }

  /// The nodes of the note at `target`, which none of `markers` may stand in.
  func region(of target: Int, markers: [Int]) -> Range<Int> {
    var top = target
    for _ in 0..<32 {
      let parent = page.parent(top)
      guard parent >= 0, page.ink[parent] == page.ink[top],
        canClimb(from: top, to: parent, target: target)
      else { break }
      let range = page.subtree(parent)
      guard targetCount(in: range) <= 1, !markers.contains(where: range.contains) else { break }
      top = parent
    }
    return page.elements[top].isBlock ? blockRegion(top) : inlineRegion(top)
  }

  private func canClimb(from top: Int, to parent: Int, target: Int) -> Bool {
    let element = page.elements[parent]
    guard element.canBeNote else { return false }
    guard page.elements[top].isBlock else { return !page.hasHeading(page.subtree(parent)) }
    if element == .row { return true }
    guard !page.hasHeading(page.subtree(parent)) else { return false }
    if HTMLVocabulary.isNoteBody(page.tree, parent), page.tree.nodes[parent].name != "section" {
      return true
    }
    switch element {
    case .item: return true
    case .block:
      let name = page.tree.nodes[parent].name
      guard name == "div" || name == "aside" else { return false }
      // A box around one note; not a box whose other children begin with labels of their own.
      return !page.tree.children(of: parent).prefix(40).contains { child in
        child != top && page.elements[child] != .text && !page.elements[child].isInlineLike
          && (page.elements[child] == .list
            || HTMLLabel.leading(page.beginning(page.subtree(child)).trimmingBlanks) != nil)
      }
    default: return false
    }
  }

  private func blockRegion(_ top: Int) -> Range<Int> {
    var end = page.end(top)
    if page.tree.nodes[top].name == "dt" {
      var last = top
      while let next = page.nextElement(after: last), page.tree.nodes[next].name == "dd" {
        last = next
      }
      return top..<page.end(last)
    }
    // A paragraph that holds the label alone: the note is the next one.
    if page.elements[top] == .block || page.elements[top] == .cell, isLabelOnly(top..<end),
      let next = page.nextElement(after: top), page.elements[next].canBeNote,
      targetCount(in: page.subtree(next)) == 0
    {
      end = page.end(next)
    }
    return top..<end
  }

  private func inlineRegion(_ top: Int) -> Range<Int> {
    let own = page.subtree(top)
    let isAnchor = page.tree.nodes[top].name == "a"
    if !isAnchor, page.ink(in: own) > 0, !isLabelOnly(own) { return own }
    let block = page.blocks[top]
    var end = block >= 0 ? page.end(block) : page.count
    let next = firstTarget(from: page.end(top))
    if next < targets.count, targets[next] < end { end = inlineTop(targets[next], above: top) }
    // A block inside the same container ends the stretch.
    var index = page.end(top)
    while index < end {
      if page.elements[index].isBlock {
        end = index
        break
      }
      index += 1
    }
    if isLabelOnly(top..<end), end < page.count, page.elements[end].canBeNote,
      page.elements[end].isBlock,
      targetCount(in: page.subtree(end)) == 0
    {
      return top..<page.end(end)
    }
    return top..<max(end, top + 1)
  }

  /// The outermost inline element that begins with `node`, not reaching back to `limit`.
  private func inlineTop(_ node: Int, above limit: Int) -> Int {
    var top = node
    for _ in 0..<8 {
      let parent = page.parent(top)
      guard parent > limit, page.elements[parent] == .inline, page.ink[parent] == page.ink[top]
      else { break }
      top = parent
    }
    return top
  }

  private func isLabelOnly(_ range: Range<Int>) -> Bool {
    let ink = page.ink(in: range)
    guard ink > 0 else { return true }
    guard ink <= 12, let text = page.shortText(range) else { return false }
    return HTMLLabel(text) != nil || HTMLBackwords.isArrow(text)
  }
}

extension HTMLElement {
  /// Whether it flows with the text around it.
  var isInlineLike: Bool {
    self == .text || self == .inline || self == .lineBreak || self == .hidden
  }
}
