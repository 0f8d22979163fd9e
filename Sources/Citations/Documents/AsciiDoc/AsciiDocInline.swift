/// Reads the inline markup of an AsciiDoc block.
///
/// Source: AsciiDoc Language Documentation, "Footnotes", "Text Formatting", "Links", "Attribute References".
struct AsciiDocInline {
  private enum Kind {
    case text
    /// A macro whose bracketed text stays, linked to its target.
    case macro(target: String)
    /// A footnote; its id is empty where it has none.
    case note(id: String)
  }

  private struct Open {
    var kind: Kind
    var start: Int
    var content: Int
    var delimiters: Int
    /// The first closing bracket inside, which ends a note that would have no end otherwise.
    var firstClose: Int?
  }

  private let bytes: [UInt8]
  private let attributes: [String: [UInt8]]
  private var canvas: InlineCanvas
  private var index = 0
  private var brackets: [Open] = []
  /// Index in `brackets` of the open note; footnotes do not nest.
  private var openNote: Int?
  private var delimiters = DelimiterStack(.equalRuns) { byte, count in
    guard count <= 2 else { return nil }
    return switch byte {
    case UInt8(ascii: "_"): .italic
    case UInt8(ascii: "*"): .bold
    case UInt8(ascii: "`"): .code
    case UInt8(ascii: "^"): .superscript
    case UInt8(ascii: "~"): .subscript
    default: nil
    }
  }

  /// Reads `raw` and returns its marks, sealed; markers and notes go into `assembly`.
  static func read(
    _ raw: SourceText, _ attributes: [String: [UInt8]], into assembly: inout DocumentAssembly
  ) -> InlineCanvas {
    var reader = Self(bytes: raw.utf8, attributes: attributes, canvas: InlineCanvas(raw))
    while reader.index < reader.bytes.count { reader.step(&assembly) }
    reader.closeLost(&assembly)
    reader.delimiters.resolve(from: 0, on: &reader.canvas)
    reader.canvas.seal()
    assembly.fillNotes(of: reader.canvas)
    return reader.canvas
  }

  private init(bytes: [UInt8], attributes: [String: [UInt8]], canvas: InlineCanvas) {
    self.bytes = bytes
    self.attributes = attributes
    self.canvas = canvas
  }

