/// Tags: `<ref>` first of all, then what hides text and what styles it.
extension WikiReader {
  mutating func readAngle() {
    if bytes.has("<!--", at: index) {
      skipTo("-->", "comment", from: index)
      return
    }
    guard let tag = readTagHead() else {
      index += 1
      return
    }
    switch tag.name {
    case "ref": readRef(tag)
    case "references": readReferences(tag)
    case "nowiki", "pre", "syntaxhighlight", "source", "math", "score", "timeline":
      readVerbatim(tag)
    default: readStyleTag(tag)
    }
  }

  /// A tag at the walk's place.
  struct Tag {
    var name: String
    /// The bytes between the name and the end of the tag.
    var attributes: Range<Int>
    var end: Int
    var isEnd: Bool
    var isEmpty: Bool
  }

  private func readTagHead() -> Tag? {
    var place = index + 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let nameStart = place
    while place < bytes.count, place - nameStart < 20, bytes[place].isASCIIAlphanumeric {
      place += 1
    }
    guard place > nameStart, bytes[nameStart].isASCIILetter else { return nil }
    let name = bytes[nameStart..<place].map(\.asciiLowercased).string
    let attributes = place
    var quote: UInt8?
    let limit = min(bytes.count, place + 1000)
    while place < limit {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        let isEmpty = bytes[place - 1] == UInt8(ascii: "/") && place > attributes
        return Tag(
          name: name, attributes: attributes..<max(attributes, isEmpty ? place - 1 : place),
          end: place + 1, isEnd: isEnd, isEmpty: isEmpty)
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// The value of an attribute, in quotes or not.
  private func attribute(_ name: String, of tag: Tag) -> String {
    let text = Array(bytes[tag.attributes])
    let needle = Array(name.utf8)
    var from = 0
    while let place = text.firstOffset(of: needle, from: from) {
      from = place + 1
      let sign = text.skippingSpace(from: place + needle.count)
      guard place == 0 || text[place - 1].isASCIISpace, sign < text.count,
        text[sign] == UInt8(ascii: "=")
      else { continue }
      let start = text.skippingSpace(from: sign + 1)
      guard start < text.count else { return "" }
      if text[start] == 0x22 || text[start] == 0x27 {
        let end = text.firstByte(text[start], from: start + 1, to: text.count) ?? text.count
        return text[start + 1..<end].trimmedASCIISpace.string
      }
      return text[start...].prefix { !$0.isASCIISpace }.string
    }
    return ""
  }

  // MARK: Notes

  /// The series that a group of notes makes; Wikipedia's own names of groups stay.
  static func series(ofGroup group: String) -> String {
    switch group {
    case "": "note"
    // The group called "note" is not the unnamed one.
    case "note": "group note"
    default: group
    }
  }

  private mutating func readRef(_ tag: Tag) {
    let name = attribute("name", of: tag)
    let series = Self.series(ofGroup: attribute("group", of: tag))
    if tag.isEnd {
      canvas.skip(index..<tag.end)
      index = tag.end
    } else if tag.isEmpty {
      addMarker(name: name, series: series, over: index..<tag.end)
      index = tag.end
    } else if ref != nil {
      // A note does not stand in a note: this is the beginning of a new one.
      index = tag.end
    } else if let close = next("</ref"), noteEnds(at: close, after: tag.end) {
      let end = bytes.firstByte(UInt8(ascii: ">"), from: close, to: bytes.count).map { $0 + 1 }
      ref = OpenRef(
        start: index, content: tag.end..<close, end: end ?? bytes.count, name: name,
        group: series, depth: open.count, quotes: quotes)
      quotes = QuoteState()
      index = tag.end
    } else {
      assembly.reportUnclosed(
        "note \"\(bytes[index..<tag.end].string)\"", expected: "</ref>",
        at: SourceRange(index, tag.end))
      index = tag.end
    }
  }

  /// Whether no other note begins between `start` and the end at `close`.
  private mutating func noteEnds(at close: Int, after start: Int) -> Bool {
    var from = start
    while let other = bytes.firstOffset(of: Array("<ref".utf8), from: from, to: close) {
      from = other + 4
      guard other + 4 < close, bytes[other + 4].isASCIISpace || bytes[other + 4] == 0x3E else {
        continue
      }
      let end = bytes.firstByte(UInt8(ascii: ">"), from: other, to: close) ?? close
      if end > other, bytes[end - 1] != UInt8(ascii: "/") { return false }
    }
    return true
  }

  mutating func closeRef(_ note: OpenRef) {
    closeQuotes(at: note.content.upperBound)
    quotes = note.quotes
    ref = nil
    dropOpen(from: min(note.depth, open.count))
    addNote(
      content: note.content, name: note.name, series: note.group, over: note.start..<note.end)
    index = note.end
  }

  /// Adds a note that stands at `range`; the same name with the same words again is a further marker of it.
  mutating func addNote(content: Range<Int>, name: String, series: String, over range: Range<Int>) {
    let key = name.isEmpty ? nil : series + "\n" + name
    let words = bytes[content].trimmedASCIISpace
    if words.isEmpty {
      addMarker(name: name, series: series, over: range)
      return
    }
    let source = SourceRange(range.lowerBound, range.upperBound)
    if let key, let known = contentByKey[key], known.elementsEqual(words) {
      addMarker(name: name, series: series, over: range)
      return
    }
    if let key { contentByKey[key] = words }
    let note = assembly.addNote(
      Note(label: "", series: series, text: SourceText(), range: source), key: key)
    canvas.addNote(note, content: content, range: range)
    if listDepth > 0 {
      canvas.skip(range)
    } else {
      let marker = assembly.addMarker(Marker(label: "", range: source), note: note)
      canvas.placeMarker(marker, over: range)
      lastMarkerEnd = range.upperBound
    }
  }

  mutating func addMarker(name: String, series: String, over range: Range<Int>) {
    guard listDepth == 0 else {
      canvas.skip(range)
      return
    }
    let source = SourceRange(range.lowerBound, range.upperBound)
    let marker = assembly.addMarker(
      Marker(label: name, range: source), key: series + "\n" + name)
    canvas.placeMarker(marker, over: range)
    lastMarkerEnd = range.upperBound
  }

  private mutating func readReferences(_ tag: Tag) {
    if tag.isEnd {
      if let place = open.lastIndex(where: { if case .references = $0.kind { true } else { false } }
      ) {
        canvas.skip(open[place].start..<tag.end)
        dropOpen(from: place)
      }
    } else if tag.isEmpty || next("</references") == nil {
      canvas.skip(index..<tag.end)
    } else {
      open.append(Open(kind: .references, start: index))
      listDepth += 1
    }
    index = tag.end
  }

  // MARK: Other tags

  private mutating func readVerbatim(_ tag: Tag) {
    guard !tag.isEnd, !tag.isEmpty else {
      canvas.skip(index..<tag.end)
      index = tag.end
      return
    }
    canvas.skip(index..<tag.end)
    let start = tag.end
    index = tag.end
    guard let close = next("</" + tag.name), close < limit,
      let end = bytes.firstByte(UInt8(ascii: ">"), from: close, to: bytes.count)
    else {
      assembly.reportUnclosed(
        "tag \"\(tag.name)\"", expected: "</\(tag.name)>", at: SourceRange(start - 1, start))
      return
    }
    if tag.name != "nowiki" { canvas.style(.code, start..<close) }
    canvas.skip(close..<end + 1)
    index = end + 1
  }

  private mutating func skipTo(_ text: String, _ what: String, from start: Int) {
    if let found = next(text), found < limit {
      canvas.skip(start..<found + text.utf8.count)
      index = found + text.utf8.count
    } else {
      assembly.reportUnclosed(what, expected: text, at: SourceRange(start, start + 4))
      index = start + 4
    }
  }

  private static let styles: [String: TextStyle] = [
    "i": .italic, "em": .italic, "cite": .italic, "b": .bold, "strong": .bold,
    "sup": .superscript, "sub": .subscript, "u": .underline, "s": .strikethrough,
    "del": .strikethrough, "code": .code, "tt": .code,
  ]
  private static let plainTags: Set<String> = [
    "span", "div", "small", "big", "center", "p", "br", "hr", "poem", "blockquote", "q", "abbr",
    "ins", "kbd", "samp", "var", "table", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd",
    "font", "section", "onlyinclude", "includeonly", "noinclude", "gallery", "bdi", "ruby", "rt",
    "rp", "rb", "wbr", "caption", "h1", "h2", "h3", "h4", "dfn", "mark", "time", "data",
  ]

  private mutating func readStyleTag(_ tag: Tag) {
    let style = Self.styles[tag.name]
    guard style != nil || Self.plainTags.contains(tag.name) else {
      index += 1
      return
    }
    let range = index..<tag.end
    if ["br", "hr", "p", "div", "li", "td", "th"].contains(tag.name) {
      canvas.replace(range, with: [0x20])
    } else {
      canvas.skip(range)
    }
    if tag.name == "blockquote", ref == nil, open.isEmpty {
      endBlock(at: index)
      quoteDepth = max(0, quoteDepth + (tag.isEnd ? -1 : 1))
      block = (quoteDepth > 0 ? .quote : .paragraph, tag.end)
    } else if tag.isEnd {
      let name = Array(tag.name.utf8)
      let floor = max(0, openTags.count - 32)
      if let place = openTags[floor...].lastIndex(where: { $0.name == name }) {
        if let style = openTags[place].style {
          canvas.style(style, openTags[place].content..<index)
        }
        openTags.removeSubrange(place...)
      }
    } else if !tag.isEmpty, style != nil {
      openTags.append((Array(tag.name.utf8), style, tag.end))
    }
    index = tag.end
  }
}
