/// Reads a Typst document in one walk over its bytes.
///
/// Source: Typst documentation, "Syntax", "footnote", "cite".
struct TypstReader {
  /// A bracket, or an argument list that is walked through for the content in it.
  struct Open {
    enum Kind {
      /// Brackets of the text.
      case text
      /// Content of a function that only styles it, if it has a style.
      case content(TextStyle?, link: String?)
      case note
      /// A block of its own.
      case quote
      /// Code between brackets; content inside it is text.
      case code(depth: Int)
    }
    var kind: Kind
    /// Offset of the `#`, or of the bracket.
    var start: Int
    var content: Int
    var delimiters: Int
  }

  /// What was found where, to be told to the assembly in the order of the text.
  enum Event {
    case note(Int)
    case reference(label: String)
    /// `@key`: a citation, unless it is the label of a footnote.
    case key(StructuredCite, label: String, isInWord: Bool)
  }

  let bytes: [UInt8]
  var assembly: DocumentAssembly
  var canvas: InlineCanvas
  var index = 0
  var open: [Open] = []
  var events: [(range: Range<Int>, event: Event)] = []
  /// Labels of footnotes, and all labels.
  var noteLabels: Set<String> = []
  var labels: Set<String> = []
  var delimiters = DelimiterStack(.equalRuns) { byte, count in
    count > 1 ? nil : byte == UInt8(ascii: "_") ? .italic : .bold
  }
  var blocks: [(kind: Block.Kind, range: Range<Int>)] = []
  var block: (kind: Block.Kind, start: Int)?
  var noteDepth = 0
  /// Opening square brackets without a partner.
  private var lost: Set<Int> = []
  /// Up to here all brackets are known to close.
  var verifiedUpTo = 0
  var failures = 0
  var codeStart = 0

  static let deepestNote = 8

  init(_ source: SourceFile) {
    bytes = source.bytes
    assembly = DocumentAssembly(source, format: "typst")
    var raw = SourceText()
    raw.append(bytes, source: 0)
    canvas = InlineCanvas(raw)
    lost = lostBrackets()
  }

