/// Code, tags, addresses, keys and attributes.
extension MarkdownInline {
  mutating func readCode() {
    let end = bytes.runEnd(of: UInt8(ascii: "`"), from: index)
    let ticks = end - index
    defer { index = max(index, end) }
    guard ticks <= 32, !failedTicks.contains(ticks) else { return }
    var close = end
    while let found = bytes.firstByte(UInt8(ascii: "`"), from: close, to: bytes.count) {
      close = bytes.runEnd(of: UInt8(ascii: "`"), from: found)
      guard close - found == ticks else { continue }
      canvas.skip(index..<end)
      canvas.skip(found..<close)
      canvas.style(.code, end..<found)
      index = close
      if close < bytes.count, bytes[close] == UInt8(ascii: "{"),
        let last = attributesEnd(at: close)
      {
        canvas.skip(close..<last)
        index = last
      }
      return
    }
    failedTicks.insert(ticks)
  }

  mutating func readReference() {
    let end =
      context.dialect == .markdown ? canvas.replaceReference(in: bytes, at: index) : nil
    index = end ?? index + 1
  }

  mutating func readKey() {
    guard context.dialect == .markdown, let found = CitationKeyText.readCite(bytes, at: index),
      let key = CitationKeyText.read(bytes, at: index)
    else {
      index += 1
      return
    }
    // `-@key` leaves the author out.
    let isMinus =
      index > 0 && bytes[index - 1] == UInt8(ascii: "-") && !bytes.isWord(before: index - 1)
    canvas.add(.cite(found.cite), (isMinus ? index - 1 : index)..<found.end)
    index = key.end
  }

  mutating func readBrace() {
    guard context.dialect == .djot else {
      index += 1
      return
    }
    if bytes.has("{%", at: index) || bytes.has("{.", at: index) || bytes.has("{#", at: index),
      let end = attributesEnd(at: index)
    {
      canvas.skip(index..<end)
      index = end
      return
    }
    index += 1
  }

  /// The end of `{…}` at `start`, or nil; attributes stand in one line and hold no other brace.
  func attributesEnd(at start: Int) -> Int? {
    var place = start + 1
    let limit = min(bytes.count, start + 1000)
    while place < limit, bytes[place] != UInt8(ascii: "}") {
      if bytes[place] == UInt8(ascii: "{") || bytes[place] == 0x0A { return nil }
      place += 1
    }
    return place < limit ? place + 1 : nil
  }

  static func style(ofAttributes attributes: ArraySlice<UInt8>) -> TextStyle? {
    let text = attributes.map(\.asciiLowercased)
    for (name, style) in attributeStyles where text.firstOffset(of: name, from: 0) != nil {
      return style
    }
    return nil
  }

  private static let attributeStyles: [([UInt8], TextStyle)] = [
    (Array("smallcaps".utf8), .smallCaps), (Array("small-caps".utf8), .smallCaps),
    (Array(".underline".utf8), .underline), (Array(".ul".utf8), .underline),
    (Array(".nocase".utf8), .noCase),
  ]

  // MARK: Angle brackets

  mutating func readAngle(_ assembly: inout DocumentAssembly) {
    if context.dialect == .markdown, bytes.has("<!--", at: index) {
      readComment(&assembly)
      return
    }
    guard let close = angleEnd() else {
      index += 1
      return
    }
    let inner = bytes[index + 1..<close]
    if isAddress(inner) {
      let hasScheme = inner.contains(UInt8(ascii: ":"))
      canvas.skip(index..<index + 1)
      canvas.skip(close..<close + 1)
      canvas.add(.link((hasScheme ? "" : "mailto:") + inner.string), index + 1..<close)
      index = close + 1
    } else if context.dialect == .markdown, isTag(inner) {
      readTag(inner, close)
    } else {
      index += 1
    }
  }

  private func angleEnd() -> Int? {
    var place = index + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] == UInt8(ascii: ">") { return place > index + 1 ? place : nil }
      place += 1
    }
    return nil
  }

  private func isAddress(_ inner: ArraySlice<UInt8>) -> Bool {
    guard !inner.contains(where: \.isASCIISpace), let first = inner.first, first.isASCIILetter
    else { return false }
    if let colon = inner.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = inner[..<colon]
      return scheme.count >= 2 && scheme.count <= 32
        && scheme.allSatisfy { $0.isASCIIAlphanumeric || [0x2B, 0x2D, 0x2E].contains($0) }
    }
    return inner.contains(UInt8(ascii: "@"))
  }

  private func isTag(_ inner: ArraySlice<UInt8>) -> Bool {
    let name = inner.first == UInt8(ascii: "/") ? inner.dropFirst() : inner
    guard let first = name.first, first.isASCIILetter else { return false }
    let rest = name.drop { $0.isASCIIAlphanumeric || $0 == 0x2D }
    return rest.first.map { $0.isASCIISpace || $0 == 0x2F } ?? true
  }

  private mutating func readTag(_ inner: ArraySlice<UInt8>, _ close: Int) {
    canvas.skip(index..<close + 1)
    let isEnd = inner.first == UInt8(ascii: "/")
    let body = isEnd ? inner.dropFirst() : inner
    let name = body.prefix { $0.isASCIIAlphanumeric || $0 == 0x2D }.map(\.asciiLowercased)
    if isEnd {
      let floor = max(0, openTags.count - 32)
      if let place = openTags[floor...].lastIndex(where: { $0.name == name }) {
        if let style = openTags[place].style {
          canvas.style(style, openTags[place].content..<index)
        }
        openTags.removeSubrange(place...)
      }
    } else if name == Array("br".utf8) {
      canvas.replace(index..<close + 1, with: [0x20])
    } else if inner.last != UInt8(ascii: "/") {
      let style = Self.tagStyles[name.string] ?? Self.style(ofAttributes: body)
      openTags.append((name, style, close + 1))
    }
    index = close + 1
  }

  private static let tagStyles: [String: TextStyle] = [
    "i": .italic, "em": .italic, "cite": .italic, "b": .bold, "strong": .bold,
    "sup": .superscript, "sub": .subscript, "u": .underline, "s": .strikethrough,
    "del": .strikethrough, "code": .code,
  ]

  private mutating func readComment(_ assembly: inout DocumentAssembly) {
    guard !lacksCommentEnd,
      let end = bytes.firstOffset(of: Array("-->".utf8), from: index + 4)
    else {
      if !lacksCommentEnd {
        lacksCommentEnd = true
        assembly.reportUnclosed(
          "comment", expected: "-->", at: canvas.sourceRange(index..<index + 4))
      }
      index += 4
      return
    }
    canvas.skip(index..<end + 3)
    index = end + 3
  }

  /// The number in `<sup>…</sup>` at `offset`, and the end of it.
  static func superscriptNumber(_ bytes: [UInt8], at offset: Int) -> (number: Int, end: Int)? {
    guard bytes.has("<sup", at: offset),
      let open = bytes.firstByte(UInt8(ascii: ">"), from: offset, to: offset + 200)
    else { return nil }
    var place = open + 1
    var digits: [UInt8] = []
    let limit = min(bytes.count, offset + 500)
    while place < limit, !bytes.has("</sup>", at: place) {
      switch bytes[place] {
      case UInt8(ascii: "<"):
        guard let close = bytes.firstByte(UInt8(ascii: ">"), from: place, to: limit)
        else { return nil }
        place = close
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x20: break
      case let byte where byte.isASCIIDigit && digits.count < 4: digits.append(byte)
      default: return nil
      }
      place += 1
    }
    guard place < limit, let number = Int(digits.string) else { return nil }
    return (number, place + 6)
  }
}
