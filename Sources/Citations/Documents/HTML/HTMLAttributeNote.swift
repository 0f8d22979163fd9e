/// Notes that stand in an attribute of their sign: `<sup title="See Okri.">1</sup>`.
enum HTMLAttributeNote {
  private static let names = [
    "data-footnote", "data-note", "data-content", "data-bs-content", "data-title",
    "data-original-title",
    "data-bs-original-title", "data-bs-title", "data-tooltip", "data-tippy-content", "data-text",
    "data-fn", "title",
  ]

  /// The name of the attribute of a sign, or of an element in it, that holds a note.
  static func find(in nodes: Range<Int>, _ page: HTMLPage) -> String? {
    for name in names {
      guard let node = holder(of: name, in: nodes, page),
        let value = page.tree.attribute(name, of: node),
        value.utf8.count >= 12
      else { continue }
      let bytes = Array(value.utf8)
      guard bytes.contains(0x20), !HTMLBackwords.isWord(Array(bytes.prefix(60))),
        !isInstruction(bytes)
      else { continue }
      return name
    }
    return nil
  }

  private static func holder(of name: String, in nodes: Range<Int>, _ page: HTMLPage) -> Int? {
    nodes.prefix(8).first { page.tree.attribute(name, of: $0) != nil }
  }

  /// "Go to footnote 3" says where a link leads; it is no note.
  private static func isInstruction(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 60 else { return false }
    let low = bytes.map(\.asciiLowercased)
    return ["footnote", "endnote", "click", "see note", "show note", "read note", "view note"]
      .contains {
        low.firstOffset(of: Array($0.utf8), from: 0) != nil
      }
  }

  /// The text of an attribute, with its place in the source; markup in it is taken off.
  static func text(of name: String, in nodes: Range<Int>, _ page: HTMLPage) -> SourceText {
    guard let node = holder(of: name, in: nodes, page),
      let value = page.tree.attribute(name, of: node)
    else { return SourceText() }
    let bytes = Array(value.utf8)
    let tag = page.tree.nodes[node].source
    let end = min(page.tree.nodes[node].sourceEnd, tag + bytes.count * 2 + 4096)
    let place = page.source.firstOffset(
      of: bytes, from: min(tag, page.source.count), to: min(end, page.source.count))
    if bytes.contains(0x3C) {
      let inner = HTMLPage(bytes)
      var writer = HTMLTextWriter(page: inner, cuts: .none)
      writer.write(0..<inner.count)
      return SourceText(writer.text.string, source: place ?? tag)
    }
    var result = SourceText()
    result.appendCollapsed(bytes, source: place ?? tag)
    return result.trimmed
  }
}
