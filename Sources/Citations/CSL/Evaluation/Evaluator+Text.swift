extension Evaluator {
  /// Source: CSL 1.0.2, "Text".
  mutating func text(_ element: TextElement, into nodes: inout [Node]) -> Presence {
    switch element.source {
    case .macro(let index): return macro(index, element.appearance, into: &nodes)
    case .value(let text):
      append(InlineParser.nodes(text), element.appearance, to: &nodes)
      return .plain
    case .term(let term):
      var inner = termNodes(term)
      // A term that the style wants in small letters has them at the beginning of a note, too.
      if element.appearance.textCase == .lowercase {
        for index in inner.indices { inner[index].tag = .none }
      }
      append(inner, element.appearance, to: &nodes)
      return .plain
    case .variable(let variable, let isShort):
      return self.variable(variable, isShort: isShort, element.appearance, into: &nodes)
    }
  }

  private func append(_ inner: [Node], _ appearance: Appearance, to nodes: inout [Node]) {
    if let node = wrapped(inner, appearance) { nodes.append(node) }
  }

  private func termNodes(_ term: TermReference) -> [Node] {
    let words = program.locale.words(term.id, term.form, plural: term.isPlural)
    guard !words.isEmpty else { return [] }
    return [Node(InlineParser.nodes(words), tag: .term(term.id))]
  }

  /// The year suffix, the first time that it can be printed; nil where the style prints it by itself.
  mutating func yearSuffixNode() -> Node? {
    guard state.yearSuffix > 0, !program.style.placesYearSuffix, !hasYearSuffix, area != .sortKey
    else {
      return nil
    }
    hasYearSuffix = true
    return Self.yearSuffix(state.yearSuffix)
  }

  private static func yearSuffix(_ number: Int) -> Node {
    Node(letters(number), tag: .yearSuffix(number))
  }

  /// a to z, then aa, ab and so on.
  private static func letters(_ number: Int) -> [UInt8] {
    var rest = number
    var result: [UInt8] = []
    while rest > 0 {
      rest -= 1
      result.insert(UInt8(ascii: "a") + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return result
  }

  private mutating func variable(
    _ variable: ItemVariable, isShort: Bool, _ appearance: Appearance, into nodes: inout [Node]
  ) -> Presence {
    guard !suppressed.contains(variable) else { return .missing }
    var inner: [Node]
    switch variable {
    case .citationNumber:
      inner = [citationNumber()]
    case .yearSuffix:
      // A suffix that is not needed is no missing value.
      guard state.yearSuffix > 0 else { return .plain }
      hasYearSuffix = true
      inner = [Self.yearSuffix(state.yearSuffix)]
    case .citationLabel:
      inner = [Node(item.text(.citationLabel) ?? CitationLabel.trigraph(item))]
      if state.yearSuffix > 0, !hasYearSuffix {
        hasYearSuffix = true
        inner.append(Self.yearSuffix(state.yearSuffix))
      }
    case .citationKey: inner = [Node(item.text(variable) ?? Array(item.id.utf8))]
    case .firstReferenceNoteNumber:
      guard cite.firstNote > 0 else { return .missing }
      inner = [Node(String(cite.firstNote))]
    case .locator:
      guard !cite.locator.isEmpty else { return .missing }
      inner = [locatorNode()]
    case .page:
      guard let text = item.text(variable) else { return .missing }
      inner = [Node(pages(text))]
    default:
      guard let found = fieldNodes(variable, isShort: isShort) else { return .missing }
      inner = found
    }
    consume(variable)
    append(inner, appearance, to: &nodes)
    return inner.isEmpty ? .missing : .present
  }

  private func citationNumber() -> Node {
    guard area != .sortKey else { return Node(SortText.padded(state.number)) }
    return Node(Array(String(state.number).utf8), tag: .citationNumber(state.number))
  }

  /// The text of a plain field.
  private mutating func fieldNodes(_ variable: ItemVariable, isShort: Bool) -> [Node]? {
    if isShort, let short = Self.shortForm(of: variable), let text = item.text(short),
      !suppressed.contains(short)
    {
      consume(short)
      return InlineParser.nodes(text)
    }
    guard let value = item[variable] else { return nil }
    switch value {
    case .text(let text):
      if variable.kind == .number { return [Node(ranged(text))] }
      if variable.isVerbatim {
        var node = Node(text, tag: .identifier(variable))
        node.isVerbatim = true
        return [node]
      }
      let nodes = InlineParser.nodes(text)
      guard variable == .title else { return nodes }
      return [Node(nodes, tag: .title)]
    case .date(let date): return date.literal.isEmpty ? nil : InlineParser.nodes(date.literal)
    case .names: return nil
    }
  }

  private static func shortForm(of variable: ItemVariable) -> ItemVariable? {
    switch variable {
    case .title: .titleShort
    case .containerTitle: .containerTitleShort
    default: ItemVariable(variable.name + "-short")
    }
  }

  /// Source: CSL 1.0.2, "Range Delimiters": a locator has dashes for its hyphens.
  private func locatorNode() -> Node {
    var text = cite.locator
    if text.contains(UInt8(ascii: "&")) {
      if let sign = program.locale.andSign {
        text = Array(
          text.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
            .joined(separator: sign))
      }
    }
    let label = cite.label ?? .page
    if label == .page {
      text = pages(text)
    } else {
      text = PageNumbers(format: nil, delimiter: Array("–".utf8)).text(text)
    }
    return Node(InlineParser.nodes(text), tag: .locator)
  }

  /// A number with dashes in its ranges; one that is no range stays as it is, as "4,567,890" does.
  private func ranged(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "-") || $0 >= 0x80 }) else { return text }
    return PageNumbers(format: nil, delimiter: Array("–".utf8)).text(text)
  }

  func pages(_ text: [UInt8]) -> [UInt8] {
    let term = program.locale.words(.pageRangeDelimiter)
    return PageNumbers(
      format: program.style.options.pageRangeFormat,
      delimiter: term.isEmpty ? Array("–".utf8) : term
    ).text(text)
  }
}

/// Labels made of names and year, for styles with keys such as "Doe65".
///
/// Source: citeproc-js manual, "citation-label".
enum CitationLabel {
  static func trigraph(_ item: Item) -> [UInt8] {
    var result: [UInt8] = []
    let names = NameVariable.allCases.lazy.compactMap { ItemVariable($0.rawValue) }
      .compactMap { item.names($0) }.first
    if let names = item.names(.author) ?? names {
      let length = names.count == 1 ? 4 : names.count >= 4 ? 1 : 2
      for name in names.prefix(4) {
        let text = name.family.isEmpty ? name.literal : name.family
        result += text.string.unicodeScalars.prefix(length).flatMap { String($0).utf8 }
      }
    } else {
      result += letters(ofTitle: item.text(.title) ?? [])
    }
    if let year = item.date(.issued)?.start?.year {
      let short = abs(year) % 100
      result += (short < 10 ? "0\(short)" : "\(short)").utf8
    }
    return result
  }
  /// The first four letters and digits of a title, as a word of its own.
  private static func letters(ofTitle title: [UInt8]) -> [UInt8] {
    let text = InlineParser.nodes(title).reduce(into: [UInt8]()) { $1.appendPlain(to: &$0) }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: text.string.unicodeScalars.lazy.filter(\.isWordCharacter).prefix(4))
    guard let first = word.first else { return [] }
    return Array((first.properties.uppercaseMapping + String(word.dropFirst()).lowercased()).utf8)
  }
}
