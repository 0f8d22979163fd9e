/// Writes running text whose styles, links and citation parts are given as ranges, as properly nested elements.
///
/// Structural spans (level below 10) must nest and are never split; links and styles are closed and opened again where
/// they cross a structural border or an insertion.
struct JATSInline {
  /// A stretch that an element wraps.
  struct Span {
    var range: Range<Int>
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// Lower levels stand outside: 0 to 9 structure, 10 links, 20 styles.
    var level: Int
    /// What the element may hold besides structure.
    var content: JATSField.Content = .linked
  }

  /// An element put between two bytes of the text.
  struct Insertion {
    var offset: Int
    var name: String
    var attributes: [(name: String, value: String)]
    var text: String
  }

  static let linkLevel = 10
  static let styleLevel = 20
  /// More open elements than this at one place are not written; nobody means them.
  private static let depthLimit = 24

  private let bytes: [UInt8]
  private var spans: [Span]
  private let insertions: [Insertion]

  /// Text with spans and insertions, each in byte offsets of `bytes`.
  init(_ bytes: [UInt8], spans: [Span] = [], insertions: [Insertion] = []) {
    self.bytes = bytes
    self.spans = spans
    self.insertions = insertions
  }

  /// The text of a source with its styles and links, and the spans given.
  init(_ text: SourceText, spans: [Span] = [], insertions: [Insertion] = []) {
    var all = spans
    for link in text.links where !link.target.utf8.starts(with: "#".utf8) {
      all.append(
        Span(
          range: link.range, name: "ext-link",
          attributes: [("ext-link-type", "uri"), ("xlink:href", link.target)],
          level: Self.linkLevel,
          content: .styled))
    }
    all += text.styles.map { Self.span($0.style, $0.range) }
    self.init(text.utf8, spans: all, insertions: insertions)
  }

  /// A title or other rich text.
  init(_ text: RichText) {
    self.init(Array(text.plain.utf8), spans: text.spans.map { Self.span($0.style, $0.range) })
  }

  private static func span(_ style: TextStyle, _ range: Range<Int>) -> Span {
    Span(range: range, name: JATSStyle.element(of: style), level: styleLevel)
  }

  /// Writes the whole text into the open element, which may hold `content`.
  ///
  /// - Complexity: O(text + spans log spans), with a bounded number of elements open at a time.
  func write(to writer: inout XMLWriter, in content: JATSField.Content = .linked) {
    let spans = spans.compactMap { span -> Span? in
      var span = span
      let low = aligned(span.range.lowerBound)
      span.range = low..<max(low, aligned(span.range.upperBound))
      return span.range.isEmpty ? nil : span
    }
    let insertions = insertions.sorted { $0.offset < $1.offset }
    let order = spans.indices.sorted { precedes(spans[$0], $0, spans[$1], $1, byLevel: false) }
    var borders = [0, bytes.count]
    for span in spans { borders += [span.range.lowerBound, span.range.upperBound] }
    borders += insertions.map { aligned($0.offset) }
    borders.sort()
    var active: [Int] = []
    var open: [Int] = []
    var nextSpan = 0
    var nextInsertion = 0
    var position = 0
    for border in borders {
      if border > position {
        writer.text(bytes[position..<border])
        position = border
      }
      active.removeAll { spans[$0].range.upperBound <= border }
      while nextSpan < order.count, spans[order[nextSpan]].range.lowerBound <= border {
        let span = order[nextSpan]
        nextSpan += 1
        let isStructure = spans[span].level < Self.linkLevel
        if spans[span].range.upperBound > border, isStructure || active.count < Self.depthLimit {
          active.append(span)
        }
      }
      active.sort { precedes(spans[$0], $0, spans[$1], $1, byLevel: true) }
      let wanted = allowed(active, of: spans, in: content)
      let hasInsertion =
        nextInsertion < insertions.count && aligned(insertions[nextInsertion].offset) <= border
      var kept = 0
      while kept < min(open.count, wanted.count), open[kept] == wanted[kept],
        !hasInsertion || spans[open[kept]].level < Self.linkLevel
      { kept += 1 }
      while open.count > kept {
        open.removeLast()
        writer.end()
      }
      while nextInsertion < insertions.count, aligned(insertions[nextInsertion].offset) <= border {
        let insertion = insertions[nextInsertion]
        writer.element(insertion.name, insertion.attributes, text: insertion.text)
        nextInsertion += 1
      }
      for span in wanted[kept...] {
        writer.start(spans[span].name, spans[span].attributes, mixed: true)
        open.append(span)
      }
    }
  }

  /// The active spans that the elements around them may hold.
  private func allowed(_ active: [Int], of spans: [Span], in content: JATSField.Content) -> [Int] {
    var content = content
    var result: [Int] = []
    for index in active {
      let span = spans[index]
      switch span.level {
      case Self.styleLevel...:
        let isSubSup = span.name == "sub" || span.name == "sup"
        guard content == .linked || content == .styled || (content == .subSup && isSubSup)
        else { continue }
      case Self.linkLevel:
        guard content == .linked else { continue }
        content = .styled
      default: content = span.content
      }
      result.append(index)
    }
    return result
  }

  private func precedes(_ left: Span, _ first: Int, _ right: Span, _ second: Int, byLevel: Bool)
    -> Bool
  {
    if byLevel, left.level != right.level { return left.level < right.level }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.level != right.level { return left.level < right.level }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound > right.range.upperBound
    }
    return first < second
  }

  /// The offset, moved to the beginning of the character it stands in.
  private func aligned(_ offset: Int) -> Int {
    var offset = min(max(offset, 0), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset].isUTF8Continuation { offset -= 1 }
    return offset
  }
}
