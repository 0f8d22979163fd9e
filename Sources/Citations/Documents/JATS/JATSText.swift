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
