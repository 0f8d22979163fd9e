/// Walks a tree of text once, from left to right, and settles punctuation, quotes and nested formatting.
///
/// Text meets text at seams: between a field and a suffix, between two fields. At a seam the last character so far and
/// the first to come decide together; characters inside a field are never changed.
struct Typesetter {
  private enum Token {
    case text([UInt8])
    case open(FormattedText.Look)
    case close(FormattedText.Look)
    case openQuote(isInner: Bool)
    case closeQuote
  }

  /// The formatting around a place, as far as nested formatting turns it over.
  private struct Surroundings {
    var isItalic = false
    var isBold = false
    var isSmallCaps = false
    var isUnderlined = false
  }

  private let punctuationInQuote: Bool
  private let linksIdentifiers: Bool
  private var tokens: [Token] = []
  /// The last token that is text with characters, and -1 before the first one of a block.
  private var lastText = -1
  /// Whether what comes next belongs to the same field as what was last.
  private var continuesField = false

  private init(punctuationInQuote: Bool, linksIdentifiers: Bool) {
    self.punctuationInQuote = punctuationInQuote
    self.linksIdentifiers = linksIdentifiers
  }

  /// The text of a tree, with the quotes of a locale.
  static func text(_ node: Node, _ locale: LinkedLocale, linksIdentifiers: Bool = false)
    -> FormattedText
  {
    var typesetter = Typesetter(
      punctuationInQuote: locale.punctuationInQuote, linksIdentifiers: linksIdentifiers)
    typesetter.walk(node, Surroundings())
    typesetter.moveEdgeSpaces()
    return typesetter.finish(locale)
  }

  // MARK: The walk

  private mutating func walk(_ node: Node, _ around: Surroundings) {
    guard !node.isEmpty else { return }
    if node.continuesField { continuesField = true }
    if let display = node.display { openBlock(Self.look(display)) }
    if node.areAffixesInside {
      styled(node, around) { setter, inner in
        setter.affix(node.prefix)
        setter.content(node, inner)
        setter.affix(node.suffix)
      }
    } else {
      if let affixes = node.affixes { affix(affixes.prefix) }
      styled(node, around) { setter, inner in setter.content(node, inner) }
      if let affixes = node.affixes { affix(affixes.suffix) }
    }
    if let display = node.display { closeBlock(Self.look(display)) }
  }

  private mutating func content(_ node: Node, _ around: Surroundings) {
    switch node.content {
    case .text(let text):
      guard linksIdentifiers, let link = address(node, text) else { return append(text[...]) }
      tokens.append(.open(.link(link)))
      append(text[...])
      tokens.append(.close(.link(link)))
    case .nodes(let nodes):
      var isFirst = true
      for child in nodes where !child.isEmpty {
        if !isFirst { affix(node.delimiter) }
        isFirst = false
        walk(child, around)
      }
    }
  }

  private func address(_ node: Node, _ text: [UInt8]) -> String? {
    guard case .identifier(let variable) = node.tag else { return nil }
    return IdentifierLink.address(variable, text)
  }

  /// An affix or delimiter, which is text without markup.
  private mutating func affix(_ text: [UInt8]) {
    if !text.isEmpty { append(text[...]) }
  }

  // MARK: Formatting

  private mutating func styled(
    _ node: Node, _ around: Surroundings, _ body: (inout Typesetter, Surroundings) -> Void
  ) {
    if node.formatting.isEmpty, !node.quotes, !node.isUndecorated {
      body(&self, around)
      return
    }
    var around = around
    let looks = looks(node, &around)
    if node.quotes { tokens.append(.openQuote(isInner: node.areQuotesInner)) }
    for look in looks { tokens.append(.open(look)) }
    body(&self, around)
    for look in looks.reversed() { tokens.append(.close(look)) }
    if node.quotes { tokens.append(.closeQuote) }
  }

