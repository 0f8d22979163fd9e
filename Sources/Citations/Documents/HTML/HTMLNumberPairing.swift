/// Finds notes that no link names, and pairs signs with them by label, else by order.
///
/// Notes stand under a heading that says so, in an element that says so, after the last rule, or in the last list.
struct HTMLNumberPairing {
  let page: HTMLPage
  let references: [HTMLReference]

  /// Adds the notes and markers that are left.
  func run(_ findings: inout HTMLFindings) {
    var taken = findings.covered(page.count)
    for marker in findings.markers {
      for node in marker.nodes { taken[node] = true }
    }
    for cut in findings.cuts where cut.part == nil {
      for node in cut.nodes { taken[node] = true }
    }
    var signs = HTMLUnlinkedMarkers(page: page, taken: taken, references: references).all()
    var hasMarker = [Bool](repeating: false, count: findings.notes.count)
    for marker in findings.markers { if let note = marker.note { hasMarker[note] = true } }
    let linked = findings.notes.indices.filter {
      !hasMarker[$0] && findings.notes[$0].place == .apart
    }
    if !linked.isEmpty { pairLeftOver(linked, &signs, &findings) }
    let sections = HTMLNoteSections(page: page, taken: taken)
    let isFresh = !findings.notes.contains { $0.place == .apart }
    var groups = sections.groups(signs: signs, mayGuess: isFresh)
    if signs.isEmpty, findings.markers.isEmpty { groups.removeAll { !$0.isHeaded } }
    pair(groups, signs, &findings)
  }

  /// Notes of linked lists whose own link is missing: the same label decides.
  private func pairLeftOver(
    _ notes: [Int], _ signs: inout [HTMLUnlinkedMarkers.Sign], _ findings: inout HTMLFindings
  ) {
    var byLabel: [String: Int] = [:]
    for note in notes {
      if let label = (findings.notes[note].label ?? findings.notes[note].listLabel)?.text,
        byLabel[label] == nil
      {
        byLabel[label] = note
      }
    }
    signs.removeAll { sign in
      guard let note = byLabel[sign.label.text],
        sign.nodes.lowerBound < findings.notes[note].nodes.lowerBound
      else { return false }
      add(sign, note, .number, &findings)
      return true
    }
  }

  private func add(
    _ sign: HTMLUnlinkedMarkers.Sign, _ note: Int?, _ pairing: Pairing?,
    _ findings: inout HTMLFindings
  ) {
    var marker = HTMLFoundMarker(nodes: sign.nodes, part: sign.part, label: sign.label)
    marker.note = note
    marker.pairing = pairing
    findings.markers.append(marker)
  }

  private func pair(
    _ groups: [HTMLNoteSections.Group], _ signs: [HTMLUnlinkedMarkers.Sign],
    _ findings: inout HTMLFindings
  ) {
    let groups = groups.filter { !$0.notes.isEmpty }
    guard !groups.isEmpty else {
      for sign in signs where sign.isDangling { add(sign, nil, nil, &findings) }
      return
    }
    let signs = signs.filter { sign in
      !groups.contains { group in group.notes.contains { $0.nodes.contains(sign.nodes.lowerBound) }
      }
    }
    let parts = share(signs, groups)
    for (group, part) in zip(groups, parts) {
      let first = findings.notes.count
      findings.notes += group.notes
      let byOrder = group.notes.allSatisfy { $0.label == nil && $0.listLabel == nil }
      pair(part, first..<findings.notes.count, byOrder: byOrder, &findings)
    }
  }

  /// Gives each group the signs that stand before it, or its stretch of numbers where all groups stand together.
  private func share(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ groups: [HTMLNoteSections.Group]
  ) -> [[HTMLUnlinkedMarkers.Sign]] {
    guard groups.count > 1 else { return [signs] }
    var parts = [[HTMLUnlinkedMarkers.Sign]](repeating: [], count: groups.count)
    let starts = groups.map { $0.notes.first?.nodes.lowerBound ?? 0 }
    for sign in signs {
      let index = starts.firstIndex { $0 > sign.nodes.lowerBound } ?? groups.count - 1
      parts[index].append(sign)
    }
    guard parts.dropFirst().allSatisfy(\.isEmpty) else { return parts }
    parts = [[HTMLUnlinkedMarkers.Sign]](repeating: [], count: groups.count)
    var part = 0
    var last = 0
    for sign in signs {
      if let number = sign.label.number {
        if number == 1, last > 1, part + 1 < groups.count { part += 1 }
        last = number
      }
      parts[part].append(sign)
    }
    return parts
  }

  private func pair(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ notes: Range<Int>, byOrder: Bool,
    _ findings: inout HTMLFindings
  ) {
    var byLabel: [String: Int] = [:]
    for note in notes {
      if let label = (findings.notes[note].label ?? findings.notes[note].listLabel)?.text,
        byLabel[label] == nil
      {
        byLabel[label] = note
      }
    }
    var order: [String: Int] = [:]
    var lastNumber = 0
    for sign in signs {
      if byOrder {
        // The same sign twice is the same note.
        let place = order[sign.label.text] ?? order.count
        order[sign.label.text] = place
        let note = notes.lowerBound + place < notes.upperBound ? notes.lowerBound + place : nil
        if let note, findings.notes[note].label == nil { findings.notes[note].label = sign.label }
        add(sign, note, note == nil ? nil : .order, &findings)
      } else if let note = byLabel[sign.label.text] {
        add(sign, note, .number, &findings)
      } else if sign.isDangling || sign.label.number == lastNumber + 1 && lastNumber > 0 {
        add(sign, nil, nil, &findings)
      } else {
        continue
      }
      lastNumber = sign.label.number ?? lastNumber
    }
  }
}
