/// What begins with `#`: functions whose content is text, notes, and code that leaves nothing.
extension TypstReader {
  mutating func readHash() {
    let start = index + 1
    guard start < bytes.count else {
      index = start
      return
    }
    if bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "(") {
      skipCode(from: start)
      return
    }
    if bytes[start] == UInt8(ascii: "[") {
      canvas.skip(index..<start)
      push(.content(nil, link: nil), from: index, content: start + 1)
      return
    }
    let end = TypstCode.identifierEnd(bytes, from: start)
    guard end > start else {
      index = start
      return
    }
    switch bytes[start..<end].string {
    case "let", "set", "show", "import", "include", "return", "context": readStatement(from: end)
    case "if", "for", "while", "else": readControl(from: end)
    case "footnote": readNote(from: end)
    case "cite": readCite(from: end)
    case "link": readLink(from: end)
    case let name: readCall(name, from: end)
    }
  }

  private mutating func skipCode(from start: Int) {
    if let end = codeEnd(of: start) {
      canvas.skip(index..<end)
      index = end
    } else {
      index = start
    }
  }

  /// The end of a bracket, unless too many had none already.
  private mutating func codeEnd(of start: Int) -> Int? {
    guard failures < 50 else { return nil }
    let end = TypstCode.end(bytes, of: start)
    if let end {
      verifiedUpTo = max(verifiedUpTo, end)
    } else {
      failures += 1
      assembly.reportUnclosed(
        "code \"\(bytes[index..<min(start + 1, bytes.count)].string)\"", expected: "a bracket",
        at: SourceRange(index, start + 1))
    }
    return end
  }

  // MARK: Statements

  private mutating func readStatement(from place: Int) {
    guard failures < 50 else {
      index = place
      return
    }
    let end = TypstCode.statementEnd(bytes, from: place)
    let statement = place..<end
    let head = bytes[statement].trimmedASCIISpace
    if head.starts(with: "document") || head.starts(with: ":"),
      let title = TypstCode.argument("title", bytes, in: statement)
    {
      var raw = SourceText()
      raw.append(bytes[title], source: title.lowerBound)
      let sealed = InlineCanvas(raw)
      assembly.setTitle(sealed.render(0..<raw.count).text)
    }
    if head.starts(with: "text") || head.starts(with: ":"),
      let language = TypstCode.argument("lang", bytes, in: statement)
    {
      assembly.setLanguage(bytes[language].string)
    }
    canvas.skip(index..<end)
    index = bytes.has(";", at: end) ? end + 1 : end
    if index > end { canvas.skip(end..<index) }
  }

  /// Leaves the condition out; the content after it is text.
  private mutating func readControl(from place: Int) {
    var end = place
    let limit = min(bytes.count, place + 500)
    while end < limit, bytes[end] != UInt8(ascii: "["), bytes[end] != UInt8(ascii: "{"),
      bytes[end] != 0x0A
    {
      end += 1
    }
    canvas.skip(index..<end)
    if end < limit, bytes[end] == UInt8(ascii: "{") {
      index = end
      skipCode(from: end)
      index = max(index, end + 1)
    } else if end < limit, bytes[end] == UInt8(ascii: "[") {
      push(.content(nil, link: nil), from: end, content: end + 1)
    } else {
      index = end
    }
  }

  // MARK: Notes and citations

  private mutating func readNote(from place: Int) {
    let start = index
    if bytes.has("[", at: place), noteDepth < Self.deepestNote {
      push(.note, from: start, content: place + 1)
    } else if bytes.has("(", at: place), let end = codeEnd(of: place) {
      let argument = bytes.skippingSpace(from: place + 1, to: end)
      if let label = label(at: argument) {
        events.append((start..<end, .reference(label: label.name)))
        index = end
      } else if bytes[argument] == UInt8(ascii: "\"") || bytes[argument] == UInt8(ascii: "["),
        let close = bytes[argument] == UInt8(ascii: "[")
          ? TypstCode.end(bytes, of: argument)
          : TypstCode.stringEnd(bytes, from: argument, to: end)
      {
        addNote(content: argument + 1..<close - 1, over: start..<end)
        index = end
      } else if bytes.has("[", at: end), noteDepth < Self.deepestNote {
        push(.note, from: start, content: end + 1)
      } else {
        index = end
      }
    } else {
      index = place
    }
  }

  private mutating func addNote(content: Range<Int>, over range: Range<Int>) {
    var end = range.upperBound
    var key: String?
    let next = bytes.skippingSpace(from: end, lines: false)
    if let label = label(at: next) {
      key = label.name
      end = label.end
      labels.insert(label.name)
      noteLabels.insert(label.name)
    }
    let whole = range.lowerBound..<end
    let note = assembly.addNote(
      Note(
        label: "", text: SourceText(), range: SourceRange(whole.lowerBound, whole.upperBound)),
      key: key)
    canvas.addNote(note, content: content, range: whole)
    events.append((whole, .note(note)))
    index = end
  }

  /// Reads `#cite(<key>, supplement: [p. 7])`; the text stays as it is.
  private mutating func readCite(from place: Int) {
    guard bytes.has("(", at: place), let end = codeEnd(of: place),
      let label = label(at: bytes.skippingSpace(from: place + 1, to: end))
    else {
      index = place
      return
    }
    var cite = StructuredCite(range: 0..<0, key: label.name)
    if let supplement = TypstCode.argument("supplement", bytes, in: place + 1..<end) {
      cite.locator = locator(supplement)
    }
    canvas.add(.cite(cite), index..<end)
    index = end
  }

  // MARK: Functions

  private static let styles: [String: TextStyle] = [
    "emph": .italic, "strong": .bold, "super": .superscript, "sub": .subscript,
    "smallcaps": .smallCaps, "underline": .underline, "strike": .strikethrough, "raw": .code,
  ]

  private mutating func readLink(from place: Int) {
    guard bytes.has("(", at: place), let end = codeEnd(of: place) else {
      index = place
      return
    }
    let argument = bytes.skippingSpace(from: place + 1, to: end)
    guard bytes[argument] == 0x22,
      let close = TypstCode.stringEnd(bytes, from: argument, to: end)
    else {
      readCall("link", from: place)
      return
    }
    let target = argument + 1..<close - 1
    if bytes.has("[", at: end), !isLost(end) {
      canvas.skip(index..<end)
      push(.content(nil, link: bytes[target].string), from: end, content: end + 1)
    } else {
      canvas.skip(index..<target.lowerBound)
      canvas.skip(target.upperBound..<end)
      canvas.add(.link(bytes[target].string), target)
      index = end
    }
  }

  private mutating func readCall(_ name: String, from place: Int) {
    let style = Self.styles[name]
    if bytes.has("[", at: place), !isLost(place) {
      canvas.skip(index..<place)
      push(
        name == "quote" ? .quote : .content(style, link: nil), from: place, content: place + 1)
      return
    }
    guard bytes.has("(", at: place), place < verifiedUpTo || codeEnd(of: place) != nil else {
      // A variable: what it holds is not known here.
      index = place
      return
    }
    let argument = bytes.skippingSpace(from: place + 1)
    if let style, bytes.has("\"", at: argument),
      let close = TypstCode.stringEnd(bytes, from: argument, to: min(bytes.count, argument + 5000)),
      bytes.has(")", at: bytes.skippingSpace(from: close))
    {
      let end = bytes.skippingSpace(from: close) + 1
      canvas.skip(index..<argument + 1)
      canvas.skip(close - 1..<end)
      canvas.style(style, argument + 1..<close - 1)
      index = end
      return
    }
    canvas.skip(index..<place)
    open.append(
      Open(kind: .code(depth: 0), start: place, content: place, delimiters: delimiters.count))
    index = place
    codeStart = place
  }

  /// Goes on in an argument list: everything but content in square brackets is left out.
  mutating func stepCode() {
    guard let last = open.last, case .code(let depth) = last.kind else { return }
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: "{"):
      open[open.count - 1].kind = .code(depth: depth + 1)
      index += 1
    case UInt8(ascii: ")"), UInt8(ascii: "}"):
      index += 1
      open[open.count - 1].kind = .code(depth: depth - 1)
      guard depth <= 1 else { return }
      open.removeLast()
      canvas.replace(codeStart..<index, with: codeStart == last.start ? [] : [0x20])
      if bytes.has("[", at: index), !isLost(index) {
        // The content after the arguments.
        push(.content(nil, link: nil), from: index, content: index + 1)
      } else if codeStart == last.start {
        canvas.skip(codeStart..<index)
      }
    case UInt8(ascii: "["):
      canvas.replace(codeStart..<index, with: [0x20])
      if isLost(index) {
        index += 1
      } else {
        push(.content(nil, link: nil), from: index, content: index + 1)
      }
    case 0x22:
      index =
        TypstCode.stringEnd(bytes, from: index, to: min(bytes.count, index + TypstCode.reach))
        ?? index + 1
    case UInt8(ascii: "/") where bytes.has("//", at: index):
      index = bytes.firstByte(0x0A, from: index, to: bytes.count) ?? bytes.count
    default: index += 1
    }
  }

  mutating func closeBracket() {
    guard let last = open.popLast() else {
      index += 1
      return
    }
    let content = last.content..<index
    switch last.kind {
    case .text, .code: break
    case .note:
      noteDepth -= 1
      delimiters.resolve(from: last.delimiters, on: &canvas)
      addNote(content: content, over: last.start..<index + 1)
      return
    case .content(let style, let link):
      delimiters.resolve(from: last.delimiters, on: &canvas)
      canvas.skip(last.content - 1..<last.content)
      canvas.skip(index..<index + 1)
      if let style { canvas.style(style, content) }
      if let link { canvas.add(.link(link), content) }
    case .quote:
      delimiters.resolve(from: last.delimiters, on: &canvas)
      canvas.skip(last.content - 1..<last.content)
      canvas.skip(index..<index + 1)
    }
    index += 1
    if case .code = open.last?.kind {
      codeStart = index
    } else if bytes.has("[", at: index), case .content(let style, _) = last.kind, !isLost(index) {
      // A function may take several contents.
      push(.content(style, link: nil), from: index, content: index + 1)
    }
  }
}
