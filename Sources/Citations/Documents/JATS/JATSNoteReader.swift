/// Reads one `fn`: its label, its text, and the citations in it that are data.
struct JATSNoteReader {
  private let tree: MarkupTree
  private let node: Int
  /// The label, without brackets and full stop; empty where the note has none.
  private(set) var label = ""
  private(set) var text = SourceText()
  private(set) var cites: [StructuredCite] = []
  /// Notes inside this one.
  private(set) var inner: [Int] = []

  /// Reads the note at `node`.
  init(_ tree: MarkupTree, _ node: Int) {
    self.tree = tree
    self.node = node
    if let own = tree.children(of: node).first(where: { tree.nodes[$0].name == "label" }) {
      label = Self.cleaned(tree.textContent(of: own))
    } else if let symbol = tree.attribute("symbol", of: node) {
      label = Self.cleaned(symbol)
    }
    read()
  }

  /// A citation while its words are read: where each of its children begins in the text.
  private struct OpenCite {
    var node: Int
    var data: Int
    var children: [(node: Int, start: Int)] = []
  }

  private mutating func read() {
    var reader = JATSText(tree)
    var cite: OpenCite?
    var index = node + 1
    while index < tree.nodes[node].end {
      if let open = cite, tree.nodes[open.node].end <= index {
        finish(open, reader.text)
        cite = nil
      }
      reader.close(before: index)
      let current = tree.nodes[index]
      if ["element-citation", "name"].contains(tree.nodes[current.parent].name) {
        reader.space(at: index)
      }
      if current.parent == cite?.node {
        cite?.children.append((index, reader.text.count))
      }
      guard current.kind == .element else {
        reader.append(index)
        index += 1
        continue
      }
      if skips(index, reader.text) {
        index = current.end
        continue
      }
      switch current.name {
      case "fn":
        inner.append(index)
        index = current.end
        continue
      case "mixed-citation", "element-citation", "nlm-citation", "citation":
        if cite == nil { cite = OpenCite(node: index, data: data(of: index)) }
      case "p", "disp-quote", "list", "list-item", "verse-line", "disp-formula", "title", "label":
        reader.space(at: index)
      default: reader.start(index)
      }
      index += 1
    }
    if let cite { finish(cite, reader.text) }
    reader.close(before: Int.max)
    text = reader.text.trimmed
    cites = cites.filter { $0.range.upperBound <= text.count }
  }

  /// The citation that holds the data of the words at `index`: among alternatives, the one of elements only.
  private func data(of index: Int) -> Int {
    let parent = tree.nodes[index].parent
    guard parent > node, tree.nodes[parent].name == "citation-alternatives" else { return index }
    return tree.children(of: parent).prefix(20).first { tree.nodes[$0].name == "element-citation" }
      ?? index
  }

  /// Whether an element is no text of the note; takes a label that stands in the text out of it.
  private mutating func skips(_ index: Int, _ read: SourceText) -> Bool {
    let current = tree.nodes[index]
    if current.name == "label", current.parent == node { return true }
    if tree.isSilentInJATS(index) { return true }
    // A superscript number at the very beginning is the label of a note that has no other.
    guard label.isEmpty, read.isEmpty, current.name == "sup" || current.name == "xref",
      current.end - index <= 8
    else {
      return false
    }
    let sign = Self.cleaned(tree.textContent(of: index))
    guard !sign.isEmpty, sign.utf8.count <= 5 else { return false }
    label = sign
    return true
  }

  /// A label without white space, brackets and the full stop around it.
  static func cleaned(_ text: String) -> String {
    var bytes = Array(text.utf8)[...].trimmedASCIISpace
    if let first = bytes.first, [0x28, 0x5B].contains(first), bytes.count > 1 {
      bytes = bytes.dropFirst()
    }
    while let last = bytes.last, [0x29, 0x5D, 0x2E, 0x3A].contains(last), bytes.count > 1 {
      bytes = bytes.dropLast()
    }
    return bytes.trimmedASCIISpace.string
  }

  /// Keeps a citation whose words have been read, if its elements say enough.
  private mutating func finish(_ open: OpenCite, _ read: SourceText) {
    var citation = JATSCitationReader(tree, open.data)
    let own = open.data == open.node ? citation : JATSCitationReader(tree, open.node)
    guard citation.isStructured else { return }
    var range = (open.children.first?.start ?? read.count)..<read.count
    if let tagged = own.tagged {
      var words: [(range: Range<Int>, place: Int)] = []
      for (index, child) in open.children.enumerated() {
        guard !isData(child.node), !own.dataChildren.contains(child.node) else { continue }
        let end = index + 1 < open.children.count ? open.children[index + 1].start : read.count
        words.append(
          (
            child.start..<end,
            child.node < tagged.lowerBound ? -1 : child.node > tagged.upperBound ? 1 : 0
          ))
      }
      guard
        let inner = settle(
          words, tagged: range, read.utf8, &citation, isData: open.data != open.node)
      else { return }
      range = inner
    }
    while range.lowerBound < range.upperBound, read.utf8[range.lowerBound] == 0x20 {
      range = range.lowerBound + 1..<range.upperBound
    }
    while range.upperBound > range.lowerBound, read.utf8[range.upperBound - 1] == 0x20 {
      range = range.lowerBound..<range.upperBound - 1
    }
    guard !range.isEmpty else { return }
    cites.append(
      StructuredCite(range: range, reference: citation.reference, locator: citation.locator))
  }

  /// Whether a child of a citation holds its own data, so that its words are accounted for.
  private func isData(_ child: Int) -> Bool {
    let node = tree.nodes[child]
    return node.kind == .element && JATSStyle.style(of: node.name) == nil
  }

  /// Says what the words outside of the elements are; returns the range of the citation without remarks, nil where
  /// the words before it cannot be told from authors.
  private func settle(
    _ words: [(range: Range<Int>, place: Int)], tagged range: Range<Int>, _ bytes: [UInt8],
    _ citation: inout JATSCitationReader, isData: Bool
  ) -> Range<Int>? {
    var range = range
    var before: Range<Int>?
    for (part, place) in words {
      let text = bytes[part]
      guard JATSWords.hasMeaning(text, isMiddle: place == 0) else { continue }
      switch place {
      case -1: before = (before?.lowerBound ?? part.lowerBound)..<part.upperBound
      case 1:
        let letter = text.firstIndex { $0.isASCIILetter || $0 >= 0xC0 } ?? part.lowerBound
        range = range.lowerBound..<min(range.upperBound, letter)
      default:
        if !isData { citation.keepWords(JATSNames.collapsed(text.string)) }
      }
    }
    guard let before else { return range }
    if citation.reference[.author].isEmpty, citation.reference[.editor].isEmpty {
      guard let names = JATSNames.people(bytes[before].string) else { return nil }
      citation.addAuthors(names)
      return range
    }
    return before.upperBound..<max(before.upperBound, range.upperBound)
  }
}
