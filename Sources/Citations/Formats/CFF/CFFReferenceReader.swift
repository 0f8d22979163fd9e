/// Reads the object of a reference in a CITATION.cff file, or its root.
struct CFFReferenceReader {
  private var fields: JSONFields
  private var reference = Reference(type: .document)
  private let isRoot: Bool

  /// The reference that an object describes.
  static func reference(_ value: JSONValue) -> Reference {
    var reader = CFFReferenceReader(fields: JSONFields(value.object ?? []), isRoot: false)
    reader.readAll()
    return reader.reference
  }

  /// The work that the file is about.
  static func root(_ value: JSONValue) -> Reference {
    let members = (value.object ?? []).filter {
      !["references", "preferred-citation", "cff-version"].contains($0.name)
    }
    var reader = CFFReferenceReader(fields: JSONFields(members), isRoot: true)
    reader.readAll()
    return reader.reference
  }

  private mutating func readAll() {
    let (note, patch) = fields.takeText("notes").map(CFFNotes.read) ?? (nil, nil)
    takeType()
    let title = fields.takeText("title")
    reference[.title] = title == CFFReferenceWriter.untitled ? nil : title.map { RichText($0) }
    reference[.note] = note.map { RichText($0) }
    takeKey()
    for row in CFFTable.rows where !isRoot || CFFTable.rootKeys.contains(row.key) { take(row) }
    if isRoot {
      reference[.issued] = day("date-released")
    } else {
      takeContainer()
      takePublisher()
      takeDates()
      takePages()
    }
    for member in fields.members where member.value != .null {
      keep(member.name, member.value)
    }
    if let patch {
      reference = patch.applied(
        to: reference, format: CFFReferenceWriter.format, rewritten: CFFReferenceWriter.kept)
    }
  }

  private mutating func keep(_ name: String, _ value: JSONValue) {
    reference.extras.append(
      .init(format: CFFReferenceWriter.format, name: name, value: value.keptText))
  }

  private mutating func takeType() {
    let name = fields.takeText("type") ?? (isRoot ? "software" : "generic")
    if isRoot {
      reference.type = name == "dataset" ? .dataset : .software
      return
    }
    let type = CFFTypes.type(named: name) ?? .document
    let collection = fields["collection-type"]?.scalarText
    reference.type = collection.map { CFFTypes.part(of: $0, type) } ?? type
    if type == .articleJournal, fields["status"]?.scalarText == "preprint" {
      reference.type = .article
      _ = fields.take("status")
    }
    if collection == CFFTypes.collection(of: reference.type) { _ = fields.take("collection-type") }
    // A kind that the type does not say, such as "software-code", is kept beside it.
    if CFFTypes.name(of: reference.type) != name, collection == nil { keep("type", .string(name)) }
  }

  private mutating func takeKey() {
    guard var list = fields.take("identifiers")?.array else { return }
    let index = list.lastIndex {
      $0["description"]?.scalarText == CFFReferenceWriter.keyDescription
        && $0["type"]?.scalarText == "other"
    }
    if let index { reference.id = list.remove(at: index)["value"]?.scalarText ?? "" }
    takeDOI(&list)
    if !list.isEmpty { fields.put("identifiers", .array(list)) }
  }

  /// A DOI that stands only among the identifiers.
  private mutating func takeDOI(_ list: inout [JSONValue]) {
    guard fields["doi"] == nil,
      let index = list.firstIndex(where: { $0["type"]?.scalarText == "doi" }),
      let text = list[index]["value"]?.scalarText
    else { return }
    reference[.doi] = RichText(text)
    if list[index]["description"] == nil { list.remove(at: index) }
  }

  private mutating func take(_ row: CFFTable.Row) {
    switch row.variable {
    case .name(let variable): takeNames(row.key, variable)
    case .text(let variable):
      guard let text = text(row) else { return }
      reference[variable] = RichText(text)
    case .number(let variable): reference[variable] = text(row)
    case .date: return
    }
  }

  private mutating func text(_ row: CFFTable.Row) -> String? {
    guard let list = fields[row.key]?.array else { return fields.takeText(row.key) }
    let words = list.compactMap(\.scalarText)
    guard words.count == list.count, !words.isEmpty else { return nil }
    _ = fields.take(row.key)
    return words.joined(separator: ", ")
  }