  /// The square brackets that no bracket closes, by counting alone.
  private func lostBrackets() -> Set<Int> {
    var open: [Int] = []
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): open.append(place)
      case UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
      place += 1
    }
    return Set(open)
  }

  mutating func read() -> Document {
    beginLine()
    while index < bytes.count { step() }
    delimiters.resolve(from: 0, on: &canvas)
    endBlock(at: bytes.count)
    placeEvents()
    canvas.seal()
    assembly.fillNotes(of: canvas)
    for block in blocks { assembly.addBlock(block.kind, canvas, block.range) }
    return assembly.finish()
  }

  private mutating func placeEvents() {
    events.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (range, event) in events {
      let source = SourceRange(range.lowerBound, range.upperBound)
      switch event {
      case .note(let note):
        let marker = assembly.addMarker(Marker(label: "", range: source), note: note)
        canvas.placeMarker(marker, over: range)
      case .reference(let label):
        let marker = assembly.addMarker(Marker(label: label, range: source), key: label)
        canvas.placeMarker(marker, over: range)
      case .key(let cite, let label, let isInWord):
        if noteLabels.contains(label) {
          let marker = assembly.addMarker(Marker(label: label, range: source), key: label)
          canvas.placeMarker(marker, over: range)
        } else if !labels.contains(label), !isInWord {
          canvas.add(.cite(cite), range)
        }
      }
    }
  }

  func isLost(_ bracket: Int) -> Bool { lost.contains(bracket) }

  private mutating func step() {
    if case .code = open.last?.kind {
      stepCode()
      return
    }
    switch bytes[index] {
    case UInt8(ascii: "#"): readHash()
    case UInt8(ascii: "["): push(.text, from: index, content: index + 1)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "_"), UInt8(ascii: "*"): readDelimiter()
    case UInt8(ascii: "`"): readRaw()
    case UInt8(ascii: "$"):
      // Mathematics is no text and is kept as it stands.
      let close = bytes.firstByte(UInt8(ascii: "$"), from: index + 1, to: index + 2000)
      index = (close ?? index) + 1
    case UInt8(ascii: "/"): readSlash()
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "~"):
      canvas.replace(index..<index + 1, with: [0xC2, 0xA0])
      index += 1
    case UInt8(ascii: "-"): readDash()
    case UInt8(ascii: "<"): readLabel()
    case UInt8(ascii: "@"): readKey()
    case UInt8(ascii: "h"): index = canvas.linkAddress(in: bytes, at: index) ?? index + 1
    case 0x0A:
      index += 1
      beginLine()
    default: index += 1
    }
  }

  // MARK: Lines and blocks

  mutating func endBlock(at end: Int) {
    guard let current = block else { return }
    delimiters.resolve(from: open.last?.delimiters ?? 0, on: &canvas)
    if end > current.start { blocks.append((current.kind, current.start..<end)) }
    block = nil
  }

  private mutating func startBlock(_ kind: Block.Kind, skippingTo content: Int) {
    endBlock(at: index)
    block = (kind, content)
    index = content
  }

  private mutating func beginLine() {
    guard noteDepth == 0 else { return }
    if case .heading = block?.kind { endBlock(at: index) }
    let start = bytes.skippingSpace(from: index, lines: false)
    guard start < bytes.count else { return }
    let byte = bytes[start]
    if byte == 0x0A || byte == 0x0D {
      endBlock(at: index)
      return
    }
    let end = bytes.runEnd(of: UInt8(ascii: "="), from: start)
    if byte == UInt8(ascii: "="), end < bytes.count, bytes[end] == 0x20 {
      startBlock(.heading(level: end - start), skippingTo: end)
      return
    }
    var item = start + 1
    if byte.isASCIIDigit {
      while item < bytes.count, bytes[item].isASCIIDigit { item += 1 }
      // A number of four digits at the beginning of a line is a year of the sentence.
      item = item - start < 4 && bytes.has(".", at: item) ? item + 1 : bytes.count
    } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "/") {
      item = bytes.count
    }
    if item < bytes.count, bytes[item] == 0x20 {
      startBlock(.listItem, skippingTo: item)
      return
    }
    let isQuote = open.contains { if case .quote = $0.kind { true } else { false } }
    if block == nil { block = (isQuote ? .quote : .paragraph, start) }
  }

  // MARK: Small signs

  mutating func push(_ kind: Open.Kind, from start: Int, content: Int) {
    // What is known to have no end is a sign of the text.
    if isLost(content - 1) {
      if case .note = kind {
        assembly.reportUnclosed(
          "footnote", expected: "]", at: SourceRange(start, content))
      }
      index = content
      return
    }
    if case .note = kind { noteDepth += 1 }
    open.append(
      Open(kind: kind, start: start, content: content, delimiters: delimiters.count))
    index = content
  }

  private mutating func readDelimiter() {
    let range = index..<index + 1
    let next = index + 1
    let isInside = bytes.isWord(before: index) && bytes.isWord(at: next)
    delimiters.push(
      bytes[index], range, canOpen: !isInside && !bytes.isSpace(at: next),
      canClose: !isInside && !bytes.isSpace(before: index))
    index = next
  }

  private mutating func readRaw() {
    let end = bytes.runEnd(of: UInt8(ascii: "`"), from: index)
    let count = end - index
    defer { index = max(index, end) }
    // Two signs are an empty raw text; of long runs only the first 3 lengths are looked for.
    guard count != 2, count <= 8, failures < 50 else { return }
    var place = end
    while let found = bytes.firstByte(UInt8(ascii: "`"), from: place, to: bytes.count) {
      place = bytes.runEnd(of: UInt8(ascii: "`"), from: found)
      guard place - found >= count else { continue }
      var start = end
      if count >= 3 {
        // The name of the language stands right after the signs.
        while start < found, bytes[start].isASCIIAlphanumeric { start += 1 }
      }
      canvas.skip(index..<start)
      canvas.skip(found..<place)
      canvas.style(.code, start..<found)
      index = place
      return
    }
    failures += 1
    assembly.reportUnclosed(
      "raw text", expected: bytes[index..<end].string, at: SourceRange(index, end))
  }

  private mutating func readSlash() {
    if bytes.has("//", at: index) {
      let end = bytes.firstByte(0x0A, from: index, to: bytes.count) ?? bytes.count
      canvas.skip(index..<end)
      index = end
    } else if bytes.has("/*", at: index), failures < 50 {
      if let end = TypstCode.commentEnd(bytes, from: index, to: bytes.count) {
        canvas.skip(index..<end)
        index = end
      } else {
        failures += 1
        assembly.reportUnclosed(
          "comment", expected: "*/", at: SourceRange(index, index + 2))
        index += 2
      }
    } else {
      index += 1
    }
  }

  private mutating func readEscape() {
    let next = index + 1
    if bytes.has("u{", at: next),
      let close = bytes.firstByte(UInt8(ascii: "}"), from: next, to: next + 12),
      let value = UInt32(bytes[next + 2..<close].string, radix: 16),
      let scalar = Unicode.Scalar(value)
    {
      canvas.replace(index..<close + 1, with: Array(String(Character(scalar)).utf8))
      index = close + 1
      return
    }
    canvas.skip(index..<next)
    index = min(next < bytes.count && !bytes[next].isASCIISpace ? next + 1 : next, bytes.count)
  }

  /// Makes `--` and `---` the dashes that Typst prints.
  private mutating func readDash() {
    let end = bytes.runEnd(of: UInt8(ascii: "-"), from: index)
    if end - index == 2 {
      canvas.replace(index..<end, with: Array("–".utf8))
    } else if end - index == 3 {
      canvas.replace(index..<end, with: Array("—".utf8))
    } else if end - index == 1, bytes.has("?", at: end) {
      canvas.skip(index..<end + 1)
      index = end + 1
      return
    }
    index = end
  }

  /// Reads `<label>`, which leaves nothing.
  private mutating func readLabel() {
    guard let label = label(at: index) else {
      index += 1
      return
    }
    labels.insert(label.name)
    canvas.skip(index..<label.end)
    index = label.end
  }

  func label(at offset: Int) -> (name: String, end: Int)? {
    guard bytes.has("<", at: offset) else { return nil }
    var end = offset + 1
    let limit = min(bytes.count, offset + 200)
    while end < limit, isLabelByte(bytes[end]) { end += 1 }
    guard end > offset + 1, bytes.has(">", at: end) else { return nil }
    return (bytes[offset + 1..<end].string, end + 1)
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
  }

  /// Reads `@key` and `@key[supplement]`; the text stays as it is.
  private mutating func readKey() {
    var end = index + 1
    let limit = min(bytes.count, index + 200)
    while end < limit, isLabelByte(bytes[end]) { end += 1 }
    while end > index + 1, [0x2E, 0x3A].contains(bytes[end - 1]) { end -= 1 }
    guard end > index + 1 else {
      index += 1
      return
    }
    let name = bytes[index + 1..<end].string
    var cite = StructuredCite(range: 0..<0, key: name)
    var last = end
    if bytes.has("[", at: end),
      let close = bytes.firstByte(UInt8(ascii: "]"), from: end, to: end + 300)
    {
      last = close + 1
      cite.locator = locator(end + 1..<close)
    }
    events.append(
      (index..<last, .key(cite, label: name, isInWord: bytes.isWord(before: index))))
    index = last
  }

  func locator(_ range: Range<Int>) -> Locator {
    let inner = bytes[range].trimmedASCIISpace
    if let found = LocatorText.read(bytes, at: inner.startIndex, to: inner.endIndex),
      found.end == inner.endIndex
    {
      return found.locator
    }
    return Locator(.page, LocatorText.collapsed(inner))
  }
}
