/// Joins the cites of a citation: delimiters, groups by the same names, collapsing.
///
/// Source: CSL 1.0.2, "Cite Grouping", "Cite Collapsing".
struct CitationAssembly {
  private let area: CitationArea
  private let groupDelimiter: [UInt8]
  private let layoutDelimiter: [UInt8]

  /// The year suffixes of one year are parted by this.
  private let suffixDelimiter: [UInt8]

  init(_ area: CitationArea, _ styleClass: Style.Class) {
    self.area = area
    layoutDelimiter = area.layout.delimiter
    groupDelimiter =
      area.citeGroupDelimiter
      ?? (styleClass == .inText ? Array(", ".utf8) : area.layout.delimiter)
    suffixDelimiter =
      area.yearSuffixDelimiter ?? area.citeGroupDelimiter ?? area.layout.delimiter
  }

  /// The nodes of a citation with all delimiters.
  func nodes(_ cites: [RenderedCite]) -> [Node] {
    if area.collapse == .citationNumber { return collapsedNumbers(cites) }
    guard area.collapse != nil || area.citeGroupDelimiter != nil else {
      return Self.joined(cites.map { [$0.complete] }) { _ in layoutDelimiter }
    }
    let groups = grouped(cites)
    guard area.collapse != nil else {
      return Self.joined(
        groups.map { group in
          Self.joined(group.map { [$0.complete] }) { _ in groupDelimiter }
        }
      ) { _ in layoutDelimiter }
    }
    return collapsedNames(groups)
  }

  private static func joined(_ parts: [[Node]], _ delimiter: (Int) -> [UInt8]) -> [Node] {
    var result: [Node] = []
    for (index, part) in parts.enumerated() where !part.allSatisfy(\.isEmpty) {
      if !result.isEmpty {
        let sign = endsWithPunctuation(result) ? [0x20] : delimiter(index - 1)
        if !sign.isEmpty, !startsWithPunctuation(part) { result.append(Node(sign)) }
      }
      result += part
    }
    return result
  }

  /// Whether the words after a cite end in a sign that parts it from the next.
  private static func endsWithPunctuation(_ nodes: [Node]) -> Bool {
    guard let last = nodes.last?.children.last, last.tag == .userSuffix,
      let byte = last.plain.last
    else { return false }
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }

  private static func startsWithPunctuation(_ nodes: [Node]) -> Bool {
    guard let first = nodes.first(where: { !$0.isEmpty })?.plain.first else { return false }
    return first == UInt8(ascii: ",") || first == UInt8(ascii: ";") || first == UInt8(ascii: ".")
  }

  // MARK: Groups

  /// Cites by the same names stand together, where the first of them stands; words around cites keep their place.
  private func grouped(_ cites: [RenderedCite]) -> [[RenderedCite]] {
    var groups: [[RenderedCite]] = []
    /// Where the group of each name is, since the last cite that has words around it.
    var places: [[UInt8]: Int] = [:]
    for cite in cites {
      let key = Self.namesKey(cite.node)
      // Without an order of the style cites stand as they were given, and only neighbours belong together.
      if area.sort.isEmpty, let key, places[key] != groups.count - 1 { places[key] = nil }
      if cite.prefix.isEmpty, cite.suffix.isEmpty, let key, let place = places[key] {
        groups[place].append(cite)
        continue
      }
      // Nothing moves over words that somebody wrote.
      if !cite.prefix.isEmpty || !cite.suffix.isEmpty { places = [:] }
      if let key, cite.suffix.isEmpty { places[key] = groups.count }
      groups.append([cite])
    }
    return groups
  }

  /// The text of the first names of a cite; of cites that are a date alone, all have the same.
  private static func namesKey(_ node: Node) -> [UInt8]? {
    if let names = node.first(Engine.isNames) { return names.plain }
    return node.first { $0.tag == .date } == nil ? nil : [0]
  }

  // MARK: Numbers

  private func collapsedNumbers(_ cites: [RenderedCite]) -> [Node] {
    var runs: [[RenderedCite]] = []
    var last: Int?
    for cite in cites {
      let number = Self.bareNumber(cite)
      if let number, let last, number == last + 1 {
        runs[runs.count - 1].append(cite)
      } else {
        runs.append([cite])
      }
      last = number
    }
    var parts: [[Node]] = []
    var isRange: [Bool] = []
    for run in runs {
      if run.count >= 3 {
        parts.append([run[0].complete, Node("–"), run[run.count - 1].complete])
        isRange.append(true)
      } else {
        for cite in run {
          parts.append([cite.complete])
          isRange.append(false)
        }
      }
    }
    return Self.joined(parts) { index in
      isRange[index] ? area.afterCollapseDelimiter ?? layoutDelimiter : layoutDelimiter
    }
  }