  private mutating func takeNames(_ key: String, _ variable: NameVariable) {
    guard let value = fields.take(key), value != .null else { return }
    var left: [JSONValue] = []
    for element in value.array ?? [value] {
      if element == CFFNames.anonymous, key == "authors" { continue }
      let (name, rest) = CFFNames.read(element)
      if let name { reference[variable].append(name) }
      if !rest.isEmpty {
        let words: [JSONValue.Member] = name.map { [.init("of", .string($0.display))] } ?? []
        left.append(.object(words + rest))
      }
    }
    // Affiliations and addresses of people have no variable.
    if !left.isEmpty { keep(key + "-details", .array(left)) }
  }

  private mutating func takeContainer() {
    let journal = fields.takeText("journal").map { RichText($0) }
    let collection = fields.takeText("collection-title").map { RichText($0) }
    reference[.containerTitle] = journal
    if journal == nil, CFFTypes.collection(of: reference.type) != nil {
      reference[.containerTitle] = collection
    } else {
      reference[.collectionTitle] = collection
    }
    if reference.type == .thesis {
      reference[.genre] = fields.takeText("thesis-type").map { RichText($0) }
    }
  }

  private mutating func takePublisher() {
    for key in ["publisher", "institution"] where reference[.publisher] == nil {
      guard let value = fields.take(key) else { continue }
      var entity = JSONFields(
        value.object ?? value.scalarText.map { [.init("name", .string($0))] } ?? [])
      reference[.publisher] = entity.takeText("name").map { RichText($0) }
      reference[.publisherPlace] = entity.takeText("city").map { RichText($0) }
      if !entity.members.isEmpty { fields.put(key, .object(entity.members)) }
    }
  }

  // MARK: Dates and pages

  private mutating func day(_ key: String) -> DateValue? {
    fields.takeText(key).map { DateValue(edtf: $0) ?? DateValue(literal: $0) }
  }

  private mutating func takeDates() {
    takeEvent()
    reference[.accessed] = day("date-accessed")
    reference[.originalDate] = fields.takeText("year-original").map(Self.year)
    let year = fields.takeText("year").map(Self.year)
    let month = fields.takeText("month").flatMap { Int($0) }
    let published = fields["date-published"] == nil ? day("date-released") : day("date-published")
    guard published == nil else {
      reference[.issued] = published
      return
    }
    reference[.issued] = year
    if let month, case .point(let point) = year?.start {
      reference[.issued] = DateValue(.init(point.year, month))
    }
  }

  private static func year(_ text: String) -> DateValue {
    Int(text).map { DateValue(.init($0)) } ?? DateValue(edtf: text) ?? DateValue(literal: text)
  }

  private mutating func takeEvent() {
    guard let value = fields.take("conference") else { return }
    var entity = JSONFields(
      value.object ?? value.scalarText.map { [.init("name", .string($0))] } ?? [])
    reference[.eventTitle] = entity.takeText("name").map { RichText($0) }
    reference[.eventPlace] = (entity.takeText("location") ?? entity.takeText("city")).map {
      RichText($0)
    }
    let start = entity.takeText("date-start").flatMap { DateValue(edtf: $0) }
    let end = entity.takeText("date-end").flatMap { DateValue(edtf: $0) }
    if let first = start?.start, let last = end?.start, first != last {
      reference[.eventDate] = DateValue(from: first, to: last)
    } else {
      reference[.eventDate] = start ?? end
    }
    if !entity.members.isEmpty { fields.put("conference", .object(entity.members)) }
  }

  private mutating func takePages() {
    let start = fields.takeText("start")
    let end = fields.takeText("end")
    if let start { reference[.page] = end.map { $0 == start ? start : "\(start)–\($0)" } ?? start }
    guard let pages = fields.takeText("pages") else { return }
    let isRange = pages.unicodeScalars.contains { $0 == "-" || $0 == "–" }
    if isRange, start == nil { reference[.page] = pages } else { reference[.numberOfPages] = pages }
  }
}
