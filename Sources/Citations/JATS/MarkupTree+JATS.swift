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

  /// The tree with the prefixes of JATS taken off, as some archives put its elements into a namespace.
  ///
  /// MathML keeps its prefix, links get theirs whatever it is called.
  func withoutJATSPrefixes() -> MarkupTree {
    var tree = self
    for index in nodes.indices where nodes[index].kind == .element {
      let name = nodes[index].name
      if let local = Self.local(name), !name.utf8.starts(with: "mml:".utf8) {
        tree.nodes[index].name = local
      }
      for (place, attribute) in nodes[index].attributes.enumerated()
      where attribute.name != "xlink:href" && Self.local(attribute.name) == "href" {
        tree.nodes[index].attributes[place].name = "xlink:href"
      }
    }
    return tree
  }

  private static func local(_ name: String) -> String? {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) }
  }
}
