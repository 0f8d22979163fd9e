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
    let dangling = HTMLDanglingLinks(page: page, references: references)
      .nodes(besides: findings.markers)
    var signs = HTMLUnlinkedMarkers(page: page, taken: taken, dangling: dangling).all()
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
  ///
  /// A link that leads nowhere is not a link to a note that it could have named.
  private func pairLeftOver(
    _ notes: [Int], _ signs: inout [HTMLUnlinkedMarkers.Sign], _ findings: inout HTMLFindings
  ) {
    let byLabel = labels(of: notes, findings)
    let patterns = Set(findings.notes.compactMap(\.target).flatMap(page.namePatterns))
    signs.removeAll { sign in
      guard let note = byLabel[sign.label.text],
        sign.nodes.lowerBound < findings.notes[note].nodes.lowerBound
      else { return false }
      if sign.isDangling,
        page.namePatterns(in: findings.notes[note].nodes).contains(where: patterns.contains)
      {
        return false
      }
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

  /// Adds the markers without a note of a page whose notes are linked: links that lead nowhere, and signs that look as
  /// the marker before them and have the next number.
  private func addUnanswered(
    _ signs: [HTMLUnlinkedMarkers.Sign], _ findings: inout HTMLFindings
  ) {
    let known = labels(of: findings.notes.indices, findings)
    let isNumbered = findings.notes.contains { $0.place == .apart }
    let markers = findings.markers.sorted { $0.nodes.lowerBound < $1.nodes.lowerBound }
    var next = 0
    var last: (number: Int, isRaised: Bool, isBracketed: Bool)?
    for sign in signs {
      while next < markers.count, markers[next].nodes.lowerBound < sign.nodes.lowerBound {
        if let label = markers[next].label, let number = label.number {
          last = (number, isRaised(markers[next].nodes, label), label.isBracketed)
        }
        next += 1
      }
      let isRaised = isRaised(sign.nodes, sign.label)
      let isNext =
        isNumbered && sign.label.kind == .number && known[sign.label.text] == nil
        && !leadsAway(sign.nodes)
        && last.map {
          $0.number + 1 == sign.label.number && $0.isRaised == isRaised
            && $0.isBracketed == sign.label.isBracketed
        } ?? false
      guard sign.isDangling || isNext else { continue }
      add(sign, nil, nil, &findings)
      if let number = sign.label.number { last = (number, isRaised, sign.label.isBracketed) }
    }
  }

  /// Whether a sign is a link to a named place or another page, or part of one.
  private func leadsAway(_ nodes: Range<Int>) -> Bool {
    nodes.prefix(8).contains { node in
      guard page.links[node] >= 0,
        let href = page.tree.attribute("href", of: page.links[node])
      else { return false }
      return HTMLAddress.fragment(href) != nil || HTMLAddress.external(href) != nil
    }
  }

  /// Whether what a sign shows is raised.
  private func isRaised(_ nodes: Range<Int>, _ label: HTMLLabel) -> Bool {
    label.isRaised
      || nodes.prefix(24).contains {
        page.elements[$0] == .text && page.facts[$0].contains(.superscript)
      }
  }

  private func pair(
    _ groups: [HTMLNoteSections.Group], _ signs: [HTMLUnlinkedMarkers.Sign],
    _ findings: inout HTMLFindings
  ) {
    let groups = groups.filter { !$0.notes.isEmpty }
    guard !groups.isEmpty else {
      addUnanswered(signs, &findings)
      return
    }
    var inNote = [Bool](repeating: false, count: page.count)
    for note in groups.flatMap(\.notes) {
      for node in note.nodes { inNote[node] = true }
    }
    let signs = signs.filter { !inNote[$0.nodes.lowerBound] }
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
    let highest = near.keys.compactMap { Int($0) }.max() ?? -1
    var last = 0
    for sign in signs {
      // A raised number among those of the notes, or the next one, is a marker though its note is missing.
      let isInRange =
        sign.label.number.map { 1...max(highest + 1, 1) ~= $0 } ?? false && highest > 0
        && isRaised(sign.nodes, sign.label)
      if let note = near[sign.label.text] ?? everywhere[sign.label.text] {
        add(sign, note, .number, &findings)
      } else if sign.isDangling || isInRange || sign.label.number == last + 1 && last > 0 {
        add(sign, nil, nil, &findings)
      } else {
        continue
      }
      last = sign.label.number ?? last
    }
  }
}
