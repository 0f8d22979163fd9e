/// Finds the notes that stand inside the sentence: sidenotes, tooltips, notes in an attribute.
///
/// What may be such a note is told by its role or class, or by a sign directly before it.
struct HTMLContainedNotes {
  let page: HTMLPage

  /// Adds the contained notes, their markers, and cuts for doubles of notes that are known already.
  func run(_ findings: inout HTMLFindings) {
    var taken = findings.covered(page.count)
    var markerAt: [Int: Int] = [:]
    for (index, marker) in findings.markers.enumerated() {
      markerAt[marker.nodes.lowerBound] = index
      for node in marker.nodes { taken[node] = true }
    }
    var sign: Range<Int>?
    var lastMarker: Int?
    var node = 0
    while node < page.count {
      if let marker = markerAt[node] { lastMarker = marker }
      guard !taken[node] else {
        node += 1
        continue
      }
      guard page.elements[node] == .inline || page.elements[node] == .block,
        page.facts[node].isDisjoint(with: [.hidden, .comments])
      else {
        node += 1
        continue
      }
      if let body = body(at: node, sign: sign, lastMarker: lastMarker, findings),
        body.isDouble || !body.nodes.contains(where: { taken[$0] })
      {
        add(body, &findings)
        node = max(body.nodes.upperBound, node + 1)
        sign = nil
        continue
      }
      if isSign(node), sign.map({ !$0.contains(node) }) ?? true {
        let whole = page.wholeInline(node)
        let range = page.subtree(whole >= (sign?.upperBound ?? 0) ? whole : node)
        if isRaised(node), let attribute = HTMLAttributeNote.find(in: range, page) {
          add(Body(nodes: range, sign: range, attribute: attribute), &findings)
          node = max(range.upperBound, node + 1)
          sign = nil
          continue
        }
        sign = range
      }
      node += 1
    }
  }

  private struct Body {
    var nodes: Range<Int>
    /// The sign before the note that is no part of it.
    var sign: Range<Int>?
    var attribute: String?
    var isDouble = false
  }

  private func add(_ body: Body, _ findings: inout HTMLFindings) {
    if body.isDouble {
      findings.cuts.append(HTMLCut(nodes: body.nodes))
      return
    }
    var note = HTMLFoundNote(body.nodes, place: body.attribute.map { .attribute($0) } ?? .contained)
    let sign = body.sign ?? body.nodes.lowerBound..<body.nodes.lowerBound
    let label = page.shortText(sign).flatMap { HTMLLabel($0) }
    note.label = label
    var marker = HTMLFoundMarker(nodes: sign, label: label)
    marker.note = findings.notes.count
    marker.pairing = .link
    findings.notes.append(note)
    findings.markers.append(marker)
  }

  /// Whether an element is a sign that has no note yet: a raised number, a number in an element named for notes.
  private func isSign(_ node: Int) -> Bool {
    let range = page.subtree(node)
    guard page.elements[node] == .inline, 1...10 ~= page.ink(in: range),
      let text = page.shortText(range), let label = HTMLLabel(text),
      label.kind != .word || label.isBracketed
    else { return false }
    return isRaised(node) || page.tree.nodes[node].name == "a" || label.isBracketed
      || label.kind == .symbol
  }

  /// Whether the look or class of a sign speaks for a note, not only its number.
  private func isRaised(_ node: Int) -> Bool {
    page.facts[node].contains(.superscript) || HTMLVocabulary.isNoteBody(page.tree, node)
      || page.shortText(page.subtree(node)).flatMap { HTMLLabel($0) }?.isBracketed == true
  }

