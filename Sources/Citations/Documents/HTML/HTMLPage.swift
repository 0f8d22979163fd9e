/// A parsed page with what every later step asks of its nodes, computed in one pass.
struct HTMLPage: Sendable {
  /// What holds for a node because of itself or of an element around it.
  struct Facts: OptionSet, Sendable {
    let rawValue: UInt8
    static let hidden = Facts(rawValue: 1)
    static let comments = Facts(rawValue: 2)
    static let superscript = Facts(rawValue: 4)
    static let heading = Facts(rawValue: 8)
    static let quote = Facts(rawValue: 16)
    static let verbatim = Facts(rawValue: 32)
    static let item = Facts(rawValue: 64)
    static let table = Facts(rawValue: 128)
  }

  private(set) var tree: MarkupTree
  /// The bytes that were parsed.
  let source: [UInt8]
  /// What each node is.
  private(set) var elements: [HTMLElement] = []
  private(set) var facts: [Facts] = []
  /// The nearest block-level element that is the node or holds it; -1 for none.
  private(set) var blocks: [Int] = []
  /// The nearest `a` that is the node or holds it; -1 for none.
  private(set) var links: [Int] = []
  /// How many visible bytes other than white space stand before each node, and at the end of all.
  private(set) var ink: [Int] = [0]
  /// How many headings begin before each node.
  private(set) var headings: [Int] = [0]
  /// The elements that carry an id, or the `a` that carry a name; ascending.
  private(set) var ids: [String: [Int]] = [:]

  /// Number of nodes.
  var count: Int { elements.count }

  init(_ bytes: [UInt8]) {
    tree = MarkupParser.parseHTML(bytes)
    source = bytes
    let total = tree.nodes.count
    elements.reserveCapacity(total)
    facts.reserveCapacity(total)
    ink.reserveCapacity(total + 1)
    for index in 0..<total {
      if tree.nodes[index].name == "li" { endItems(before: index) }
      if tree.nodes[index].name == "p" { endAnchors(before: index) }
      add(index)
    }
  }

  /// Ends the list item that a new one stands in without a list between: `<li>a <i>b <li>c`.
  private mutating func endItems(before index: Int) {
    var node = tree.nodes[index].parent
    for _ in 0..<8 {
      guard node >= 0,
        elements[node] == .inline || tree.nodes[node].name == "p" || tree.nodes[node].name == "li"
      else { return }
      if tree.nodes[node].name == "li" { break }
      node = tree.nodes[node].parent
    }
    guard node >= 0, tree.nodes[node].name == "li" else { return }
    end(below: tree.nodes[node].parent, before: index)
  }

  /// Ends the paragraph of a named anchor that was never closed.
  ///
  /// Source: pages as `<p><a name=1>1. One.<p><a name=2>2. Two.`; browsers end the paragraph there.
  private mutating func endAnchors(before index: Int) {
    var node = tree.nodes[index].parent
    var isAnchor = false
    for _ in 0..<8 where node >= 0 && elements[node] == .inline {
      if tree.nodes[node].name == "a", tree.attribute("href", of: node) == nil { isAnchor = true }
      node = tree.nodes[node].parent
    }
    guard isAnchor, node >= 0, elements[node] != .inline else { return }
    end(below: tree.nodes[node].name == "p" ? tree.nodes[node].parent : node, before: index)
  }

  /// Makes `index` a child of `holder`, and ends there every element between them.
  private mutating func end(below holder: Int, before index: Int) {
    var open = tree.nodes[index].parent
    while open > holder {
      tree.nodes[open].end = min(tree.nodes[open].end, index)
      tree.nodes[open].sourceEnd = min(tree.nodes[open].sourceEnd, tree.nodes[index].source)
      open = tree.nodes[open].parent
    }
    tree.nodes[index].parent = holder
  }

  /// Whether a `details` is a note in the sentence: its summary is a label.
  private func isNote(_ details: Int) -> Bool {
    guard
      let summary = tree.children(of: details).prefix(4).first(where: {
        tree.nodes[$0].name == "summary"
      }),
      tree.nodes[summary].end - summary < 8
    else { return false }
    return HTMLLabel(Array(tree.textContent(of: summary).utf8)) != nil
  }

