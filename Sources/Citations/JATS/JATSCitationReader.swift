/// Reads a `mixed-citation`, `element-citation`, `nlm-citation` or `citation` as data.
///
/// Words outside of any element are no data; what they are is for the caller: authors who are not tagged, remarks
/// before and after, or words in the middle, which are kept as an extra field.
/// Source: JATS 1.4 Tag Library, "Citation Details".
struct JATSCitationReader {
  /// What the elements say.
  var reference: Reference
  /// The place in the work, where the pages can only be that.
  var locator: Locator?
  /// The first and the last child that is data; nil without any.
  private(set) var tagged: ClosedRange<Int>?
  /// The children that are data or hold some.
  private(set) var dataChildren: Set<Int> = []
  /// Whether a title or a source is tagged, without which the words say more than the elements.
  var isStructured = false

  let tree: MarkupTree
  let context: JATSContext
  var dates = JATSDateReader()
  var pages: [(first: String, last: String?)] = []
  var pageRange: String?
  /// Whether the range is to be kept as it is written.
  var isPageRangeLiteral = false
  /// The date of publication in words, beside its elements.
  var issuedWords: String?
  /// What a writer of ours said beside the elements.
  var record: String?
  private var groups: [NameVariable: [Name]] = [:]
  /// The first title or source.
  private var firstTitle: Int?
  /// Names outside of any group, before and after the title.
  private var looseNames: [NameVariable: [Name]] = [:]

  /// Reads the citation at `node`.
  init(_ tree: MarkupTree, _ node: Int) {
    self.tree = tree
    let parts = Self.parts(of: tree, node)
    context = JATSContext(
      reading: tree, node, elements: Set(parts.map { tree.nodes[$0.node].name }))
    reference = Reference(type: context.type)
    takeAttributes(of: node)
    firstTitle = parts.first { JATSContext.isTitle(tree.nodes[$0.node].name) }?.node
    for part in parts where take(part.node) {
      tagged = (tagged?.lowerBound ?? part.top)...part.top
      dataChildren.insert(part.top)
    }
    settleLooseNames(in: node)
    finish(isMixed: tree.nodes[node].name != "element-citation")
  }

  /// The elements of a citation that may be data, each with the child that it stands in: the children, and those inside
  /// of emphasis and of other elements that only hold elements together.
  private static func parts(of tree: MarkupTree, _ node: Int) -> [(node: Int, top: Int)] {
    var result: [(node: Int, top: Int)] = []
    var index = node + 1
    var top = index
    while index < tree.nodes[node].end {
      if tree.nodes[index].parent == node { top = index }
      guard tree.nodes[index].kind == .element else {
        index += 1
        continue
      }
      if isWrapper(tree, index) {
        index += 1
      } else {
        result.append((index, top))
        index = tree.nodes[index].end
      }
    }
    return result
  }

  private static func isWrapper(_ tree: MarkupTree, _ node: Int) -> Bool {
    let name = tree.nodes[node].name
    switch name {
    case "roman", "sans-serif", "overline", "styled-content", "institution-wrap": return true
    case "std": return tree.children(of: node).contains { tree.nodes[$0].kind == .element }
    default: return JATSStyle.style(of: name) != nil
    }
  }

  private mutating func takeAttributes(of node: Int) {
    if let language = tree.attribute("xml:lang", of: node) {
      reference[.language] = RichText(language)
    }
    for name in JATSExtra.attributes {
      if let value = tree.attribute(name, of: node), !value.isEmpty { keep("@" + name, value) }
    }
    if let value = context.unknownType { keep("@publication-type", value) }
  }

  /// Takes an element in; false if it is no data.
  private mutating func take(_ node: Int) -> Bool {
    switch tree.nodes[node].name {
    case "person-group": takeGroup(node)
    case "name", "string-name", "collab", "collab-wrap", "name-alternatives",
      "collab-alternatives", "collab-name-alternatives", "collab-name":
      looseNames[looseVariable, default: []] += JATSNames(tree).names(at: node)
      keepPrefixes(in: node)
    case "etal": keep(JATSExtra.etAl, looseNames.isEmpty ? "" : looseVariable.rawValue)
    case "anonymous": keep(JATSExtra.anonymous, looseVariable.rawValue)
    default: return takeElement(node)
    }
    return true
  }

  /// Names after a title or a source are those of editors.
  private var looseVariable: NameVariable { isStructured ? .editor : .author }