  private func body(
    at node: Int, sign: Range<Int>?, lastMarker: Int?, _ findings: HTMLFindings
  ) -> Body? {
    if page.tree.nodes[node].name == "label" { return labelledBody(node) }
    if page.tree.nodes[node].name == "details" { return details(node) }
    guard isBodyElement(node) else { return nil }
    let range = page.subtree(node)
    if let lastMarker, isDouble(range, of: lastMarker, findings) {
      return Body(nodes: range, isDouble: true)
    }
    let before = sign.flatMap {
      page.ink[$0.upperBound] == page.ink[node]
        && page.blocks[$0.lowerBound] == page.blocks[max(page.parent(node), 0)] ? $0 : nil
    }
    let block = page.parent(node) >= 0 ? page.blocks[page.parent(node)] : -1
    guard block >= 0, before != nil || page.ink(in: page.subtree(block)) > page.ink(in: range)
    else { return nil }
    guard before != nil || !HTMLVocabulary.isWeakNoteBody(page.tree, node) else { return nil }
    return Body(nodes: range, sign: before)
  }

  private func isBodyElement(_ node: Int) -> Bool {
    let name = page.tree.nodes[node].name
    guard !["a", "sup", "button", "abbr", "em", "strong", "b"].contains(name) else { return false }
    let range = page.subtree(node)
    guard page.ink(in: range) > 3, !page.hasHeading(range) else { return false }
    if page.elements[node] == .block {
      let parent = page.parent(node)
      guard parent >= 0, name != "p",
        page.tree.nodes[parent].name == "p" || page.elements[parent] == .inline
      else { return false }
    }
    guard
      HTMLVocabulary.isNoteBody(page.tree, node) || HTMLVocabulary.isMargin(page.tree, node)
        || HTMLVocabulary.semantics(page.tree, node).contains("tooltip")
    else { return false }
    return page.shortText(range).map { HTMLLabel($0) == nil } ?? true
  }

  /// Whether a popup repeats the note of the marker before it.
  private func isDouble(_ range: Range<Int>, of marker: Int, _ findings: HTMLFindings) -> Bool {
    guard let note = findings.markers[marker].note, findings.notes[note].place == .apart,
      page.ink[range.lowerBound] == page.ink[findings.markers[marker].nodes.upperBound]
    else { return false }
    let whole = HTMLNoteText(page: page, cuts: .none)
    let here = whole.read(HTMLFoundNote(range)).text.utf8
    let there = whole.raw(findings.notes[note].nodes).text.utf8
    let head = Array(here.prefix(24))
    return there.firstOffset(of: head, from: 0) != nil
  }

  /// A note shown by a checkbox: `label`, `input`, and the element after them.
  ///
  /// Source: the Tufte CSS pattern; the number is made by a counter of the style sheet.
  private func labelledBody(_ node: Int) -> Body? {
    guard let id = page.tree.attribute("for", of: node), let input = page.ids[id]?.first,
      page.tree.nodes[input].name == "input",
      let text = page.shortText(page.subtree(node), limit: 8),
      text.trimmingBlanks.isEmpty || HTMLLabel(text) != nil
        || !text.contains(where: \.isASCIIAlphanumeric)
    else { return nil }
    var next = page.nextElement(after: page.wholeInline(node))
    for _ in 0..<4 {
      guard let element = next, page.ink(in: page.subtree(element)) == 0 else { break }
      next = page.nextElement(after: element)
    }
    guard let body = next, page.elements[body] == .inline || page.elements[body] == .block,
      page.tree.nodes[body].name != "p", !page.hasHeading(page.subtree(body))
    else { return nil }
    return Body(nodes: page.subtree(body), sign: page.subtree(node))
  }

  /// `<details>` whose summary is a label.
  private func details(_ node: Int) -> Body? {
    let children = Array(page.tree.children(of: node).prefix(8))
    guard let summary = children.first(where: { page.tree.nodes[$0].name == "summary" }),
      let text = page.shortText(page.subtree(summary)), HTMLLabel(text) != nil,
      page.end(summary) < page.end(node)
    else { return nil }
    return Body(nodes: page.end(summary)..<page.end(node), sign: page.subtree(summary))
  }
}
