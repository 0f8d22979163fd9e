/// Makes a MODS record of a reference.
struct MODSRecordWriter {
  private(set) var tree: MODSTree
  private let reference: Reference
  private let row: MODSTypes.Row
  /// Whether the work stands in another one, so that volume, pages and publisher are those of the host.
  private var isPart: Bool { !row.hostGenre.isEmpty }

  /// The name of the format in extra fields.
  static let format = "mods"
  /// The label of the element that keeps what MODS has no element for, as members of CSL-JSON.
  static let patchLabel = "csl-json"

  /// The record, with all that its elements cannot say in an `extension`.
  ///
  /// - Parameters:
  ///   - reference: What to write.
  ///   - hasID: Whether the key may stand in the attribute `ID` too, which a document may have once only.
  /// - Returns: The record, and what is lost all the same.
  static func record(_ reference: Reference, hasID: Bool) -> (tree: MODSTree, losses: [Loss]) {
    var writer = MODSRecordWriter(reference, hasID: hasID)
    writer.build()
    writer.tree.sortChildren()
    let kept = MODSRecordReader.reference(writer.tree)
    let patch = CSLJSONPatch(from: kept, to: reference, format: format)
    if !patch.isEmpty { writer.put(patch) }
    writer.tree.sortChildren()
    return (writer.tree, patch.losses(of: reference))
  }

  /// What the elements of a record say of a reference, without the `extension`.
  static func kept(_ reference: Reference) -> Reference {
    var writer = MODSRecordWriter(reference, hasID: false)
    writer.build()
    writer.tree.sortChildren()
    return MODSRecordReader.reference(writer.tree)
  }

  private init(_ reference: Reference, hasID: Bool) {
    self.reference = reference
    row = MODSTypes.row(of: reference.type)
    let isID = hasID && XMLWriter.isPlainName(reference.id)
    tree = MODSTree("mods", isID ? [("ID", reference.id)] : [])
  }

