extension LaTeXDecoder {
  /// A group that is open, or the argument of a command.
  struct Frame: Sendable {
    /// What happens to the text of the group where it ends.
    enum Kind: Sendable {
      case group
      case style(TextStyle)
      /// Text is written behind it.
      case wrap(String)
      case drop
      case accents([LaTeXCommands.Accent])
      case uppercase
      case lowercase
    }

    var kind: Kind
    /// Where its text begins in the output.
    var start: Int
    /// The offset of its brace.
    var opened: Int
    /// Whether its braces keep the case of letters, and no braces around it do.
    var protects = false
    /// Whether it or a group around it keeps the case of letters.
    var isProtected = false
    /// Styles that hold to the end of the group, and where they begin.
    var switches: [(style: TextStyle, start: Int)] = []
    /// The offsets of the braces of the group in it that ended last and does not begin with a command.
    var inner = (opened: -1, closed: -1)

    init(_ kind: Kind, start: Int, opened: Int) {
      self.kind = kind
      self.start = start
      self.opened = opened
    }

    /// Whether the end of the group changes its text, which costs as much time as the text is long.
    var transforms: Bool {
      switch kind {
      case .accents, .uppercase, .lowercase: true
      case .group, .style, .wrap, .drop: false
      }
    }
  }

  /// Reads the group that begins here where it is one accented letter, `{\"o}`, as most are.
  mutating func accentedLetter() -> Bool {
    guard index + 4 < end, bytes[index + 4] == UInt8(ascii: "}"),
      bytes[index + 1] == UInt8(ascii: "\\"), bytes[index + 3].isASCIILetter, waiting.isEmpty,
      waitingStyle == nil, let mark = LaTeXCommands.mark(bytes[index + 2]),
      let letter = Composition.letter(Unicode.Scalar(bytes[index + 3]), mark)
    else { return false }
    flushSpace()
    output.append(contentsOf: String(letter).utf8)
    index += 5
    return true
  }

  /// Opens the group whose brace stands here.
  mutating func openGroup(_ kind: Frame.Kind) {
    flushSpace()
    var frame = Frame(kind, start: output.count, opened: index)
    if !waiting.isEmpty {
      frame.kind = .accents(waiting)
      waiting.removeAll(keepingCapacity: true)
    } else if let style = waitingStyle {
      frame.kind = .style(style)
      waitingStyle = nil
    }
    if frame.transforms, transforming >= 8 { frame.kind = .wrap("") }
    if frame.transforms { transforming += 1 }
    index += 1
    frame.isProtected = frames[frames.count - 1].isProtected
    if protects, !frame.isProtected, case .group = frame.kind, index < end,
      bytes[index] != UInt8(ascii: "\\")
    {
      frame.protects = true
      frame.isProtected = true
    }
    frames.append(frame)
  }

  /// Closes the group whose brace stands here; a brace that closes nothing is passed over.
  mutating func closeGroup() {
    flushWaiting()
    let place = index
    index += 1
    if frames.count > 1 { endFrame(closed: place) }
  }

  /// Ends the innermost group: its styles, its case, its accents.
  mutating func endFrame(closed: Int) {
    let frame = frames.removeLast()
    if frame.transforms { transforming -= 1 }
    endSwitches(of: frame)
    let isSpecial = frame.opened + 1 < end && bytes[frame.opened + 1] == UInt8(ascii: "\\")
    if !isSpecial { frames[frames.count - 1].inner = (frame.opened, closed) }
    switch frame.kind {
    case .group: break
    case .style(let style): addSpan(frame.start, style)
    case .wrap(let text): append(text)
    case .drop: drop(from: frame.start)
    case .accents(let accents):
      if frame.start == output.count {
        for accent in accents { append(accent.alone) }
      } else {
        for accent in accents.reversed() { place(accent, on: frame.start) }
      }
    case .uppercase: transform(from: frame.start) { $0.uppercased() }
    case .lowercase: transform(from: frame.start) { $0.lowercased() }
    }
    guard frame.protects, isExact || hasLetters(from: frame.start) else { return }
    addSpan(frame.start, .noCase)
    if frame.inner.opened == frame.opened + 1, frame.inner.closed == closed - 1 {
      doubled.append(frame.start..<output.count)
    }
  }

