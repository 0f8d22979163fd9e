/// Completes the notes that links name by what stands between them: list items and paragraphs without a link.
struct HTMLNoteLists {
  let page: HTMLPage

  /// Adds notes without a marker, gives list numbers, and joins the paragraphs of one note.
  func run(_ findings: inout HTMLFindings) {
    addItems(&findings)
    HTMLNoteSiblings(page: page).run(&findings)
    joinParagraphs(&findings)
  }

  private func addItems(_ findings: inout HTMLFindings) {
    var lists: [Int] = []
    var noteOfItem: [Int: Int] = [:]
    var counts: [Int: Int] = [:]
    var patterns: [Int: Set<String>] = [:]
    for (index, note) in findings.notes.enumerated() {
      let top = note.nodes.lowerBound
      guard page.tree.nodes[top].name == "li", note.place == .apart else { continue }
      noteOfItem[top] = index
      let list = page.parent(top)
      if counts[list] == nil { lists.append(list) }
      counts[list, default: 0] += 1
      if let target = note.target {
        patterns[list, default: []].formUnion(page.namePatterns(of: target))
      }
    }
    var added: [HTMLFoundNote] = []
    for list in lists where list >= 0 {
      let items = Self.items(of: list, page)
      let isMostlyNotes = counts[list, default: 0] * 2 >= items.count
      for item in items {
        if let note = noteOfItem[item.node] {
          findings.notes[note].listLabel = item.label
        } else if page.ink(in: page.subtree(item.node)) > 0 {
          let nodes = page.subtree(item.node)
          // In a list that counts, or among items that links could name, an item without a link still is a note.
          let isAlike =
            isMostlyNotes || item.label != nil
            || page.namePatterns(in: nodes).contains { patterns[list]?.contains($0) ?? false }
          guard isAlike else { continue }
          var note = HTMLFoundNote(nodes)
          note.listLabel = item.label
          added.append(note)
        }
      }
    }
    findings.notes += added
  }

  /// The items of a list with the labels that an ordered list gives them.
  static func items(of list: Int, _ page: HTMLPage) -> [(node: Int, label: HTMLLabel?)] {
    let isOrdered = page.tree.nodes[list].name == "ol"
    let isNumbered = page.tree.attribute("type", of: list).map { $0 == "1" } ?? true
    var number = page.tree.attribute("start", of: list).flatMap { Int($0) } ?? 1
    var result: [(node: Int, label: HTMLLabel?)] = []
    for child in page.tree.children(of: list) where page.elements[child] == .item {
      if let value = page.tree.attribute("value", of: child).flatMap({ Int($0) }) { number = value }
      let text = isNumbered ? "\(number)" : letters(number)
      result.append((child, isOrdered ? HTMLLabel(Array(text.utf8)) : nil))
      number += number < Int.max ? 1 : 0
    }
    return result
  }

  private static func letters(_ number: Int) -> String {
    guard 1...26 ~= number, let scalar = Unicode.Scalar(UInt32(0x60 + number)) else {
      return "\(number)"
    }
    return String(Character(scalar))
  }

  /// Gives a note the paragraphs between it and the next one, where notes are paragraphs side by side.
  private func joinParagraphs(_ findings: inout HTMLFindings) {
    let firstMarker = firstMarkers(findings)
    let order = findings.notes.indices.sorted {
      findings.notes[$0].nodes.lowerBound < findings.notes[$1].nodes.lowerBound
    }
    var added: [HTMLFoundNote] = []
    for (left, right) in zip(order, order.dropFirst()) {
      let top = findings.notes[left].nodes.lowerBound
      let next = findings.notes[right].nodes.lowerBound
      let end = findings.notes[left].nodes.upperBound
      guard findings.notes[left].place == .apart, page.elements[top] == .block,
        page.elements[next] == .block, page.parent(top) == page.parent(next), end < next,
        firstMarker.place[right] < top, page.ink(in: end..<next) > 0,
        !page.hasHeading(end..<next),
        !firstMarker.isGuess[right] || hasOnly(page.tree.nodes[top].name, in: end..<next)
      else { continue }
      added += fill(end..<next, after: left, &findings)
    }
    findings.notes += added
  }

  /// Where the first marker of each note stands, and whether that is a guess.
  ///
  /// A note without a marker stands as the others of its container do, if several are linked and all follow their
  /// markers; a note without a place is given the last.
  private func firstMarkers(_ findings: HTMLFindings) -> (place: [Int], isGuess: [Bool]) {
    var place = [Int](repeating: .max, count: findings.notes.count)
    var isGuess = [Bool](repeating: false, count: findings.notes.count)
    let parents = findings.notes.map { page.parent($0.nodes.lowerBound) }
    var lastMarker: [Int: Int] = [:]
    var firstNote: [Int: Int] = [:]
    var linked: [Int: Int] = [:]
    for marker in findings.markers {
      guard let note = marker.note else { continue }
      if place[note] == .max { linked[parents[note], default: 0] += 1 }
      place[note] = min(place[note], marker.nodes.lowerBound)
      lastMarker[parents[note]] = max(
        lastMarker[parents[note], default: 0], marker.nodes.lowerBound)
    }
    for (index, note) in findings.notes.enumerated() where note.place == .apart {
      let top = note.nodes.lowerBound
      firstNote[parents[index]] = min(firstNote[parents[index], default: top], top)
    }
    for note in place.indices where place[note] == .max && linked[parents[note], default: 0] > 1 {
      if let last = lastMarker[parents[note]], let first = firstNote[parents[note]], last < first {
        place[note] = last
        isGuess[note] = true
      }
    }
    return (place, isGuess)
  }

  /// Whether all blocks of a range of siblings are elements of that name.
  private func hasOnly(_ name: String, in range: Range<Int>) -> Bool {
    var node = range.lowerBound
    while node < range.upperBound {
      if page.elements[node].isBlock, page.tree.nodes[node].name != name { return false }
      node = max(page.end(node), node + 1)
    }
    return true
  }

  /// Shares out the blocks between two notes: one with the next label is a note of its own, others continue the first.
  private func fill(_ gap: Range<Int>, after left: Int, _ findings: inout HTMLFindings)
    -> [HTMLFoundNote]
  {
    var blocks: [Int] = []
    var node = gap.lowerBound
    while node < gap.upperBound {
      if page.elements[node] == .rule || page.elements[node] == .figure { return [] }
      if page.elements[node].isBlock { blocks.append(node) }
      node = max(page.end(node), node + 1)
    }
    guard blocks.count <= 12 else { return [] }
    var number = findings.notes[left].label?.number
    var added: [HTMLFoundNote] = []
    let reader = HTMLNoteText(page: page, cuts: .none)
    for block in blocks {
      let range = block..<min(page.end(block), gap.upperBound)
      if let last = number, let label = reader.read(HTMLFoundNote(range)).label,
        label.number == last + 1
      {
        var note = HTMLFoundNote(range)
        note.label = label
        added.append(note)
        number = last + 1
      } else if added.isEmpty {
        findings.notes[left].nodes = findings.notes[left].nodes.lowerBound..<range.upperBound
      } else {
        added[added.count - 1].nodes = added[added.count - 1].nodes.lowerBound..<range.upperBound
      }
    }
    return added
  }
}
