/// Writes the text of a note and takes away its label and what is left of its backlinks.
struct HTMLNoteText {
  let page: HTMLPage
  let cuts: HTMLCuts

  /// The text of a note as it stands, cuts left out.
  func raw(_ nodes: Range<Int>) -> (text: SourceText, gaps: [Int]) {
    var writer = HTMLTextWriter(page: page, cuts: cuts)
    writer.write(nodes)
    return (writer.text, writer.gaps)
  }

  /// The text of a note without label and backlinks, and the label that it showed.
  func read(_ note: HTMLFoundNote) -> (text: SourceText, label: HTMLLabel?) {
    let (text, gaps) = raw(note.nodes)
    let bytes = text.utf8
    var start = 0
    var hasLead = false
    for gap in gaps {
      guard gap - start <= 40, furniturePrefix(bytes[start..<max(gap, start)]) >= gap - start else {
        break
      }
      start = gap
      hasLead = true
    }
    if hasLead { start += furniturePrefix(bytes[start...]) }
    while start < bytes.count, let arrow = arrowLength(bytes, at: start) { start += arrow }
    let end = textEnd(bytes, gaps, from: start)
    var label: HTMLLabel?
    if let found = leadingLabel(text, from: start), accepts(found.label, note) {
      label = found.label
      start += found.end
      // A label may be shown again: LaTeXML repeats it in the popup.
      for _ in 0..<2 {
        guard let again = leadingLabel(text, from: start), again.label.text == found.label.text
        else { break }
        start += again.end
      }
    }
    return (text.slice(start..<max(start, end)).trimmed, label)
  }

  private func accepts(_ found: HTMLLabel, _ note: HTMLFoundNote) -> Bool {
    guard let expected = note.label ?? note.listLabel else { return found.kind != .word }
    if found.kind == .word, expected.kind != .word { return false }
    return expected.text == found.text || expected.number != nil && expected.number == found.number
  }

  /// The label at `offset` of a text; a number in an element of its own counts without a full stop.
  private func leadingLabel(_ text: SourceText, from offset: Int) -> (label: HTMLLabel, end: Int)? {
    guard offset < text.count else { return nil }
    let head = Array(text.utf8[offset..<min(offset + 40, text.count)])
    return HTMLLabel.leading(head) { end in
      let place = offset + end
      guard place < text.count else { return false }
      if text.styles.contains(where: { $0.range == offset..<place && $0.style == .superscript }) {
        return true
      }
      // The markup between the label and the next word shows in the places of the source.
      let gap = text.sourceOffset(of: place) - text.sourceOffset(of: place - 1)
      return gap >= 4
        && self.page.isTagBetween(
          text.sourceOffset(of: place - 1) + 1, text.sourceOffset(of: place))
    }
  }

  /// Where the text ends before the backlinks at its end and the marks between them.
  private func textEnd(_ bytes: [UInt8], _ gaps: [Int], from start: Int) -> Int {
    var end = withoutArrows(bytes, start: start, end: bytes.count)
    for gap in gaps.reversed() where gap > start {
      guard gap < end else {
        end = trimmedEnd(bytes, start: start, end: end)
        continue
      }
      guard end - gap <= 40 else { break }
      let tail = bytes[gap..<end].filter { ![0x20, 0x2C, 0x3B, 0x7C].contains($0) }
      let isBracket =
        tail == [0x5D] && bytes[gap - 1] == 0x5B || tail == [0x29] && bytes[gap - 1] == 0x28
      guard tail.isEmpty || isBracket else { break }
      end = trimmedEnd(bytes, start: start, end: isBracket ? gap - 1 : gap)
    }
    return withoutArrows(bytes, start: start, end: end)
  }

  /// The end without spaces and without separators that stand alone.
  private func trimmedEnd(_ bytes: [UInt8], start: Int, end: Int) -> Int {
    var end = end
    while end > start {
      let last = bytes[end - 1]
      let standsAlone =
        end - 1 > start && bytes[end - 2] == 0x20 && [0x2C, 0x3B, 0x7C].contains(last)
      guard last == 0x20 || standsAlone else { break }
      end -= 1
    }
    return end
  }

  private func furniturePrefix(_ bytes: ArraySlice<UInt8>) -> Int {
    let all = Array(bytes.prefix(64))
    var offset = 0
    while offset < all.count {
      if [0x20, 0x2C, 0x3B, 0x2E, 0x3A, 0x5B, 0x5D, 0x28, 0x29, 0x7C, 0x2F].contains(all[offset]) {
        // An opening bracket that is not closed at once belongs to the text.
        if all[offset] == 0x5B || all[offset] == 0x28 {
          let next = all[(offset + 1)...].first { $0 != 0x20 && $0 != 0x2C }
          guard next == nil || next == all[offset] + (all[offset] == 0x28 ? 1 : 2) else {
            return offset
          }
        }
        offset += 1
        continue
      }
      guard let length = arrowLength(all, at: offset) else { break }
      offset += length
    }
    return offset
  }

  private func arrowLength(_ bytes: [UInt8], at offset: Int) -> Int? {
    let found = bytes.scalar(at: offset)
    if HTMLBackwords.isArrow(found.scalar) { return found.length }
    return found.scalar == " " ? 1 : nil
  }

  private func withoutArrows(_ bytes: [UInt8], start: Int, end: Int) -> Int {
    var end = end
    let part = Array(bytes[start..<max(start, end)])
    end = part.count
    while end > 0 {
      let prefix = Array(part[max(0, end - 4)..<end])
      guard let found = prefix.scalar(before: prefix.count),
        found.scalar == " " || found.scalar != "^" && HTMLBackwords.isArrow(found.scalar)
      else { break }
      end -= found.length
    }
    return start + end
  }
}

extension HTMLPage {
  /// Whether an element begins or ends between two places of the source.
  func isTagBetween(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start < 4096, end <= source.count else { return false }
    return source[start..<end].contains(0x3C)
  }
}
