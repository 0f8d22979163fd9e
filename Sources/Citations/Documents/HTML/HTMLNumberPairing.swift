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
    let isFresh = !findings.notes.contains { $0.place == .apart }
    var sections = HTMLNoteSections(page: page, taken: taken, signs: signs)
    if isFresh, signs.isEmpty, findings.markers.isEmpty, sections.hasHeading {
      signs = HTMLGluedMarkers(page: page, taken: taken).all()
      sections = HTMLNoteSections(page: page, taken: taken, signs: signs)
    }
    var groups = sections.groups(mayGuess: isFresh)
    if signs.isEmpty, findings.markers.isEmpty { groups.removeAll { !$0.isHeaded } }
    pair(groups, signs, &findings)
  }

  /// Notes of linked lists whose own link is missing: the same label decides.
  private func pairLeftOver(
    _ notes: [Int], _ signs: inout [HTMLUnlinkedMarkers.Sign], _ findings: inout HTMLFindings
  ) {
    let byLabel = labels(of: notes, findings)
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
    var ranges: [Range<Int>] = []
    for group in groups {
      let first = findings.notes.count
      findings.notes += group.notes
      ranges.append(first..<findings.notes.count)
    }
    let everywhere = labels(of: (ranges.first?.lowerBound ?? 0)..<findings.notes.count, findings)
    for (index, group) in groups.enumerated() {
      let byOrder = group.notes.allSatisfy { $0.label == nil && $0.listLabel == nil }
      if byOrder {
        pairByOrder(parts[index], ranges[index], &findings)
      } else {
        pairByLabel(parts[index], labels(of: ranges[index], findings), else: everywhere, &findings)
      }
    }
  }

  /// The first note of each label.
  private func labels(of notes: some Sequence<Int>, _ findings: HTMLFindings) -> [String: Int] {
    var result: [String: Int] = [:]
    for note in notes {
      if let label = (findings.notes[note].label ?? findings.notes[note].listLabel)?.text,
        result[label] == nil
      {
        result[label] = note
      }
    }
    return result
  }

  /// Gives each group the signs that stand before it, or its stretch of numbers where all groups stand together.
  private func share(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ groups: [HTMLNoteSections.Group]
  ) -> [[HTMLUnlinkedMarkers.Sign]] {
    guard groups.count > 1 else { return [signs] }
    var parts = [[HTMLUnlinkedMarkers.Sign]](repeating: [], count: groups.count)
    let starts = groups.map { $0.notes.first?.nodes.lowerBound ?? 0 }
    var index = 0
    for sign in signs {
      while index + 1 < groups.count, starts[index] <= sign.nodes.lowerBound { index += 1 }
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

  private func pairByOrder(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ notes: Range<Int>, _ findings: inout HTMLFindings
  ) {
    var places: [String: Int] = [:]
    for sign in signs {
      // The same sign twice is the same note.
      let place = places[sign.label.text] ?? places.count
      places[sign.label.text] = place
      let note = place < notes.count ? notes.lowerBound + place : nil
      if let note, findings.notes[note].label == nil { findings.notes[note].label = sign.label }
      add(sign, note, note == nil ? nil : .order, &findings)
    }
  }

  private func pairByLabel(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ near: [String: Int], else everywhere: [String: Int],
    _ findings: inout HTMLFindings
  ) {
    var last = 0
    for sign in signs {
      if let note = near[sign.label.text] ?? everywhere[sign.label.text] {
        add(sign, note, .number, &findings)
      } else if sign.isDangling || sign.label.number == last + 1 && last > 0 {
        add(sign, nil, nil, &findings)
      } else {
        continue
      }
      last = sign.label.number ?? last
    }
  }
}
