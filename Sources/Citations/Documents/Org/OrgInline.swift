/// Reads the inline markup of an Org block.
///
/// Source: Org Syntax, "Objects"; Org Mode Manual, "Creating Footnotes", "Citations".
struct OrgInline {
  private enum Kind {
    case text
    case link(target: String)
    case note(label: String)
  }

  private struct Open {
    var kind: Kind
    var start: Int
    var content: Int
    var delimiters: Int

    var isNote: Bool {
      if case .note = kind { return true }
      return false
    }
  }

  private static let deepestNote = 8

  private let bytes: [UInt8]
  private var canvas: InlineCanvas
  private var index = 0
  private var brackets: [Open] = []
  private var noteDepth = 0
  private var delimiters = DelimiterStack(.equalRuns) { byte, count in
    guard count == 1 else { return nil }
    return switch byte {
    case UInt8(ascii: "/"): .italic
    case UInt8(ascii: "*"): .bold
    case UInt8(ascii: "_"): .underline
    default: .strikethrough
    }
  }

  /// Reads `raw` and returns its marks, sealed; markers and notes go into `assembly`.
  static func read(_ raw: SourceText, into assembly: inout DocumentAssembly) -> InlineCanvas {
    var reader = Self(raw)
    while reader.index < reader.bytes.count { reader.step(&assembly) }
    reader.delimiters.resolve(from: 0, on: &reader.canvas)
    if let lost = reader.brackets.first(where: \.isNote) {
      assembly.reportUnclosed(
        "note \"\(reader.bytes[lost.start..<lost.content].string)\"", expected: "]",
        at: reader.canvas.sourceRange(lost.start..<lost.content))
    }
    reader.canvas.seal()
    assembly.fillNotes(of: reader.canvas)
    return reader.canvas
  }

  private init(_ raw: SourceText) {
    bytes = raw.utf8
    canvas = InlineCanvas(raw)
  }

  private mutating func step(_ assembly: inout DocumentAssembly) {
    switch bytes[index] {
    case UInt8(ascii: "["): openBracket(&assembly)
    case UInt8(ascii: "]"): closeBracket(&assembly)
    case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      readDelimiter()
    case UInt8(ascii: "="), UInt8(ascii: "~"): readVerbatim()
    case UInt8(ascii: "^"): readRaised()
    case UInt8(ascii: "\\"): readLineBreak()
    case UInt8(ascii: "<"): readAngle()
    case UInt8(ascii: "h"): index = canvas.linkAddress(in: bytes, at: index) ?? index + 1
    default: index += 1
    }
  }

  private mutating func openBracket(_ assembly: inout DocumentAssembly) {
    if bytes.has("[fn:", at: index), readNote(&assembly) { return }
    if bytes.has("[cite:", at: index) || bytes.has("[cite/", at: index), readCitation() { return }
    if bytes.has("[[", at: index), readLink() { return }
    push(.text, content: index + 1)
  }

  private mutating func push(_ kind: Kind, content: Int) {
    brackets.append(
      Open(kind: kind, start: index, content: content, delimiters: delimiters.count))
    index = content
  }

  private mutating func readNote(_ assembly: inout DocumentAssembly) -> Bool {
    var end = index + 4
    while end < bytes.count,
      bytes[end].isASCIIAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x5F
    {
      end += 1
    }
    guard end < bytes.count else { return false }
    let label = bytes[index + 4..<end].string
    if bytes[end] == UInt8(ascii: "]"), !label.isEmpty {
      let range = index..<end + 1
      let marker = Marker(label: label, range: canvas.sourceRange(range))
      canvas.placeMarker(assembly.addMarker(marker, key: label), over: range)
      index = end + 1
      return true
    }
    guard bytes[end] == UInt8(ascii: ":"), noteDepth < Self.deepestNote else { return false }
    noteDepth += 1
    push(.note(label: label), content: end + 1)
    return true
  }

  private mutating func closeBracket(_ assembly: inout DocumentAssembly) {
    guard let open = brackets.popLast() else {
      index += 1
      return
    }
    let content = open.content..<index
    switch open.kind {
    case .text: index += 1
    case .link(let target):
      delimiters.resolve(from: open.delimiters, on: &canvas)
      let end = bytes.has("]]", at: index) ? index + 2 : index + 1
      canvas.skip(open.start..<open.content)
      canvas.skip(index..<end)
      canvas.add(.link(target), content)
      index = end
    case .note(let label):
      noteDepth -= 1
      delimiters.resolve(from: open.delimiters, on: &canvas)
      let range = open.start..<index + 1
      assembly.addInlineNote(
        label: label, key: label, content: content, range: range, on: &canvas)
      index = range.upperBound
    }
  }

