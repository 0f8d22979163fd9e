/// Which style an element gives its text.
enum HTMLStyles {
  private static let byName: [String: TextStyle] = [
    "i": .italic, "em": .italic, "cite": .italic, "dfn": .italic, "var": .italic, "b": .bold,
    "strong": .bold,
    "sup": .superscript, "sub": .subscript, "u": .underline, "s": .strikethrough,
    "del": .strikethrough,
    "strike": .strikethrough, "code": .code, "tt": .code, "kbd": .code, "samp": .code, "pre": .code,
  ]

  /// The style of an element, by its name, its class or its inline style.
  static func style(of node: Int, _ page: HTMLPage) -> TextStyle? {
    let entry = page.tree.nodes[node]
    if entry.name == "cite", !isTitle(node, page) { return nil }
    if let style = byName[entry.name] { return style }
    guard entry.name == "span" || entry.name == "font" || entry.name == "small",
      !entry.attributes.isEmpty
    else { return nil }
    for token in HTMLVocabulary.tokens(page.tree, node) {
      switch token {
      case "italic", "italics", "ital", "emphasis": return .italic
      case "bold": return .bold
      case "smallcaps", "small-caps", "smcap", "smallcap", "sc", "caps": return .smallCaps
      default: break
      }
    }
    guard let css = page.tree.attribute("style", of: node) else { return nil }
    let low = css.utf8.map(\.asciiLowercased).filter { !$0.isASCIISpace }
    func says(_ words: String) -> Bool { low.firstOffset(of: Array(words.utf8), from: 0) != nil }
    if says("font-style:italic") || says("font-style:oblique") { return .italic }
    if says("font-variant:small-caps") || says("font-variant-caps:small-caps") { return .smallCaps }
    if says("font-weight:bold") || says("font-weight:7") || says("font-weight:8") { return .bold }
    if says("vertical-align:super") { return .superscript }
    if says("vertical-align:sub") { return .subscript }
    return nil
  }

  /// Whether a `cite` holds a title, and not a whole citation with a title inside.
  private static func isTitle(_ node: Int, _ page: HTMLPage) -> Bool {
    let range = page.subtree(node)
    guard page.ink(in: range) <= 300, range.count < 64 else { return false }
    if HTMLVocabulary.tokens(page.tree, node).contains("citation") { return false }
    return !range.contains { page.tree.nodes[$0].name == "i" || page.tree.nodes[$0].name == "em" }
  }
}
