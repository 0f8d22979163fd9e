/// Cuts a part of a page into the pieces that may each be one note: list items, table rows, paragraphs, stretches
/// between line breaks.
struct HTMLUnits {
  /// A piece of a page.
  struct Unit: Sendable {
    var nodes: Range<Int>
    /// The label that an ordered list gives it.
    var listLabel: HTMLLabel?
    var isItem = false
    /// The list or container that it stands in.
    var parent: Int
  }

  let page: HTMLPage

  /// The pieces of a range of nodes in order; headings and comments are none.
  func all(in range: Range<Int>) -> [Unit] {
    var result: [Unit] = []
    var labels: [Int: HTMLLabel] = [:]
    var ends: [Int] = []
    var runStart = -1
    func flush(_ end: Int) {
      if runStart >= 0, page.ink(in: runStart..<end) > 0 {
        for nodes in split(runStart..<end) {
          result.append(Unit(nodes: nodes, parent: page.parent(page.blocks[nodes.lowerBound])))
        }
      }
      runStart = -1
    }
    var node = range.lowerBound
    while node < range.upperBound {
      while let end = ends.last, end <= node {
        flush(node)
        ends.removeLast()
      }
      switch page.elements[node] {
      case .hidden:
        flush(node)
        node = page.end(node)
        continue
      case .heading:
        flush(node)
        node = page.end(node)
        continue
      case .item, .row:
        flush(node)
        var end = page.end(node)
        if page.tree.nodes[node].name == "dt" {
          var last = node
          while let next = page.nextElement(after: last), page.tree.nodes[next].name == "dd" {
            last = next
          }
          end = page.end(last)
        }
        end = min(end, range.upperBound)
        if page.ink(in: node..<end) > 0 {
          result.append(
            Unit(
              nodes: node..<end, listLabel: labels[node], isItem: true, parent: page.parent(node)))
        }
        node = end
        continue
      case .text, .inline, .lineBreak:
        if runStart < 0 { runStart = node }
      default:
        flush(node)
        if page.tree.nodes[node].name == "ol" {
          for item in HTMLNoteLists.items(of: node, page) { labels[item.node] = item.label }
        }
        ends.append(page.end(node))
      }
      node += 1
    }
    flush(range.upperBound)
    return result
  }

  /// Splits a paragraph at double line breaks, and at single ones before a label.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var lastBreak = -2
    for node in range where page.elements[node] == .lineBreak {
      let isDouble = lastBreak >= 0 && page.ink(in: lastBreak..<node) == 0
      let rest = node + 1..<range.upperBound
      let startsNote =
        isDouble || HTMLLabel.leading(page.beginning(rest).trimmingBlanks) != nil
        || beginsRaised(rest)
      if startsNote, page.ink(in: start..<node) > 0 {
        result.append(start..<node)
        start = node + 1
      }
      lastBreak = node
    }
    if page.ink(in: start..<range.upperBound) > 0 { result.append(start..<range.upperBound) }
    return result
  }

  private func beginsRaised(_ range: Range<Int>) -> Bool {
    range.prefix(12).first { page.elements[$0] == .text && page.ink(in: $0..<$0 + 1) > 0 }
      .map { page.facts[$0].contains(.superscript) && page.ink(in: $0..<$0 + 1) <= 4 } ?? false
  }
}
