/// Collects running text of a JATS document: characters, styles, links, in one walk without recursion.
///
/// Both the body and the notes are read through it.
struct JATSText {
  private enum Opening {
    case style(TextStyle, start: Int)
    case link(String, start: Int)
  }

  private let tree: MarkupTree
  private(set) var text = SourceText()
  private var open: [(end: Int, opening: Opening)] = []

  init(_ tree: MarkupTree) { self.tree = tree }

  /// Ends the styles and links that end before `node`.
  mutating func close(before node: Int) {
    while let last = open.last, last.end <= node {
      close(last.opening)
      open.removeLast()
    }
  }

  private mutating func close(_ opening: Opening) {
    switch opening {
    case .style(let style, let start): text.addStyle(style, start..<max(start, text.count))
    case .link(let target, let start): text.addLink(target, start..<max(start, text.count))
    }
  }

  /// Takes in a text node.
  mutating func append(_ node: Int, isVerbatim: Bool = false) {
    let bytes = tree.text[tree.nodes[node].text]
    if isVerbatim {
      text.append(bytes, source: tree.nodes[node].source)
    } else {
      text.appendCollapsed(bytes, source: tree.nodes[node].source)
    }
  }

  /// Puts a space between what came and what comes.
  mutating func space(at node: Int) { text.appendSpace(source: tree.nodes[node].source) }

  /// Begins the style or link that an element is, if it is one.
  mutating func start(_ node: Int) {
    let name = tree.nodes[node].name
    // More styles at one place than anybody means would be ended and begun again with every block.
    guard open.count < 64 else { return }
    if let style = JATSStyle.style(of: name) {
      open.append((tree.nodes[node].end, .style(style, start: text.count)))
    } else if name == "ext-link" || name == "uri" || name == "self-uri" {
      let target = tree.attribute("xlink:href", of: node) ?? tree.textContent(of: node)
      open.append((tree.nodes[node].end, .link(target, start: text.count)))
    } else if name == "break" {
      space(at: node)
    }
  }

  /// Gives the text collected so far and begins anew; open styles go on in the next text.
  mutating func take() -> SourceText {
    for index in open.indices {
      close(open[index].opening)
      switch open[index].opening {
      case .style(let style, _): open[index].opening = .style(style, start: 0)
      case .link(let target, _): open[index].opening = .link(target, start: 0)
      }
    }
    let result = text
    text = SourceText()
    return result
  }
}

extension MarkupTree {
  /// Whether a node and what is in it is no text of a JATS document: metadata, media, a second form of the same.
  func isSilentInJATS(_ node: Int) -> Bool {
    switch nodes[node].name {
    case "object-id", "graphic", "inline-graphic", "media", "alt-text", "long-desc", "sec-meta",
      "processing-meta", "permissions", "mml:annotation", "mml:annotation-xml", "index-term",
      "index-term-range-end",
      "private-char", "supplementary-material-meta":
      true
    case "tex-math":
      nodes[node].parent >= 0 && nodes[nodes[node].parent].name == "alternatives"
        && hasChild("mml:math", nodes[node].parent)
    case "element-citation":
      nodes[node].parent >= 0 && nodes[nodes[node].parent].name == "citation-alternatives"
        && hasChild("mixed-citation", nodes[node].parent)
    default: false
    }
  }

  /// Whether one of the first children has the name; a form of the same stands beside few others.
  private func hasChild(_ name: String, _ parent: Int) -> Bool {
    children(of: parent).prefix(20).contains { nodes[$0].name == name }
  }
}
