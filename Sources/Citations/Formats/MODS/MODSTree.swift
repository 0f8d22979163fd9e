/// The elements of one MODS record, read or to be written.
///
/// Names are without prefixes. Node 0 is the record itself; a node's children have higher numbers.
struct MODSTree: Sendable {
  struct Node: Sendable {
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// The text directly inside.
    var text = ""
    /// The node of the document that it was read from; nil for one to be written.
    var origin: Int?
    var children: [Int] = []
    /// Whether a reader has taken what it says.
    var isUsed = false
  }

  private(set) var nodes: [Node]

  /// A record with nothing inside.
  init(_ name: String = "mods", _ attributes: [(name: String, value: String)] = []) {
    nodes = [Node(name: name, attributes: attributes)]
  }

  /// How deep elements are read; MODS itself needs six levels.
  private static let depthLimit = 60

  /// The element at `index` of a parsed document; what nests too deep is text of its ancestor.
  init(_ tree: MarkupTree, at index: Int) {
    nodes = []
    var open: [(end: Int, node: Int)] = []
    for place in index..<tree.nodes[index].end {
      while let last = open.last, place >= last.end { open.removeLast() }
      let source = tree.nodes[place]
      if source.kind == .text {
        if let last = open.last { nodes[last.node].text += tree.text[source.text].string }
        continue
      }
      guard open.count < Self.depthLimit else { continue }
      let node = nodes.count
      nodes.append(
        Node(name: Self.localName(source.name), attributes: source.attributes, origin: place))
      if let last = open.last { nodes[last.node].children.append(node) }
      open.append((source.end, node))
    }
  }

  /// The name without its prefix.
  static func localName(_ name: String) -> String {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  /// The value of an attribute, or nil.
  func attribute(_ name: String, of node: Int) -> String? {
    nodes[node].attributes.first { $0.name == name }?.value
  }

  /// The text inside without line breaks and spaces that are only layout; marks the element as read.
  mutating func takeText(of node: Int) -> String {
    nodes[node].isUsed = true
    return Self.collapsed(nodes[node].text)
  }

  /// The text of an element that is read only if all of what it belongs to is.
  func text(of node: Int) -> String { Self.collapsed(nodes[node].text) }

  /// Marks elements as read.
  mutating func use(_ list: [Int]) {
    for node in list { nodes[node].isUsed = true }
  }

  /// Marks everything inside as read.
  mutating func use(_ node: Int) {
    nodes[node].isUsed = true
    for child in nodes[node].children { use(child) }
  }

  /// The text with each run of white space as one space, and none at the ends.
  static func collapsed(_ text: String) -> String {
    var isCollapsed = true
    var wasSpace = true
    for byte in text.utf8 {
      let isSpace = byte.isASCIISpace
      if isSpace, wasSpace || byte != 0x20 {
        isCollapsed = false
        break
      }
      wasSpace = isSpace
    }
    if isCollapsed, !wasSpace || text.isEmpty { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if !byte.isASCIISpace {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result.string
  }

  /// Whether anything at or inside a node was read.
  func hasUse(_ node: Int) -> Bool {
    nodes[node].isUsed || nodes[node].children.contains { hasUse($0) }
  }

  /// The node that holds a node, or nil for the record.
  ///
  /// - Complexity: O(number of nodes).
  func parent(of node: Int) -> Int? {
    nodes.indices.first { nodes[$0].children.contains(node) }
  }

  mutating func setChildren(_ children: [Int], of node: Int) { nodes[node].children = children }

  // MARK: Paths

  /// The nodes that a path leads to, from `start`, in order.
  func find(_ path: MODSPath, from start: Int = 0) -> [Int] {
    var found: [Int] = []
    find(path, 0, from: start, &found)
    return found
  }

  /// Recursion ends with the path, which has at most five steps.
  private func find(_ path: MODSPath, _ step: Int, from parent: Int, _ found: inout [Int]) {
    for child in nodes[parent].children where path.steps[step].matches(nodes[child]) {
      if step + 1 == path.steps.count {
        found.append(child)
      } else {
        find(path, step + 1, from: child, &found)
      }
    }
  }

  /// Adds an element at the end of a path; elements on the way are made where they are missing.
  @discardableResult
  mutating func put(_ path: MODSPath, text: String = "", from start: Int = 0) -> Int {
    var node = start
    for (index, step) in path.steps.enumerated() {
      let isLast = index == path.steps.count - 1
      if !isLast, let next = nodes[node].children.first(where: { step.matches(nodes[$0]) }) {
        node = next
      } else {
        node = add(step.name, step.required, to: node)
      }
    }
    nodes[node].text = Self.allowed(text)
    return node
  }

  /// Adds a child; gives its number.
  @discardableResult
  mutating func add(
    _ name: String, _ attributes: [(name: String, value: String)] = [], text: String = "",
    to parent: Int
  ) -> Int {
    nodes.append(Node(name: name, attributes: attributes, text: Self.allowed(text)))
    nodes[parent].children.append(nodes.count - 1)
    return nodes.count - 1
  }

  mutating func setAttribute(_ name: String, _ value: String, of node: Int) {
    nodes[node].attributes.append((name, Self.allowed(value)))
  }

  /// The text without the characters that XML cannot hold.
  private static func allowed(_ text: String) -> String {
    let isFine = text.unicodeScalars.allSatisfy(isAllowed)
    guard !isFine else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  // MARK: XML

  /// Writes a node with all that is inside.
  func write(_ node: Int = 0, to writer: inout XMLWriter) {
    let element = nodes[node]
    guard !element.children.isEmpty else {
      writer.element(element.name, element.attributes, text: element.text)
      return
    }
    writer.start(element.name, element.attributes)
    for child in element.children { write(child, to: &writer) }
    writer.end()
  }

  /// Adds a copy of another tree's element.
  mutating func append(_ other: MODSTree, _ node: Int = 0, to parent: Int) {
    let element = other.nodes[node]
    let copy = add(
      element.name, element.attributes,
      text: element.children.isEmpty ? element.text : "", to: parent)
    for child in element.children { append(other, child, to: copy) }
  }
}
