/// Makes a document of a page and what was found in it.
struct HTMLAssembly {
  let page: HTMLPage
  let findings: HTMLFindings
  private let cuts: HTMLCuts
  /// The markers in order, as indices of `findings.markers`.
  private let markerOrder: [Int]
  /// The notes in order, as indices of `findings.notes`; comments are none.
  private let noteOrder: [Int]

  init(page: HTMLPage, findings: HTMLFindings) {
    self.page = page
    self.findings = findings
    let markers = findings.markers
    markerOrder = markers.indices.sorted { left, right in
      let low = (markers[left].nodes.lowerBound, markers[left].part?.lowerBound ?? 0, left)
      return low < (markers[right].nodes.lowerBound, markers[right].part?.lowerBound ?? 0, right)
    }
    let notes = findings.notes
    noteOrder = notes.indices.filter { notes[$0].place != .comment }
      .sorted { (notes[$0].nodes.lowerBound, $0) < (notes[$1].nodes.lowerBound, $1) }
    var all = findings.cuts
    for (place, index) in markerOrder.enumerated() where !markers[index].nodes.isEmpty {
      all.append(HTMLCut(nodes: markers[index].nodes, part: markers[index].part, marker: place))
    }
    cuts = HTMLCuts(all + Self.separators(markers, markerOrder, page), count: page.count)
  }

  /// The commas between markers of one raised text: `<sup><a>1</a>, <a>2</a></sup>`.
  private static func separators(
    _ markers: [HTMLFoundMarker], _ order: [Int], _ page: HTMLPage
  ) -> [HTMLCut] {
    var result: [HTMLCut] = []
    for (left, right) in zip(order, order.dropFirst()) {
      let between =
        markers[left].nodes
        .upperBound..<max(markers[right].nodes.lowerBound, markers[left].nodes.upperBound)
      guard markers[left].part == nil, 1...2 ~= between.count,
        page.blocks[between.lowerBound] == page.blocks[markers[right].nodes.lowerBound],
        let text = page.shortText(between, limit: 3),
        HTMLVocabulary.isSeparator(text.trimmingBlanks)
      else { continue }
      result.append(HTMLCut(nodes: between))
    }
    return result
  }

  /// Writes notes, markers, blocks and trailing text into `document`.
  func fill(_ document: inout Document) {
    addNotes(&document)
    addMarkers(&document)
    var body = HTMLBody(page: page, cuts: cuts, notes: bodyNotes(), lastNote: lastNoteEnd())
    body.fill(&document)
    addComments(&document)
  }

  private func addNotes(_ document: inout Document) {
    var series = HTMLSeries(page: page)
    let marked = Set(findings.markers.compactMap(\.note))
    let texts = noteOrder.map { text(of: findings.notes[$0]) }
    for (index, (_, label)) in zip(noteOrder, texts) {
      series.reserve(label, for: findings.notes[index])
    }
    for (index, (text, label)) in zip(noteOrder, texts) {
      let note = findings.notes[index]
      let name = series.place(note, label: label, isMarked: marked.contains(index))
      var result = Note(
        label: name.label, series: name.series, text: text, range: sourceRange(note.nodes))
      result.structured = COinS.cites(in: note.nodes, page, text: text)
      document.notes.append(result)
    }
  }

  /// The text of a note and the label that it has before any is given.
  private func text(of note: HTMLFoundNote) -> (SourceText, HTMLLabel?) {
    var text: SourceText
    var shown: HTMLLabel?
    if case .attribute(let name) = note.place {
      text = HTMLAttributeNote.text(of: name, in: note.nodes, page)
    } else {
      (text, shown) = HTMLNoteText(page: page, cuts: cuts).read(note)
    }
    if text.count > 0, let last = text.utf8.last, last.isASCIISpace { text = text.trimmed }
    return (text, note.label ?? note.listLabel ?? shown)
  }

  private func addMarkers(_ document: inout Document) {
    var places = [Int](repeating: -1, count: findings.notes.count)
    for (place, index) in noteOrder.enumerated() { places[index] = place }
    for index in markerOrder {
      let found = findings.markers[index]
      var range = sourceRange(found.nodes)
      if let part = found.part, found.nodes.lowerBound < page.count {
        let node = page.tree.nodes[found.nodes.lowerBound]
        if node.sourceEnd - node.source == node.text.count {
          range = SourceRange(
            node.source + part.lowerBound - node.text.lowerBound,
            node.source + part.upperBound - node.text.lowerBound)
        }
      }
      let place = found.note.map { places[$0] } ?? -1
      var marker = Marker(label: found.label?.text ?? "", range: range)
      if place >= 0 {
        marker.note = place
        marker.pairing = found.pairing
        if found.label == nil, !found.nodes.isEmpty || found.label == nil {
          marker.label = document.notes[place].label
        }
      }
      document.markers.append(marker)
    }
  }

  /// For each note apart or inside: the nodes to leave out of the body, and the marker to leave in their place.
  private func bodyNotes() -> [HTMLBody.Gap] {
    var marker = [Int](repeating: -1, count: findings.notes.count)
    for (place, index) in markerOrder.enumerated() {
      if let note = findings.markers[index].note, findings.markers[index].nodes.isEmpty {
        marker[note] = place
      }
    }
    return findings.notes.indices.compactMap { index in
      let note = findings.notes[index]
      if case .attribute = note.place { return nil }
      return HTMLBody.Gap(
        nodes: note.nodes, marker: marker[index] >= 0 ? marker[index] : nil,
        isInline: note.place == .contained)
    }.sorted { $0.nodes.lowerBound < $1.nodes.lowerBound }
  }

  /// The node just past the last note that stands apart; nil where there is none.
  private func lastNoteEnd() -> Int? {
    findings.notes.filter { $0.place == .apart }.map(\.nodes.upperBound).max()
  }

  private func addComments(_ document: inout Document) {
    let reader = HTMLNoteText(page: page, cuts: cuts)
    for note in findings.notes where note.place == .comment {
      document.trailing.append(
        Trailing(text: reader.read(note).text, range: sourceRange(note.nodes), reason: "comments"))
    }
  }

  private func sourceRange(_ nodes: Range<Int>) -> SourceRange {
    guard nodes.lowerBound < page.count else { return SourceRange(0, 0) }
    let start = page.tree.nodes[nodes.lowerBound].source
    guard !nodes.isEmpty else { return SourceRange(start, start) }
    var end = page.tree.nodes[nodes.lowerBound].sourceEnd
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      if page.end(node) <= nodes.upperBound { end = max(end, page.tree.nodes[node].sourceEnd) }
      node = max(page.end(node), node + 1)
    }
    return SourceRange(start, end)
  }
}
