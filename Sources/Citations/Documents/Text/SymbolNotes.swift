/// Finds the notes that are marked by `*`, `†` and the like.
struct SymbolNotes {
  /// A note, with the marker that leads to it.
  struct Found {
    var line: Int
    var end: Int
    var value: Int
    var text: Int
    var marker: MarkerCandidate
  }

  let layout: TextLayout
  let candidates: [MarkerCandidate]

  /// The lines that begin with a symbol that stands as a marker above them.
  ///
  /// Each symbol comes back on every page, so a note takes the nearest marker of its symbol that stands above it.
  func find() -> [Found] {
    guard !candidates.isEmpty else { return [] }
    let starts = layout.lines.indices.compactMap { index in
      symbol(at: index).map { (line: index, symbol: $0) }
    }
    guard !starts.isEmpty else { return [] }
    var latest: [Int: MarkerCandidate] = [:]
    var result: [Found] = []
    var next = 0
    for (position, start) in starts.enumerated() {
      while next < candidates.count, candidates[next].line < start.line {
        latest[candidates[next].value] = candidates[next]
        next += 1
      }
      // A row of paragraphs with the same sign is a list.
      let isBullet = [position - 1, position + 1].contains { other in
        guard starts.indices.contains(other), starts[other].symbol.value == start.symbol.value
        else {
          return false
        }
        let lines = (min(starts[other].line, start.line), max(starts[other].line, start.line))
        return layout.lines[lines.0].page == layout.lines[lines.1].page
          && layout.paragraphEnd(after: lines.0, end: lines.1) == lines.1
      }
      guard !isBullet, let marker = latest[start.symbol.value] else { continue }
      latest[start.symbol.value] = nil
      var end = layout.paragraphEnd(after: start.line, end: layout.lines.count)
      if position + 1 < starts.count { end = min(end, starts[position + 1].line) }
      let text = layout.bytes.skipSpaces(from: start.symbol.end, to: layout.lines[start.line].end)
      result.append(
        Found(line: start.line, end: end, value: start.symbol.value, text: text, marker: marker))
    }
    return result
  }

  private func symbol(at index: Int) -> NoteSymbol? {
    let line = layout.lines[index]
    guard !line.continuesLine,
      let symbol = NoteSymbol(layout.bytes, at: line.start, end: line.end), symbol.end < line.end,
      !layout.isRule(index)
    else { return nil }
    let next = symbol.end
    if layout.bytes.spaceLength(at: next, end: line.end) > 0 {
      // "§ 5" is a section.
      let text = layout.bytes.skipSpaces(from: next, to: line.end)
      return symbol.value / 8 == 3 && layout.bytes[text].isASCIIDigit ? nil : symbol
    }
    // "*Note:* text" is emphasis.
    let rest = layout.bytes[next..<line.end]
    return layout.bytes[line.start] == 0x2A && rest.contains(0x2A)
      || layout.bytes[next].isASCIIDigit
      ? nil : symbol
  }
}
