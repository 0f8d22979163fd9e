/// Finds the notes that links name, and their markers.
///
/// A link is a marker by its look (a number, letter or symbol, raised or in brackets) or its role, and by what it names:
/// a place that links back, that is a list item, that begins with the same label. The words in an id never matter:
/// some sites name the marker "note" and the note "ref".
struct HTMLLinkPairing {
  private struct Candidate {
    var reference: Int
    var target: Int
  }

  let page: HTMLPage
  let references: [HTMLReference]

  /// Adds the notes and markers of all links to `findings`.
  func run(_ findings: inout HTMLFindings) {
    let candidates = candidates()
    let regions = HTMLRegions(page: page, targets: candidates.map(\.target))
    var accepted: [Candidate] = []
    var known: [Int: Range<Int>] = [:]
    var inNote = [Bool](repeating: false, count: page.count)
    for wantsForward in [true, false] {
      for candidate in candidates
      where (candidate.target > references[candidate.reference].node) == wantsForward {
        let reference = references[candidate.reference]
        // Inside a note that is known, a link that may lead back does.
        let mayLeadBack = reference.nearTargets.first.map { $0 < reference.node } ?? false
        if inNote[reference.node], mayLeadBack { continue }
        let region =
          known[candidate.target] ?? regions.region(of: candidate.target, markers: [reference.node])
        known[candidate.target] = region
        guard accepts(reference, candidate.target, region) else { continue }
        accepted.append(candidate)
        if wantsForward { mark(region, &inNote) }
      }
    }
    addNotes(accepted, &findings)
  }

  private func mark(_ region: Range<Int>, _ flags: inout [Bool]) {
    // Stops where a note was marked before: regions of one target are marked once.
    var node = region.lowerBound
    while node < region.upperBound, !flags[node] {
      flags[node] = true
      node += 1
    }
  }

  private func candidates() -> [Candidate] {
    references.indices.compactMap { index in
      let reference = references[index]
      guard Self.isMarkerShaped(reference), !page.facts[reference.node].contains(.comments),
        let target = reference.forwardTarget
      else { return nil }
      let facts = page.facts[target]
      guard !page.subtree(target).contains(reference.node),
        !page.subtree(reference.node).contains(target),
        facts.isDisjoint(with: [.hidden, .heading, .comments])
      else { return nil }
      return Candidate(reference: index, target: target)
    }
  }

  static func isMarkerShaped(_ reference: HTMLReference) -> Bool {
    if reference.saysBack { return false }
    if reference.saysNote { return reference.ink <= 24 }
    guard let label = reference.label else {
      return reference.isSuperscript && 1...8 ~= reference.ink
    }
    return label.kind != .word || reference.isStrong
  }

  private func accepts(_ reference: HTMLReference, _ target: Int, _ region: Range<Int>) -> Bool {
    let isBody =
      HTMLVocabulary.isNoteBody(page.tree, target)
      || HTMLVocabulary.isNoteBody(page.tree, region.lowerBound)
      || isInNoteList(region.lowerBound)
    guard page.ink(in: region) > 0, isBody || !page.hasHeading(region),
      !region.contains(reference.node),
      isBody || page.elements[target].canBeNote || page.elements[target] == .lineBreak
    else { return false }
    let back = linkBack(from: region, to: reference.node)
    let isForward = target > reference.node
    let startsBlock = page.beginsLine(region.lowerBound)
    if let back, reference.startsBlock, !page.beginsLine(back.node) {
      // The note stands first, and this is its way back.
      return false
    }
    guard isForward else {
      return reference.saysNote || isBody
        || back != nil && back?.startsBlock == true && !reference.startsBlock
    }
    let isCell = page.facts[reference.node].contains(.table)
    if reference.startsBlock, !reference.isStrong, !isCell { return back != nil }
    if reference.saysNote || isBody || back != nil { return true }
    guard let label = reference.label, startsBlock || page.elements[target] == .item else {
      return false
    }
    if reference.isStrong { return true }
    guard label.kind == .number else { return false }
    // Old pages write "(1)" and name the same sign at the note; an equation has its number behind it.
    if label.isParenthesised, startsBlock, page.tree.nodes[target].name == "a",
      page.shortText(page.subtree(target)).flatMap({ HTMLLabel($0) })?.text == label.text
    {
      return true
    }
    guard reference.isGlued else { return false }
    if page.elements[region.lowerBound] == .item { return true }
    return HTMLLabel.leading(page.beginning(region).trimmingBlanks)?.label.text == label.text
  }

  /// Whether a list or section around a node says that it holds notes.
  private func isInNoteList(_ node: Int) -> Bool {
    var parent = page.parent(node)
    for _ in 0..<4 where parent >= 0 {
      if HTMLVocabulary.semantics(page.tree, parent).contains(
        where: HTMLVocabulary.noteList.contains)
      {
        return true
      }
      parent = page.parent(parent)
    }
    return false
  }

  /// The link inside a note that leads to the block of `marker`.
  private func linkBack(from region: Range<Int>, to marker: Int) -> HTMLReference? {
    let first = firstReference(from: region.lowerBound)
    let last = firstReference(from: region.upperBound)
    // The way back stands at one end of a note.
    for index in first..<last where index < first + 6 || index >= last - 6 {
      let leads = references[index].nearTargets.contains { target in
        page.blocks[target] == page.blocks[marker] || page.subtree(target).contains(marker)
      }
      if leads { return references[index] }
    }
    return nil
  }