  private mutating func add(_ index: Int) {
    let node = tree.nodes[index]
    let parent = node.parent
    var facts = parent >= 0 ? self.facts[parent] : []
    var element: HTMLElement = node.kind == .text ? .text : HTMLElement(named: node.name)
    if node.name == "details", isNote(index) { element = .inline }
    if node.name == "summary", parent >= 0, elements[parent] == .inline { element = .inline }
    switch element {
    case .hidden: facts.insert(.hidden)
    case .heading: facts.insert(.heading)
    case .quote: facts.insert(.quote)
    case .verbatim: facts.insert(.verbatim)
    case .item: facts.insert(.item)
    case .cell: facts.insert(.table)
    default: break
    }
    if node.kind == .element {
      if HTMLVocabulary.isSuperscript(tree, index) { facts.insert(.superscript) }
      if element.isBlock {
        facts.remove(.superscript)
        if HTMLVocabulary.isComments(tree, index) { facts.insert(.comments) }
      }
      addNames(of: node, index)
    }
    elements.append(element)
    self.facts.append(facts)
    blocks.append(element.isBlock ? index : parent >= 0 ? blocks[parent] : -1)
    links.append(node.name == "a" ? index : parent >= 0 && !element.isBlock ? links[parent] : -1)
    let visible = element == .text && !facts.contains(.hidden) ? inkCount(node.text) : 0
    ink.append(ink[index] + visible)
    headings.append(headings[index] + (element == .heading ? 1 : 0))
  }

  private mutating func addNames(of node: MarkupTree.Node, _ index: Int) {
    for attribute in node.attributes where !attribute.value.isEmpty {
      guard attribute.name == "id" || attribute.name == "name" && node.name == "a" else { continue }
      if ids[attribute.value]?.last != index { ids[attribute.value, default: []].append(index) }
    }
  }

  private func inkCount(_ range: Range<Int>) -> Int {
    var result = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let blank = tree.text.blankLength(at: index, to: range.upperBound)
      if blank == 0 { result += 1 }
      index += max(blank, 1)
    }
    return result
  }

  /// Index just past the last node inside `node`.
  func end(_ node: Int) -> Int { tree.nodes[node].end }

  /// The nodes of a subtree.
  func subtree(_ node: Int) -> Range<Int> { node..<tree.nodes[node].end }

  /// The parent, or -1.
  func parent(_ node: Int) -> Int { node < 0 ? -1 : tree.nodes[node].parent }

  /// How many visible bytes stand in a range of nodes.
  func ink(in range: Range<Int>) -> Int { ink[range.upperBound] - ink[range.lowerBound] }

  /// Whether a range of nodes holds a heading.
  func hasHeading(_ range: Range<Int>) -> Bool {
    headings[range.upperBound] > headings[range.lowerBound]
  }

  /// The next element beside `node` with nothing visible between, or nil.
  func nextElement(after node: Int) -> Int? {
    var next = end(node)
    let parent = parent(node)
    let limit = parent >= 0 ? end(parent) : count
    while next < limit {
      if elements[next] == .text {
        guard ink(in: next..<next + 1) == 0 else { return nil }
        next += 1
      } else {
        return next
      }
    }
    return nil
  }

  /// The visible text of a range of nodes as it stands, nil if it has more than `limit` visible bytes.
  func shortText(_ range: Range<Int>, limit: Int = 32) -> [UInt8]? {
    guard range.count <= 400, ink(in: range) <= limit else { return nil }
    return text(range, atMost: .max)
  }

  /// The beginning of the visible text of a range of nodes.
  func beginning(_ range: Range<Int>) -> [UInt8] { text(range, atMost: 24) }

  private func text(_ range: Range<Int>, atMost limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    for index in range.prefix(400) where elements[index] == .text && !facts[index].contains(.hidden)
    {
      guard ink(in: index..<index + 1) > 0 else {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        continue
      }
      result.append(contentsOf: tree.text[tree.nodes[index].text])
      if result.count >= limit { break }
    }
    return result
  }

  /// Whether nothing visible stands between `node` and the line break or block edge before it.
  func beginsLine(_ node: Int) -> Bool {
    let block = blocks[node]
    if block < 0 || ink[node] == ink[block] { return true }
    var index = node - 1
    while index > block, ink[index] == ink[node], node - index < 200 {
      if elements[index] == .lineBreak || elements[index].isBlock { return true }
      index -= 1
    }
    return false
  }

  /// The element that `node` fills alone: climbs as long as the parent is inline and shows nothing more.
  func wholeInline(_ node: Int) -> Int {
    var top = node
    for _ in 0..<8 {
      let parent = parent(top)
      guard parent >= 0, elements[parent] == .inline,
        ink(in: subtree(parent)) == ink(in: subtree(top))
      else { break }
      top = parent
    }
    return top
  }
}

extension Array where Element == UInt8 {
  /// The length of the white space or invisible character at `offset`, 0 if something visible stands there.
  func blankLength(at offset: Int, to end: Int) -> Int {
    let byte = self[offset]
    if byte < 0x80 { return byte.isASCIISpace ? 1 : 0 }
    if byte == 0xC2, offset + 1 < end {
      return self[offset + 1] == 0xA0 || self[offset + 1] == 0xAD ? 2 : 0
    }
    guard byte == 0xE2 || byte == 0xEF, offset + 2 < end else { return 0 }
    switch (byte, self[offset + 1], self[offset + 2]) {
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
