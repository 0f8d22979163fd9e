/// Signs in the text that look like markers and have no link: `<sup>1</sup>`, `¹`, `[1]`, `†`.
struct HTMLUnlinkedMarkers {
  /// A sign that may be a marker.
  struct Sign: Sendable {
    var nodes: Range<Int>
    /// The bytes of the sign where it is part of one text node.
    var part: Range<Int>?
    var label: HTMLLabel
    /// Whether it is marked up as a marker though its note is not on the page.
    var isDangling = false
  }

  let page: HTMLPage
  /// Flags of nodes that are notes or markers already.
  let taken: [Bool]
  /// Links whose place is not on the page.
  private let dangling: Set<Int>

  init(page: HTMLPage, taken: [Bool], dangling: Set<Int>) {
    self.page = page
    self.taken = taken
    self.dangling = dangling
  }

  /// All signs in order.
  func all() -> [Sign] {
    var result: [Sign] = []
    var node = 0
    while node < page.count {
      let facts = page.facts[node]
      guard !taken[node], facts.isDisjoint(with: [.hidden, .comments, .verbatim]) else {
        node += 1
        continue
      }
      if page.elements[node] == .inline, let sign = element(node) {
        result.append(sign)
        node = max(sign.nodes.upperBound, node + 1)
        continue
      }
      if page.elements[node] == .text {
        if facts.contains(.superscript) {
          addList(node, &result)
        } else {
          addCharacters(node, &result)
        }
      }
      node += 1
    }
    return result
  }

  private func element(_ node: Int) -> Sign? {
    let range = page.subtree(node)
    guard 1...8 ~= page.ink(in: range), let text = page.shortText(range),
      let label = HTMLLabel(text)
    else { return nil }
    let isLink = page.tree.nodes[node].name == "a"
    let isRaised = page.facts[node].contains(.superscript)
    let link = range.prefix(6).first { dangling.contains($0) }
    guard isRaised || link != nil || isLink && (label.isBracketed || label.isRaised),
      !startsBlock(node)
    else { return nil }
    if label.kind == .number, link == nil, isExponent(before: node, label) { return nil }
    let nodes = page.subtree(
      page.wholeInline(node) < node && taken[page.wholeInline(node)] ? node : page.wholeInline(node)
    )
    return Sign(
      nodes: nodes.lowerBound == node ? nodes : range, label: label, isDangling: link != nil)
  }

  private func startsBlock(_ node: Int) -> Bool {
    !page.facts[node].contains(.table) && page.beginsLine(node)
  }

  /// Whether a raised number stands after a number, a unit or a single letter.
  private func isExponent(before node: Int, _ label: HTMLLabel) -> Bool {
    guard node > 0, page.elements[node - 1] == .text else { return false }
    return isExponent(
      at: page.tree.nodes[node - 1].text.upperBound,
      from: page.tree.nodes[node - 1].text.lowerBound, label)
  }

  private func isExponent(at offset: Int, from start: Int, _ label: HTMLLabel) -> Bool {
    let bytes = page.tree.text
    guard offset > start else { return false }
    if bytes[offset - 1].isASCIIDigit { return true }
    var low = offset
    while low > start, offset - low < 4, bytes[low - 1].isASCIILetter { low -= 1 }
    let word = bytes[low..<offset].string
    if word.utf8.count == 1, low == start || !bytes[low - 1].isUTF8Continuation, word != "a",
      word != "I"
    {
      return true
    }
    return (label.number ?? 0) <= 3 && ["km", "cm", "mm", "ft", "dm", "mi", "nm"].contains(word)
  }

  /// Several numbers in one raised text: `<sup>1,2</sup>`.
  private func addList(_ node: Int, _ result: inout [Sign]) {
    let range = page.tree.nodes[node].text
    let bytes = page.tree.text[range]
    guard bytes.count <= 24, bytes.contains(0x2C), !startsBlock(node),
      bytes.allSatisfy({ $0.isASCIIDigit || $0 == 0x2C || $0 == 0x20 })
    else { return }
    var start = range.lowerBound
    for part in bytes.split(separator: 0x2C, omittingEmptySubsequences: false) {
      let end = min(part.endIndex + (part.endIndex < range.upperBound ? 1 : 0), range.upperBound)
      if let label = HTMLLabel(Array(part)) {
        result.append(Sign(nodes: node..<node + 1, part: start..<end, label: label))
      }
      start = end
    }
  }

  /// Raised digits, `[1]` and daggers in running text.
  private func addCharacters(_ node: Int, _ result: inout [Sign]) {
    let range = page.tree.nodes[node].text
    let bytes = page.tree.text
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      guard byte == 0x5B || byte == 0xC2 || byte == 0xE2 else {
        offset += 1
        continue
      }
      if let end = signEnd(at: offset, range), let label = HTMLLabel(Array(bytes[offset..<end])),
        offset > range.lowerBound || !startsBlock(node)
      {
        let isExponent = label.isRaised && isExponent(at: offset, from: range.lowerBound, label)
        if !isExponent {
          result.append(Sign(nodes: node..<node + 1, part: offset..<end, label: label))
        }
        offset = end
      } else {
        offset += byte == 0x5B ? 1 : bytes.scalar(at: offset).length
      }
    }
  }

  private func signEnd(at start: Int, _ range: Range<Int>) -> Int? {
    let bytes = page.tree.text
    var end = start + 1
    if bytes[start] == 0x5B {
      while end < range.upperBound, bytes[end].isASCIIDigit, end - start <= 3 { end += 1 }
      guard end > start + 1, end < range.upperBound, bytes[end] == 0x5D else { return nil }
      return end + 1
    }
    // The rest of a run that is no marker is none.
    if start > range.lowerBound, let before = bytes.scalar(before: start)?.scalar,
      HTMLLabel.raisedDigit(before) != nil
    {
      return nil
    }
    end = start
    while end < range.upperBound, end - start < 12, bytes[end] == 0xC2 || bytes[end] == 0xE2 {
      let found = bytes.scalar(at: end)
      let isDagger = found.scalar == "†" || found.scalar == "‡"
      guard HTMLLabel.raisedDigit(found.scalar) != nil || isDagger else { break }
      end += found.length
    }
    guard end > start else { return nil }
    // "¹³C" is no marker.
    if end < range.upperBound, bytes[end].isASCIILetter, start > range.lowerBound,
      bytes[start - 1] == 0x20
    {
      return nil
    }
    return end
  }
}
