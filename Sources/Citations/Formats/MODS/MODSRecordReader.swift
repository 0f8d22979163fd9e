/// Reads a MODS record into a reference.
///
/// Each element that is read is marked; what is left is kept in extra fields, by its path or, where it only makes sense as
/// a whole, as XML.
struct MODSRecordReader {
  private var tree: MODSTree
  private(set) var reference = Reference(type: .document)
  /// The element that holds the key; nil where it is the ID of the record, or there is none.
  private var keyNode: Int?
  /// Whether the key is the record's number in a catalogue, for want of another one.
  private(set) var hasCatalogueKey = false

  /// The reference that a record describes.
  static func reference(_ tree: MODSTree) -> Reference { MODSRecordReader(tree).reference }

  /// Reads a record.
  init(_ tree: MODSTree) {
    self.tree = tree
    readAll()
  }

  /// The element that holds the key, as a node of the document.
  var keyElement: Int? { keyNode.flatMap { tree.nodes[$0].origin } }

  private mutating func readAll() {
    tree.sortChildren()
    let patch = takePatch()
    takeKey()
    takeType()
    reference[.title] = first([.title])
    reference[.containerTitle] = first([.hostTitle])
    takeNames()
    takeDates()
    for row in MODSTable.rows { take(row) }
    takePages()
    takePlaces()
    takeSubjects()
    keepRest()
    if let patch {
      reference = patch.applied(
        to: reference, format: MODSRecordWriter.format, rewritten: MODSRecordWriter.kept)
    }
  }

  private mutating func takePatch() -> CSLJSONPatch? {
    guard let node = tree.find(.patch).first,
      let value = try? JSONValue.parse(Array(tree.nodes[node].text.utf8)),
      let members = value.object
    else { return nil }
    tree.use(node)
    return CSLJSONPatch(members)
  }

  private mutating func takeKey() {
    keyNode = tree.find(.key).first
    reference.id = keyNode.map { tree.takeText(of: $0) } ?? tree.attribute("ID", of: 0) ?? ""
    guard reference.id.isEmpty, let record = tree.find(.recordIdentifier).first else {
      return
    }
    keyNode = record
    hasCatalogueKey = true
    reference.id = tree.takeText(of: record)
  }

  // MARK: Type

  private mutating func takeType() {
    var signs = MODSTypes.Signs()
    let host: MODSPath = .host
    signs.hasHost = !tree.find(host).isEmpty
    if let node = tree.find(.resource).first {
      signs.isManuscript = tree.attribute("manuscript", of: node) == "yes"
      signs.resource = tree.takeText(of: node)
    }
    for node in tree.find(.genre) {
      let text = MODSTree.collapsed(tree.nodes[node].text)
      let isKnown = MODSTypes.isKnown(text)
      if isKnown { signs.genres.append(text) }
      let isDegree = text.utf8.count > 6 && text.hasSuffix(" thesis")
      if !isKnown && reference[.genre] == nil || isDegree {
        reference[.genre] = RichText(text)
        _ = tree.takeText(of: node)
      } else if isKnown {
        _ = tree.takeText(of: node)
      }
    }
    for node in tree.find(.hostGenre) {
      let text = MODSTree.collapsed(tree.nodes[node].text)
      signs.hostGenres.append(text)
      if MODSTypes.isKnownHost(text) { _ = tree.takeText(of: node) }
    }
    signs.hasISSN = !tree.find(.hostISSN).isEmpty
    for path in [MODSPath.issuance, .hostIssuance] {
      for node in tree.find(path) { signs.issuance = MODSTree.collapsed(tree.nodes[node].text) }
    }
    reference.type = MODSTypes.type(of: signs)
  }

  // MARK: Texts and numbers

  private mutating func take(_ row: MODSTable.Row) {
    let paths = [row.place] + [row.partPlace].compactMap(\.self) + row.others
    switch row.variable {
    case .text(let variable):
      if reference[variable] == nil { reference[variable] = first(paths) }
    case .number(let variable):
      if reference[variable] == nil { reference[variable] = first(paths)?.plain }
    case .date, .name: return
    }
  }

