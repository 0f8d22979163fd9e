/// Reads the markup of a field: a few tags, quotes, apostrophes.
///
/// Straight and curly quotes that belong together become nodes, so that they can be printed as the language wants and
/// change with their depth; what does not belong together stays as it is, a lone apostrophe becomes a curly one.
/// Source: CSL 1.0.2, "Rich text"; citeproc-js, "CSL-JSON markup".
struct InlineParser {
  private enum Mark: Hashable {
    case italic, bold, sup, sub, smallCapsTag, span(SpanKind)
    case doubleQuote, singleQuote, curlyDouble, curlySingle

    var isQuote: Bool {
      switch self {
      case .doubleQuote, .singleQuote, .curlyDouble, .curlySingle: true
      default: false
      }
    }
  }
  private enum SpanKind: Hashable { case smallCaps, noCase, undecorated }
  private struct Frame {
    var mark: Mark?
    /// What stands there where the mark is not closed.
    var literal: [UInt8] = []
    var nodes: [Node] = []
  }

  private let bytes: [UInt8]
  private var position = 0
  private var run: [UInt8] = []
  private var frames = [Frame()]

  /// The nodes of a text.
  static func nodes(_ bytes: [UInt8]) -> [Node] {
    guard needsParsing(bytes) else { return bytes.isEmpty ? [] : [Node(bytes)] }
    var parser = InlineParser(bytes)
    return parser.parse()
  }

  /// Whether there is anything but characters.
  static func needsParsing(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2, 0xC2: return true
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"):
        if previous == 0x20 { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func parse() -> [Node] {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"): if !tag() { take(1) }
      case UInt8(ascii: "\""): quote(.doubleQuote, length: 1, literal: [0x22])
      case UInt8(ascii: "'"): quote(.singleQuote, length: 1, literal: Self.apostrophe)
      case 0x20: space()
      case 0xC2: guillemet()
      case 0xE2: curly()
      default: take(1)
      }
    }
    flush()
    while frames.count > 1 { demoteLast() }
    var nodes = frames[0].nodes
    Self.markInner(&nodes)
    return nodes
  }

  /// Marks what is no seam: where nodes of one field meet.
  private static func markInner(_ nodes: inout [Node]) {
    for index in nodes.indices {
      if index > 0 { nodes[index].continuesField = true }
      if case .nodes(var inner) = nodes[index].content {
        markInner(&inner)
        nodes[index].content = .nodes(inner)
      }
    }
  }

  private static let apostrophe = Array("’".utf8)

  private mutating func take(_ count: Int) {
    run += bytes[position..<min(position + count, bytes.count)]
    position += count
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    frames[frames.count - 1].nodes.append(Node(run))
    run = []
  }

  /// How deep marks may nest; what is deeper is text.
  private static let depthLimit = 40

  private mutating func open(_ mark: Mark, literal: [UInt8]) {
    guard frames.count < Self.depthLimit else {
      run += literal
      return
    }
    flush()
    frames.append(Frame(mark: mark, literal: literal))
  }

  /// The innermost open mark was none: its sign is text.
  private mutating func demoteLast() {
    let frame = frames.removeLast()
    let last = frames.count - 1
    Self.append([Node(frame.literal)] + frame.nodes, to: &frames[last].nodes)
  }

  /// Adds nodes; text that meets text becomes one node.
  private static func append(_ nodes: [Node], to result: inout [Node]) {
    for node in nodes {
      if case .text(let text) = node.content, node == Node(text), let last = result.last,
        case .text(let before) = last.content, last == Node(before)
      {
        result[result.count - 1] = Node(before + text)
      } else {
        result.append(node)
      }
    }
  }

  private mutating func close(_ index: Int) {
    flush()
    while frames.count - 1 > index { demoteLast() }
    let frame = frames.removeLast()
    guard let mark = frame.mark else { return }
    guard !frame.nodes.isEmpty else {
      // Two quotes with nothing between them are two signs.
      if mark.isQuote { run += frame.literal + frame.literal }
      return
    }
    var node = Node(frame.nodes)
    node.isMarkup = true
    switch mark {
    case .italic: node.formatting.fontStyle = .italic
    case .bold: node.formatting.fontWeight = .bold
    case .sup: node.formatting.verticalAlign = .sup
    case .sub: node.formatting.verticalAlign = .sub
    case .smallCapsTag, .span(.smallCaps): node.formatting.fontVariant = .smallCaps
    case .span(.noCase): node.isNoCase = true
    case .span(.undecorated): node.isUndecorated = true
    case .doubleQuote, .singleQuote, .curlyDouble: node.quotes = true
    case .curlySingle:
      // Who types curly quotes means these.
      node.quotes = true
      node.areQuotesInner = true
    }
    frames[frames.count - 1].nodes.append(node)
  }

