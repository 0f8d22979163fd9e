/// A piece of rendered text with its look, before punctuation and quotes are settled.
///
/// Evaluation hands these up as a tree; disambiguation, collapsing and substitution are changes of the tree.
struct Node: Sendable, Hashable, Affixed {
  enum Content: Sendable, Hashable {
    case text([UInt8])
    case nodes([Node])
  }

  /// What a node stands for, for those who change the tree.
  enum Tag: Sendable, Hashable {
    case none
    /// A whole cite without its affixes.
    case cite
    /// The names of one `cs:names` element, or what was put in their place; the number counts these within the cite.
    case names(Int)
    /// The names of one variable without their label.
    case nameList
    /// One name of a list, by its place in the list.
    case name(Int)
    case date
    /// The year of a date.
    case year
    case yearSuffix(Int)
    case citationNumber(Int)
    case locator
    case term(TermID)
    case userPrefix
    case userSuffix
    case title
    /// An identifier or address.
    case identifier(ItemVariable)
    case label
  }

  var content: Content {
    didSet { isEmpty = Self.isEmpty(content) }
  }
  /// Whether there is nothing to print; kept, since everything asks for it.
  private(set) var isEmpty: Bool
  var formatting = Formatting()
  /// Whether the formatting is markup in a field, which formatting like it around turns over.
  var isMarkup = false
  var display: Display?
  /// Whether quotes stand around it; which ones, is a matter of depth.
  var quotes = false
  /// Whether the quotes are those of the inner level even where no others are around them.
  var areQuotesInner = false
  /// Text whose case no style changes.
  var isNoCase = false
  /// Text that takes back all formatting around it.
  var isUndecorated = false
  /// Whether formatting and quotes hold for the affixes, too.
  var areAffixesInside = false
  /// Whether it belongs to the same field as what stands before it, so that there is no seam between them.
  var continuesField = false
  /// Addresses and identifiers: characters that are no markup.
  var isVerbatim = false
  var tag = Tag.none
  var affixes: Affixes?
  var delimiter: [UInt8] = []

  init(_ text: [UInt8], tag: Tag = .none) {
    content = .text(text)
    isEmpty = text.isEmpty
    self.tag = tag
  }

  init(_ nodes: [Node], tag: Tag = .none) {
    content = .nodes(nodes)
    isEmpty = Self.isEmpty(nodes)
    self.tag = tag
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Nothing to print.
  static let empty = Node([Node]())

  private static func isEmpty(_ content: Content) -> Bool {
    switch content {
    case .text(let text): text.isEmpty
    case .nodes(let nodes): isEmpty(nodes)
    }
  }

  private static func isEmpty(_ nodes: [Node]) -> Bool {
    for index in nodes.indices where !nodes[index].isEmpty { return false }
    return true
  }

  /// The children; none for text.
  var children: [Node] {
    get {
      if case .nodes(let nodes) = content { return nodes }
      return []
    }
    set { content = .nodes(newValue) }
  }

  /// Puts the look of an element around nodes; nil where there is nothing to print.
  static func wrapped(_ nodes: [Node], _ appearance: Appearance, delimiter: [UInt8] = []) -> Node? {
    var nodes = nodes
    for index in nodes.indices where nodes[index].isEmpty {
      nodes.removeAll(where: \.isEmpty)
      break
    }
    guard !nodes.isEmpty else { return nil }
    if nodes.count == 1, appearance.isPlain { return nodes[0] }
    var node = Node(nodes)
    node.delimiter = delimiter
    node.apply(appearance)
    return node
  }

  /// Sets formatting, quotes, affixes and place; the case of the text is another matter.
  mutating func apply(_ appearance: Appearance) {
    formatting = appearance.formatting
    display = appearance.display
    quotes = appearance.quotes
    affixes = appearance.affixes
  }

  /// Calls `body` with every node from this one on, parents first.
  ///
  /// The depth is that of the style's elements, which is limited.
  func visit(_ body: (Node) -> Void) {
    body(self)
    if case .nodes(let nodes) = content { for node in nodes { node.visit(body) } }
  }

  /// The first node, parents first, that `isWanted` holds for.
  func first(_ isWanted: (Node) -> Bool) -> Node? {
    if isWanted(self) { return self }
    if case .nodes(let nodes) = content {
      for node in nodes {
        if let found = node.first(isWanted) { return found }
      }
    }
    return nil
  }

  /// Changes every node, parents first, by `body`; where it answers false, the children are left alone.
  mutating func transform(_ body: (inout Node) -> Bool) {
    guard body(&self), case .nodes(var nodes) = content else { return }
    // The array must have one owner while its elements change, else each change copies it.
    content = .nodes([])
    for index in nodes.indices { nodes[index].transform(body) }
    content = .nodes(nodes)
  }

  /// The characters without any formatting, quotes as one sign, for comparing.
  func appendPlain(to result: inout [UInt8]) {
    result += prefix
    if quotes { result.append(UInt8(ascii: "\"")) }
    switch content {
    case .text(let text): result += text
    case .nodes(let nodes):
      var isFirst = true
      for node in nodes where !node.isEmpty {
        if !isFirst { result += delimiter }
        isFirst = false
        node.appendPlain(to: &result)
      }
    }
    if quotes { result.append(UInt8(ascii: "\"")) }
    result += suffix
  }

  /// The characters without any formatting.
  var plain: [UInt8] {
    var result: [UInt8] = []
    appendPlain(to: &result)
    return result
  }
}
