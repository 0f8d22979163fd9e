/// Reads a `mixed-citation` or `element-citation` as data.
///
/// Words outside of any element are no data; what they are is for the caller: authors who are not tagged, remarks
/// before and after, or words in the middle, which are kept as an extra field.
/// Source: JATS 1.4 Tag Library, "Citation Details".
struct JATSCitationReader {
  /// What the elements say.
  private(set) var reference: Reference
  /// The place in the work, where the pages can only be that.
  private(set) var locator: Locator?
  /// The first and the last child that is data; nil without any.
  private(set) var tagged: ClosedRange<Int>?
  /// Whether a title or a source is tagged, without which the words say more than the elements.
  private(set) var isStructured = false

  private let tree: MarkupTree
  private let context: JATSContext
  private var dates = JATSDateReader()
  private var pages: [(first: String, last: String?)] = []
  private var pageRange: String?
  private var hasTitle = false
  /// The date of publication in words, beside its elements.
  private var issuedWords: String?

  /// Reads the citation at `node`.
  init(_ tree: MarkupTree, _ node: Int) {
    self.tree = tree
    let children = Array(tree.children(of: node))
    let elements = Set(children.map { tree.nodes[$0].name })
    context = Self.context(tree, node, elements)
    reference = Reference(type: context.type)
    if let language = tree.attribute("xml:lang", of: node) {
      reference[.language] = RichText(language)
    }
    var loose: [(names: [Name], isAfterTitle: Bool)] = []
    for child in children where tree.nodes[child].kind == .element {
      let names = JATSNames(tree)
      switch tree.nodes[child].name {
      case "person-group": takeGroup(child, names)
      case "name", "string-name", "collab", "collab-wrap", "name-alternatives",
        "collab-alternatives",
        "collab-name", "anonymous":
        loose.append((names.names(at: child), hasTitle))
      default:
        guard take(child) else { continue }
      }
      tagged = (tagged?.lowerBound ?? child)...child
    }
    for group in loose {
      let variable: NameVariable = group.isAfterTitle ? .editor : .author
      reference[variable] += group.names
    }
    reference[.issued] = dates.date
    if let issuedWords {
      if reference[.issued] == nil { reference[.issued] = DateValue(literal: issuedWords) }
      reference[.issued]?.literal = issuedWords
    }
    if let suffix = dates.yearSuffix { reference[.yearSuffix] = RichText(suffix) }
    placePages(isMixed: tree.nodes[node].name != "element-citation")
    isStructured = hasTitle
  }

  /// The type and the places of titles, from what the citation says it is and from the elements in it.
  private static func context(_ tree: MarkupTree, _ node: Int, _ elements: Set<String>)
    -> JATSContext
  {
    let marks = (tree.attribute("specific-use", of: node) ?? "").split(separator: " ")
    let mark = marks.first { $0.utf8.starts(with: JATSType.typeMark.utf8) }
    let isPart = elements.contains("chapter-title") || elements.contains("part-title")
    let hasArticleTitle = elements.contains("article-title")
    let said =
      mark.map { ItemType(rawValue: String($0.utf8.dropFirst(JATSType.typeMark.utf8.count)) ?? "") }
      ?? (tree.attribute("publication-type", of: node) ?? tree.attribute("citation-type", of: node))
      .flatMap { JATSType.read($0) }
    var type = said ?? .document
    if said == nil {
      if elements.contains("data-title") {
        type = .dataset
      } else if hasArticleTitle {
        type =
          elements.contains("publisher-name") && !elements.contains("volume")
          ? .chapter : .articleJournal
      } else if elements.contains("source") {
        type = .book
      } else if elements.contains("uri") || elements.contains("ext-link") {
        type = .webpage
      }
    }
    if type == .book, hasArticleTitle || isPart, mark == nil { type = .chapter }
    var shape = JATSType.of(type).shape
    if hasArticleTitle, shape == .whole { shape = .article }
    if elements.contains("data-title") { shape = .data }
    return JATSContext(
      type: type, shape: shape, hasTitle: hasArticleTitle || elements.contains("chapter-title"))
  }

  private mutating func takeGroup(_ node: Int, _ names: JATSNames) {
    let groupType = tree.attribute("person-group-type", of: node) ?? "author"
    let custom = tree.attribute("custom-type", of: node)
    var found = names.names(in: node)
    if found.isEmpty {
      let text = JATSNames.collapsed(tree.textContent(of: node))
      guard !text.isEmpty else { return }
      found = JATSNames.people(text) ?? [Name(literal: text)]
    }
    if let variable = JATSRole.variable(of: groupType, custom: custom) {
      reference[variable] += found
    } else {
      let text = found.map(\.display).joined(separator: "; ")
      keep(custom ?? groupType, text)
    }
  }

