/// Finds the ways back inside notes: arrows, repeated labels, "Jump up", lists of letters.
struct HTMLBacklinks {
  let page: HTMLPage
  let references: [HTMLReference]

  /// Adds cuts for the backlinks of all notes to `findings`.
  func run(_ findings: inout HTMLFindings) {
    var byNode: [Int: Int] = [:]
    for (index, reference) in references.enumerated() { byNode[reference.node] = index }
    let homes = markerBlocks(findings)
    for (index, note) in findings.notes.enumerated() {
      var node = note.nodes.lowerBound
      while node < note.nodes.upperBound {
        let name = page.tree.nodes[node].name
        guard name == "a" || name == "button", !page.facts[node].contains(.hidden) else {
          node += 1
          continue
        }
        if isBacklink(node, byNode[node].map { references[$0] }, home: homes[index]) {
          var top = page.wholeInline(node)
          if top < note.nodes.lowerBound || page.end(top) > note.nodes.upperBound { top = node }
          if top == note.nodes.lowerBound, page.end(top) == note.nodes.upperBound { top = node }
          findings.cuts.append(HTMLCut(nodes: page.subtree(top)))
          node = max(page.end(top), node + 1)
        } else {
          node = page.end(node)
        }
      }
    }
  }

  /// The blocks in which the markers of each note stand.
  private func markerBlocks(_ findings: HTMLFindings) -> [Set<Int>] {
    var result = [Set<Int>](repeating: [], count: findings.notes.count)
    for marker in findings.markers {
      if let note = marker.note { result[note].insert(page.blocks[marker.nodes.lowerBound]) }
    }
    return result
  }

  private func isBacklink(_ node: Int, _ reference: HTMLReference?, home: Set<Int>) -> Bool {
    guard let text = page.shortText(page.subtree(node), limit: 60) else { return false }
    if HTMLBackwords.isArrow(text) { return true }
    if reference?.saysBack == true { return true }
    if HTMLVocabulary.semantics(page.tree, node).contains(where: HTMLVocabulary.backlink.contains) {
      return true
    }
    let leadsHome =
      reference?.nearTargets.contains { target in
        home.contains(page.blocks[target])
          || page.elements[target].isBlock && home.contains { page.subtree(target).contains($0) }
      } ?? false
    guard leadsHome else {
      // A way back that leads nowhere on this page still is none of the note's words.
      return HTMLBackwords.isWord(text) && isLocal(node) && text.count <= 24
    }
    return HTMLLabel(text) != nil || HTMLBackwords.isWord(text)
  }

  private func isLocal(_ node: Int) -> Bool {
    page.tree.attribute("href", of: node)?.utf8.first == 0x23
  }
}
