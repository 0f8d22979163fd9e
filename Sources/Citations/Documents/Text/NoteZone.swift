/// A block of notes in a text: the notes under a heading, at the foot of a page, or at the end.
struct NoteZone: Sendable {
  /// One note of a block.
  struct Entry: Sendable {
    /// Index of the line that it begins with.
    var line: Int
    /// Its number.
    var value: Int
    /// Offset where its text begins.
    var text: Int
    /// Its label as written.
    var name: String
    /// Whether the numbering begins anew with it.
    var startsRun = false
  }

  /// Index of the line that heads the block, if one does.
  var heading: Int?
  /// Index of the first line of the first note.
  var start: Int
  /// Index just past the last line of the last note.
  var end: Int
  /// The notes.
  var entries: [Entry]
  /// Lines among the notes that are headings between groups of them.
  var subheadings: [Int] = []
  /// Lines before `start` that continue the last note of the block before.
  var continuation: Range<Int>?
  /// Whether the notes carry their own numbers.
  var isNumbered = true
  /// Whether the notes stand at the foot of a page; such a note may have gone to the foot of the next one.
  var isPageFoot = false
  /// The style that markers must have where the labels are no numbers.
  var markerStyle: MarkerCandidate.Style?

  /// Whether a line belongs to the notes or their heading.
  func holds(_ line: Int) -> Bool {
    (line >= start && line < end) || line == heading || continuation?.contains(line) == true
  }

  /// For each note, the number of its run; a run is a stretch of notes with rising numbers.
  var runs: [Int] {
    var run = 0
    return entries.indices.map { index in
      if index > 0, entries[index].startsRun { run += 1 }
      return run
    }
  }
}

extension TextLayout {
  /// The labels of one style in a range of lines that make up a numbering, as notes.
  ///
  /// `weigh` says how much speaks for the label of a line; nil leaves the line out.
  func numberedLines(
    _ style: LineLabel.Style, in range: Range<Int>, chain: NumberChain,
    segment: (Int) -> Int = { _ in 0 }, weigh: (Int, LineLabel) -> Int?
  ) -> [NoteZone.Entry] {
    var items: [NumberChain.Item] = []
    var places: [Int] = []
    for index in range {
      guard let label = labels[index], label.style == style, let weight = weigh(index, label) else {
        continue
      }
      items.append(.init(value: label.value, weight: weight, segment: segment(index)))
      places.append(index)
    }
    var result: [NoteZone.Entry] = []
    for item in chain.solve(items) {
      guard let label = labels[places[item]] else { continue }
      var entry = NoteZone.Entry(
        line: places[item], value: label.value, text: label.text, name: label.name(in: bytes))
      if let last = result.last {
        entry.startsRun = label.value < last.value && label.value <= 3
      }
      result.append(entry)
    }
    return result
  }

  /// How much a line's place speaks for a label: the beginning of a paragraph, or after the end of a sentence.
  func labelWeight(_ index: Int) -> Int? {
    if startsParagraph[index] { return 4 }
    let before = lines[index - 1]
    if bytes.endsSentence(before: before.end, from: before.start) { return 3 }
    return isRule(index - 1) || NotesHeading.matches(bytes[before.range]) ? 4 : 1
  }

  /// Index just past the last line of a note that no other note follows.
  ///
  /// Its first paragraph belongs to it, the next one where the label stands alone, and paragraphs that are indented
  /// under it, begin with a small letter, or go on over the end of a page.
  func noteEnd(_ entry: NoteZone.Entry, limit: Int) -> Int {
    var end = paragraphEnd(after: entry.line, end: limit)
    if end == entry.line + 1, entry.text >= lines[entry.line].end, end < limit {
      end = paragraphEnd(after: end, end: limit)
    }
    while end < limit, continuesNote(end, of: entry) { end = paragraphEnd(after: end, end: limit) }
    return end
  }

  private func continuesNote(_ index: Int, of entry: NoteZone.Entry) -> Bool {
    let line = lines[index]
    let before = lines[index - 1]
    if line.page != before.page {
      return !bytes.endsSentence(before: before.end, from: before.start)
    }
    if isHeading(index), !bytes.isLowercase(at: line.start) { return false }
    return line.indent > lines[entry.line].indent + 1 || bytes.isLowercase(at: line.start)
  }

  /// Whether a paragraph of one line begins here whose text ends the notes: comments, a name with a date under it.
  func endsNotes(_ index: Int) -> Bool {
    guard startsParagraph[index], lines[index].end - lines[index].start <= 80 else { return false }
    let next = index + 1
    if next < lines.count, !startsParagraph[next], isWrapped,
      !NotesEnd.isDate(bytes[lines[next].range])
    {
      return false
    }
    if NotesEnd.isCommentsMarker(bytes[lines[index].range]) { return true }
    guard next < lines.count, NotesEnd.isDate(bytes[lines[next].range]) else { return false }
    let line = lines[index]
    return line.end - line.start <= 40 && labels[index] == nil && bytes.isLetter(at: line.start)
      && !bytes[line.range].contains(UInt8(ascii: ","))
      && !bytes.endsSentence(before: line.end, from: line.start)
  }
}