  private func firstReference(from node: Int) -> Int {
    references.partitionPoint { $0.node < node }
  }

  // MARK: Notes and markers

  private func addNotes(_ accepted: [Candidate], _ findings: inout HTMLFindings) {
    var markersOf: [Int: [Int]] = [:]
    for candidate in accepted {
      markersOf[candidate.target, default: []].append(references[candidate.reference].node)
    }
    let regions = HTMLRegions(page: page, targets: accepted.map(\.target))
    let found = markersOf.keys.sorted()
      .map {
        (
          target: $0,
          nodes: regions.region(of: $0, markers: Array(markersOf[$0, default: []].prefix(8)))
        )
      }
      .sorted {
        ($0.nodes.lowerBound, -$0.nodes.upperBound) < ($1.nodes.lowerBound, -$1.nodes.upperBound)
      }
    var noteOf: [Int: Int] = [:]
    for (target, nodes) in found {
      if let last = findings.notes.last, nodes.lowerBound < last.nodes.upperBound {
        noteOf[target] = findings.notes.count - 1
        continue
      }
      var note = HTMLFoundNote(nodes)
      note.target = target
      if isComment(target) {
        note.place = .comment
      } else if isInSentence(nodes) {
        note.place = .contained
      }
      noteOf[target] = findings.notes.count
      findings.notes.append(note)
    }
    addMarkers(noteOf, &findings)
  }

  /// Google Docs exports its comments in the shape of notes; only the names of the anchors tell them apart.
  private func isComment(_ target: Int) -> Bool {
    ["id", "name"].contains { page.tree.attribute($0, of: target)?.hasPrefix("cmnt") ?? false }
  }

  /// Whether a region is an inline element with other text of its block around it.
  private func isInSentence(_ nodes: Range<Int>) -> Bool {
    let top = nodes.lowerBound
    guard nodes.upperBound == page.end(top), page.blocks[top] >= 0, page.elements[top] == .inline,
      page.tree.nodes[top].name != "a"
    else { return false }
    return page.ink[top] > page.ink[page.blocks[top]]
  }

  private func addMarkers(_ noteOf: [Int: Int], _ findings: inout HTMLFindings) {
    var inNote = [Int](repeating: -1, count: page.count)
    for (index, note) in findings.notes.enumerated() {
      for node in note.nodes { inNote[node] = index }
    }
    var isUsed = [Bool](repeating: false, count: findings.notes.count)
    var markerEnd = 0
    for reference in references where Self.isMarkerShaped(reference) && reference.node >= markerEnd
    {
      guard let target = reference.forwardTarget, let note = noteOf[target],
        inNote[reference.node] != note,
        !page.facts[reference.node].contains(.comments)
      else { continue }
      let isNested = inNote[reference.node] >= 0
      if isNested
        ? !reference.isStrong : !(reference.isStrong || reference.isGlued || !isUsed[note])
      {
        continue
      }
      isUsed[note] = true
      let nodes = markerNodes(reference)
      markerEnd = nodes.upperBound
      if findings.notes[note].place == .comment {
        findings.cuts.append(HTMLCut(nodes: nodes))
        continue
      }
      var marker = HTMLFoundMarker(nodes: nodes, label: reference.label)
      marker.note = note
      marker.pairing = .link
      if findings.notes[note].label == nil { findings.notes[note].label = reference.label }
      findings.markers.append(marker)
      findings.cuts += bracketCuts(around: nodes)
    }
  }

  /// The sign of a link: with the elements and brackets that hold nothing else.
  private func markerNodes(_ reference: HTMLReference) -> Range<Int> {
    var top = page.wholeInline(reference.node)
    for _ in 0..<3 {
      let parent = page.parent(top)
      guard let label = reference.label, parent >= 0, page.elements[parent] == .inline,
        page.ink(in: page.subtree(parent)) <= reference.ink + 2,
        let text = page.shortText(page.subtree(parent)),
        HTMLLabel(text)?.text == label.text
      else { break }
      top = parent
    }
    return page.subtree(top)
  }

  /// The square brackets that stand as bare text on both sides of a marker.
  private func bracketCuts(around nodes: Range<Int>) -> [HTMLCut] {
    let before = nodes.lowerBound - 1
    let after = nodes.upperBound
    guard before >= 0, after < page.count, page.elements[before] == .text,
      page.elements[after] == .text
    else { return [] }
    let left = page.tree.nodes[before].text
    let right = page.tree.nodes[after].text
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let last = page.tree.text[left].suffix(4).trimmingBlanks
    let next = page.tree.text[right].prefix(4).trimmingBlanks
    let opens = page.tree.text[left.upperBound - 1] == 0x5B
    let closes = page.tree.text[right.lowerBound] == 0x5D
    var result: [HTMLCut] = []
    if opens, closes || HTMLVocabulary.isSeparator(next) {
      result.append(
        HTMLCut(nodes: before..<before + 1, part: left.upperBound - 1..<left.upperBound))
    }
    if closes, opens || HTMLVocabulary.isSeparator(last) {
      result.append(
        HTMLCut(nodes: after..<after + 1, part: right.lowerBound..<right.lowerBound + 1))
    }
    return result
  }
}