  private mutating func put(_ patch: CSLJSONPatch) {
    let text = JSONWriter.text(of: .object(patch.members), .compact).dropLast()
    let isWhole = String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0 != "\u{FFFE}" && $0 != "\u{FFFF}" && $0 != "\u{7F}"
    }
    var layout = JSONWriter.Layout.compact
    layout.asciiOnly = true
    let words =
      isWhole ? Array(text) : JSONWriter.text(of: .object(patch.members), layout).dropLast()
    tree.add("extension", [("displayLabel", Self.patchLabel)], text: words.string, to: 0)
  }

  private mutating func build() {
    put(reference[.title], at: .title)
    putNames()
    putType()
    putDates()
    put(reference[.containerTitle], at: .hostTitle)
    for row in MODSTable.rows { put(row) }
    putThesisSchool()
    putPages()
    putPlaces()
    putSubjects()
    if !reference.id.isEmpty { tree.put(.key, text: reference.id) }
    putExtras()
  }

  private mutating func put(_ text: RichText?, at path: MODSPath) {
    guard let text, !text.isEmpty else { return }
    tree.put(path, text: text.plain)
  }

  private mutating func put(_ row: MODSTable.Row) {
    if row.variable == .text(.publisher), reference.type == .thesis { return }
    switch row.variable {
    case .text(let variable): put(reference[variable], at: row.path(isPart: isPart))
    case .number(let variable):
      put(reference[variable].map { RichText($0) }, at: row.path(isPart: isPart))
    case .date, .name: return
    }
  }

  private mutating func putNames() {
    for (variable, names) in reference.names {
      guard let role = MODSRoles.row(of: variable) else { continue }
      let level = variable == .editor && isPart ? .host : role.level
      for name in names {
        MODSNames.put(name, role: role.term, in: &tree, under: node(at: level))
      }
    }
    guard let event = reference[.eventTitle], !event.isEmpty else { return }
    let place = tree.add("name", [("type", "conference")], to: 0)
    tree.add("namePart", text: event.plain, to: place)
  }

  /// The element of a related work, made where it is missing.
  private mutating func node(at level: MODSRoles.Level) -> Int {
    guard level != .item else { return 0 }
    let path = level == .series && isPart ? .hostSeries : MODSRoles.path(to: level)
    return tree.find(path).first ?? tree.put(path)
  }

  private mutating func putType() {
    let resource = tree.add("typeOfResource", text: row.resource, to: 0)
    if reference.type == .manuscript { tree.setAttribute("manuscript", "yes", of: resource) }
    if !row.genre.isEmpty {
      tree.add("genre", [("authority", row.authority)], text: row.genre, to: 0)
    }
    if let genre = reference[.genre], !genre.isEmpty { tree.add("genre", text: genre.plain, to: 0) }
    if isPart {
      tree.add(
        "genre", [("authority", row.hostAuthority)], text: row.hostGenre, to: node(at: .host))
    }
  }

  private mutating func putDates() {
    put(.issued, .origin, "dateIssued")
    put(.submitted, .origin, "dateOther", [("type", "submitted")])
    put(.availableDate, .origin, "dateOther", [("type", "available")])
    put(.originalDate, .originalOrigin, "dateIssued")
  }

  private mutating func put(
    _ variable: DateVariable, _ place: MODSPath, _ name: String,
    _ attributes: [(name: String, value: String)] = []
  ) {
    guard let date = reference[variable] else { return }
    let parent = tree.find(place).first ?? tree.put(place)
    MODSDates.put(date, name, attributes, in: &tree, under: parent)
  }

  /// A school grants a degree rather than publishes.
  private mutating func putThesisSchool() {
    guard reference.type == .thesis, let school = reference[.publisher], !school.isEmpty else {
      return
    }
    MODSNames.put(Name(literal: school.plain), role: "degree grantor", in: &tree, under: 0)
  }

  private mutating func putPages() {
    if let total = reference[.numberOfPages], !total.isEmpty {
      tree.put(.pageCount, text: total)
    }
    guard let pages = reference[.page], !pages.isEmpty else { return }
    let place: MODSPath = isPart ? .hostPages : .pages
    let extent = tree.put(place)
    let parts = pages.utf8.contains(UInt8(ascii: ",")) ? [] : Self.split(pages)
    switch parts.count {
    case 1: tree.add("start", text: parts[0], to: extent)
    case 2:
      tree.add("start", text: parts[0], to: extent)
      tree.add("end", text: parts[1], to: extent)
    default: tree.add("list", text: pages, to: extent)
    }
  }

  private static func split(_ pages: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    for scalar in pages.unicodeScalars {
      if scalar == "–" || scalar == "-" {
        parts.append(.init())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.contains { $0.isEmpty } ? [] : parts.map { String($0) }
  }

  private mutating func putPlaces() {
    if let language = reference[.language]?.plain, !language.isEmpty {
      let path: MODSPath =
        MODSRecordReader.isLanguageTag(language)
        ? .languageTag : .languageWords
      tree.put(path, text: language)
    }
    guard let url = reference[.url], !url.isEmpty else { return }
    let node = tree.put(.url, text: url.plain)
    if let date = reference[.accessed], date.literal == nil, let text = date.edtf {
      tree.setAttribute("dateLastAccessed", text, of: node)
    }
  }

  private mutating func putSubjects() {
    guard let keywords = reference[.keyword], !keywords.isEmpty else { return }
    for word in Array(keywords.plain.utf8).split(separator: UInt8(ascii: ",")) {
      let subject = tree.add("subject", to: 0)
      tree.add("topic", text: word.trimmedASCIISpace.string, to: subject)
    }
  }

  /// Elements that a MODS record had beyond the variables go back to their places.
  private mutating func putExtras() {
    for extra in reference.extras where extra.format == Self.format {
      if extra.value.utf8.first == UInt8(ascii: "<") {
        let document = MarkupParser.parseXML(Array(extra.value.utf8))
        if document.problems.isEmpty, !document.nodes.isEmpty {
          tree.append(MODSTree(document, at: 0), to: 0)
        }
      } else {
        let path = MODSPath(extra.name)
        if path.steps.allSatisfy({ XMLWriter.isPlainName($0.name) }) {
          tree.put(path, text: extra.value)
        }
      }
    }
  }
}

extension MODSTree {
  /// The usual order of elements in a record.
  private static let order: [String: Int] = {
    let names = [
      "titleInfo", "name", "typeOfResource", "genre", "originInfo", "language",
      "physicalDescription", "abstract", "tableOfContents", "note", "subject", "classification",
      "relatedItem", "identifier", "location", "part", "extension", "recordInfo",
    ]
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
  }()

  /// Puts the elements of the record and of related works into the usual order.
  mutating func sortChildren() {
    for index in nodes.indices where index == 0 || nodes[index].name == "relatedItem" {
      let ranked = nodes[index].children.enumerated().map { offset, child in
        (rank: Self.order[nodes[child].name] ?? 99, offset: offset, child: child)
      }
      setChildren(
        ranked.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.map(\.child), of: index)
    }
  }
}