  /// The looks that a node opens; markup of a field inside the same formatting turns it off, that of a style says it twice.
  private func looks(_ node: Node, _ around: inout Surroundings) -> [FormattedText.Look] {
    var looks: [FormattedText.Look] = []
    if node.isUndecorated {
      looks.append(
        .undecorated(italic: around.isItalic, bold: around.isBold, smallCaps: around.isSmallCaps))
    }
    switch node.formatting.verticalAlign {
    case .sup: looks.append(.superscript)
    case .sub: looks.append(.subscript)
    case .baseline: looks.append(.baseline)
    case nil: break
    }
    switch node.formatting.textDecoration {
    case .underline:
      looks.append(.underline)
      around.isUnderlined = true
    case .none?:
      if around.isUnderlined { looks.append(.noUnderline) }
      around.isUnderlined = false
    case nil: break
    }
    switch node.formatting.fontWeight {
    case .bold:
      if !around.isBold {
        looks.append(.bold)
        around.isBold = true
      } else if node.isMarkup {
        looks.append(.normalWeight)
        around.isBold = false
      }
    case .light: looks.append(.light)
    case .normal:
      if around.isBold { looks.append(.normalWeight) }
      around.isBold = false
    case nil: break
    }
    switch node.formatting.fontVariant {
    case .smallCaps:
      if !around.isSmallCaps {
        looks.append(.smallCaps)
        around.isSmallCaps = true
      } else if node.isMarkup {
        looks.append(.normalVariant)
        around.isSmallCaps = false
      }
    case .normal:
      if around.isSmallCaps { looks.append(.normalVariant) }
      around.isSmallCaps = false
    case nil: break
    }
    switch node.formatting.fontStyle {
    case .italic, .oblique:
      if !around.isItalic {
        looks.append(.italic)
        around.isItalic = true
      } else if node.isMarkup {
        looks.append(.uprightStyle)
        around.isItalic = false
      }
    case .normal:
      if around.isItalic { looks.append(.uprightStyle) }
      around.isItalic = false
    case nil: break
    }
    return looks
  }

  private static func look(_ display: Display) -> FormattedText.Look {
    switch display {
    case .block: .block
    case .leftMargin: .leftMargin
    case .rightInline: .rightInline
    case .indent: .indent
    }
  }

  private mutating func openBlock(_ look: FormattedText.Look) {
    tokens.append(.open(look))
    lastText = -1
  }

  private mutating func closeBlock(_ look: FormattedText.Look) {
    tokens.append(.close(look))
    lastText = -1
  }

  // MARK: Seams

  private var lastByte: UInt8? {
    guard lastText >= 0, case .text(let text) = tokens[lastText] else { return nil }
    return text.last
  }

  /// Adds a run of text; its first characters and the last ones so far are settled.
  private mutating func append(_ run: ArraySlice<UInt8>) {
    var run = run
    if continuesField {
      continuesField = false
      add(run)
      return
    }
    while let first = run.first {
      if let quote = quoteAtEnd {
        if punctuationInQuote, Self.movesIn(first) {
          insert(first, before: quote)
          run = run.dropFirst()
          continue
        }
        if let last = lastByte, Self.isDroppedAfterQuote(first, last, punctuationInQuote) {
          run = run.dropFirst()
          continue
        }
        if first != 0x20 { break }
      }
      guard let last = lastByte else { break }
      switch Self.settle(last, first) {
      case .both:
        add(run)
        return
      case .first: run = run.drop { $0 == first }
      case .second:
        trimEnd(last)
        if lastByte == last { break }
      }
    }
    add(run)
  }

  private mutating func add(_ run: ArraySlice<UInt8>) {
    guard !run.isEmpty else { return }
    lastText = tokens.count
    tokens.append(.text(Array(run)))
  }

  /// Takes all bytes of a kind off the end of the text so far.
  private mutating func trimEnd(_ byte: UInt8) {
    while lastText >= 0, case .text(var text) = tokens[lastText] {
      while text.last == byte { text.removeLast() }
      tokens[lastText] = .text(text)
      if !text.isEmpty { return }
      lastText =
        tokens[..<lastText].lastIndex { token in
          if case .text(let text) = token { return !text.isEmpty }
          return false
        } ?? -1
    }
  }