  /// The text at the first path that leads to one.
  private mutating func first(_ paths: [MODSPath]) -> RichText? {
    for path in paths {
      for node in tree.find(path) {
        let text = path.isTitle ? title(at: node, path) : tree.takeText(of: node)
        if !text.isEmpty { return RichText(text) }
      }
    }
    return nil
  }

  /// A title with the article before it and the subtitle after it, which stand in elements of their own.
  private mutating func title(at node: Int, _ path: MODSPath) -> String {
    var result = tree.takeText(of: node)
    guard let parent = tree.parent(of: node) else { return result }
    for child in tree.nodes[parent].children {
      switch tree.nodes[child].name {
      case "nonSort":
        let text = tree.takeText(of: child)
        if !text.isEmpty {
          result = text + (text.hasSuffix("'") || text.hasSuffix("’") ? "" : " ") + result
        }
      case "subTitle":
        let text = tree.takeText(of: child)
        if !text.isEmpty { result += (result.hasSuffix(":") ? " " : ": ") + text }
      default: continue
      }
    }
    return result
  }

  // MARK: Names

  private mutating func takeNames() {
    for (level, path) in MODSRoles.places {
      for node in tree.find(path) { takeName(node, level) }
    }
  }

  private mutating func takeName(_ node: Int, _ level: MODSRoles.Level) {
    guard let found = MODSNames.read(node, of: tree) else { return }
    if level == .item, tree.attribute("type", of: node) == "conference" {
      guard reference[.eventTitle] == nil else { return }
      reference[.eventTitle] = RichText(found.name.display)
    } else if found.roles.contains(where: { $0 == "degree grantor" || $0 == "dgg" }) {
      guard reference[.publisher] == nil, level == .item else { return }
      reference[.publisher] = RichText(found.name.display)
    } else {
      let roles = found.roles.isEmpty ? ["author"] : found.roles
      let known = roles.compactMap { MODSRoles.variable($0, at: level) }
      guard !known.isEmpty else { return }
      // A code and a term may say the same role twice.
      for (index, variable) in known.enumerated() where !known[..<index].contains(variable) {
        reference[variable].append(found.name)
      }
    }
    tree.use(found.nodes)
  }

  // MARK: Dates

  private mutating func takeDates() {
    reference[.submitted] = date([.submitted])
    reference[.availableDate] = date([.available])
    reference[.originalDate] = date([.originalDate])
    reference[.issued] = date([
      .issued, .hostPartDate, .partDate,
      .hostIssued, .copyright,
      .created, .hostCopyright,
    ])
  }

  /// The date at the first path that leads to one; the same date elsewhere is read with it.
  private mutating func date(_ paths: [MODSPath]) -> DateValue? {
    var found: DateValue?
    for path in paths {
      let nodes = tree.find(path)
      guard !nodes.isEmpty else { continue }
      guard let date = MODSDates.read(nodes, of: tree), found == nil || found == date else {
        continue
      }
      found = date
      tree.use(nodes)
    }
    return found
  }

  // MARK: The rest of the variables

  private mutating func takePages() {
    let total = tree.find(.pageCount).first
    reference[.numberOfPages] = total.map { tree.takeText(of: $0) } ?? pagesOfExtent()
    for path in MODSPath.pageExtents where reference[.page] == nil {
      guard let extent = tree.find(path).first else { continue }
      takePages(of: extent)
    }
    for path in MODSPath.singlePages where reference[.page] == nil {
      reference[.page] = tree.find(path).first.map { tree.takeText(of: $0) }
    }
  }

  private mutating func takePages(of extent: Int) {
    var start = ""
    var end = ""
    for child in tree.nodes[extent].children {
      switch tree.nodes[child].name {
      case "start": start = tree.takeText(of: child)
      case "end": end = tree.takeText(of: child)
      case "list": reference[.page] = tree.takeText(of: child)
      default: continue
      }
    }
    guard reference[.page] == nil, !start.isEmpty else { return }
    reference[.page] = end.isEmpty || end == start ? start : "\(start)–\(end)"
  }

