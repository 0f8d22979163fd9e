internal import Citations

/// A note that is nothing but a citation, and what a citation key in its place looks like.
struct NoteToKey {
  /// The document with its notes.
  let document: Document
  /// Index of the note.
  let index: Int
  /// The citation that the note is.
  let cite: Cite
  /// The work that it cites, as far as the document describes it.
  let work: Reference
  private let markers: [Marker]
  /// Whether nothing refers to the note any more.
  private let isUnused: Bool

  /// The note whose marker or text stands at `offset`; nil where there is none, or where it says more than a citation does.
  init?(_ extraction: Extraction, at offset: Int) {
    document = extraction.document
    func holds(_ range: SourceRange) -> Bool {
      Int(range.start) <= offset && offset <= Int(range.end)
    }
    let marker = document.markers.first { holds($0.range) && $0.note != nil }
    guard
      let index = marker?.note
        ?? document.notes.firstIndex(where: { holds($0.range) }),
      extraction.notes.indices.contains(index)
    else { return nil }
    self.index = index
    guard let cite = Self.onlyCite(of: extraction.notes[index]) else { return nil }
    self.cite = cite
    let known = extraction.works.first { $0.id == cite.work }
    guard let work = known ?? (cite.kind == .full ? cite.reference : nil) else { return nil }
    self.work = work
    let all = document.markers.filter { $0.note == index }
    guard !all.isEmpty else { return nil }
    markers = marker.map { [$0] } ?? all
    isUnused = markers.count == all.count
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

  /// The changes of the document that put `citation` in the place of the note.
  func edits(_ citation: String) -> [SourceEdit] {
    let bytes = document.source.bytes
    let note = document.notes[index].range
    var edits: [SourceEdit] = []
    var isInline = false
    for marker in markers {
      var range = marker.range
      if range.start < note.end, note.start < range.end {
        isInline = true
        range.start = min(range.start, note.start)
        range.end = max(range.end, note.end)
      }
      edits.append(Self.replacement(of: range, by: citation, in: bytes))
    }
    if isUnused, !isInline { edits.append(removal(of: note)) }
    return edits
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

  /// Takes a note away with its lines, and one of two blank lines that then meet.
  private func removal(of note: SourceRange) -> SourceEdit {
    let bytes = document.source.bytes
    let lines = document.source.lines
    var start = Int(note.start)
    var end = Int(note.end)
    let line = lines.line(at: start)
    if bytes[lines.start(ofLine: line)..<start].allSatisfy({ $0 <= 0x20 }) {
      start = lines.start(ofLine: line)
    }
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    while end < bytes.count, bytes[end] <= 0x20, bytes[end] != 0x0A { end += 1 }
    if end < bytes.count { end += 1 }
    let isAtStart = Self.blankLineStart(before: start, bytes) != nil || start == 0
    if isAtStart, let next = Self.blankLineEnd(after: end, bytes) {
      end = next
    } else if end == bytes.count, let previous = Self.blankLineStart(before: start, bytes) {
      start = previous
    }
    return SourceEdit(SourceRange(start, end), [])
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