  /// The closing quote that stands right before the end, with nothing but ends of formatting after it.
  private var quoteAtEnd: Int? {
    var index = tokens.count - 1
    var found: Int?
    while index >= 0 {
      switch tokens[index] {
      case .closeQuote: found = index
      case .close(let look):
        // Past the end of a block there is no seam.
        if lastText < 0 { return nil }
        _ = look
      case .text(let text) where text.isEmpty: break
      case .text, .open, .openQuote: return found
      }
      index -= 1
    }
    return found
  }

  private mutating func insert(_ byte: UInt8, before quote: Int) {
    if let last = lastByte {
      switch Self.settle(last, byte) {
      case .first: return
      case .second: trimEnd(last)
      case .both: break
      }
    }
    tokens.insert(.text([byte]), at: quote)
    lastText = quote
  }

  private static func movesIn(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Whether a sign after a closing quote says no more than the last one before it.
  private static func isDroppedAfterQuote(_ byte: UInt8, _ last: UInt8, _ isMoving: Bool) -> Bool {
    if byte == UInt8(ascii: ".") { return movesIn(last) && last != UInt8(ascii: ",") }
    guard isMoving, byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") else { return false }
    return last != byte && settle(last, byte) == .first
  }

  private enum Settlement { case first, second, both }

  /// Which of two characters that meet stays.
  private static func settle(_ last: UInt8, _ next: UInt8) -> Settlement {
    switch (Unicode.Scalar(last), Unicode.Scalar(next)) {
    case ("!", "."), ("!", ":"), ("?", "."), ("?", ":"), (":", "."), (";", ":"), (";", "."):
      .first
    case (":", "!"), (":", "?"), (";", "!"), (";", "?"): .second
    case ("!", "!"), ("?", "?"), (".", "."), (":", ":"), (";", ";"), (",", ","): .first
    case (" ", " "): .first
    default: .both
    }
  }

  // MARK: The end

  /// A space at the very beginning or end of what stands by itself goes before or after it.
  private mutating func moveEdgeSpaces() {
    guard case .open(let look)? = tokens.first, Self.isBlock(look) else { return }
    if let first = tokens.indices.first(where: { isText($0) }),
      case .text(var text) = tokens[first],
      text.first == 0x20, tokens[..<first].allSatisfy(Self.isOpen)
    {
      text.removeFirst()
      tokens[first] = .text(text)
      tokens.insert(.text([0x20]), at: 0)
    }
    if let last = tokens.indices.last(where: { isText($0) }), case .text(var text) = tokens[last],
      text.last == 0x20, last < tokens.count - 1
    {
      text.removeLast()
      tokens[last] = .text(text)
      tokens.append(.text([0x20]))
    }
  }

  private func isText(_ index: Int) -> Bool {
    if case .text(let text) = tokens[index] { return !text.isEmpty }
    return false
  }

  private static func isOpen(_ token: Token) -> Bool {
    if case .open = token { return true }
    return false
  }

  private static func isBlock(_ look: FormattedText.Look) -> Bool {
    switch look {
    case .block, .leftMargin, .rightInline, .indent: true
    default: false
    }
  }

  /// The pieces, with quotes as the locale has them at their depth.
  private func finish(_ locale: LinkedLocale) -> FormattedText {
    var pieces: [FormattedText.Piece] = []
    var text: [UInt8] = []
    var levels: [Bool] = []
    func flush() {
      if !text.isEmpty { pieces.append(.text(text.string)) }
      text = []
    }
    for token in tokens {
      switch token {
      case .text(let run): text += run
      case .open(let look):
        flush()
        pieces.append(.open(look))
      case .close(let look):
        flush()
        pieces.append(.close(look))
      case .openQuote(let wantsInner):
        let isInner = levels.last.map { !$0 } ?? wantsInner
        levels.append(isInner)
        text += locale.words(isInner ? .openInnerQuote : .openQuote)
      case .closeQuote:
        text += locale.words(levels.popLast() == true ? .closeInnerQuote : .closeQuote)
      }
    }
    flush()
    return FormattedText(pieces)
  }
}
