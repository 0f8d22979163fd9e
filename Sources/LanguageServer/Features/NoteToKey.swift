internal import Citations

/// A note that is nothing but a citation, and what a citation key in its place looks like.
struct NoteToKey {
  /// The citation that the note is.
  let cite: Cite
  /// The work that it cites, as far as the document describes it.
  let work: Reference
  private let source: SourceFile
  private let note: SourceRange
  private let markers: [SourceRange]
  /// Whether nothing refers to the note any more.
  private let isUnused: Bool

  /// The note whose marker or text stands at `offset`; nil where there is none, or where it says more than a citation does.
  ///
  /// At a marker it is for that one, in the note for all markers that lead to it.
  init?(_ extraction: Extraction, at offset: Int) {
    func holds(_ range: SourceRange) -> Bool {
      Int(range.start) <= offset && offset <= Int(range.end)
    }
    let document = extraction.document
    let marker = document.markers.first { holds($0.range) && $0.note != nil }
    guard let index = marker?.note ?? document.notes.firstIndex(where: { holds($0.range) }) else {
      return nil
    }
    self.init(extraction, note: index, marker: marker)
  }

  /// The note at an index, for one of its markers or for all of them.
  init?(_ extraction: Extraction, note index: Int, marker: Marker? = nil) {
    guard extraction.notes.indices.contains(index),
      var cite = Self.onlyCite(of: extraction.notes[index])
    else { return nil }
    if cite.kind == .ibid, cite.locator == nil {
      cite.locator = Self.locator(of: cite.work, before: index, in: extraction)
    }
    let known = extraction.works.first { $0.id == cite.work }
    guard let work = known ?? (cite.kind == .full ? cite.reference : nil) else { return nil }
    let all = extraction.document.markers.filter { $0.note == index }
    guard !all.isEmpty else { return nil }
    self.cite = cite
    self.work = work
    source = extraction.document.source
    note = extraction.document.notes[index].range
    markers = (marker.map { [$0] } ?? all).map(\.range)
    isUnused = markers.count == all.count
  }

  /// The place that "ibid." alone means: that of the citation before it.
  private static func locator(
    of work: String?, before index: Int, in extraction: Extraction
  ) -> Locator? {
    for note in extraction.notes[..<index].reversed() {
      for cite in note.cites.reversed() {
        guard cite.work == work, cite.locator == nil, cite.kind == .ibid else {
          return cite.work == work ? cite.locator : nil
        }
      }
    }
    return nil
  }

  /// The citation of a note that has one and no words of its own.
  private static func onlyCite(of note: ReadNote) -> Cite? {
    guard note.cites.count == 1, let cite = note.cites.first,
      cite.kind != .mention, note.note.structured.isEmpty
    else { return nil }
    for case .prose(let range) in note.parts {
      let words = note.note.text.utf8[range]
      guard words.allSatisfy({ $0 <= 0x20 || ".,;:".utf8.contains($0) }) else { return nil }
    }
    return cite
  }

  /// The marker that stands at an offset, else the note.
  func place(at offset: Int) -> SourceRange {
    markers.first { Int($0.start) <= offset && offset <= Int($0.end) } ?? note
  }

  /// The changes that put `citation` in the place of the markers, or of the note where it stands in the sentence itself.
  func replacements(by citation: String) -> [SourceEdit] {
    markers.map { marker in
      var range = marker
      if isInline(marker) {
        range.start = min(range.start, note.start)
        range.end = max(range.end, note.end)
      }
      return Self.replacement(of: range, by: citation, in: source.bytes)
    }
  }

  private func isInline(_ marker: SourceRange) -> Bool {
    marker.start < note.end && note.start < marker.end
  }

  /// A key stands before the comma or full stop that the number of a note stands behind.
  private static func replacement(
    of range: SourceRange, by citation: String, in bytes: [UInt8]
  ) -> SourceEdit {
    var start = Int(range.start)
    let end = Int(range.end)
    var tail: [UInt8] = []
    if start > 1, ".,;:".utf8.contains(bytes[start - 1]), bytes[start - 2] > 0x20,
      !".,;:".utf8.contains(bytes[start - 2]), endsPhrase(bytes[start - 1], bytes[end...])
    {
      start -= 1
      tail = [bytes[start]]
    }
    let needsSpace = start > 0 && bytes[start - 1] > 0x20 && !"([".utf8.contains(bytes[start - 1])
    return SourceEdit(
      SourceRange(start, end), (needsSpace ? [0x20] : []) + Array(citation.utf8) + tail)
  }

  /// Whether a sign belongs to the phrase before it and not to an abbreviation: a sentence begins behind a full stop.
  private static func endsPhrase(_ sign: UInt8, _ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first else { return true }
    guard next <= 0x20 else { return false }
    guard sign == UInt8(ascii: "."), let word = rest.first(where: { $0 > 0x20 }) else {
      return true
    }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(word)
  }

  /// The lines of the note, where they are not needed any more.
  private var lines: Range<Int>? {
    guard isUnused, !markers.contains(where: isInline) else { return nil }
    let bytes = source.bytes
    var start = Int(note.start)
    var end = Int(note.end)
    let line = source.lines.start(ofLine: source.lines.line(at: start))
    if bytes[line..<start].allSatisfy({ $0 <= 0x20 }) { start = line }
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    while end < bytes.count, bytes[end] <= 0x20, bytes[end] != 0x0A { end += 1 }
    return start..<min(end + 1, bytes.count)
  }

  /// The changes that take away the notes which are not needed any more, and of two blank lines that then meet one.
  static func removals(of notes: [NoteToKey], in bytes: [UInt8]) -> [SourceEdit] {
    var stretches: [Range<Int>] = []
    for range in notes.compactMap(\.lines).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      // Notes that follow each other go together with the blank lines between them.
      if let last = stretches.last, last.upperBound <= range.lowerBound,
        bytes[last.upperBound..<range.lowerBound].allSatisfy({ $0 <= 0x20 })
      {
        stretches[stretches.count - 1] = last.lowerBound..<range.upperBound
      } else {
        stretches.append(range)
      }
    }
    return stretches.map { stretch in
      var (start, end) = (stretch.lowerBound, stretch.upperBound)
      let previous = blankLineStart(before: start, bytes)
      if previous != nil || start == 0, let next = blankLineEnd(after: end, bytes) {
        end = next
      } else if end == bytes.count, let previous {
        start = previous
      }
      return SourceEdit(SourceRange(start, end), [])
    }
  }

  /// Where the blank line that ends at `offset` begins; nil where there is none.
  private static func blankLineStart(before offset: Int, _ bytes: [UInt8]) -> Int? {
    guard offset > 1, bytes[offset - 1] == 0x0A else { return nil }
    var start = offset - 1
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      guard bytes[start] <= 0x20 else { return nil }
    }
    return start
  }

  /// Where the blank line that begins at `offset` ends; nil where there is none.
  private static func blankLineEnd(after offset: Int, _ bytes: [UInt8]) -> Int? {
    var end = offset
    while end < bytes.count, bytes[end] <= 0x20, bytes[end] != 0x0A { end += 1 }
    return end < bytes.count && bytes[end] == 0x0A ? end + 1 : nil
  }
}
