/// Finds the markers whose link leads to no place of the page.
///
/// A raised number is one by its look. Any other link must look like a marker that was paired, and its address or class
/// must be of the same shape: the entries of a table of contents and broken links in a sentence are none.
struct HTMLDanglingLinks {
  /// What a link shows, and one thing that says what it leads to.
  private struct Shape: Hashable {
    var kind: HTMLLabel.Kind
    var isSuperscript: Bool
    var isBracketed: Bool
    var isParenthesised: Bool
    var isRaised: Bool
    var isGlued: Bool
    /// The address with its fragment as a shape, or a class.
    var kinship: String
  }

  let page: HTMLPage
  let references: [HTMLReference]

  /// The nodes of the links, given the markers that were paired.
  func nodes(besides markers: [HTMLFoundMarker]) -> Set<Int> {
    var isPaired = [Bool](repeating: false, count: page.count)
    for marker in markers where marker.pairing == .link && marker.note != nil {
      for node in marker.nodes { isPaired[node] = true }
    }
    var known: Set<Shape> = []
    for reference in references where isPaired[reference.node] && !reference.targets.isEmpty {
      known.formUnion(shapes(reference))
    }
    return Set(
      references.filter { reference in
        guard reference.targets.isEmpty, reference.label != nil, !reference.saysBack else {
          return false
        }
        return reference.isSuperscript || reference.saysNote
          || shapes(reference).contains(where: known.contains)
      }.map(\.node))
  }

  private func shapes(_ reference: HTMLReference) -> [Shape] {
    guard let label = reference.label, let href = page.tree.attribute("href", of: reference.node),
      let fragment = HTMLAddress.fragment(href)
    else { return [] }
    func shape(_ kinship: String) -> Shape {
      Shape(
        kind: label.kind, isSuperscript: reference.isSuperscript, isBracketed: label.isBracketed,
        isParenthesised: label.isParenthesised, isRaised: label.isRaised,
        isGlued: reference.isStrong || reference.isGlued, kinship: kinship)
    }
    let bytes = href.utf8
    let address = bytes.prefix(
      bytes.lastIndex(of: 0x23).map { bytes.distance(from: bytes.startIndex, to: $0) } ?? 0
    ).string
    var result = [shape(address + "#" + HTMLNamePattern.pattern(of: fragment))]
    if reference.isStrong {
      result += HTMLVocabulary.tokens(page.tree, reference.node).map { shape(address + "." + $0) }
    }
    return result
  }
}
