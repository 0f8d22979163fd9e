extension Engine {
  /// What is printed where a cite has nothing to print.
  static let emptyCite = "[CSL STYLE ERROR: reference with no printed form.]"

  /// The text of a citation.
  func text(_ citation: ResolvedCitation) -> FormattedText {
    Typesetter.text(node(citation), locale, linksIdentifiers: linksIdentifiers)
  }

  /// The tree of a citation.
  func node(_ citation: ResolvedCitation) -> Node {
    switch citation.source.mode {
    case .composite:
      let authors = Node(citation.cites.prefix(1).compactMap { authorsNode($0) })
      let rest = cluster(citation, mode: .suppressAuthor)
      return Node([authors, Node(" "), rest].filter { !$0.isEmpty })
    case .authorOnly: return Node(citation.cites.prefix(1).compactMap { authorsNode($0) })
    case .suppressAuthor: return cluster(citation, mode: .suppressAuthor)
    case .normal: return cluster(citation, mode: .normal)
    }
  }

  private func authorsNode(_ cite: ResolvedCite) -> Node? {
    var evaluator = evaluator(cite.item, cite.context, states[cite.item])
    let node = Node(evaluator.nodes(style.citation.layout.elements))
    return node.first(Self.isNames)
  }

  static func isNames(_ node: Node) -> Bool {
    if case .names = node.tag { return true }
    return false
  }

  private func cluster(_ citation: ResolvedCitation, mode: CitationItem.Mode) -> Node {
    let area = style.citation
    var cites: [RenderedCite] = []
    for (index, cite) in citation.cites.enumerated() {
      let isFirst = index == 0
      let mode = cite.source.mode == .normal && isFirst ? mode : cite.source.mode
      cites.append(rendered(cite, mode: mode, isFirst: isFirst))
    }
    for id in citation.missing {
      cites.append(RenderedCite(missing: id))
    }
    let assembly = CitationAssembly(area, style.styleClass)
    var node = Node(assembly.nodes(cites))
    node.apply(area.layout.appearance)
    node.areAffixesInside = true
    if let textCase = area.layout.appearance.textCase {
      var nodes = node.children
      TextCaseTransform.apply(textCase, to: &nodes, mapping: locale.caseMapping)
      node.children = nodes
    }
    return node
  }

  private func rendered(_ cite: ResolvedCite, mode: CitationItem.Mode, isFirst: Bool)
    -> RenderedCite
  {
    var evaluator = evaluator(cite.item, cite.context, states[cite.item])
    var node = Node(evaluator.nodes(style.citation.layout.elements), tag: .cite)
    switch mode {
    case .normal: break
    case .authorOnly: node = Node([node.first(Self.isNames)].compactMap { $0 }, tag: .cite)
    case .suppressAuthor: Self.removeNames(&node)
    }
    let prefix = Self.spaced(prefix: cite.source.prefix)
    let isAtStart = isFirst && prefix.isEmpty
    if style.styleClass == .note, isAtStart || Self.endsSentence(prefix) {
      Self.capitalizeTerm(&node, locale.caseMapping)
    }
    if node.isEmpty { node = Node([Node(Self.emptyCite)], tag: .cite) }
    return RenderedCite(
      node: node, prefix: prefix, suffix: Self.spaced(suffix: cite.source.suffix))
  }

  /// Takes the first names of a cite away.
  static func removeNames(_ node: inout Node) {
    var isDone = false
    node.transform { node in
      if isDone { return false }
      if isNames(node) {
        node = Node.empty
        isDone = true
        return false
      }
      return true
    }
  }

  /// A term that a note or entry begins with begins with a capital.
  static func capitalizeTerm(_ node: inout Node, _ mapping: CaseMapping) {
    var isDone = false
    node.transform { node in
      if isDone || node.isEmpty { return false }
      if !node.prefix.isEmpty, node.prefix != [0x20] { isDone = true }
      if isDone { return false }
      if case .term = node.tag {
        var nodes = [node]
        TextCaseTransform.apply(.capitalizeFirst, to: &nodes, mapping: mapping)
        node = nodes[0]
        isDone = true
        return false
      }
      if case .text = node.content { isDone = true }
      return true
    }
  }

  private static func endsSentence(_ prefix: [UInt8]) -> Bool {
    var text = prefix.trimmedASCIISpace
    // One word with a period may be an abbreviation.
    guard text.contains(0x20) else { return false }
    for quote in ["”", "’", "»", "\"", "'"]
    where text.suffix(quote.utf8.count).elementsEqual(quote.utf8) {
      text = text.dropLast(quote.utf8.count)
    }
    return text.last == UInt8(ascii: ".") || text.last == UInt8(ascii: "!")
      || text.last == UInt8(ascii: "?")
  }

  /// Words before a cite are parted from it by a space.
  private static func spaced(prefix: String) -> [UInt8] {
    let text = Array(prefix.utf8)
    guard let last = text.scalar(before: text.count)?.scalar else { return [] }
    switch last {
    case " ", "\u{A0}", "’", "'", "“", "\"", "‘", "(", "[", "/", "-", "–", "—": return text
    default: return text + [0x20]
    }
  }

  /// Words after a cite are parted from it by a space, punctuation is not.
  private static func spaced(suffix: String) -> [UInt8] {
    let text = Array(suffix.utf8)
    guard !text.isEmpty else { return [] }
    let first = text.scalar(at: 0).scalar
    switch first {
    case "(", "[", "“", "\"", "‘", "<": return [0x20] + text
    default: return first.isWordCharacter ? [0x20] + text : text
    }
  }
}

/// A cite as it will stand in a citation.
struct RenderedCite: Sendable {
  var node: Node
  var prefix: [UInt8] = []
  var suffix: [UInt8] = []

  init(node: Node, prefix: [UInt8], suffix: [UInt8]) {
    self.node = node
    self.prefix = prefix
    self.suffix = suffix
  }

  /// What is printed for a work that is not there.
  init(missing id: String) {
    node = Node(Array("[missing: \(id)]".utf8))
  }

  /// The cite with the words around it.
  var complete: Node {
    guard !prefix.isEmpty || !suffix.isEmpty else { return node }
    var parts: [Node] = []
    if !prefix.isEmpty {
      parts.append(Node(InlineParser.nodes(prefix), tag: .userPrefix))
    }
    parts.append(node)
    if !suffix.isEmpty {
      parts.append(Node(InlineParser.nodes(suffix), tag: .userSuffix))
    }
    return Node(parts)
  }
}
