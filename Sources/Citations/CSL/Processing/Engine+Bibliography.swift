extension Engine {
  /// The entries of the bibliography in its order; empty where the style has none.
  func bibliography() -> [BibliographyEntry] {
    guard let area = style.bibliography else { return [] }
    var previous: Node?
    let showsNumbers = showsNumbers
    return bibliographyOrder.compactMap { index in
      var evaluator = evaluator(index, CiteContext(), states[index], area: .bibliography)
      var nodes = evaluator.nodes(area.layout.elements).filter { !$0.isEmpty }
      if nodes.isEmpty {
        guard showsNumbers else { return nil }
        nodes = [Node("\(states[index].number). " + Self.emptyCite)]
      }
      if let substitute = area.authorSubstitute {
        let substitution = AuthorSubstitution(text: substitute, rule: area.authorSubstituteRule)
        previous = substitution.apply(to: &nodes, previous: previous)
      }
      return BibliographyEntry(
        id: items[index].id,
        text: Typesetter.text(entry(nodes, area), locale, linksIdentifiers: linksIdentifiers))
    }
  }

  /// Whether entries have numbers, so that an empty one must keep its place.
  private var showsNumbers: Bool {
    style.bibliography.map {
      LayoutUses(of: $0.layout.elements, in: style).citationNumber
    } ?? false
  }

  private func entry(_ nodes: [Node], _ area: BibliographyArea) -> Node {
    var nodes = nodes
    if area.secondFieldAlign != nil, nodes.count > 1 {
      var first = Node([nodes[0]])
      first.display = .leftMargin
      var rest = Node(Array(nodes.dropFirst()))
      rest.display = .rightInline
      nodes = [first, rest]
    }
    var node = Node(nodes)
    Self.capitalizeTerm(&node, locale.caseMapping)
    var appearance = area.layout.appearance
    if Self.moveSuffix(appearance.suffix, into: &node) { appearance.suffix = [] }
    node.apply(appearance)
    node.areAffixesInside = true
    return node
  }

  /// Puts the suffix of the layout into the last part of an entry that stands by itself.
  private static func moveSuffix(_ suffix: [UInt8], into node: inout Node) -> Bool {
    guard !suffix.isEmpty, case .nodes(var nodes) = node.content,
      let last = nodes.lastIndex(where: { !$0.isEmpty })
    else { return false }
    if nodes[last].display != nil {
      var inner = nodes[last]
      inner.display = nil
      var outer = Node([inner, Node(suffix)])
      outer.display = nodes[last].display
      nodes[last] = outer
      node.content = .nodes(nodes)
      return true
    }
    guard moveSuffix(suffix, into: &nodes[last]) else { return false }
    node.content = .nodes(nodes)
    return true
  }
}

/// An entry of a bibliography.
public struct BibliographyEntry: Sendable, Hashable {
  /// The id of the reference.
  public var id: String
  /// The text of the entry.
  public var text: FormattedText
}

/// Puts a sign in the place of names that are those of the entry before.
///
/// Source: CSL 1.0.2, "Reference Grouping".
struct AuthorSubstitution {
  let text: [UInt8]
  let rule: BibliographyArea.SubstituteRule

  /// Changes the first names of an entry; answers them as they were, for the next entry.
  func apply(to nodes: inout [Node], previous: Node?) -> Node? {
    var original: Node?
    var isDone = false
    for index in nodes.indices where !isDone {
      nodes[index].transform { node in
        guard !isDone else { return false }
        guard Engine.isNames(node) else { return true }
        isDone = true
        original = node
        if let previous { substitute(&node, previous) }
        return false
      }
    }
    return original
  }

  private func substitute(_ node: inout Node, _ previous: Node) {
    let names = Self.names(node)
    let before = Self.names(previous)
    guard !names.isEmpty else {
      // Something stands in the place of names.
      if before.isEmpty, node.plain == previous.plain { replaceAll(&node) }
      return
    }
    let isSame = Self.listText(node) == Self.listText(previous)
    switch rule {
    case .completeAll:
      if isSame { replaceAll(&node) }
    case .completeEach:
      if isSame { replace(names.count, in: &node) }
    case .partialEach:
      replace(zip(names, before).prefix { $0 == $1 }.count, in: &node)
    case .partialFirst:
      if names.first == before.first { replace(1, in: &node) }
    }
  }

  private static func names(_ node: Node) -> [[UInt8]] {
    var result: [[UInt8]] = []
    node.visit { node in
      if case .name = node.tag { result.append(node.plain) }
    }
    return result
  }

  /// The text of the name lists without labels.
  private static func listText(_ node: Node) -> [UInt8] {
    var result: [UInt8] = []
    node.visit { if $0.tag == .nameList { result += $0.plain + [0] } }
    return result
  }

  private func replaceAll(_ node: inout Node) {
    var isReplaced = false
    let text = text
    node.transform { node in
      guard node.tag == .nameList else { return true }
      node = isReplaced ? Node.empty : Node(text, tag: .nameList)
      isReplaced = true
      return false
    }
    if !isReplaced {
      // No list: the whole goes, but for the affixes of cs:names.
      var wrapper = node.children.first ?? Node.empty
      wrapper.content = .text(text)
      node.content = .nodes([wrapper])
    }
  }

  private func replace(_ count: Int, in node: inout Node) {
    var left = count
    let text = text
    node.transform { node in
      guard case .name = node.tag else { return true }
      if left > 0 {
        node.content = .text(text)
        left -= 1
      }
      return false
    }
  }
}
