/// What each element of a citation means, but for names.
extension JATSCitationReader {
  /// Takes an element that is no name; false if it is no data.
  mutating func takeElement(_ node: Int) -> Bool {
    if dates.take(node, of: tree) { return true }
    let element = tree.nodes[node].name
    let text = JATSNames.collapsed(tree.textContent(of: node))
    switch element {
    case "fpage" where tree.attribute("content-type", of: node) == "page-first":
      set("page-first", node)
    case "fpage": pages.append((text, nil))
    case "lpage":
      if pages.isEmpty { pages.append((text, nil)) } else { pages[pages.count - 1].last = text }
    case "page-range":
      pageRange = pageRange.map { $0 + ", " + text } ?? text
      isPageRangeLiteral = tree.attribute("specific-use", of: node) == JATSPages.literalMark
    case "page-count":
      set("number-of-pages", RichText(tree.attribute("count", of: node) ?? text), element)
    case "date-in-citation", "access-date", "time-stamp", "conf-date":
      takeDate(node, element, text)
    case "comment", "named-content", "annotation": return takeRemark(node, text)
    case "ext-link", "uri", "pub-id", "object-id": takeLink(node, element, text)
    case "institution", "std-organization": takeInstitution(node, element)
    case "size": takeSize(node)
    case "gov" where reference[.number] == nil, "std" where reference[.number] == nil:
      set("number", node)
    case "issn-l" where reference[.issn] == nil: set("ISSN", node)
    case "label", "role", "x", "break", "fn", "xref", "target", "inline-graphic", "private-char",
      "index-term", "index-term-range-end", "milestone-start", "milestone-end", "institution-id",
      "graphic", "media", "inline-media", "alternatives", "aff":
      return false
    case "part-title" where !context.hasTitle: set("title", node)
    default: takeField(node, element, text)
    }
    return true
  }

  private mutating func takeField(_ node: Int, _ element: String, _ text: String) {
    let attributes = tree.nodes[node].attributes
    guard let variable = JATSField.variable(of: element, attributes, in: context) else {
      if !text.isEmpty { keep(element, text) }
      return
    }
    set(variable, node)
    guard element == "patent", let country = tree.attribute("country", of: node) else { return }
    set("jurisdiction", RichText(country), "patent-country")
  }

  /// Gives a variable the text of an element, unless it has one; then the text is an extra field.
  mutating func set(_ variable: String, _ node: Int) {
    var value = JATSRichText.read(tree, node)
    if variable == "edition" || variable == "version", let exact = designator(of: node, value) {
      value = exact
    }
    set(variable, value, tree.nodes[node].name)
  }

  /// The designator where the text only adds words to it ("2nd ed."); it has no styles.
  private func designator(of node: Int, _ value: RichText) -> RichText? {
    guard let designator = tree.attribute("designator", of: node), !designator.isEmpty,
      designator != value.plain
    else { return nil }
    return RichText(designator)
  }

  /// Gives a variable a value, unless it has one; then the value is an extra field with the name of the element.
  mutating func set(_ variable: String, _ value: RichText, _ element: String) {
    guard !value.isEmpty else { return }
    if variable == "title" || variable == "container-title" { isStructured = true }
    guard let key = AnyVariable(variable), !reference.has(key) else {
      keep(element, value.plain)
      return
    }
    switch key {
    case .text(let key): reference[key] = value
    case .number(let key): reference[key] = value.plain
    case .date(let key):
      reference[key] = DateValue(edtf: value.plain) ?? DateValue(literal: value.plain)
    case .name: keep(variable, value.plain)
    }
  }

  private mutating func takeDate(_ node: Int, _ element: String, _ text: String) {
    let kind = tree.attribute("content-type", of: node) ?? ""
    let variable: DateVariable? =
      switch element {
      case "conf-date": .eventDate
      case "access-date": .accessed
      case "time-stamp": nil
      default: Self.dateVariable(kind)
      }
    let date = JATSDateReader.date(at: node, of: tree)
    guard let variable, let date, reference[variable] == nil else {
      let words = date?.edtf ?? text
      if !words.isEmpty { keep(kind.isEmpty ? element : element + " " + kind, words) }
      return
    }
    reference[variable] = date
  }

  /// The date that a `date-in-citation` is; without a word about it, that of the visit.
  private static func dateVariable(_ kind: String) -> DateVariable? {
    switch kind {
    case "", "cited", "date-accessed": .accessed
    case "pub", "publication", "epub", "pub-date": .issued
    default: kind.utf8.starts(with: "access".utf8) ? .accessed : DateVariable(rawValue: kind)
    }
  }

