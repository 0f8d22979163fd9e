/// An element that points to another one of the page: a link, or a sign whose attributes name an id.
struct HTMLReference: Sendable {
  /// The element that points.
  var node: Int
  /// The elements that it may point to, ascending; empty for a place that is not on the page.
  var targets: [Int]
  /// Its text as a label.
  var label: HTMLLabel?
  /// Visible bytes of its text.
  var ink: Int
  var isSuperscript: Bool
  /// Whether role, type or rel say that it points to a note.
  var saysNote: Bool
  /// Whether role, type or rel say that it points back.
  var saysBack: Bool
  /// Whether nothing visible stands before it in its block.
  var startsBlock: Bool
  /// Whether it stands directly after a word or mark.
  var isGlued: Bool

  /// Whether its look alone is that of a note marker.
  var isStrong: Bool {
    isSuperscript || saysNote || label?.isBracketed == true || label?.isRaised == true
      || label?.kind == .symbol
  }

  /// The target for a link that stands before its note: the nearest later element, else the nearest earlier one.
  var forwardTarget: Int? {
    let next = firstLater
    return next < targets.count ? targets[next] : targets.last
  }

  /// The nearest target on either side; an id that stands twice means the nearer one.
  var nearTargets: [Int] {
    let next = firstLater
    return (next > 0 ? [targets[next - 1]] : []) + (next < targets.count ? [targets[next]] : [])
  }

  /// Index of the first target after the link.
  private var firstLater: Int {
    targets.partitionPoint { $0 <= node }
  }
}

extension HTMLReference {
  /// All references of a page in order.
  static func all(of page: HTMLPage) -> [HTMLReference] {
    var result: [HTMLReference] = []
    var linkEnd = 0
    for node in 0..<page.count where page.elements[node] == .inline {
      guard !page.facts[node].contains(.hidden), !page.tree.nodes[node].attributes.isEmpty else {
        continue
      }
      let isLink = page.tree.nodes[node].name == "a"
      if var found = reference(at: node, page, insideLink: node < linkEnd && !isLink) {
        if isInBrackets(node, after: result.last, page) { found.label?.isBracketed = true }
        result.append(found)
        if isLink { linkEnd = page.end(node) }
      }
    }
    return result
  }

  private static func reference(at node: Int, _ page: HTMLPage, insideLink: Bool) -> HTMLReference?
  {
    let tree = page.tree
    let range = page.subtree(node)
    var targets: [Int]?
    if tree.nodes[node].name == "a", let href = tree.attribute("href", of: node),
      let fragment = HTMLAddress.fragment(href)
    {
      targets = elements(named: fragment, page)
    }
    let text = page.shortText(range)
    let label = text.flatMap { HTMLLabel($0) }
    var isDescribed = false
    if targets?.isEmpty ?? true, !insideLink, label != nil,
      let found = targetsOfAttributes(node, page)
    {
      targets = found
      isDescribed = isGlued(node, page)
    }
    guard let targets else { return nil }
    let semantics = HTMLVocabulary.semantics(tree, node)
    let block = page.blocks[node]
    return HTMLReference(
      node: node, targets: targets, label: label, ink: page.ink(in: range),
      isSuperscript: isSuperscript(range, page),
      saysNote: isDescribed || semantics.contains(where: HTMLVocabulary.noteReference.contains),
      saysBack: semantics.contains(where: HTMLVocabulary.backlink.contains),
      startsBlock: block < 0 || page.ink[node] == page.ink[block], isGlued: isGlued(node, page))
  }

  /// Whether a link stands in square brackets of the text around it, alone or after others: "[1, 2]".
  private static func isInBrackets(
    _ node: Int, after last: HTMLReference?, _ page: HTMLPage
  ) -> Bool {
    guard node > 0, page.elements[node - 1] == .text, page.ink(in: node - 1..<node) > 0
    else { return false }
    let before = page.tree.text[page.tree.nodes[node - 1].text].suffix(3)
    if before.last == 0x5B { return true }
    guard let last, last.label?.isBracketed == true, page.end(last.node) == node - 1,
      page.ink(in: node - 1..<node) <= 3
    else { return false }
    return HTMLVocabulary.isSeparator(before.trimmingBlanks)
  }

  private static func elements(named name: String, _ page: HTMLPage) -> [Int] {
    if let found = page.ids[name] { return found }
    // GitHub prefixes the ids of a page's own text and leaves the links.
    let prefix = "user-content-"
    if name.hasPrefix(prefix) { return page.ids[String(name.dropFirst(prefix.count))] ?? [] }
    return page.ids[prefix + name] ?? []
  }

  /// Whether the first visible text of a range is raised.
  private static func isSuperscript(_ range: Range<Int>, _ page: HTMLPage) -> Bool {
    if page.facts[range.lowerBound].contains(.superscript) { return true }
    return range.prefix(24).first { page.elements[$0] == .text && page.ink(in: $0..<$0 + 1) > 0 }
      .map { page.facts[$0].contains(.superscript) } ?? false
  }

  /// Whether the byte before a node is visible and in the same block.
  static func isGlued(_ node: Int, _ page: HTMLPage) -> Bool {
    var index = node - 1
    let block = page.blocks[node]
    while index >= 0, index > block, node - index < 16 {
      if page.elements[index] == .lineBreak { return false }
      if page.elements[index] == .text, !page.tree.nodes[index].text.isEmpty,
        !page.facts[index].contains(.hidden)
      {
        let last = page.tree.text[page.tree.nodes[index].text.upperBound - 1]
        return !last.isASCIISpace && last != 0xA0
      }
      index -= 1
    }
    return false
  }

  /// Elements whose ids stand in an attribute of a sign that is no link: `aria-describedby`, `popovertarget`, `data-…`,
  /// or quoted in a script.
  private static func targetsOfAttributes(_ node: Int, _ page: HTMLPage) -> [Int]? {
    for attribute in page.tree.nodes[node].attributes {
      let name = attribute.name
      guard name != "id", name != "class", name != "style", name != "title", name != "for" else {
        continue
      }
      if name == "onclick" || name == "onmouseover" {
        for word in attribute.value.utf8.split(whereSeparator: { $0 == 0x27 || $0 == 0x22 }) {
          if let found = page.ids[word.string], found.contains(where: { $0 > node }) {
            return found
          }
        }
        continue
      }
      guard name.hasPrefix("aria-") || name.hasPrefix("data-") || name == "popovertarget" else {
        continue
      }
      let value =
        attribute.value.hasPrefix("#") ? String(attribute.value.dropFirst()) : attribute.value
      // A label that all signs of the page share describes them, and is not their note.
      if let found = page.ids[value],
        found.contains(where: { $0 > node && !page.facts[$0].contains(.heading) })
      {
        return found
      }
    }
    return nil
  }
}
