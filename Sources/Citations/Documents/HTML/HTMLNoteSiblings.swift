/// Finds the notes that no link names beside those that one does: blocks of the same container and element.
///
/// What tells them from other blocks is a name of the same shape, or the next number.
struct HTMLNoteSiblings {
  /// The notes of one container and element.
  private struct Group {
    var parent: Int
    var name: String
    var notes: [Int] = []
    /// The shapes of the names by which links find these notes.
    var patterns: Set<String> = []
    /// Whether all of them show a label.
    var isLabelled = true
    /// Whether all their markers stand before the first of them.
    var isTail = false
  }

  private struct Key: Hashable {
    var parent: Int
    var name: String
  }

  let page: HTMLPage

  /// Adds the notes to `findings`.
  ///
  /// - Complexity: O(*n*) in the nodes and text of the page; a container is passed once for each kind of its notes.
  func run(_ findings: inout HTMLFindings) {
    let groups = groups(findings)
    guard !groups.isEmpty else { return }
    var noteAt: [Int: Int] = [:]
    var busy = findings.covered(page.count)
    for (index, note) in findings.notes.enumerated() where note.place == .apart {
      noteAt[note.nodes.lowerBound] = index
    }
    for marker in findings.markers {
      for node in marker.nodes { busy[node] = true }
    }
    var count = [0]
    count.reserveCapacity(busy.count + 1)
    for flag in busy { count.append((count.last ?? 0) + (flag ? 1 : 0)) }
    for group in groups {
      var children = children(of: group, noteAt, busy: count, findings)
      findNamed(&children, group)
      if group.isTail, group.isLabelled { findNumbered(&children) }
      for child in children where child.isNew {
        var note = HTMLFoundNote(child.nodes)
        note.label = child.label
        findings.notes.append(note)
      }
    }
  }

  // MARK: Groups

  private func groups(_ findings: HTMLFindings) -> [Group] {
    var places: [Key: Int] = [:]
    var groups: [Group] = []
    var inGroup = [Int](repeating: -1, count: findings.notes.count)
    let reader = HTMLNoteText(page: page, cuts: .none)
    for (index, note) in findings.notes.enumerated() {
      let top = note.nodes.lowerBound
      let element = page.elements[top]
      guard let target = note.target, note.place == .apart, element.isBlock, element.canBeNote,
        page.tree.nodes[top].name != "li", page.parent(top) >= 0
      else { continue }
      let key = Key(parent: page.parent(top), name: page.tree.nodes[top].name)
      let place = places[key] ?? groups.count
      if place == groups.count { groups.append(Group(parent: key.parent, name: key.name)) }
      places[key] = place
      inGroup[index] = place
      groups[place].notes.append(index)
      groups[place].patterns.formUnion(page.namePatterns(of: target))
      if reader.read(note).label == nil { groups[place].isLabelled = false }
    }
    let inText = markPlaces(findings, inGroup, &groups)
    for place in groups.indices { groups[place].patterns.subtract(inText) }
    return groups
  }

  /// Finds which groups stand after all of their markers; returns the shapes of the names of paragraphs with markers.
  ///
  /// Where every paragraph has a name of one shape, that shape does not tell the notes.
  private func markPlaces(_ findings: HTMLFindings, _ inGroup: [Int], _ groups: inout [Group])
    -> Set<String>
  {
    var last = [Int](repeating: -1, count: groups.count)
    let inNote = findings.covered(page.count)
    var inText: Set<String> = []
    for marker in findings.markers {
      guard let note = marker.note, inGroup[note] >= 0, !marker.nodes.isEmpty,
        !inNote[marker.nodes.lowerBound]
      else { continue }
      last[inGroup[note]] = max(last[inGroup[note]], marker.nodes.lowerBound)
      let block = page.blocks[marker.nodes.lowerBound]
      if block >= 0 { inText.formUnion(page.namePatterns(of: block)) }
    }
    for place in groups.indices {
      let first = groups[place].notes.map { findings.notes[$0].nodes.lowerBound }.min() ?? 0
      groups[place].isTail = last[place] < first
    }
    return inText
  }

  // MARK: Children

  /// A block of a container that shows something.
  private struct Child {
    var nodes: Range<Int>
    /// Whether it is a note, known before or found now.
    var isNote = false
    /// Whether it was found now.
    var isNew = false
    /// Whether it may be one of the group's notes.
    var isFree = false
    var label: HTMLLabel?
  }

  private func children(
    of group: Group, _ noteAt: [Int: Int], busy: [Int], _ findings: HTMLFindings
  ) -> [Child] {
    var result: [Child] = []
    var next = group.parent + 1
    while next < page.end(group.parent) {
      let node = next
      next = max(page.end(node), node + 1)
      if let note = noteAt[node] {
        let nodes = findings.notes[note].nodes
        next = max(next, nodes.upperBound)
        result.append(Child(nodes: nodes, isNote: true, label: findings.notes[note].label))
        continue
      }
      var isFree =
        page.tree.nodes[node].name == group.name
        && page.facts[node].isDisjoint(with: [.hidden, .comments])
      var last = node
      while isFree, group.name == "dt", let more = page.nextElement(after: last),
        page.tree.nodes[more].name == "dd"
      {
        last = more
      }
      next = max(next, page.end(last))
      let nodes = node..<next
      guard page.ink(in: nodes) > 0 else { continue }
      if busy[nodes.upperBound] > busy[nodes.lowerBound] || page.hasHeading(nodes) {
        isFree = false
      }
      result.append(Child(nodes: nodes, isFree: isFree))
    }
    return result
  }

  /// The label that a block shows.
  private func label(_ child: Child) -> HTMLLabel? {
    HTMLNoteText(page: page, cuts: .none).read(HTMLFoundNote(child.nodes)).label
  }

  /// Takes the blocks with a name of the same shape as the notes; where those show labels, these must.
  private func findNamed(_ children: inout [Child], _ group: Group) {
    guard !group.patterns.isEmpty else { return }
    for index in children.indices where children[index].isFree {
      let names = page.namePatterns(in: children[index].nodes)
      guard names.contains(where: group.patterns.contains) else { continue }
      let label = label(children[index])
      if !group.isLabelled || label != nil { take(&children[index], label) }
    }
  }

  /// Takes the blocks next to a note that show the next number, or the one before.
  private func findNumbered(_ children: inout [Child]) {
    for (here, next) in zip(children.indices, children.indices.dropFirst()) {
      takeNumber(&children, next, beside: here, step: 1)
    }
    for (here, next) in zip(children.indices.dropFirst(), children.indices).reversed() {
      takeNumber(&children, next, beside: here, step: -1)
    }
  }

  private func takeNumber(_ children: inout [Child], _ index: Int, beside note: Int, step: Int) {
    guard children[index].isFree, !children[index].isNote, children[note].isNote,
      let number = children[note].label?.number, let label = label(children[index]),
      label.kind == .number, label.number == number + step
    else { return }
    take(&children[index], label)
  }

  private func take(_ child: inout Child, _ label: HTMLLabel?) {
    child.isNote = true
    child.isNew = true
    child.label = label
  }
}
