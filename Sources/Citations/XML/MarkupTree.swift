/// A parsed XML or HTML document: its nodes in document order in one flat list.
///
/// The children of a node follow it and end before its `end`, so a walk over a subtree is a loop over a range of indices
/// and needs no recursion. Text is kept in one buffer. Source offsets are UTF-8 byte offsets of the parsed bytes.
struct MarkupTree: Sendable {
  /// What a node is.
  enum Kind: Sendable, Hashable {
    case element
    case text
  }

  /// An element or a run of text.
  struct Node: Sendable {
    var kind: Kind
    /// The name of the element.
    ///
    /// The element's name, with its prefix if it has one; lower case in HTML. Empty for text.
    var name: String
    var attributes: [(name: String, value: String)]
    /// The bytes of `MarkupTree.text` that a text node holds.
    var text: Range<Int>
    /// Offset in the source where the start tag or the text begins.
    var source: Int
    /// Offset in the source just past the end tag, or past the text.
    var sourceEnd: Int
    /// Index of the parent, -1 for a root.
    var parent: Int
    /// Index just past the last node inside this one.
    var end: Int
  }

  /// A complaint of the parser.
  struct Problem: Sendable {
    var message: String
    var source: Int
    var isFatal: Bool
  }

  var nodes: [Node] = []
  /// The text of all text nodes.
  var text: [UInt8] = []
  /// What the parser found wrong, at most 100 of them.
  var problems: [Problem] = []
  /// Whether a DOCTYPE declared entities of its own; they are not expanded.
  var declaresEntities = false

  /// The value of an attribute, or nil.
  func attribute(_ name: String, of node: Int) -> String? {
    nodes[node].attributes.first { $0.name == name }?.value
  }

  /// Whether an element's `class` holds `name`.
  func hasClass(_ name: String, _ node: Int) -> Bool {
    guard let value = attribute("class", of: node) else { return false }
    return value.utf8.split { $0.isASCIISpace }.contains { $0.elementsEqual(name.utf8) }
  }

  /// The children of a node in order.
  func children(of node: Int) -> some Sequence<Int> {
    sequence(state: node + 1) { next in
      guard next < nodes[node].end else { return nil }
      defer { next = nodes[next].end }
      return next
    }
  }

  /// The first element named `name` inside `node`, or nil.
  func first(_ name: String, in node: Int) -> Int? {
    (node + 1..<max(nodes[node].end, node + 1)).first { nodes[$0].name == name }
  }

  /// The first element named `name` of the document, or nil.
  func first(_ name: String) -> Int? {
    nodes.firstIndex { $0.name == name }
  }

  /// All text inside a node, as it stands.
  func textContent(of node: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<nodes[node].end where nodes[index].kind == .text {
      bytes.append(contentsOf: text[nodes[index].text])
    }
    return bytes.string
  }

  /// Whether `node` is `ancestor` or stands inside it.
  func isNode(_ node: Int, inside ancestor: Int) -> Bool {
    node >= ancestor && node < nodes[ancestor].end
  }
}
