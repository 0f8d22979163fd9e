/// Makes the value of a template's parameter plain: markup removed, italics and the like kept as styles.
enum WikiValue {
  static func richText(_ bytes: ArraySlice<UInt8>) -> RichText {
    var text: [UInt8] = []
    var spans: [RichText.Span] = []
    var italic: Int?
    var bold: Int?
    let all = Array(bytes)
    var index = 0
    func toggle(_ start: inout Int?, _ style: TextStyle) {
      if let from = start {
        if from < text.count { spans.append(RichText.Span(from..<text.count, style)) }
        start = nil
      } else {
        start = text.count
      }
    }
    while index < all.count {
      let byte = all[index]
      if byte == 0x27, all.has("''", at: index) {
        let end = all.runEnd(of: 0x27, from: index)
        switch end - index {
        case 2: toggle(&italic, .italic)
        case 3: toggle(&bold, .bold)
        case 5...:
          toggle(&italic, .italic)
          toggle(&bold, .bold)
        default:
          text.append(0x27)
          toggle(&bold, .bold)
        }
        index = end
      } else if let found = replacement(all, at: index) {
        text += found.utf8
        index = found.end
      } else if byte.isASCIISpace {
        if let last = text.last, last != 0x20 { text.append(0x20) }
        index += 1
      } else {
        text.append(byte)
        index += 1
      }
    }
    while text.last == 0x20 { text.removeLast() }
    spans = spans.compactMap { span in
      let range = span.range.clamped(to: 0..<text.count)
      return range.isEmpty ? nil : RichText.Span(range, span.style)
    }
    spans.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    return RichText(text.string, spans: spans)
  }

  static func plain(_ bytes: ArraySlice<UInt8>) -> String { richText(bytes).plain }

  /// What stands for the markup at `index`, and its end; nil where a plain byte stands.
  private static func replacement(_ all: [UInt8], at index: Int) -> (utf8: [UInt8], end: Int)? {
    switch all[index] {
    case UInt8(ascii: "&"):
      guard let found = CharacterReference.read(all, at: index) else { return nil }
      let isSpace = found.utf8 == [0xC2, 0xA0]
      return (isSpace ? [0x20] : found.utf8, index + found.length)
    case UInt8(ascii: "<"):
      if all.has("<!--", at: index) {
        let end = all.firstOffset(of: Array("-->".utf8), from: index)
        return ([], end.map { $0 + 3 } ?? all.count)
      }
      guard index + 1 < all.count, all[index + 1].isASCIILetter || all[index + 1] == 0x2F,
        let close = all.firstByte(UInt8(ascii: ">"), from: index, to: index + 200)
      else { return nil }
      return (all[index..<close].starts(with: "<br") ? [0x20] : [], close + 1)
    case UInt8(ascii: "["):
      return link(all, at: index)
    case UInt8(ascii: "{"):
      guard let template = WikiTemplate(all, at: index, limit: 2000) else { return nil }
      switch template.name {
      case "!": return ([0x7C], template.range.upperBound)
      case "=": return ([0x3D], template.range.upperBound)
      case "'": return ([0x27], template.range.upperBound)
      case "nbsp", "snd", "spaced ndash": return ([0x20], template.range.upperBound)
      case "lang", "nowrap", "not a typo", "sic", "transl", "langue", "lang-de", "lang-fr":
        guard let last = template.parameters.last else { return nil }
        return (Array(all[last.value]), template.range.upperBound)
      default: return nil
      }
    default: return nil
    }
  }

  private static func link(_ all: [UInt8], at index: Int) -> (utf8: [UInt8], end: Int)? {
    guard all.has("[[", at: index) else {
      guard BareAddress.end(all, at: index + 1) != nil,
        let close = all.firstByte(UInt8(ascii: "]"), from: index, to: index + 1000),
        let space = all.firstByte(0x20, from: index, to: close)
      else { return nil }
      return (Array(all[space + 1..<close]), close + 1)
    }
    guard let close = all.firstByte(UInt8(ascii: "]"), from: index, to: index + 1000),
      all.has("]]", at: close)
    else { return nil }
    let bar = all[index..<close].lastIndex(of: UInt8(ascii: "|"))
    return (Array(all[(bar.map { $0 + 1 } ?? index + 2)..<close]), close + 2)
  }
}
