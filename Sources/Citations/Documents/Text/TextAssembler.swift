/// Puts a document together from the lines of a text, once each line's part is known.
struct TextAssembler {
  private enum Role: Equatable {
    case body
    /// A heading of notes or a rule above them.
    case omitted
    /// The place of a note in `notes`.
    case note(Int)
    /// The place of a reason in `reasons`.
    case trailing(Int)
  }

  private struct PlacedNote {
    var label: String
    var series: String
    var start: Int
    var text: Int
    var textEnd: Int
    var order: Int
  }

  private let layout: TextLayout
  private let joiner: LineJoiner
  private var result: Document
  private var roles: [Role]
  private var notes: [PlacedNote] = []
  private var markers: [(candidate: MarkerCandidate, note: Int?, pairing: Pairing)] = []
  private var reasons: [String] = []

  init(layout: TextLayout, origin: SourceText?, document: Document) {
    self.layout = layout
    joiner = LineJoiner(layout.bytes, origin: origin)
    result = document
    roles = Array(repeating: .body, count: layout.lines.count)
  }

  /// The number of notes so far.
  var noteCount: Int { notes.count }
  /// The note that was added last.
  var lastNote: Int? { notes.isEmpty ? nil : notes.count - 1 }

  /// Whether a line is still part of the body.
  func isFree(_ line: Int) -> Bool { roles[line] == .body }

  /// Leaves lines out of the document: headings of notes and rules, which the notes themselves stand for.
  mutating func omit(_ lines: Range<Int>) {
    for line in lines { roles[line] = .omitted }
  }

  /// Adds the note that stands in `lines`, its text beginning at `text` and ending at `textEnd` or with the lines.
  @discardableResult
  mutating func addNote(
    _ label: String, series: String = "note", lines: Range<Int>, text: Int, textEnd: Int = .max
  ) -> Int {
    for line in lines { roles[line] = .note(notes.count) }
    notes.append(
      PlacedNote(
        label: label, series: series, start: layout.lines[lines.lowerBound].start, text: text,
        textEnd: textEnd, order: notes.count))
    return notes.count - 1
  }

  /// Adds a note of another series, taking its lines from a note that was read over it.
  ///
  /// Nil where the line is trailing text.
  mutating func addInnerNote(
    _ label: String, series: String, lines: Range<Int>, text: Int
  ) -> Int? {
    let role = roles[lines.lowerBound]
    if case .trailing = role { return nil }
    var end = lines.lowerBound + 1
    while end < lines.upperBound, roles[end] == role { end += 1 }
    return addNote(label, series: series, lines: lines.lowerBound..<end, text: text)
  }

  /// Adds lines to a note.
  mutating func continueNote(_ note: Int, with lines: Range<Int>) {
    for line in lines { roles[line] = .note(note) }
  }

  /// Adds the marker of a note, or of none.
  mutating func addMarker(_ candidate: MarkerCandidate, note: Int?, pairing: Pairing) {
    markers.append((candidate, note, pairing))
  }

  /// Sets text apart that is neither body nor note.
  mutating func addTrailing(_ lines: Range<Int>, reason: String) {
    for line in lines where roles[line] == .body { roles[line] = .trailing(reasons.count) }
    reasons.append(reason)
  }

  /// The finished document.
  consuming func document() -> Document {
    addNotes()
    // What looks like a marker in a reader's comment marks nothing.
    markers.removeAll { roles[$0.candidate.line] != .body }
    markers.sort { $0.candidate.start < $1.candidate.start }
    for marker in markers {
      var made = Marker(
        label: marker.candidate.label(in: layout.bytes),
        range: joiner.sourceRange(marker.candidate.start..<marker.candidate.end))
      made.note = marker.note.flatMap { notes[$0].order >= 0 ? notes[$0].order : nil }
      made.pairing = made.note == nil ? nil : marker.pairing
      result.markers.append(made)
    }
    addBlocks()
    addTrailing()
    result.diagnostics += TextDiagnostics.find(in: result.source)
    return result
  }

