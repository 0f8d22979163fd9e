/// The shape that the names of one kind of place share: "fn:12" and "fn:7" are both "fn:#".
///
/// It tells places of the same kind from others; what its words mean never matters.
enum HTMLNamePattern {
  /// The shape of an id or fragment: runs of digits made `#`, a last word without digits made `*`.
  static func pattern(of name: String) -> String {
    // GitHub prefixes the ids of a page's own text and leaves the links.
    let prefix = "user-content-"
    let bytes = Array((name.hasPrefix(prefix) ? name.dropFirst(prefix.utf8.count) : name[...]).utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if !byte.isASCIIDigit {
        result.append(byte)
      } else if result.last != 0x23 {
        result.append(0x23)
      }
    }
    guard !result.contains(0x23),
      let last = result.lastIndex(where: { [0x3A, 0x2D, 0x5F, 0x2E].contains($0) })
    else { return result.string }
    return (result[...last] + [0x2A]).string
  }
}

extension HTMLPage {
  /// The shapes of the names that an element itself carries.
  func namePatterns(of node: Int) -> [String] {
    let isAnchor = tree.nodes[node].name == "a"
    return tree.nodes[node].attributes
      .filter { !$0.value.isEmpty && ($0.name == "id" || $0.name == "name" && isAnchor) }
      .map { HTMLNamePattern.pattern(of: $0.value) }
  }

  /// The shapes of the names at the beginning of a range of nodes: before its text, or in its label.
  func namePatterns(in range: Range<Int>) -> [String] {
    range.prefix(12).prefix { ink[$0] - ink[range.lowerBound] <= 8 }.flatMap(namePatterns)
  }
}
