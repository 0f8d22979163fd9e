/// Notes that stand in square brackets where they are cited: `[Footnote 1: …]`, as Project Gutenberg writes them.
///
/// Source: Distributed Proofreaders, "Formatting Guidelines", Footnotes.
enum GutenbergNotes {
  /// The label and text of a note in brackets.
  struct Tag {
    /// Index of the line that it begins.
    var line: Int
    /// Index just past its last line.
    var end: Int
    /// The bytes of its label: a number, a letter or a symbol.
    var label: Range<Int>
    /// Offset where its text begins.
    var text: Int
    /// Offset where its text ends, at the closing bracket or the end of the paragraph.
    var textEnd: Int
  }

  private static let opening: [[UInt8]] = [Array("[Footnote".utf8), Array("[FOOTNOTE".utf8)]

  /// Where a note in brackets begins in a line, from `offset` on.
  private static func start(_ bytes: [UInt8], from offset: Int, to end: Int) -> Int? {
    var place = offset
    while place < end {
      if bytes[place] == UInt8(ascii: "["), end - place > 10,
        opening.contains(where: { bytes[place..<place + 9].elementsEqual($0) }),
        bytes[place + 9] == 0x20 || bytes[place + 9] == UInt8(ascii: ":")
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// The lines broken before and after each note in brackets, so that a note has lines of its own.
  static func split(_ lines: [TextLine], in bytes: [UInt8]) -> [TextLine] {
    guard opening.contains(where: { bytes.firstOffset(of: $0, from: 0) != nil }) else {
      return lines
    }
    var result: [TextLine] = []
    // How deep in brackets the note is that is open; 0 outside one.
    var depth = 0
    for line in lines {
      // A note that is never closed ends before the next one.
      if depth > 0,
        start(bytes, from: line.start, to: min(line.start + 12, line.end)) != nil
      {
        depth = 0
      }
      var pieceStart = line.start
      var place = line.start
      var isInside = depth > 0
      func cut(at end: Int, next: Int) {
        var stop = end
        while stop > pieceStart, bytes[stop - 1].isBlankInText { stop -= 1 }
        if stop > pieceStart {
          var piece = line
          piece.start = pieceStart
          piece.end = stop
          if pieceStart > line.start {
            piece.hasBlankBefore = false
            piece.continuesLine = !isInside
          }
          result.append(piece)
        }
        pieceStart = bytes.skipSpaces(from: next, to: line.end)
      }
      while place < line.end {
        if depth == 0 {
          guard let found = start(bytes, from: place, to: line.end) else { break }
          cut(at: found, next: found)
          isInside = true
          depth = 1
          place = found + 1
          continue
        }
        if bytes[place] == UInt8(ascii: "[") { depth += 1 }
        if bytes[place] == UInt8(ascii: "]") {
          depth -= 1
          if depth == 0 {
            cut(at: place + 1, next: place + 1)
            isInside = false
          }
        }
        place += 1
      }
      if pieceStart < line.end { cut(at: line.end, next: line.end) }
    }
    return result
  }

  /// The notes in brackets among lines that `split` has made.
  static func tags(in layout: TextLayout) -> [Tag] {
    let bytes = layout.bytes
    var result: [Tag] = []
    var index = 0
    while index < layout.lines.count {
      let line = layout.lines[index]
      guard start(bytes, from: line.start, to: min(line.start + 11, line.end)) == line.start else {
        index += 1
        continue
      }
      var end = index
      var depth = 0
      var textEnd = line.end
      scan: while end < layout.lines.count {
        let current = layout.lines[end]
        if end > index,
          start(bytes, from: current.start, to: min(current.start + 11, current.end))
            == current.start
        {
          break
        }
        textEnd = current.end
        end += 1
        for offset in current.range {
          if bytes[offset] == UInt8(ascii: "[") { depth += 1 }
          if bytes[offset] == UInt8(ascii: "]") {
            depth -= 1
            if depth == 0 {
              // Text after the bracket would be on a line of its own, had `split` seen the bracket close.
              textEnd = offset + 1 == current.end ? offset : current.end
              break scan
            }
          }
        }
      }
      if depth > 0 {
        // Never closed: the paragraph is the note.
        end = layout.paragraphEnd(after: index, end: end)
        textEnd = layout.lines[end - 1].end
      }
      var label = bytes.skipSpaces(from: line.start + 9, to: line.end)
      var labelEnd = label
      while labelEnd < line.end, labelEnd - label < 8, bytes[labelEnd] != UInt8(ascii: ":") {
        labelEnd += 1
      }
      if labelEnd == line.end || bytes[labelEnd] != UInt8(ascii: ":") {
        (label, labelEnd) = (line.start + 9, line.start + 9)
      }
      let text = min(
        bytes.skipSpaces(
          from: labelEnd + (label < labelEnd || bytes[labelEnd] == 0x3A ? 1 : 0), to: line.end),
        textEnd)
      result.append(
        Tag(line: index, end: end, label: label..<labelEnd, text: text, textEnd: textEnd))
      index = end
    }
    return result
  }
}