  private mutating func addNotes() {
    var lines = [[Range<Int>]](repeating: [], count: notes.count)
    for (line, role) in roles.enumerated() {
      guard case .note(let note) = role else { continue }
      let range = layout.lines[line].range
      let low = max(range.lowerBound, lines[note].isEmpty ? notes[note].text : 0)
      let high = min(range.upperBound, notes[note].textEnd)
      if low < high || lines[note].isEmpty { lines[note].append(min(low, high)..<high) }
    }
    let sorted = notes.indices.sorted { notes[$0].start < notes[$1].start }
    for (order, note) in sorted.enumerated() {
      notes[note].order = order
      let pieces = lines[note].filter { !$0.isEmpty }
      let end = max(
        pieces.last?.upperBound ?? notes[note].text, notes[note].text, notes[note].start)
      result.notes.append(
        Note(
          label: notes[note].label, series: notes[note].series,
          text: PlainEmphasis.read(joiner.join(pieces).text),
          range: joiner.sourceRange(notes[note].start..<end)))
    }
  }

  private mutating func addTrailing() {
    var index = 0
    while index < roles.count {
      guard case .trailing(let reason) = roles[index] else {
        index += 1
        continue
      }
      var end = index + 1
      while end < roles.count, roles[end] == roles[index], !layout.startsParagraph[end] { end += 1 }
      let text = joiner.join(layout.lines[index..<end].map(\.range)).text
      let range = layout.lines[index].start..<layout.lines[end - 1].end
      result.trailing.append(
        Trailing(text: text, range: joiner.sourceRange(range), reason: reasons[reason]))
      index = end
    }
  }

  private mutating func addBlocks() {
    var nextMarker = 0
    var paragraph: [Int] = []
    func startsBlock(_ index: Int) -> Bool {
      guard let last = paragraph.last else { return true }
      if layout.isHeading(index) || layout.isHeading(last) && !layout.lines[index].continuesLine {
        return true
      }
      if layout.lines[index].page != layout.lines[last].page {
        return !joiner.goesOn(layout.lines[last].range, layout.lines[index].range)
      }
      return layout.startsParagraph[index]
    }
    for index in layout.lines.indices where roles[index] == .body {
      if layout.isUnderline(index), paragraph.last == index - 1 { continue }
      if startsBlock(index) {
        addBlock(paragraph, &nextMarker)
        paragraph = []
      }
      paragraph.append(index)
    }
    addBlock(paragraph, &nextMarker)
    if let first = result.blocks.first, case .heading = first.kind, result.blocks.count > 1 {
      if result.title == nil { result.title = first.text }
      result.blocks[0].kind = .heading(level: 1)
    }
  }

  private mutating func addBlock(_ lines: [Int], _ next: inout Int) {
    guard let first = lines.first, let last = lines.last else { return }
    var ranges = lines.map { layout.lines[$0].range }
    var kind = Block.Kind.paragraph
    if lines.count == 1, layout.isHeading(first) {
      let hashes = layout.headingHashes(first)
      kind = .heading(level: hashes ?? 2)
      if let hashes {
        ranges[0] =
          layout.bytes.skipSpaces(
            from: ranges[0].lowerBound + hashes, to: ranges[0].upperBound)..<ranges[0].upperBound
      }
    } else if isBullet(ranges[0]) || isListed(first) {
      kind = .listItem
    }
    var cuts: [Range<Int>] = []
    let firstMarker = next
    while next < markers.count, markers[next].candidate.start < layout.lines[last].end {
      cuts.append(markers[next].candidate.start..<markers[next].candidate.end)
      next += 1
    }
    let (text, offsets) = joiner.join(ranges, without: cuts)
    var places: [Block.MarkerPlace] = []
    for (index, offset) in offsets.enumerated() {
      places.append(Block.MarkerPlace(offset: offset, marker: firstMarker + index))
    }
    result.blocks.append(Block(kind, text, markers: places))
  }

  private func isListed(_ line: Int) -> Bool {
    guard let label = layout.labels[line] else { return false }
    return label.style == .dot || label.style == .paren || label.style == .parens
  }

  private func isBullet(_ line: Range<Int>) -> Bool {
    let bytes = layout.bytes[line]
    return bytes.starts(with: "- ") || bytes.starts(with: "• ") || bytes.starts(with: "* ")
  }
}