  /// Names before the title are those of editors or translators where words beside them say so.
  private mutating func settleLooseNames(in node: Int) {
    guard let firstTitle, let names = looseNames[.author], groups.isEmpty else { return }
    let words = tree.children(of: node).prefix { $0 < firstTitle }
    let role = JATSRole.guess(tree, words)
    guard let variable = NameVariable(rawValue: role), variable != .author else { return }
    looseNames[.author] = nil
    looseNames[variable] = names + (looseNames[variable] ?? [])
  }

  private mutating func takeGroup(_ node: Int) {
    let groupType =
      tree.attribute("person-group-type", of: node) ?? JATSRole.guess(tree, tree.children(of: node))
    let custom = tree.attribute("custom-type", of: node)
    var found = JATSNames(tree).names(in: node)
    if found.isEmpty, !tree.children(of: node).contains(where: { tree.nodes[$0].kind == .element })
    {
      let text = JATSNames.collapsed(tree.textContent(of: node))
      guard !text.isEmpty else { return }
      found = JATSNames.people(text) ?? [Name(literal: text)]
    }
    let variable = JATSRole.variable(of: groupType, custom: custom)
    let role = variable?.rawValue ?? custom ?? groupType
    if let variable {
      groups[variable, default: []] += found
    } else if !found.isEmpty {
      keep(role, found.map(\.display).joined(separator: "; "))
    }
    for child in tree.children(of: node) {
      switch tree.nodes[child].name {
      case "etal": keep(JATSExtra.etAl, role)
      case "anonymous": keep(JATSExtra.anonymous, role)
      default: continue
      }
    }
    keepPrefixes(in: node)
  }

  /// Keeps "Dr." and the like, which CSL has no part of a name for.
  private mutating func keepPrefixes(in node: Int) {
    for index in node..<tree.nodes[node].end where tree.nodes[index].name == "prefix" {
      let parent = max(tree.nodes[index].parent, node)
      let name = JATSNames(tree).names(at: parent).first?.display ?? ""
      keep("prefix", JATSNames.collapsed(tree.textContent(of: index)) + " " + name)
    }
  }

  /// Puts together what several elements say.
  private mutating func finish(isMixed: Bool) {
    for variable in NameVariable.allCases where !groups.isEmpty || !looseNames.isEmpty {
      let names = (groups[variable] ?? []) + (looseNames[variable] ?? [])
      if !names.isEmpty { reference[variable] = names }
    }
    if let date = dates.date { reference[.issued] = date }
    if let issuedWords {
      if reference[.issued] == nil { reference[.issued] = DateValue(literal: issuedWords) }
      reference[.issued]?.literal = issuedWords
    }
    if let suffix = dates.yearSuffix, reference[.yearSuffix] == nil {
      reference[.yearSuffix] = RichText(suffix)
    }
    for part in dates.rest { keep(part.element, part.text) }
    placePages(isMixed: isMixed)
    if let record { JATSRecord.apply(record, to: &reference) }
  }

  /// Keeps a field that has no variable.
  mutating func keep(_ name: String, _ value: String) {
    reference.extras.append(.init(format: JATSExtra.format, name: name, value: value))
  }

  /// Keeps words in the middle of the citation that no element holds.
  mutating func keepWords(_ words: String) { keep(JATSExtra.text, words) }

  /// Gives the citation authors that are not tagged.
  mutating func addAuthors(_ names: [Name]) { reference[.author] = names }

  /// Pages in a work that is no part of another are the place that is cited.
  private mutating func placePages(isMixed: Bool) {
    if isPageRangeLiteral { return reference[.page] = pageRange }
    var ranges = pages.map { pair in
      guard let last = pair.last, last != pair.first else { return pair.first }
      return JATSPages(pair.first + "–" + last).flatMap { pages in
        pages.last.map { pages.first + "–" + $0 }
      } ?? pair.first + "–" + last
    }
    if let pageRange { ranges = [pageRange] }
    guard let first = ranges.first else { return }
    let isPlace =
      context.shape == .whole
      || (context.shape == .part && isMixed && pageRange == nil && pages[0].last == nil)
    if isPlace, isMixed, locator == nil {
      locator = Locator(.page, ranges.joined(separator: ", "))
    } else if ranges.count > 1, isMixed, locator == nil {
      reference[.page] = PageRange.expanded(first)
      locator = Locator(.page, ranges.dropFirst().joined(separator: ", "))
    } else {
      reference[.page] = PageRange.expanded(ranges.joined(separator: ", "))
    }
  }
}
