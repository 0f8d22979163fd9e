/// Reading the small set of HTML tags that CSL-JSON has for styles.
///
/// Tags that are unknown, unbalanced or wrongly nested are text, as they stand.
/// Source: citeproc-js, "CSL-JSON markup"; CSL 1.0.2, "Rich text".
extension CSLJSONMarkup {
  /// The text without its tags, and what they say.
  static func read(_ text: String) -> RichText {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return RichText(text) }
    let bytes = Array(text.utf8)
    let tags = matched(tags(in: bytes))
    guard !tags.isEmpty else { return RichText(text) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var spans: [RichText.Span] = []
    /// The indices in `spans` of those that are open.
    var open: [Int] = []
    var position = 0
    for tag in tags {
      plain.append(contentsOf: bytes[position..<tag.range.lowerBound])
      position = tag.range.upperBound
      if let style = tag.style {
        open.append(spans.count)
        spans.append(.init(plain.count..<plain.count, style))
      } else if let index = open.popLast() {
        spans[index].range = spans[index].range.lowerBound..<plain.count
      }
    }
    plain.append(contentsOf: bytes[position...])
    return RichText(plain.string, spans: spans.filter { !$0.range.isEmpty })
  }

  private struct Tag {
    var range: Range<Int>
    var name: String
    /// Nil for a closing tag.
    var style: TextStyle?
  }

  /// What stands between the angle brackets, and what it means.
  private static let openings: [(text: String, name: String, style: TextStyle)] = [
    ("i", "i", .italic), ("b", "b", .bold), ("sup", "sup", .superscript),
    ("sub", "sub", .subscript), ("sc", "sc", .smallCaps),
    ("span class=\"nocase\"", "span", .noCase), ("span class='nocase'", "span", .noCase),
    ("span style=\"font-variant:small-caps;\"", "span", .smallCaps),
    ("span style=\"font-variant: small-caps;\"", "span", .smallCaps),
    ("span style=\"font-variant: small-caps\"", "span", .smallCaps),
    ("span style=\"font-variant:small-caps\"", "span", .smallCaps),
  ]

  private static let byText = Dictionary(
    uniqueKeysWithValues: openings.map { ($0.text, (name: $0.name, style: $0.style)) })

  /// No tag that is known is longer.
  private static let longest = 48

  private static func tags(in bytes: [UInt8]) -> [Tag] {
    var result: [Tag] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"),
        let end = bytes[index...].prefix(longest).firstIndex(of: UInt8(ascii: ">"))
      else {
        index += 1
        continue
      }
      let text = bytes[(index + 1)..<end].string
      let range = index..<end + 1
      if let opening = byText[text] {
        result.append(Tag(range: range, name: opening.name, style: opening.style))
      } else if ["/i", "/b", "/sup", "/sub", "/sc", "/span"].contains(text) {
        result.append(Tag(range: range, name: String(text.dropFirst()), style: nil))
      } else {
        index += 1
        continue
      }
      index = end + 1
    }
    return result
  }

  /// The tags that belong to each other, in order; what lies between the two of a pair is balanced.
  private static func matched(_ tags: [Tag]) -> [Tag] {
    var isMatched = [Bool](repeating: false, count: tags.count)
    var open: [Int] = []
    /// How many of `open` have each name, so that a closing tag without an opening one costs nothing.
    var counts: [String: Int] = [:]
    for (index, tag) in tags.enumerated() {
      if tag.style != nil {
        open.append(index)
        counts[tag.name, default: 0] += 1
        continue
      }
      guard counts[tag.name, default: 0] > 0 else { continue }
      while let last = open.popLast() {
        counts[tags[last].name, default: 0] -= 1
        guard tags[last].name == tag.name else { continue }
        isMatched[last] = true
        isMatched[index] = true
        break
      }
    }
    return zip(tags, isMatched).filter(\.1).map(\.0)
  }
}
