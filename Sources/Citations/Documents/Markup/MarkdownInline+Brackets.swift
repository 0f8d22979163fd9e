/// Brackets: markers, notes, links.
extension MarkdownInline {
  mutating func openBracket(_ assembly: inout DocumentAssembly) {
    let next = index + 1
    if next < bytes.count {
      if bytes[next] == UInt8(ascii: "^"), readNoteLabel(&assembly) { return }
      if bytes[next] == UInt8(ascii: "#"), context.dialect == .markdown,
        readCitation(from: index, at: index, locator: nil, &assembly)
      {
        return
      }
    }
    brackets.append(
      Open(kind: .text, start: index, content: next, delimiters: delimiters.count))
    index = next
  }

  /// Reads `[^label]`, or the beginning of `[^The note itself.]`; false where neither stands.
  ///
  /// Source: MultiMarkdown 6 User's Guide, "Footnotes": "[^some text]" without a definition is an inline note.
  private mutating func readNoteLabel(_ assembly: inout DocumentAssembly) -> Bool {
    let start = index + 2
    let limit = min(bytes.count, start + 999)
    var end = start
    var hasSpace = false
    while end < limit, bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "[") {
      if bytes[end].isASCIISpace { hasSpace = true }
      end += 1
    }
    guard end > start else { return false }
    let isClosed = end < limit && bytes[end] == UInt8(ascii: "]")
    let label = bytes[start..<end]
    let key = MarkupLabel.normalised(label)
    let isDefined = isClosed && context.notes.contains(key)
    let looksLikeText = hasSpace || !isClosed || label.last == UInt8(ascii: ".")
    if !isDefined, looksLikeText {
      guard context.dialect == .markdown, hasSpace || isClosed, noteDepth < Self.deepestNote
      else { return false }
      noteDepth += 1
      brackets.append(
        Open(kind: .note, start: index, content: start, delimiters: delimiters.count))
      index = start
      return true
    }
    guard isDefined || label.allSatisfy(isLabelByte) else { return false }
    let range = index..<end + 1
    let marker = Marker(label: label.string, range: canvas.sourceRange(range))
    canvas.placeMarker(assembly.addMarker(marker, key: "^" + key), over: range)
    index = end + 1
    return true
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || [0x2D, 0x5F, 0x3A, 0x2E, 0x2A].contains(byte)
  }

  /// Reads `[#key]` at `place` as the end of a MultiMarkdown citation that begins at `start`.
  private mutating func readCitation(
    from start: Int, at place: Int, locator: String?, _ assembly: inout DocumentAssembly
  ) -> Bool {
    let limit = min(bytes.count, place + 400)
    guard let close = bytes.firstByte(UInt8(ascii: "]"), from: place + 2, to: limit),
      close > place + 2
    else { return false }
    let label = bytes[place + 2..<close]
    let key = MarkupLabel.normalised(label)
    // Without text before it, `[#12]` may be anything: only a defined key makes it a citation.
    guard context.citations.contains(key) || locator != nil && label.allSatisfy(isLabelByte)
    else { return false }
    var end = close + 1
    if bytes.has("[]", at: end) { end += 2 }
    index = end
    if locator?.lowercased() == "not cited" {
      canvas.skip(start..<end)
      return true
    }
    var marker = Marker(label: label.string, range: canvas.sourceRange(start..<end))
    marker.locator = locator.flatMap { $0.isEmpty ? nil : $0 }
    canvas.placeMarker(assembly.addMarker(marker, key: "#" + key), over: start..<end)
    return true
  }

  mutating func closeBracket(_ assembly: inout DocumentAssembly) {
    guard let open = brackets.popLast() else {
      index += 1
      return
    }
    if open.kind == .note {
      closeNote(open, &assembly)
      return
    }
    let content = open.content..<index
    let next = index + 1
    let sign = next < bytes.count ? bytes[next] : 0
    if sign == UInt8(ascii: "["), context.dialect == .markdown, bytes.has("[#", at: next) {
      let locator = LocatorText.collapsed(bytes[content])
      if readCitation(from: open.start, at: next, locator: locator, &assembly) { return }
    }
    index = next
    if sign == UInt8(ascii: "("), let found = destination(at: next) {
      closeLink(open, content, target: found.target, end: found.end)
    } else if sign == UInt8(ascii: "["),
      let close = bytes.firstByte(UInt8(ascii: "]"), from: next + 1, to: next + 400),
      let target = context.links[
        MarkupLabel.normalised(close == next + 1 ? bytes[content] : bytes[next + 1..<close])]
    {
      closeLink(open, content, target: target, end: close + 1)
    } else if sign == UInt8(ascii: "{"), let end = attributesEnd(at: next) {
      delimiters.resolve(from: open.delimiters, on: &canvas)
      canvas.skip(open.start..<open.content)
      canvas.skip(content.upperBound..<end)
      if let style = Self.style(ofAttributes: bytes[next..<end]) { canvas.style(style, content) }
      index = end
    } else if context.dialect == .markdown, !context.links.isEmpty, content.count <= 200,
      let target = context.links[MarkupLabel.normalised(bytes[content])]
    {
      closeLink(open, content, target: target, end: next)
    }
  }

  private mutating func closeNote(_ open: Open, _ assembly: inout DocumentAssembly) {
    noteDepth -= 1
    delimiters.resolve(from: open.delimiters, on: &canvas)
    let range = open.start..<index + 1
    assembly.addInlineNote(content: open.content..<index, range: range, on: &canvas)
    index = range.upperBound
  }

  private mutating func closeLink(_ open: Open, _ content: Range<Int>, target: String, end: Int) {
    delimiters.resolve(from: open.delimiters, on: &canvas)
    canvas.skip(open.start..<open.content)
    canvas.skip(content.upperBound..<end)
    canvas.add(.link(target), content)
    index = end
    if end < bytes.count, bytes[end] == UInt8(ascii: "{"), let last = attributesEnd(at: end) {
      canvas.skip(end..<last)
      index = last
    }
  }

  /// The address and the end of `(address "title")` at `start`, or nil.
  private func destination(at start: Int) -> (target: String, end: Int)? {
    var place = bytes.skippingSpace(from: start + 1)
    guard place < bytes.count else { return nil }
    let target: ArraySlice<UInt8>
    if bytes[place] == UInt8(ascii: "<") {
      guard let close = bytes.firstByte(UInt8(ascii: ">"), from: place, to: place + 2000)
      else { return nil }
      target = bytes[place + 1..<close]
      place = close + 1
    } else {
      let first = place
      var depth = 0
      while place < bytes.count, !bytes[place].isASCIISpace {
        if bytes[place] == UInt8(ascii: "(") { depth += 1 }
        if bytes[place] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        if depth > 32 || place - first > 8000 { return nil }
        place += 1
      }
      target = bytes[first..<place]
    }
    place = bytes.skippingSpace(from: place)
    guard place < bytes.count else { return nil }
    if bytes[place] == 0x22 || bytes[place] == 0x27 {
      guard let close = bytes.firstByte(bytes[place], from: place + 1, to: place + 1000)
      else { return nil }
      place = bytes.skippingSpace(from: close + 1)
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
    return (target.string, place + 1)
  }
}