  /// Reads `[[target][words]]` and `[[target]]`.
  private mutating func readLink() -> Bool {
    let start = index + 2
    guard let close = bytes.firstByte(UInt8(ascii: "]"), from: start, to: start + 2000),
      close > start, close + 1 < bytes.count
    else { return false }
    let target = bytes[start..<close]
    if bytes[close + 1] == UInt8(ascii: "[") {
      push(.link(target: target.string), content: close + 2)
      return true
    }
    guard bytes[close + 1] == UInt8(ascii: "]") else { return false }
    canvas.skip(index..<start)
    canvas.skip(close..<close + 2)
    canvas.add(.link(target.string), start..<close)
    index = close + 2
    return true
  }

  /// Reads `[cite/style:prefix @key locator suffix;@other]`; the text stays, each key is a citation.
  private mutating func readCitation() -> Bool {
    let limit = min(bytes.count, index + 4000)
    guard let colon = bytes.firstByte(UInt8(ascii: ":"), from: index, to: limit),
      let close = bytes.firstByte(UInt8(ascii: "]"), from: colon, to: limit)
    else { return false }
    var place = colon + 1
    while let sign = bytes.firstByte(UInt8(ascii: "@"), from: place, to: close) {
      place = sign + 1
      guard let key = CitationKeyText.read(bytes, at: sign), key.end <= close else { continue }
      let part = bytes.firstByte(UInt8(ascii: ";"), from: key.end, to: close) ?? close
      var from = bytes.skippingSpace(from: key.end, to: part)
      if from < part, bytes[from] == UInt8(ascii: ",") { from += 1 }
      let locator = LocatorText.read(bytes, at: from, to: part)
      let range = sign..<(locator?.end ?? key.end)
      canvas.add(
        .cite(StructuredCite(range: range, key: key.key, locator: locator?.locator)), range)
      place = part
    }
    index = close + 1
    return true
  }

  private mutating func readDelimiter() {
    let byte = bytes[index]
    let end = bytes.runEnd(of: byte, from: index)
    defer { index = end }
    guard end == index + 1 else { return }
    delimiters.push(
      byte, index..<end, canOpen: !bytes.isSpace(at: end) && !bytes.isWord(before: index),
      canClose: !bytes.isSpace(before: index) && !bytes.isWord(at: end))
  }

  /// Reads `=code=` and `~code~`, whose text is not read further.
  private mutating func readVerbatim() {
    let byte = bytes[index]
    let start = index + 1
    index = start
    guard start < bytes.count, !bytes[start].isASCIISpace, bytes[start] != byte,
      !bytes.isWord(before: start - 1)
    else { return }
    var close = start
    let limit = min(bytes.count, start + 1000)
    while let found = bytes.firstByte(byte, from: close + 1, to: limit) {
      close = found
      guard !bytes[close - 1].isASCIISpace, !bytes.isWord(at: close + 1) else { continue }
      canvas.skip(start - 1..<start)
      canvas.skip(close..<close + 1)
      canvas.style(.code, start..<close)
      index = close + 1
      return
    }
  }

  /// Reads `^{raised}`.
  private mutating func readRaised() {
    let start = index + 2
    guard bytes.has("^{", at: index),
      let close = bytes.firstByte(UInt8(ascii: "}"), from: start, to: start + 60)
    else {
      index += 1
      return
    }
    canvas.skip(index..<start)
    canvas.skip(close..<close + 1)
    canvas.style(.superscript, start..<close)
    index = close + 1
  }

  private mutating func readLineBreak() {
    let next = index + 2
    if bytes.has("\\\\", at: index), next == bytes.count || bytes[next].isASCIISpace {
      canvas.replace(index..<next, with: [0x20])
      index = next
    } else {
      index += 1
    }
  }

  /// Reads `<<target>>`, which leaves nothing, and `<https://…>`.
  private mutating func readAngle() {
    if bytes.has("<<", at: index),
      let close = bytes.firstByte(UInt8(ascii: ">"), from: index, to: index + 200),
      bytes.has(">>", at: close)
    {
      canvas.skip(index..<close + 2)
      index = close + 2
    } else {
      index = canvas.linkAngleAddress(in: bytes, at: index) ?? index + 1
    }
  }
}
