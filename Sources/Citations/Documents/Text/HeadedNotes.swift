/// Finds the blocks of notes that stand under a heading.
struct HeadedNotes {
  let layout: TextLayout
  let candidates: [[MarkerCandidate]]
  /// The lines that begin with the symbol of a note, which is counted in a series of its own.
  let symbolLines: Set<Int>

  /// The blocks, in order; blocks with nothing between them are one.
  func zones() -> [NoteZone] {
    let headings = layout.lines.indices.filter(isNotesHeading)
    guard !headings.isEmpty else { return [] }
    var zones: [NoteZone] = []
    var bodyStart = 0
    var last = 0
    for (position, heading) in headings.enumerated() where heading >= bodyStart {
      let next = position + 1 < headings.count ? headings[position + 1] : layout.lines.count
      var first = heading + 1
      while first < next, layout.isRule(first) { first += 1 }
      let limit = (first..<max(next, first)).first(where: layout.endsNotes) ?? next
      guard
        let zone = numbered(heading, first..<max(limit, first), after: last)
          ?? unnumbered(
            heading, first..<max(limit, first), body: bodyStart..<heading, after: last,
            isOnly: headings.count == 1)
      else { continue }
      bodyStart = zone.end
      last = zone.entries.last?.value ?? 0
      append(zone, to: &zones)
    }
    return zones
  }

  private func isNotesHeading(_ index: Int) -> Bool {
    let line = layout.lines[index]
    guard line.end - line.start <= 100, !line.continuesLine else { return false }
    guard layout.startsParagraph[index] || layout.labelWeight(index) ?? 0 >= 3 else { return false }
    if layout.isWrapped, layout.bytes.isLowercase(at: line.start) { return false }
    return NotesHeading.matches(layout.bytes[line.range])
  }

  private func append(_ zone: NoteZone, to zones: inout [NoteZone]) {
    guard var last = zones.last, let heading = zone.heading,
      (last.end..<heading).allSatisfy({ layout.isHeading($0) || layout.isRule($0) }),
      last.isNumbered == zone.isNumbered
    else {
      zones.append(zone)
      return
    }
    last.subheadings += Array(last.end..<zone.start) + zone.subheadings
    var entries = zone.entries
    if let first = entries.first, let before = last.entries.last {
      entries[0].startsRun = first.value <= before.value
    }
    last.entries += entries
    last.end = zone.end
    zones[zones.count - 1] = last
  }

  /// The numbered notes in `range`, or nil when it does not begin with a label.
  private func numbered(_ heading: Int, _ range: Range<Int>, after last: Int) -> NoteZone? {
    guard let (first, start) = firstLabel(in: range, after: last) else { return nil }
    let indent = layout.lines[start].indent + 2
    var chain = NumberChain()
    chain.first = first.value
    chain.restartCost = 12
    chain.repeatCost = 3
    var segment = 0
    var segmentEnd = start
    let entries = layout.numberedLines(
      first.style, in: start..<range.upperBound, chain: chain,
      segment: { index in
        // A heading between the notes begins a new chapter's notes.
        while segmentEnd < index {
          if layout.labels[segmentEnd] == nil, layout.isHeading(segmentEnd) { segment += 1 }
          segmentEnd += 1
        }
        return segment
      },
      weigh: { index, _ in layout.lines[index].indent > indent ? nil : layout.labelWeight(index) })
    let kept = withStrays(dense(entries), first.style, indent: indent)
    // An introduction before the first note must be followed by a list, not by a number that happens to begin a line.
    guard let end = kept.last, start == range.lowerBound || kept.count > 1 else { return nil }
    var zone = NoteZone(
      heading: heading, start: start, end: layout.noteEnd(end, limit: range.upperBound),
      entries: kept, markerStyle: first.style.markerStyle)
    for (before, entry) in zip(kept, kept.dropFirst()) where entry.startsRun {
      var line = entry.line
      while line - 1 > before.line, layout.isHeading(line - 1) || layout.isRule(line - 1) {
        line -= 1
      }
      zone.subheadings += line..<entry.line
    }
    return zone
  }

  /// The label that the notes begin with: on the first line, or after an introduction of up to three paragraphs.
  private func firstLabel(in range: Range<Int>, after last: Int) -> (LineLabel, Int)? {
    guard let start = range.first else { return nil }
    if let label = layout.labels[start], isFirst(label, start, range, last) {
      return (label, start)
    }
    var index = start
    var introduction = 0
    while introduction < 3 {
      if !symbolLines.contains(index) { introduction += 1 }
      index = layout.paragraphEnd(after: index, end: range.upperBound)
      guard index < range.upperBound else { return nil }
      if let label = layout.labels[index], label.value == 1 || label.value == last + 1 {
        return (label, index)
      }
    }
    return nil
  }

  /// Whether a label at the head of a block begins a numbering: with 1, going on from the block before, or with more to come.
  private func isFirst(_ label: LineLabel, _ index: Int, _ range: Range<Int>, _ last: Int) -> Bool {
    if label.value == 1 || (last > 0 && label.value == last + 1) { return true }
    return (index + 1..<min(index + 60, range.upperBound)).contains {
      guard let next = layout.labels[$0] else { return false }
      return next.style == label.style && next.value == label.value + 1
    }
  }

