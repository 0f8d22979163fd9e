/// Reads the inline markup of a reStructuredText block.
///
/// Source: reStructuredText Markup Specification, "Inline Markup".
struct RSTInline {
  private let bytes: [UInt8]
  private let links: LinkDefinitions
  private let substitutions: [String: [UInt8]]
  private var canvas: InlineCanvas
  private var index = 0
  private var lacksTick = false
  private var lacksTicks = false
  private var delimiters = DelimiterStack(.equalRuns) { _, count in
    count == 1 ? .italic : count == 2 ? .bold : nil
  }

  /// Reads `raw` and returns its marks, sealed; markers go into `assembly`.
  static func read(
    _ raw: SourceText, links: LinkDefinitions, substitutions: [String: [UInt8]],
    labels: inout RSTLabels, into assembly: inout DocumentAssembly
  ) -> InlineCanvas {
    var reader = Self(
      bytes: raw.utf8, links: links, substitutions: substitutions, canvas: InlineCanvas(raw))
    while reader.index < reader.bytes.count { reader.step(&labels, &assembly) }
    reader.delimiters.resolve(from: 0, on: &reader.canvas)
    reader.canvas.seal()
    return reader.canvas
  }

  private init(
    bytes: [UInt8], links: LinkDefinitions, substitutions: [String: [UInt8]], canvas: InlineCanvas
  ) {
    self.bytes = bytes
    self.links = links
    self.substitutions = substitutions
    self.canvas = canvas
  }