  private mutating func step(_ assembly: inout DocumentAssembly) {
    switch bytes[index] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "f"):
      if !readNote(&assembly) { index += 1 }
    case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "x"),
      UInt8(ascii: "i"):
      if !readMacro() { index += 1 }
    case UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "]"): closeBracket(&assembly)
    case UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "~"):
      readDelimiter()
    case UInt8(ascii: "`"): readTick()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuote()
    case UInt8(ascii: "+"): readPassthrough()
    case UInt8(ascii: "{"): readAttribute()
    case UInt8(ascii: "<"): readCrossReference()
    case UInt8(ascii: "&"): index = canvas.replaceReference(in: bytes, at: index) ?? index + 1
    default: index += 1
    }
  }

  private static let escapable = Set("[]*_`#^~{<+\"'\\&fhlmx(".utf8)

  private mutating func readEscape() {
    let next = index + 1
    guard next < bytes.count, Self.escapable.contains(bytes[next]) else {
      index = next
      return
    }
    // A letter is escaped only where a macro would begin.
    let isMacro =
      bytes.has("footnote", at: next) || bytes.has("http", at: next) || bytes.has("link:", at: next)
      || bytes.has("mailto:", at: next) || bytes.has("xref:", at: next)
    if bytes[next].isASCIILetter, !isMacro {
      index = next
      return
    }
    // `[sic\]` in a note: the escaped bracket is the partner of the one before.
    if bytes[next] == UInt8(ascii: "]"), case .text = brackets.last?.kind { brackets.removeLast() }
    canvas.skip(index..<next)
    index = next + 1
  }

  // MARK: Notes

  /// Reads `footnote:[`, `footnote:id[`, `footnote:id[]`, `footnoteref:[id,text]` and `footnoteref:[id]`.
  private mutating func readNote(_ assembly: inout DocumentAssembly) -> Bool {
    guard bytes.has("footnote", at: index), openNote == nil else { return false }
    var place = index + 8
    let isOld = bytes.has("ref:[", at: place)
    place += isOld ? 4 : 1
    guard isOld || bytes.has(":", at: place - 1) else { return false }
    let idStart = place
    let limit = min(bytes.count, place + 200)
    while place < limit, isIDByte(bytes[place]) { place += 1 }
    guard place < limit, bytes[place] == UInt8(ascii: "[") else { return false }
    var id = bytes[idStart..<place].string
    var content = place + 1
    if isOld {
      var end = content
      while end < min(bytes.count, content + 200), isIDByte(bytes[end]) { end += 1 }
      guard end > content, end < bytes.count else { return false }
      id = bytes[content..<end].string
      if bytes[end] == UInt8(ascii: "]") {
        addReference(id, end + 1, &assembly)
        return true
      }
      guard bytes[end] == UInt8(ascii: ",") else { return false }
      content = end + 1
    } else if !id.isEmpty, content < bytes.count, bytes[content] == UInt8(ascii: "]") {
      addReference(id, content + 1, &assembly)
      return true
    }
    openNote = brackets.count
    push(.note(id: id), content: content)
    return true
  }

  private func isIDByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == 0x2D || byte == 0x5F || byte >= 0x80 || byte == 0x2E
  }

  private mutating func addReference(_ id: String, _ end: Int, _ assembly: inout DocumentAssembly) {
    let range = index..<end
    let marker = Marker(label: id, range: canvas.sourceRange(range))
    canvas.placeMarker(assembly.addMarker(marker, key: id), over: range)
    index = end
  }

  private mutating func closeNote(
    _ open: Open, _ id: String, at close: Int, _ assembly: inout DocumentAssembly
  ) {
    openNote = nil
    assembly.addInlineNote(
      key: id, content: open.content..<close, range: open.start..<close + 1, on: &canvas)
  }

  /// Ends a note whose brackets are not balanced at the first bracket that closes, as Asciidoctor does.
  private mutating func closeLost(_ assembly: inout DocumentAssembly) {
    guard let place = openNote, case .note(let id) = brackets[place].kind else { return }
    let open = brackets[place]
    if let close = open.firstClose {
      closeNote(open, id, at: close, &assembly)
    } else {
      assembly.reportUnclosed(
        "footnote", expected: "]", at: canvas.sourceRange(open.start..<open.content))
    }
  }

  // MARK: Brackets and macros

  private mutating func push(_ kind: Kind, content: Int) {
    brackets.append(
      Open(kind: kind, start: index, content: content, delimiters: delimiters.count))
    index = content
  }

  private mutating func openBracket() {
    let limit = min(bytes.count, index + 200)
    if bytes.has("[[", at: index),
      let close = bytes.firstByte(UInt8(ascii: "]"), from: index, to: limit),
      bytes.has("]]", at: close)
    {
      canvas.skip(index..<close + 2)
      index = close + 2
    } else if bytes.has("[.", at: index),
      let close = bytes.firstByte(UInt8(ascii: "]"), from: index, to: limit),
      bytes.has("]#", at: close),
      let end = bytes.firstByte(UInt8(ascii: "#"), from: close + 2, to: close + 400)
    {
      let role = bytes[index..<close].string
      canvas.skip(index..<close + 2)
      canvas.skip(end..<end + 1)
      let style: TextStyle? =
        role == "[.small-caps" || role == "[.smallcaps"
        ? .smallCaps : role == "[.underline" ? .underline : nil
      if let style { canvas.style(style, close + 2..<end) }
      index = end + 1
    } else {
      push(.text, content: index + 1)
    }
  }

  private mutating func closeBracket(_ assembly: inout DocumentAssembly) {
    guard let open = brackets.popLast() else {
      index += 1
      return
    }
    switch open.kind {
    case .text:
      if let openNote, brackets[openNote].firstClose == nil {
        brackets[openNote].firstClose = index
      }
    case .macro(let target):
      delimiters.resolve(from: open.delimiters, on: &canvas)
      let content = open.content..<index
      if content.isEmpty {
        // Without words the address is the text.
        let end = open.content - 1
        let start = max(open.start, end - target.utf8.count)
        canvas.skip(open.start..<start)
        canvas.skip(end..<index + 1)
        canvas.add(.link(target), start..<end)
      } else {
        canvas.skip(open.start..<open.content)
        canvas.skip(index..<index + 1)
        canvas.add(.link(target), content)
      }
    case .note(let id):
      delimiters.resolve(from: open.delimiters, on: &canvas)
      closeNote(open, id, at: index, &assembly)
    }
    index += 1
  }

  /// Reads `link:address[`, `xref:id[`, `mailto:…[`, `https://…[` and addresses alone.
  private mutating func readMacro() -> Bool {
    if let end = BareAddress.end(bytes, at: index) {
      let target = bytes[index..<end].string
      if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
        push(.macro(target: target), content: end + 1)
      } else {
        canvas.add(.link(target), index..<end)
        index = end
      }
      return true
    }
    let names: [StaticString] = ["link:", "xref:", "mailto:", "image:", "icon:"]
    guard !bytes.isWord(before: index),
      let name = names.first(where: { bytes.has($0, at: index) })
    else { return false }
    var end = index + name.utf8CodeUnitCount
    let start = end
    let limit = min(bytes.count, end + 2000)
    while end < limit, !bytes[end].isASCIISpace, bytes[end] != 0x5B, bytes[end] != 0x5D { end += 1 }
    guard end > start, end < limit, bytes[end] == UInt8(ascii: "[") else { return false }
    push(.macro(target: bytes[start..<end].string), content: end + 1)
    return true
  }

  /// Reads `<<id,words>>` and `<<id>>`, and `<https://…>`.
  private mutating func readCrossReference() {
    let limit = min(bytes.count, index + 400)
    if bytes.has("<<", at: index),
      let close = bytes.firstByte(UInt8(ascii: ">"), from: index, to: limit),
      bytes.has(">>", at: close)
    {
      let comma = bytes.firstByte(UInt8(ascii: ","), from: index, to: close)
      let words = (comma.map { $0 + 1 } ?? index + 2)..<close
      canvas.skip(index..<words.lowerBound)
      canvas.skip(close..<close + 2)
      canvas.add(.link("#" + bytes[index + 2..<(comma ?? close)].string), words)
      index = close + 2
    } else {
      index = canvas.linkAngleAddress(in: bytes, at: index) ?? index + 1
    }
  }

  // MARK: Text

  private mutating func readDelimiter() {
    let byte = bytes[index]
    let end = bytes.runEnd(of: byte, from: index)
    let isFree = end - index == 2 || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "~")
    delimiters.push(
      byte, index..<end,
      canOpen: !bytes.isSpace(at: end) && (isFree || !bytes.isWord(before: index)),
      canClose: !bytes.isSpace(before: index) && (isFree || !bytes.isWord(at: end)))
    index = end
  }

  /// Reads a backquote: the end of a curved quotation, or a sign of code.
  private mutating func readTick() {
    if bytes.has("`\"", at: index), hasOpenQuote {
      canvas.replace(index..<index + 2, with: Array("”".utf8))
      hasOpenQuote = false
      index += 2
    } else if bytes.has("`'", at: index), hasOpenSingleQuote {
      canvas.replace(index..<index + 2, with: Array("’".utf8))
      hasOpenSingleQuote = false
      index += 2
    } else {
      readDelimiter()
    }
  }

  private var hasOpenQuote = false
  private var hasOpenSingleQuote = false

  /// Reads the beginning of a curved quotation, if its end stands in the next 2,000 bytes.
  private mutating func readQuote() {
    let byte = bytes[index]
    let isDouble = byte == 0x22
    guard index + 1 < bytes.count, bytes[index + 1] == 0x60, !bytes.isWord(before: index),
      bytes.firstOffset(of: [0x60, byte], from: index + 2, to: min(bytes.count, index + 2000))
        != nil
    else {
      index += 1
      return
    }
    canvas.replace(index..<index + 2, with: Array((isDouble ? "“" : "‘").utf8))
    if isDouble { hasOpenQuote = true } else { hasOpenSingleQuote = true }
    index += 2
  }

  /// Reads `+text+` and `+++text+++`, whose text is not read further.
  private mutating func readPassthrough() {
    let end = bytes.runEnd(of: UInt8(ascii: "+"), from: index)
    let count = end - index
    defer { index = max(index, end) }
    guard count <= 3, end < bytes.count, !bytes[end].isASCIISpace || count > 1,
      count > 1 || !bytes.isWord(before: index)
    else { return }
    var place = end
    let limit = min(bytes.count, end + 1000)
    while let found = bytes.firstByte(UInt8(ascii: "+"), from: place, to: limit) {
      place = bytes.runEnd(of: UInt8(ascii: "+"), from: found)
      guard place - found == count, count > 1 || !bytes.isWord(at: place),
        !bytes[found - 1].isASCIISpace || count > 1
      else { continue }
      canvas.skip(index..<end)
      canvas.skip(found..<place)
      index = place
      return
    }
  }

  private mutating func readAttribute() {
    if let close = bytes.firstByte(UInt8(ascii: "}"), from: index, to: index + 60),
      let value = attributes[bytes[index + 1..<close].string.lowercased()]
    {
      if value.isEmpty {
        canvas.skip(index..<close + 1)
      } else {
        canvas.replace(index..<close + 1, with: value)
      }
      index = close + 1
    } else {
      index += 1
    }
  }
}