  /// Takes an element that is no name; false if it is no data.
  private mutating func take(_ node: Int) -> Bool {
    if dates.take(node, of: tree) { return true }
    let element = tree.nodes[node].name
    let text = JATSNames.collapsed(tree.textContent(of: node))
    let kind = tree.attribute("content-type", of: node) ?? ""
    switch element {
    case "fpage": pages.append((text, nil))
    case "lpage":
      if pages.isEmpty { pages.append((text, nil)) } else { pages[pages.count - 1].last = text }
    case "page-range": pageRange = text
    case "date-in-citation":
      let variable =
        kind.utf8.starts(with: "access".utf8) || kind == "cited"
        ? .accessed : DateVariable(rawValue: kind)
      guard let variable, let date = JATSDateReader.date(at: node, of: tree) else {
        keep(element, text)
        return true
      }
      reference[variable] = date
    case "conf-date": reference[.eventDate] = JATSDateReader.date(at: node, of: tree)
    case "comment", "named-content", "annotation": return takeRemark(node, kind, text)
    case "ext-link", "uri", "pub-id": takeLink(node, element, text)
    case "etal", "label", "italic", "bold", "sc", "sup", "sub", "underline", "monospace",
      "styled-content",
      "fixed-case", "roman", "sans-serif", "strike", "overline", "role", "x", "break":
      return false
    case "part-title" where !context.hasTitle: set("title", node)
    default:
      guard let variable = JATSField.variable(of: element, tree.nodes[node].attributes, in: context)
      else {
        if !text.isEmpty { keep(element, text) }
        return true
      }
      set(variable, node)
      if element == "patent", let country = tree.attribute("country", of: node) {
        reference[.jurisdiction] = RichText(country)
      }
    }
    return true
  }

  /// Gives a variable the text of an element, unless it has one; then the text is an extra field.
  private mutating func set(_ variable: String, _ node: Int) {
    var value = richText(of: node)
    guard !value.isEmpty else { return }
    if variable == "title" || variable == "container-title" { hasTitle = true }
    if variable == "edition", let designator = tree.attribute("designator", of: node),
      !designator.isEmpty
    {
      value = RichText(designator)
    }
    guard !reference.holds(variable) else {
      keep(tree.nodes[node].name, value.plain)
      return
    }
    if let key = TextVariable(rawValue: variable) {
      reference[key] = value
    } else if let key = NumberVariable(rawValue: variable) {
      reference[key] = value.plain
    } else if let key = DateVariable(rawValue: variable) {
      reference[key] = DateValue(edtf: value.plain) ?? DateValue(literal: value.plain)
    } else {
      keep(variable, value.plain)
    }
  }

  private mutating func takeRemark(_ node: Int, _ kind: String, _ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    if kind == "issued" {
      issuedWords = text
    } else if kind == "locator", tree.nodes[node].name == "named-content" {
      locator = Locator(.page, text)
    } else if TextVariable(rawValue: kind) != nil || NumberVariable(rawValue: kind) != nil
      || DateVariable(rawValue: kind) != nil
    {
      set(kind, node)
    } else if let colon = kind.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = kind[kind.utf8.index(after: colon)...]
      reference.extras.append(
        .init(format: String(kind[..<colon]), name: String(name), value: text))
    } else if tree.nodes[node].name == "named-content" {
      return false
    } else {
      set("note", node)
    }
    return true
  }

  private mutating func takeLink(_ node: Int, _ element: String, _ text: String) {
    let address = tree.attribute("xlink:href", of: node) ?? text
    let kind = tree.attribute(element == "pub-id" ? "pub-id-type" : "ext-link-type", of: node) ?? ""
    if kind == "doi" || Self.doi(address) != nil {
      let doi = Self.doi(element == "pub-id" ? text : address) ?? text
      if reference[.doi] == nil { reference[.doi] = RichText(doi) }
    } else if element != "pub-id" {
      if reference[.url] == nil {
        reference[.url] = RichText(address)
      } else {
        keep(element, address)
      }
    } else if let variable = JATSField.variable(
      of: element, tree.nodes[node].attributes, in: context),
      context.type == .standard || variable != "number"
    {
      set(variable, node)
    } else if kind == "isbn" {
      set("ISBN", node)
    } else {
      keep("pub-id " + kind, text)
    }
  }

  /// The DOI in the address of its resolver, or nil.
  private static func doi(_ address: String) -> String? {
    for prefix in [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ]
    where address.utf8.starts(with: prefix.utf8) {
      return String(address.utf8.dropFirst(prefix.utf8.count))
    }
    return nil
  }

  private mutating func keep(_ name: String, _ value: String) {
    reference.extras.append(.init(format: "jats", name: name, value: value))
  }

  /// Keeps words in the middle of the citation that no element holds.
  mutating func keepWords(_ words: String) { keep("text", words) }

  /// Gives the citation authors that are not tagged.
  mutating func addAuthors(_ names: [Name]) { reference[.author] = names }

  /// Pages in a work that is no part of another are the place that is cited.
  private mutating func placePages(isMixed: Bool) {
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

  /// The text of an element with its styles.
  private func richText(of node: Int) -> RichText {
    var text = SourceText()
    var spans: [RichText.Span] = []
    var open: [(end: Int, start: Int, span: Int)] = []
    for index in node + 1..<max(tree.nodes[node].end, node + 1) {
      while let last = open.last, last.end <= index {
        spans[last.span].range = last.start..<max(last.start, text.count)
        open.removeLast()
      }
      if tree.nodes[index].kind == .text {
        text.appendCollapsed(tree.text[tree.nodes[index].text], source: 0)
      } else if let style = JATSStyle.style(of: tree.nodes[index].name) {
        open.append((tree.nodes[index].end, text.count, spans.count))
        spans.append(.init(text.count..<text.count, style))
      }
    }
    let plain = text.utf8.trimmedASCIISpace
    for last in open { spans[last.span].range = last.start..<text.count }
    return RichText(
      plain.string,
      spans: spans.map { .init($0.range.clamped(to: 0..<plain.endIndex), $0.style) }
        .filter { !$0.range.isEmpty })
  }
}