  /// The entries up to the first gap that is too wide to be a note: a chapter of text stands in it.
  private func dense(_ entries: [NoteZone.Entry]) -> [NoteZone.Entry] {
    guard var before = entries.first else { return [] }
    for (index, entry) in entries.enumerated().dropFirst() {
      var paragraphs = 0
      var lastHeading: Int?
      for line in before.line + 1..<entry.line where layout.startsParagraph[line] {
        paragraphs += 1
        if layout.isHeading(line) { lastHeading = paragraphs }
      }
      let isSubheaded = lastHeading.map { paragraphs - $0 < 2 } ?? false
      if paragraphs > 12 || (lastHeading != nil && !isSubheaded && paragraphs > 3) {
        return Array(entries[..<index])
      }
      before = entry
    }
    return entries
  }

  /// The entries with those that stand out of order among them, which no chain can hold.
  private func withStrays(
    _ entries: [NoteZone.Entry], _ style: LineLabel.Style, indent: Int
  ) -> [NoteZone.Entry] {
    guard let end = entries.last?.line, let start = entries.first?.line, start < end else {
      return entries
    }
    var known = Set(entries.map(\.value))
    var result: [NoteZone.Entry] = []
    var next = 0
    for line in start...end {
      if next < entries.count, entries[next].line == line {
        result.append(entries[next])
        next += 1
      } else if let label = layout.labels[line], label.style == style, layout.startsParagraph[line],
        layout.lines[line].indent <= indent, abs(label.value - entries[next - 1].value) <= 3,
        known.insert(label.value).inserted
      {
        result.append(
          .init(
            line: line, value: label.value, text: label.text, name: label.name(in: layout.bytes)))
      }
    }
    return result
  }

  /// As many paragraphs of `range` as there are markers in the body before it.
  private func unnumbered(
    _ heading: Int, _ range: Range<Int>, body: Range<Int>, after last: Int, isOnly: Bool
  ) -> NoteZone? {
    let numbers = markerNumbers(in: body, after: last)
    // Without markers only a heading far enough down is believed.
    guard numbers != nil || (isOnly && layout.lines[heading].start * 3 >= layout.bytes.count) else {
      return nil
    }
    var zone = NoteZone(
      heading: heading, start: range.lowerBound, end: range.lowerBound, entries: [])
    zone.isNumbered = false
    var value = numbers?.lowerBound ?? 1
    var line = range.lowerBound
    while line < range.upperBound, value <= numbers?.upperBound ?? .max {
      let text = layout.lines[line].range
      if layout.headingHashes(line) != nil || NotesEnd.isBackMatterHeading(layout.bytes[text])
        || (layout.isHeading(line) && NotesEnd.isChapterHeading(layout.bytes[text]))
      {
        break
      }
      let end = layout.paragraphEnd(after: line, end: range.upperBound)
      if !layout.isRule(line), !symbolLines.contains(line) {
        zone.entries.append(
          .init(line: line, value: value, text: layout.lines[line].start, name: String(value)))
        value += 1
      }
      line = end
      zone.end = end
    }
    return zone.entries.isEmpty ? nil : zone
  }

  /// The numbers of the markers in a stretch of the body, by its best chain of any style.
  private func markerNumbers(in body: Range<Int>, after last: Int) -> ClosedRange<Int>? {
    var best: (score: Int, numbers: ClosedRange<Int>)?
    for style in MarkerCandidate.Style.allCases
    where style != .symbol && style != .letter && style != .roman {
      let all = candidates[style.rawValue]
      let low = all.firstIndex(ofLine: body.lowerBound)
      let high = all.firstIndex(ofLine: body.upperBound)
      for first in last > 0 ? [1, last + 1] : [1] {
        var chain = NumberChain()
        chain.first = first
        let items = all[low..<high].map {
          NumberChain.Item(value: $0.value, weight: $0.weight, segment: 0)
        }
        var chosen = chain.solve(items).map { items[$0] }
        // A number after a plain word does not lengthen a chain of markers that all stand after marks.
        while let end = chosen.last, end.weight <= 2, chosen.count > 3,
          chosen.dropLast().allSatisfy({ $0.weight > 2 })
        {
          chosen.removeLast()
        }
        let score =
          chosen.reduce(0) { $0 + $1.weight } - 2 * abs((chosen.first?.value ?? first) - first)
        guard score >= 3, score > best?.score ?? 0, let end = chosen.last else { continue }
        let run = chosen.lastIndex { $0.value <= first } ?? 0
        let start = run > 0 ? 1 : first
        let highest = chosen[run...].map(\.value).max() ?? end.value
        best = (score, min(start, highest)...highest)
      }
    }
    return best?.numbers
  }
}

extension Array where Element == MarkerCandidate {
  /// The index of the first candidate at or after a line.
  ///
  /// - Complexity: O(log *n*).
  func firstIndex(ofLine line: Int) -> Int {
    partitionPoint { $0.line < line }
  }
}