  /// What is said of the work beside its parts: a variable without an element, or a note.
  private mutating func takeRemark(_ node: Int, _ text: String) -> Bool {
    let element = tree.nodes[node].name
    let kind = tree.attribute("content-type", of: node) ?? ""
    if element == "named-content", kind == JATSRecord.contentType {
      record = tree.attribute("specific-use", of: node)
      return record != nil
    }
    guard !text.isEmpty else { return false }
    if kind == "issued" {
      issuedWords = text
    } else if kind == "locator", element == "named-content" {
      locator = Locator(.page, text)
    } else if element == "annotation" {
      let isVariable = AnyVariable(kind).map { !$0.isName } ?? false
      set(isVariable ? kind : "annote", JATSRichText.readParagraphs(tree, node), element)
    } else if let variable = AnyVariable(kind), !variable.isName {
      set(kind, node)
    } else if let colon = kind.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = kind[kind.utf8.index(after: colon)...]
      reference.extras.append(
        .init(format: String(kind[..<colon]), name: String(name), value: text))
    } else if element == "named-content" {
      return false
    } else {
      let isGenre = context.type == .thesis && kind.isEmpty && Self.isThesisGenre(text)
      set(isGenre && reference[.genre] == nil ? "genre" : "note", node)
    }
    return true
  }

  /// Whether words are the kind of a thesis: "PhD thesis", "Inaugural-Dissertation".
  private static func isThesisGenre(_ text: String) -> Bool {
    let bytes = Array(text.utf8).map(\.asciiLowercased)
    return bytes.count <= 60
      && ["thesis", "dissertation", "diss.", "thèse"].contains {
        bytes.firstOffset(of: Array($0.utf8), from: 0) != nil
      }
  }

  private mutating func takeInstitution(_ node: Int, _ element: String) {
    let attributes = tree.nodes[node].attributes
    let marked = JATSField.variable(of: element, attributes, in: context)
    let isPublisher =
      element == "std-organization" || JATSContext.isIssued(byInstitution: context.type)
    if let marked {
      set(marked, node)
    } else if isPublisher, reference[.publisher] == nil {
      set("publisher", node)
    } else {
      set(reference[.authority] == nil ? "authority" : "", node)
    }
  }

  private mutating func takeSize(_ node: Int) {
    let units = tree.attribute("units", of: node) ?? ""
    switch units {
    case "page", "pages", "p", "": set("number-of-pages", node)
    case "volume", "volumes": set("number-of-volumes", node)
    case "dimensions": set("dimensions", node)
    default: keep("size " + units, JATSNames.collapsed(tree.textContent(of: node)))
    }
  }

  private mutating func takeLink(_ node: Int, _ element: String, _ text: String) {
    let isID = element == "pub-id" || element == "object-id"
    let address = tree.attribute("xlink:href", of: node) ?? text
    let kind = kindOfLink(node, isID: isID)
    // A link to a DOI beside the DOI itself is an address like others.
    if kind == "doi" || (Self.doi(address) != nil && (isID || reference[.doi] == nil)) {
      let doi = Self.doi(isID ? text : address) ?? text
      if reference[.doi] == nil { return reference[.doi] = RichText(doi) }
      if reference[.doi]?.plain != doi { keep(isID ? element + " doi" : element, doi) }
      return
    }
    guard isID else {
      if reference[.url] == nil, !address.isEmpty {
        reference[.url] = RichText(address)
      } else if reference[.url]?.plain != address {
        keep(element, address)
      }
      return
    }
    switch kind {
    case "isbn": set("ISBN", node)
    case "issn": set("ISSN", node)
    case "pmid": set("PMID", node)
    case "pmcid", "pmc": set("PMCID", node)
    case "std-designation" where context.type == .standard,
      "accession" where context.type == .dataset:
      set("number", node)
    default: keep(kind.isEmpty ? element : element + " " + kind, text)
    }
  }

  private func kindOfLink(_ node: Int, isID: Bool) -> String {
    guard isID else { return tree.attribute("ext-link-type", of: node) ?? "" }
    let kind = tree.attribute("pub-id-type", of: node) ?? ""
    return kind == "custom" ? tree.attribute("custom-type", of: node) ?? kind : kind
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
}

extension AnyVariable {
  fileprivate var isName: Bool {
    if case .name = self { return true }
    return false
  }
}