  // MARK: Tags

  private mutating func tag() -> Bool {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")), end - position < 80 else {
      return false
    }
    let name = bytes[position + 1..<end].string
    let literal = Array(bytes[position...end])
    if name.utf8.first == UInt8(ascii: "/") {
      guard let index = openTag(closedBy: name) else { return false }
      position = end + 1
      close(index)
      return true
    }
    guard let mark = Self.mark(name) else { return false }
    position = end + 1
    open(mark, literal: literal)
    return true
  }

  private func openTag(closedBy name: String) -> Int? {
    frames.lastIndex { frame in
      switch (frame.mark, name) {
      case (.italic, "/i"), (.bold, "/b"), (.sup, "/sup"), (.sub, "/sub"), (.smallCapsTag, "/sc"),
        (.span, "/span"):
        true
      default: false
      }
    }
  }

  private static func mark(_ name: String) -> Mark? {
    switch name {
    case "i": return .italic
    case "b": return .bold
    case "sup": return .sup
    case "sub": return .sub
    case "sc": return .smallCapsTag
    default: break
    }
    guard name.utf8.starts(with: "span ".utf8) else { return nil }
    let compact = name.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: "'") && $0 != 0x22 }.string
    switch compact {
    case "spanclass=nocase": return .span(.noCase)
    case "spanclass=nodecor": return .span(.undecorated)
    case "spanstyle=font-variant:small-caps;", "spanstyle=font-variant:small-caps":
      return .span(.smallCaps)
    default: return nil
    }
  }

  // MARK: Quotes

  private var previous: Unicode.Scalar? { bytes.scalar(before: position)?.scalar }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    offset < bytes.count ? bytes.scalar(at: offset).scalar : nil
  }

  private mutating func quote(_ mark: Mark, length: Int, literal: [UInt8]) {
    let next = scalar(at: position + length)
    let before = previous
    let isAfterSpace = before.map { $0.properties.isWhitespace } ?? true
    let isInWord = (next?.isWordCharacter ?? false) && mark != .doubleQuote
    if let index = openQuote(mark), !isAfterSpace, !isInWord {
      position += length
      close(index)
      return
    }
    let isBeforeSpace = next.map { $0.properties.isWhitespace } ?? true
    if !isBeforeSpace, isAfterSpace || Self.opensAfter(before, frames.last?.mark, run.isEmpty) {
      position += length
      open(mark, literal: literal)
      return
    }
    position += length
    run += literal
  }

  /// Whether a quote may open after a character that is no space.
  private static func opensAfter(
    _ scalar: Unicode.Scalar?, _ mark: Mark?, _ isAtStart: Bool
  ) -> Bool {
    guard let scalar else { return true }
    if isAtStart, mark != nil { return true }
    switch scalar {
    case "(", "[", "{", "/", "-", "–", "—", "“", "‘", "«", "„", "¿", "¡": return true
    default: return false
    }
  }

  /// The open quote of a kind, unless a tag was opened since.
  private func openQuote(_ mark: Mark) -> Int? {
    for index in frames.indices.reversed() {
      guard let found = frames[index].mark else { return nil }
      if found == mark { return index }
      if !found.isQuote { return nil }
    }
    return nil
  }

  private mutating func curly() {
    guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return take(1) }
    let literal = Array(bytes[position..<position + 3])
    switch bytes[position + 2] {
    case 0x9C:
      position += 3
      open(.curlyDouble, literal: literal)
    case 0x98:
      position += 3
      open(.curlySingle, literal: literal)
    case 0x9D:
      if let index = openQuote(.curlyDouble) {
        position += 3
        close(index)
      } else {
        take(3)
      }
    case 0x99:
      let isInWord = scalar(at: position + 3)?.isWordCharacter ?? false
      if let index = openQuote(.curlySingle), !isInWord {
        position += 3
        close(index)
      } else {
        take(3)
      }
    default: take(3)
    }
  }

  // MARK: Narrow spaces

  /// A space before a high sign is a narrow one that does not break.
  private mutating func space() {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    let isHigh: Bool
    switch next {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): isHigh = true
    case 0xC2: isHigh = position + 2 < bytes.count && bytes[position + 2] == 0xBB
    default: isHigh = false
    }
    if isHigh {
      run += "\u{202F}".utf8
      position += 1
    } else {
      take(1)
    }
  }

  private mutating func guillemet() {
    guard position + 2 < bytes.count, bytes[position + 1] == 0xAB, bytes[position + 2] == 0x20
    else { return take(1) }
    take(2)
    run += "\u{202F}".utf8
    position += 1
  }
}