  /// Ends the styles that a group switched on.
  mutating func endSwitches(of frame: Frame) {
    for (style, start) in frame.switches.reversed() { addSpan(start, style) }
  }

  private func hasLetters(from start: Int) -> Bool {
    output[start...].contains { $0.isASCIILetter || $0 >= 0x80 }
  }

  private mutating func drop(from start: Int) {
    output.removeSubrange(min(start, output.count)...)
    forgetSpans(from: start)
  }

  private mutating func forgetSpans(from start: Int) {
    while let last = spans.last, last.range.upperBound > start { spans.removeLast() }
    while let last = doubled.last, last.upperBound > start { doubled.removeLast() }
  }

  /// Changes the case of what a group holds; styles in it are given up where that changes its length.
  private mutating func transform(from start: Int, _ change: (String) -> String) {
    let text = Array(change(output[start...].string).utf8)
    if text.count != output.count - start { forgetSpans(from: start) }
    output.replaceSubrange(start..., with: text)
  }

  // MARK: Accents

  /// Puts an accent on the letter at an offset of the output, above the accents that the letter has.
  mutating func place(_ accent: LaTeXCommands.Accent, on start: Int) {
    guard start < output.count else { return }
    let letter = output.scalar(at: start)
    var base = letter.scalar
    if accent.isAbove {
      if base == "\u{131}" { base = "i" }
      if base == "\u{237}" { base = "j" }
    }
    var next = start + letter.length
    while next < output.count,
      output.scalar(at: next).scalar.properties.canonicalCombiningClass != .notReordered
    {
      next += output.scalar(at: next).length
    }
    if base == "i", letter.length > 1, accent.mark == "\u{307}" {
      return replace(start..<next, with: "i")
    }
    if next == start + letter.length, let composed = Composition.letter(base, accent.mark) {
      return replace(start..<next, with: String(composed))
    }
    let marks = output[(start + letter.length)..<next].string
    needsComposition = true
    replace(start..<next, with: String(base) + marks + String(accent.mark))
  }

  /// Replaces a stretch of the output; spans that end behind it move.
  private mutating func replace(_ range: Range<Int>, with text: String) {
    let change = text.utf8.count - range.count
    output.replaceSubrange(range, with: text.utf8)
    guard change != 0 else { return }
    func moved(_ place: Int) -> Int { place >= range.upperBound ? place + change : place }
    for place in spans.indices.reversed() {
      let span = spans[place].range
      guard span.upperBound > range.lowerBound else { break }
      spans[place].range = moved(span.lowerBound)..<moved(span.upperBound)
    }
    for place in doubled.indices.reversed() {
      guard doubled[place].upperBound > range.lowerBound else { break }
      doubled[place] = moved(doubled[place].lowerBound)..<moved(doubled[place].upperBound)
    }
  }

  // MARK: Normalization

  /// Brings the text into normalization form C; spans begin and end at the letters where they did.
  mutating func compose() {
    guard !spans.isEmpty else {
      output = Array(Composition.composed(output.string).utf8)
      return
    }
    let cuts = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    var text: [UInt8] = []
    var places: [Int: Int] = [:]
    var start = 0
    for cut in cuts + [output.count] {
      text.append(contentsOf: Composition.composed(output[start..<cut].string).utf8)
      places[cut] = text.count
      start = cut
    }
    func moved(_ range: Range<Int>) -> Range<Int> {
      (places[range.lowerBound] ?? 0)..<(places[range.upperBound] ?? 0)
    }
    for place in spans.indices { spans[place].range = moved(spans[place].range) }
    doubled = doubled.map(moved)
    output = text
  }
}
