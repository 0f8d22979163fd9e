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
    /// What was not declared in the document itself and may be in its DTD.
    enum Undeclared: Sendable, Hashable {
      case entity(String)
      /// The prefix of a namespace.
      case prefix(String)
    }

    var message: String
    var source: Int
    var isFatal: Bool
    var undeclared: Undeclared?
  }

  var nodes: [Node] = []
  /// The text of all text nodes.
  var text: [UInt8] = []
  /// What the parser found wrong: the first 100 of them, and the first one that is fatal.
  var problems: [Problem] = []
  /// The references in XML to entities that HTML knows and the document does not declare, with the places behind them.
  var namedEntities: [(name: String, end: Int)] = []
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

  /// Where the text inside a node stands in the source, without white space around it.
  ///
  /// Nil where there is none, where it is parted by elements, and where it begins or ends otherwise than it is spelled.
  func textPlace(of node: Int, in source: [UInt8]) -> SourceRange? {
    let texts = (node..<nodes[node].end).filter { index in
      nodes[index].kind == .text && !text[nodes[index].text].allSatisfy(\.isASCIISpace)
    }
    guard let first = texts.first, let last = texts.last, last - first == texts.count - 1 else {
      return nil
    }
    guard standsAsSpelled(first, in: source), standsAsSpelled(last, in: source) else { return nil }
    let place = source[nodes[first].source..<nodes[last].source + nodes[last].text.count]
      .trimmedASCIISpace
    return SourceRange(place.startIndex, place.endIndex)
  }

  /// Whether a text stands in the source where it begins: not as an entity, nor in a section of its own.
  private func standsAsSpelled(_ node: Int, in source: [UInt8]) -> Bool {
    source[nodes[node].source...].starts(with: text[nodes[node].text])
  }

  /// Where the value of an attribute stands in the source, without its quotes; nil where the element has none.
  func attributePlace(_ name: String, of node: Int, in source: [UInt8]) -> SourceRange? {
    guard attribute(name, of: node) != nil else { return nil }
    var index = nodes[node].source
    while index < source.count, source[index] != UInt8(ascii: ">") {
      guard source[index] == 0x22 || source[index] == 0x27 else {
        index += 1
        continue
      }
      let end = source[(index + 1)...].firstIndex(of: source[index]) ?? source.count
      var before = source[nodes[node].source..<index].trimmedASCIISpace
      if before.popLast() == UInt8(ascii: "=") {
        let words = before.trimmedASCIISpace
        let found = words[(words.lastIndex(where: \.isASCIISpace) ?? words.startIndex)...]
        if found.trimmedASCIISpace.elementsEqual(name.utf8) { return SourceRange(index + 1, end) }
      }
      index = end + 1
    }
    return nil
  }

  /// Whether `node` is `ancestor` or stands inside it.
  func isNode(_ node: Int, inside ancestor: Int) -> Bool {
    node >= ancestor && node < nodes[ancestor].end
  }
}
