/// Takes a text in pandoc's Markdown apart.
///
/// Signs that may open or close a style are put on a stack; a closing one takes the nearest that fits, and what stands
/// above that becomes text. So each sign is looked at a bounded number of times.
struct PandocMarkupParser {
  /// A piece of the text, or a place where styles begin or end.
  private struct Node {
    /// Characters, without markup.
    var text: [UInt8] = []
    /// Signs that are left of a run of equal signs; they are text in the end.
    var sign: UInt8 = 0
    var count = 0
    /// Styles that end here, inner before outer.
    var closed: [TextStyle] = []
    /// Styles that begin here, inner before outer.
    var opened: [TextStyle] = []
  }

  /// An open sign, bracket or tag.
  private struct Opener {
    var node: Int
    /// The sign, "[", or "<" for a tag.
    var sign: UInt8
    /// The name of a tag.
    var tag = ""
    var style: TextStyle?
  }

  private let bytes: [UInt8]
  private var index = 0
  private var nodes: [Node] = [Node()]
  private var openers: [Opener] = []
  /// How many of `openers` have each sign or tag, so that what closes nothing costs nothing.
  private var counts: [String: Int] = [:]
  /// For each of the signs for raised and lowered text, the end of the words that may stand inside.
  private var tickRuns: [Int: Bool] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() -> RichText {
    while index < bytes.count { step() }
    return result()
  }

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "~"): run(byte)
    case UInt8(ascii: "["): open("[", Opener(node: nodes.count, sign: byte), length: 1)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "`"): code()
    case UInt8(ascii: "&"): entity()
    case UInt8(ascii: "-"): hyphens()
    case UInt8(ascii: ".") where bytes[index...].starts(with: "..."): literal("…", length: 3)
    case 0x20, 0x09, 0x0A:
      dropNarrow()
      add(byte)
    default: add(byte)
    }
  }

  private mutating func add(_ byte: UInt8) {
    nodes[nodes.count - 1].text.append(byte)
    index += 1
  }

  private mutating func literal(_ text: String, length: Int) {
    nodes[nodes.count - 1].text += text.utf8
    index += length
  }

  private mutating func escape() {
    guard index + 1 < bytes.count else { return add(bytes[index]) }
    if bytes[index + 1].isMarkupSign {
      index += 1
      add(bytes[index])
    } else if bytes[index + 1] == 0x20 {
      literal("\u{A0}", length: 2)
    } else {
      add(bytes[index])
    }
  }

  private mutating func hyphens() {
    if bytes[index...].starts(with: "---") {
      literal("—", length: 3)
    } else if bytes[index...].starts(with: "--") {
      literal("–", length: 2)
    } else {
      add(bytes[index])
    }
  }

  private mutating func entity() {
    let rest = bytes[(index + 1)...].prefix(12)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return add(bytes[index]) }
    let name = bytes[(index + 1)..<end]
    guard let scalar = Self.scalar(name) else { return add(bytes[index]) }
    literal(String(scalar), length: end + 1 - index)
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else {
      return name.isEmpty ? nil : NamedEntity.scalar(named: name.string)
    }
    let digits = name.dropFirst()
    let isHex = digits.first?.asciiLowercased == UInt8(ascii: "x")
    let text = (isHex ? digits.dropFirst() : digits).string
    return UInt32(text, radix: isHex ? 16 : 10).flatMap { Unicode.Scalar($0) }
  }

  // MARK: Signs

  private func isSpace(_ index: Int) -> Bool {
    index < 0 || index >= bytes.count || bytes[index].isASCIISpace
  }

  private func isSign(_ index: Int) -> Bool {
    index >= 0 && index < bytes.count && bytes[index].isMarkupSign
  }

  private func isWord(_ index: Int) -> Bool { !isSpace(index) && !isSign(index) }

  /// A run of equal signs, which may end styles, begin some, or be text.
  private mutating func run(_ sign: UInt8) {
    let start = index
    while index < bytes.count, bytes[index] == sign { index += 1 }
    let length = index - start
    let (canOpen, canClose) = abilities(sign, start)
    nodes.append(Node(sign: sign, count: length))
    let place = nodes.count - 1
    if canClose { close(place) }
    if nodes[place].count > 0, canOpen {
      push(sign.isNarrow && length == 1 ? "\(sign)1" : "\(sign)", Opener(node: place, sign: sign))
    }
    nodes.append(Node())
  }

  private func abilities(_ sign: UInt8, _ start: Int) -> (open: Bool, close: Bool) {
    let (before, after) = (start - 1, index)
    let isLeft = !isSpace(after) && (!isSign(after) || isSpace(before) || isSign(before))
    let isRight = !isSpace(before) && (!isSign(before) || isSpace(after) || isSign(after))
    switch sign {
    case UInt8(ascii: "_"): return (isLeft && !isWord(before), isRight && !isWord(after))
    case UInt8(ascii: "*"): return (isLeft, isRight)
    default: return (!isSpace(after), !isSpace(before))
    }
  }

  private mutating func push(_ name: String, _ opener: Opener) {
    var opener = opener
    opener.tag = opener.tag.isEmpty ? name : opener.tag
    openers.append(opener)
    counts[opener.tag, default: 0] += 1
  }

  @discardableResult private mutating func pop() -> Opener? {
    guard let last = openers.popLast() else { return nil }
    counts[last.tag, default: 0] -= 1
    return last
  }

  /// Lets the run at `place` end as many styles as it can.
  private mutating func close(_ place: Int) {
    let sign = nodes[place].sign
    while nodes[place].count > 0 {
      let isSingle = sign.isNarrow && nodes[place].count == 1
      let name = isSingle ? "\(sign)1" : "\(sign)"
      guard counts[name, default: 0] > 0 else { return }
      while let last = openers.last, last.tag != name { pop() }
      guard let opener = openers.last else { return }
      let taken =
        sign == UInt8(ascii: "^") ? 1 : min(nodes[opener.node].count, nodes[place].count, 2)
      // A run of two waves is not two runs of one.
      guard let style = Self.style(sign, taken),
        !(sign == UInt8(ascii: "~") && !isSingle && taken == 1)
      else { return }
      nodes[opener.node].count -= taken
      nodes[place].count -= taken
      nodes[opener.node].opened.append(style)
      nodes[place].closed.append(style)
      if nodes[opener.node].count == 0 || sign.isNarrow { pop() }
    }
  }

  private static func style(_ sign: UInt8, _ count: Int) -> TextStyle? {
    switch sign {
    case UInt8(ascii: "^"): .superscript
    case UInt8(ascii: "~"): count == 2 ? .strikethrough : .subscript
    default: count == 2 ? .bold : .italic
    }
  }

  /// A space ends the chance of a raised or lowered text to be closed.
  private mutating func dropNarrow() {
    while let last = openers.last, last.sign.isNarrow, nodes[last.node].count == 1 { pop() }
  }

  // MARK: Brackets, tags and code

  private mutating func open(_ name: String, _ opener: Opener, length: Int) {
    nodes.append(Node())
    push(name, opener)
    // The sign itself is text until something closes it.
    if opener.sign == UInt8(ascii: "[") { nodes[nodes.count - 1].sign = opener.sign }
    nodes[nodes.count - 1].count = opener.sign == UInt8(ascii: "[") ? 1 : 0
    nodes.append(Node())
    index += length
  }

  private static let classes: [(text: StaticString, style: TextStyle)] = [
    ("]{.smallcaps}", .smallCaps), ("]{.sc}", .smallCaps), ("]{.nocase}", .noCase),
    ("]{.underline}", .underline), ("]{.ul}", .underline),
  ]

  private mutating func closeBracket() {
    let rest = bytes[index...]
    guard counts["[", default: 0] > 0 else { return add(bytes[index]) }
    let found = Self.classes.first { rest.starts(with: $0.text) }
    while let last = openers.last, last.tag != "[" { pop() }
    guard let opener = pop() else { return add(bytes[index]) }
    guard let found else { return add(bytes[index]) }
    nodes[opener.node].count = 0
    nodes[opener.node].opened.append(found.style)
    nodes.append(Node(closed: [found.style]))
    nodes.append(Node())
    index += found.text.utf8CodeUnitCount
  }

  private static let tags: [String: (name: String, style: TextStyle)] = [
    "i": ("i", .italic), "em": ("em", .italic), "b": ("b", .bold), "strong": ("strong", .bold),
    "sup": ("sup", .superscript), "sub": ("sub", .subscript), "sc": ("sc", .smallCaps),
    "u": ("u", .underline), "s": ("s", .strikethrough), "del": ("del", .strikethrough),
    "code": ("code", .code),
    "span class=\"nocase\"": ("span", .noCase), "span class='nocase'": ("span", .noCase),
    "span style=\"font-variant:small-caps;\"": ("span", .smallCaps),
    "span style=\"font-variant: small-caps;\"": ("span", .smallCaps),
  ]
  private static let tagNames = Set(tags.values.map(\.name))

  private mutating func tag() {
    guard let end = bytes[index...].prefix(48).firstIndex(of: UInt8(ascii: ">")) else {
      return add(bytes[index])
    }
    let text = bytes[(index + 1)..<end].string
    let length = end + 1 - index
    if let tag = Self.tags[text] {
      let source = Array(bytes[index..<index + length])
      open(
        "<" + tag.name, Opener(node: nodes.count, sign: bytes[index], style: tag.style),
        length: length)
      // A tag that nothing closes is text.
      nodes[nodes.count - 2].text = source
      return
    }
    let name = String(text.dropFirst())
    guard text.utf8.first == UInt8(ascii: "/"), Self.tagNames.contains(name),
      counts["<" + name, default: 0] > 0
    else { return add(bytes[index]) }
    while let last = openers.last, last.tag != "<" + name { pop() }
    guard let opener = pop(), let style = opener.style else { return add(bytes[index]) }
    nodes[opener.node].text = []
    nodes[opener.node].opened.append(style)
    nodes.append(Node(closed: [style]))
    nodes.append(Node())
    index += length
  }

  /// Verbatim text between equal runs of backticks.
  private mutating func code() {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: "`") { index += 1 }
    let length = index - start
    guard let end = closingTicks(length, from: index) else {
      nodes[nodes.count - 1].text += bytes[start..<index]
      return
    }
    let inner = bytes[index..<end].trimmedASCIISpace
    nodes.append(Node(opened: [.code]))
    nodes.append(Node(text: Array(inner)))
    nodes.append(Node(closed: [.code]))
    nodes.append(Node())
    index = end + length
  }

  private mutating func closingTicks(_ length: Int, from start: Int) -> Int? {
    // A length that was not found once is not found later either.
    guard tickRuns[length] != false else { return nil }
    var position = start
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = position
      while position < bytes.count, bytes[position] == UInt8(ascii: "`") { position += 1 }
      if position - run == length { return run }
    }
    tickRuns[length] = false
    return nil
  }

  // MARK: The result

  private func result() -> RichText {
    var plain: [UInt8] = []
    var spans: [RichText.Span] = []
    var open: [Int] = []
    for node in nodes {
      for _ in node.closed {
        guard let index = open.popLast() else { continue }
        spans[index].range = spans[index].range.lowerBound..<plain.count
      }
      plain += repeatElement(node.sign, count: node.count)
      for style in node.opened.reversed() {
        open.append(spans.count)
        spans.append(.init(plain.count..<plain.count, style))
      }
      plain += node.text
    }
    return RichText(plain.string, spans: spans.filter { !$0.range.isEmpty })
  }
}

extension UInt8 {
  /// Whether the sign is one for raised or lowered text, which holds no spaces.
  fileprivate var isNarrow: Bool { self == UInt8(ascii: "^") || self == UInt8(ascii: "~") }
}
