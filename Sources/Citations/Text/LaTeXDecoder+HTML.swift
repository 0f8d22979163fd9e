extension LaTeXDecoder {
  /// Reads an entity of HTML, which web pages export; any other ampersand is itself.
  mutating func ampersand() {
    let start = index
    if readsHTML, let (text, length) = entity() {
      problem(.entity, start..<start + length)
      index += length
      return append(text)
    }
    problem(.ampersand, start..<start + 1)
    index += 1
    append("&")
  }

  private func entity() -> (text: String, length: Int)? {
    let limit = min(end, index + 10)
    guard let semicolon = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[(index + 1)..<semicolon]
    let length = semicolon + 1 - index
    if name.first == UInt8(ascii: "#") {
      let isHex =
        name.dropFirst().first == UInt8(ascii: "x") || name.dropFirst().first == UInt8(ascii: "X")
      let digits = name.dropFirst(isHex ? 2 : 1).string
      guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value),
        value >= 0x20
      else { return nil }
      return (String(scalar), length)
    }
    return Self.entities[name.string].map { ($0, length) }
  }

  /// Reads a tag for italics and the like, as exports have them in titles; any other sign is itself.
  mutating func lessThan() {
    let start = index
    guard readsHTML, let tag = tag() else {
      index += 1
      return append("<")
    }
    problem(.tag, start..<tag.end)
    index = tag.end
    guard let style = Self.tags[tag.name.string] else { return }
    let depth = frames.count
    if tag.isEnd {
      guard let open = tagged.last, open.style == style, open.depth == depth else { return }
      tagged.removeLast()
      addSpan(open.start, style)
    } else {
      flushSpace()
      tagged.append((style, output.count, depth))
    }
  }

  /// The tag that begins here, where it is one that is known.
  private func tag() -> (name: ArraySlice<UInt8>, isEnd: Bool, end: Int)? {
    let limit = min(end, index + 60)
    guard let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var name = bytes[(index + 1)..<close]
    let isEnd = name.first == UInt8(ascii: "/")
    if isEnd { name = name.dropFirst() }
    let word = name.prefix { $0.isASCIILetter || $0 == UInt8(ascii: ":") }
    let rest = name.dropFirst(word.count)
    guard rest.isEmpty || rest.first == 0x20 || rest.elementsEqual("/".utf8),
      Self.tags[word.string] != nil || Self.plainTags.contains(word.string)
    else { return nil }
    return (word, isEnd, close + 1)
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "hellip": "\u{2026}", "times": "\u{D7}",
    "auml": "\u{E4}", "ouml": "\u{F6}", "uuml": "\u{FC}", "Auml": "\u{C4}", "Ouml": "\u{D6}",
    "Uuml": "\u{DC}", "szlig": "\u{DF}", "eacute": "\u{E9}", "egrave": "\u{E8}",
    "ecirc": "\u{EA}", "aacute": "\u{E1}", "agrave": "\u{E0}", "acirc": "\u{E2}",
    "ccedil": "\u{E7}", "iacute": "\u{ED}", "oacute": "\u{F3}", "uacute": "\u{FA}",
    "ntilde": "\u{F1}", "oslash": "\u{F8}", "aring": "\u{E5}", "aelig": "\u{E6}",
    "alpha": "\u{3B1}", "beta": "\u{3B2}", "gamma": "\u{3B3}", "delta": "\u{3B4}",
  ]

  private static let tags: [String: TextStyle] = [
    "i": .italic, "em": .italic, "b": .bold, "strong": .bold, "sup": .superscript,
    "sub": .subscript, "u": .underline, "sc": .smallCaps, "scp": .smallCaps, "s": .strikethrough,
    "I": .italic, "B": .bold, "SUP": .superscript, "SUB": .subscript, "jats:italic": .italic,
    "jats:sup": .superscript, "jats:sub": .subscript, "jats:bold": .bold, "tt": .code,
  ]

  private static let plainTags: Set<String> = [
    "p", "br", "span", "jats:p", "jats:title", "div", "inf", "mml:math", "mml:mi", "mml:mo",
    "mml:mn",
    "mml:mrow",
  ]
}