  /// The citation number of a cite that is nothing else.
  private static func bareNumber(_ cite: RenderedCite) -> Int? {
    guard cite.prefix.isEmpty, cite.suffix.isEmpty else { return nil }
    var node = cite.node
    while true {
      if case .citationNumber(let number) = node.tag { return number }
      let children = node.children.filter { !$0.isEmpty }
      guard children.count == 1 else { return nil }
      node = children[0]
    }
  }

  // MARK: Names and years

  private func collapsedNames(_ groups: [[RenderedCite]]) -> [Node] {
    var parts: [[Node]] = []
    var isCollapsed: [Bool] = []
    for group in groups {
      let (nodes, collapsed) = collapsed(group)
      parts.append(nodes)
      isCollapsed.append(collapsed)
    }
    return Self.joined(parts) { index in
      let usesAfter = isCollapsed[index] || area.collapse == .year
      return usesAfter ? area.afterCollapseDelimiter ?? layoutDelimiter : layoutDelimiter
    }
  }

  private func collapsed(_ group: [RenderedCite]) -> (nodes: [Node], isCollapsed: Bool) {
    guard group.count > 1 else { return (group.map(\.complete), false) }
    var cites = group
    for index in cites.indices.dropFirst() { Engine.removeNames(&cites[index].node) }
    let years = yearGroups(cites)
    let mergesYears = years.count < cites.count
    let hasLocator = cites.contains { $0.node.first { $0.tag == .locator } != nil }
    let usesAfter = mergesYears || area.collapse == .year && hasLocator
    let sign = usesAfter ? area.afterCollapseDelimiter ?? layoutDelimiter : groupDelimiter
    return (Self.joined(years.map { yearNodes($0) }) { _ in sign }, true)
  }

  /// Cites of the same year together, where suffixes are collapsed.
  private func yearGroups(_ cites: [RenderedCite]) -> [[RenderedCite]] {
    guard area.collapse == .yearSuffix || area.collapse == .yearSuffixRanged else {
      return cites.map { [$0] }
    }
    var result: [[RenderedCite]] = []
    var last: [UInt8]?
    for cite in cites {
      let year = Self.year(cite.node)
      if let year, year == last, Self.yearSuffix(cite.node) != nil {
        result[result.count - 1].append(cite)
      } else {
        result.append([cite])
      }
      last = year
    }
    return result
  }

  private static func year(_ node: Node) -> [UInt8]? {
    node.first { $0.tag == .year }?.plain
  }

  private static func yearSuffix(_ node: Node) -> (number: Int, node: Node)? {
    guard
      let found = node.first({
        if case .yearSuffix = $0.tag { return true }
        return false
      }), case .yearSuffix(let number) = found.tag
    else { return nil }
    return (number, found)
  }

  private func yearNodes(_ cites: [RenderedCite]) -> [Node] {
    guard cites.count > 1 else { return cites.map(\.complete) }
    var shortened = cites
    for index in shortened.indices.dropFirst() { Self.removeYear(&shortened[index].node) }
    guard area.collapse == .yearSuffixRanged else {
      return Self.joined(shortened.map { [$0.complete] }) { _ in suffixDelimiter }
    }
    var parts: [[Node]] = []
    var index = 0
    while index < shortened.count {
      var end = index
      while end + 1 < shortened.count,
        let number = Self.yearSuffix(shortened[end].node)?.number,
        let next = Self.yearSuffix(shortened[end + 1].node)?.number, next == number + 1
      {
        end += 1
      }
      if end - index >= 2 {
        parts.append([shortened[index].complete, Node("–"), shortened[end].complete])
        index = end + 1
      } else {
        parts.append([shortened[index].complete])
        index += 1
      }
    }
    return Self.joined(parts) { _ in suffixDelimiter }
  }

  /// Leaves of a date nothing but its year suffix.
  private static func removeYear(_ node: inout Node) {
    var isDone = false
    node.transform { node in
      if isDone { return false }
      if node.tag == .date, let suffix = yearSuffix(node)?.node {
        node = suffix
        isDone = true
        return false
      }
      if node.tag == .year {
        node = Node.empty
        isDone = true
        return false
      }
      return true
    }
  }
}