  /// The pages of an extent in words, such as "xii, 200 p.", without the word for pages.
  private mutating func pagesOfExtent() -> String? {
    for node in tree.find(.extent) {
      let words = MODSTree.collapsed(tree.nodes[node].text)
      for ending in [" p.", " p", " pages", " pages.", " S.", " Seiten"]
      where words.hasSuffix(ending) {
        _ = tree.takeText(of: node)
        return String(words.dropLast(ending.count))
      }
    }
    return nil
  }

  private mutating func takePlaces() {
    takeLanguage()
    let urls = tree.find(.url)
    let primary = urls.first { tree.attribute("usage", of: $0)?.hasPrefix("primary") == true }
    guard let node = primary ?? urls.first else { return }
    let url = tree.takeText(of: node)
    if !url.isEmpty { reference[.url] = RichText(url) }
    if let text = tree.attribute("dateLastAccessed", of: node), !text.isEmpty {
      reference[.accessed] = DateValue(edtf: text) ?? DateValue(literal: text)
    }
  }

  private mutating func takeLanguage() {
    guard let language = tree.find(.language).first else { return }
    var best: (text: String, rank: Int)?
    for term in tree.nodes[language].children where tree.nodes[term].name == "languageTerm" {
      let authority = tree.attribute("authority", of: term) ?? ""
      let rank =
        authority.hasPrefix("rfc") ? 3 : tree.attribute("type", of: term) == "code" ? 2 : 1
      let text = tree.takeText(of: term)
      if !text.isEmpty, rank > best?.rank ?? 0 { best = (text, rank) }
    }
    reference[.language] = best.map { RichText($0.text) }
  }

  /// Whether a text may be a language tag: letters, and more after hyphens.
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy(\.isASCIILower)
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy(\.isASCIIAlphanumeric)
    }
  }

  private mutating func takeSubjects() {
    var words: [String] = []
    for node in tree.find(.subject) {
      let children = tree.nodes[node].children
      guard !children.isEmpty, children.allSatisfy({ tree.nodes[$0].name == "topic" }) else {
        continue
      }
      for child in children {
        let text = tree.takeText(of: child)
        if !text.isEmpty { words.append(text) }
      }
    }
    if !words.isEmpty { reference[.keyword] = RichText(words.joined(separator: ", ")) }
  }

  // MARK: What is left

  private mutating func keepRest() {
    for child in tree.nodes[0].children {
      switch tree.nodes[child].name {
      case "name", "subject", "extension":
        if tree.hasUse(child) { keepLeaves([child]) } else { keepXML(child) }
      case "relatedItem":
        let type = tree.attribute("type", of: child)
        if type.map(Self.relations.contains) ?? false {
          keepLeaves([child])
        } else {
          keepXML(child)
        }
      default: keepLeaves([child])
      }
    }
  }

  /// The related works that have variables.
  private static let relations: Set<String> = ["host", "series", "original", "reviewOf"]

  private mutating func keepXML(_ node: Int) {
    var writer = XMLWriter()
    tree.write(node, to: &writer)
    let text = writer.finish().trimmedASCIISpace.string
    reference.extras.append(
      .init(format: MODSRecordWriter.format, name: tree.nodes[node].name, value: text))
  }

  /// Keeps the elements without children at the end of a path that nobody read; the depth is that of the tree, which is
  /// bounded.
  private mutating func keepLeaves(_ path: [Int]) {
    guard let node = path.last else { return }
    let children = tree.nodes[node].children
    guard children.isEmpty else {
      if tree.nodes[node].name == "name" {
        // What is left of a name says nothing without it.
        if !tree.hasUse(node) { keepXML(node) }
        return
      }
      for child in children where !tree.nodes[child].isUsed || !tree.nodes[child].children.isEmpty {
        keepLeaves(path + [child])
      }
      return
    }
    guard !tree.nodes[node].isUsed else { return }
    let text = tree.text(of: node)
    // A value that begins like XML would be taken for it.
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "<"),
      let name = MODSPath(path, of: tree).text
    else { return }
    reference.extras.append(.init(format: MODSRecordWriter.format, name: name, value: text))
  }
}

extension MODSPath {
  /// Whether the path leads to a title, which may have parts beside it.
  fileprivate var isTitle: Bool {
    steps.count >= 2 && steps[steps.count - 1].name == "title"
      && steps[steps.count - 2].name == "titleInfo"
  }
}