  private mutating func step(_ labels: inout RSTLabels, _ assembly: inout DocumentAssembly) {
    switch bytes[index] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "*"): readDelimiter()
    case UInt8(ascii: "`"): readTicks()
    case UInt8(ascii: ":"): readRole()
    case UInt8(ascii: "["):
      if !readMarker(&labels, &assembly) { index += 1 }
    case UInt8(ascii: "|"): readSubstitution()
    case UInt8(ascii: "_"): readName()
    case UInt8(ascii: "h"): index = canvas.linkAddress(in: bytes, at: index) ?? index + 1
    case 0x0A:
      index += 1
      let next = bytes.skippingSpace(from: index, lines: false)
      if next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D {
        delimiters.resolve(from: 0, on: &canvas)
      }
    default: index += 1
    }
  }

  private mutating func readEscape() {
    let next = index + 1
    // An escaped space is nothing at all: it only parts markup from a word.
    let isSpace = next < bytes.count && bytes[next].isASCIISpace
    canvas.skip(index..<min(isSpace ? next + 1 : next, bytes.count))
    index = min(next + 1, bytes.count)
  }

  private mutating func readDelimiter() {
    let end = bytes.runEnd(of: UInt8(ascii: "*"), from: index)
    delimiters.push(
      UInt8(ascii: "*"), index..<end,
      canOpen: !bytes.isSpace(at: end) && !bytes.isWord(before: index),
      canClose: !bytes.isSpace(before: index) && !bytes.isWord(at: end))
    index = end
  }

  // MARK: Markers

  /// Reads `[1]_`, `[#]_`, `[#label]_`, `[*]_` and `[Label2000]_`.
  private mutating func readMarker(
    _ labels: inout RSTLabels, _ assembly: inout DocumentAssembly
  ) -> Bool {
    var end = index + 1
    let limit = min(bytes.count, index + 200)
    while end < limit, RSTBlocks.isLabelByte(bytes[end]) { end += 1 }
    guard end > index + 1, bytes.has("]_", at: end), !bytes.isWord(at: end + 2) else {
      return false
    }
    let range = index..<end + 2
    let resolved = labels.resolve(bytes[index + 1..<end].string)
    let marker = Marker(label: resolved.label, range: canvas.sourceRange(range))
    canvas.placeMarker(
      assembly.addMarker(marker, key: resolved.key), over: range, swallowsSpace: true)
    index = range.upperBound
    return true
  }

  // MARK: Backquotes

  private mutating func readTicks() {
    if bytes.has("``", at: index) {
      readLiteral()
    } else {
      readInterpreted(from: index, role: nil)
    }
  }

  private mutating func readLiteral() {
    let start = index + 2
    guard !lacksTicks, let close = bytes.firstOffset(of: [0x60, 0x60], from: start + 1) else {
      lacksTicks = true
      index = start
      return
    }
    canvas.skip(index..<start)
    canvas.skip(close..<close + 2)
    canvas.style(.code, start..<close)
    index = close + 2
  }

  /// Reads `` :role:`text` ``.
  private mutating func readRole() {
    var end = index + 1
    let limit = min(bytes.count, index + 40)
    while end < limit, bytes[end].isASCIIAlphanumeric || [0x2D, 0x5F, 0x2B].contains(bytes[end]) {
      end += 1
    }
    guard end > index + 1, bytes.has(":`", at: end), !bytes.has(":``", at: end),
      !bytes.isWord(before: index)
    else {
      index += 1
      return
    }
    readInterpreted(from: end + 1, role: bytes[index + 1..<end].string)
  }

  /// Reads `` `text` ``, with a role, an address or the name of a link; `index` is where the markup begins.
  private mutating func readInterpreted(from tick: Int, role: String?) {
    let start = tick + 1
    guard !lacksTick, let close = bytes.firstByte(0x60, from: start, to: bytes.count),
      close > start
    else {
      lacksTick = lacksTick || bytes.firstByte(0x60, from: start, to: bytes.count) == nil
      index = start
      return
    }
    let end = close + 1
    let isLink = end < bytes.count && bytes[end] == UInt8(ascii: "_") && !bytes.isWord(at: end + 1)
    canvas.skip(index..<start)
    index = end
    if isLink {
      index = bytes.runEnd(of: UInt8(ascii: "_"), from: end, to: min(end + 2, bytes.count))
      var words = start..<close
      if bytes[close - 1] == UInt8(ascii: ">"),
        let angle = bytes[start..<close].lastIndex(of: UInt8(ascii: "<"))
      {
        words = angle > start ? start..<angle : angle + 1..<close - 1
        canvas.add(.link(bytes[angle + 1..<close - 1].string), words)
      } else if let target = links[MarkupLabel.normalised(bytes[words])] {
        canvas.add(.link(target), words)
      }
      canvas.skip(start..<words.lowerBound)
      canvas.skip(words.upperBound..<index)
      return
    }
    var name = role
    if role == nil, let suffix = roleSuffix(at: end) {
      name = suffix.name
      index = suffix.end
    }
    canvas.skip(close..<index)
    if let style = Self.style(ofRole: name) { canvas.style(style, start..<close) }
  }

  private func roleSuffix(at offset: Int) -> (name: String, end: Int)? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":"),
      let close = bytes.firstByte(UInt8(ascii: ":"), from: offset + 1, to: offset + 40),
      close > offset + 1, bytes[offset + 1..<close].allSatisfy(\.isASCIILetter)
    else { return nil }
    return (bytes[offset + 1..<close].string, close + 1)
  }

  private static func style(ofRole role: String?) -> TextStyle? {
    switch role {
    // The default role is that of titles.
    case nil, "emphasis", "title", "title-reference", "t": .italic
    case "strong": .bold
    case "sup", "superscript": .superscript
    case "sub", "subscript": .subscript
    case "literal", "code": .code
    default: nil
    }
  }

  // MARK: Names

  private mutating func readSubstitution() {
    let start = index + 1
    if let close = bytes.firstByte(UInt8(ascii: "|"), from: start, to: start + 100), close > start,
      let value = substitutions[bytes[start..<close].string]
    {
      canvas.replace(index..<close + 1, with: value)
      index = close + 1
    } else {
      index += 1
    }
  }

  /// Reads the `_` of `name_`, where the document gives that name an address, and `` _`target` ``.
  private mutating func readName() {
    let next = bytes.runEnd(of: UInt8(ascii: "_"), from: index, to: min(index + 2, bytes.count))
    defer { index = next }
    if next == index + 1, next < bytes.count, bytes[next] == 0x60 {
      canvas.skip(index..<next)
      return
    }
    guard index > 0, !bytes.isWord(at: next), !links.isEmpty else { return }
    var start = index
    let floor = max(0, index - 80)
    while start > floor, bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] >= 0x80 {
      start -= 1
    }
    guard start < index, let target = links[MarkupLabel.normalised(bytes[start..<index])]
    else { return }
    canvas.skip(index..<next)
    canvas.add(.link(target), start..<index)
  }
}
