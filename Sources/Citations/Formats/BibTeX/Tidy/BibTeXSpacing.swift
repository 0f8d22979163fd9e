/// The number of empty lines between blocks.
struct BibTeXSpacing {
  var count: Int
  var lineEnding: [UInt8]

  /// The file with so many empty lines before each block; free text keeps its words, and what stands directly above an entry
  /// stays there.
  ///
  /// Definitions of strings that follow each other stay as they are, and so does what stands behind something that was repaired.
  func spaced(_ bytes: [UInt8]) -> [UInt8] {
    let tree = BibTeXParser.parse(bytes)
    let blank = (0...max(count, 0)).flatMap { _ in lineEnding }
    var result: [UInt8] = []
    for (index, block) in tree.blocks.enumerated() {
      let text = Array(tree[block.range])
      guard index > 0, tree.blocks[index - 1].isClosed else {
        result += text
        continue
      }
      let last = tree.blocks[index - 1]
      if block.kind == .text {
        let next = index + 1 < tree.blocks.count ? tree.blocks[index + 1] : nil
        result += next.map { !areDefinitions(last, $0) } ?? false ? spaced(text, blank) : text
      } else {
        if last.kind != .text, !areDefinitions(last, block) { result += blank }
        result += text
      }
    }
    return result
  }

  private func areDefinitions(_ left: BibTeXSyntax.Block, _ right: BibTeXSyntax.Block) -> Bool {
    left.kind == .stringDefinition && right.kind == .stringDefinition
  }

  /// White space becomes empty lines; before words it does where they stand on another line than the block before them.
  private func spaced(_ text: [UInt8], _ blank: [UInt8]) -> [UInt8] {
    let first = text.skippingSpace(from: 0)
    if first == text.count { return blank }
    guard text[..<first].contains(where: \.isLineEnd) else { return text }
    return blank + text[text.blanksStart(before: first)...]
  }
}
