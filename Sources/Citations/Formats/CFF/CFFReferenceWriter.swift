/// Makes the object for a reference in a CITATION.cff file.
struct CFFReferenceWriter {
  /// The name of the format in extra fields.
  static let format = "cff"
  /// The title of a work that has none, since the format demands one.
  static let untitled = "untitled"
  /// What says that an identifier is the key of a reference.
  static let keyDescription = "citation key"

  private let reference: Reference
  private let isRoot: Bool
  private var fields: [JSONValue.Member] = []

  /// The object, with what it has no key for in its notes.
  static func object(_ reference: Reference) -> (value: JSONValue, losses: [Loss]) {
    var writer = CFFReferenceWriter(reference, isRoot: false)
    writer.build()
    let patch = CSLJSONPatch(from: writer.kept, to: reference, format: format)
    let notes = CFFNotes.text(writer.note, patch, of: reference)
    return (writer.with(notes: notes), patch.losses(of: reference))
  }

  /// What the keys of an object say of a reference, without what stands at the end of its notes.
  static func kept(_ reference: Reference) -> Reference {
    var writer = CFFReferenceWriter(reference, isRoot: false)
    writer.build()
    return writer.kept
  }

  private var kept: Reference { CFFReferenceReader.reference(with(notes: note)) }

  private var note: String? {
    reference[.note].flatMap { $0.isEmpty ? nil : $0.plain }
  }

  /// The members of the root, which describe the work that the file is about; what they cannot say is lost.
  static func root(_ reference: Reference) -> (members: [JSONValue.Member], losses: [Loss]) {
    var writer = CFFReferenceWriter(reference, isRoot: true)
    writer.build()
    let kept = CFFReferenceReader.root(.object(writer.fields))
    let patch = CSLJSONPatch(from: kept, to: reference, format: format)
    let losses = patch.members.map { member in
      let old = reference.cslJSONMembers(id: reference.id).first { $0.name == member.name }
      let isThere = kept.cslJSONMembers(id: kept.id).contains { $0.name == member.name }
      return Loss(
        isThere ? .narrowed : .dropped, key: reference.id,
        field: member.name == "custom" ? "custom.fields" : member.name,
        value: old.map { $0.value.keptText } ?? "",
        reason: "the root of a CITATION.cff file has no key for it")
    }
    return (writer.fields, losses)
  }

  private init(_ reference: Reference, isRoot: Bool) {
    self.reference = reference
    self.isRoot = isRoot
  }

  private func with(notes: String?) -> JSONValue {
    .object(fields + (notes.map { [.init("notes", .string($0))] } ?? []))
  }

  private mutating func put(_ key: String, _ value: JSONValue?) {
    if let value { fields.append(.init(key, value)) }
  }

  private func words(_ variable: TextVariable) -> JSONValue? {
    reference[variable].flatMap { $0.isEmpty ? nil : .string($0.plain) }
  }

  private mutating func build() {
    if isRoot {
      put("type", .string(reference.type == .dataset ? "dataset" : "software"))
    } else {
      put("type", .string(CFFTypes.name(of: reference.type)))
    }
    put("title", words(.title) ?? .string(Self.untitled))
    if reference[.author].isEmpty { put("authors", .array([CFFNames.anonymous])) }
    for row in CFFTable.rows where !isRoot || CFFTable.rootKeys.contains(row.key) { put(row) }
    if isRoot {
      put("date-released", CFFRules.day(reference[.issued]))
    } else {
      putContainer()
      putPublisher()
      putDates()
      putPages()
    }
    putExtras()
    putKey()
  }

  private mutating func put(_ row: CFFTable.Row) {
    switch row.variable {
    case .text(let variable):
      put(row.key, reference[variable].flatMap { CFFRules.value($0.plain, row.kind) })
    case .number(let variable):
      put(row.key, reference[variable].flatMap { CFFRules.value($0, row.kind) })
    case .name(let variable):
      put(row.key, CFFNames.list(reference[variable], details: details(row.key)))
    case .date: return
    }
  }

  /// Addresses, affiliations and the like of the people under a key.
  private func details(_ key: String) -> [JSONValue] {
    let name = key + "-details"
    let extra = reference.extras.first { $0.format == Self.format && $0.name == name }
    return extra.flatMap { JSONValue(kept: $0.value).array } ?? []
  }

  private mutating func putContainer() {
    let container = words(.containerTitle)
    if CFFTypes.inJournal.contains(reference.type) {
      put("journal", container)
      put("collection-title", words(.collectionTitle))
      if reference.type == .article { put("status", .string("preprint")) }
    } else if let collection = CFFTypes.collection(of: reference.type) {
      put("collection-title", container)
      put("collection-type", .string(collection))
    } else {
      put("collection-title", words(.collectionTitle))
    }
    if reference.type == .thesis { put("thesis-type", words(.genre)) }
  }

  private mutating func putPublisher() {
    guard let name = words(.publisher) else { return }
    let key = reference.type == .thesis ? "institution" : "publisher"
    let place: [JSONValue.Member] = words(.publisherPlace).map { [.init("city", $0)] } ?? []
    put(key, .object([.init("name", name)] + place))
  }

  private mutating func putDates() {
    putEvent()
    put("date-accessed", CFFRules.day(reference[.accessed]))
    if let date = reference[.originalDate], case .point(let point) = date.start, date.end == nil {
      put("year-original", .number(point.year))
    }
    guard let date = reference[.issued], case .point(let point) = date.start ?? date.end else {
      return
    }
    let isSoftware = reference.type == .software
    put(isSoftware ? "date-released" : "date-published", CFFRules.day(date))
    put("year", .number(point.year))
    if let month = point.month, (1...12).contains(month), date.end == nil {
      put("month", .number(month))
    }
  }

  private mutating func putEvent() {
    guard let name = words(.eventTitle) else { return }
    var members = [JSONValue.Member("name", name)]
    if let place = words(.eventPlace) { members.append(.init("location", place)) }
    if let date = reference[.eventDate] {
      if let day = CFFRules.day(date) {
        members.append(.init("date-start", day))
      } else if case .point(let first) = date.start, case .point(let last) = date.end,
        let start = CFFRules.day(DateValue(first)), let end = CFFRules.day(DateValue(last))
      {
        members += [.init("date-start", start), .init("date-end", end)]
      }
    }
    put("conference", .object(members))
  }

  private mutating func putPages() {
    put("pages", reference[.numberOfPages].flatMap { $0.isEmpty ? nil : .digits($0) })
    guard let pages = reference[.page], !pages.isEmpty else { return }
    let parts = pages.unicodeScalars.split(omittingEmptySubsequences: false) {
      $0 == "–" || $0 == "-"
    }.map { String($0) }
    guard parts.count <= 2, !parts.contains(""), !pages.utf8.contains(UInt8(ascii: ",")) else {
      return
    }
    put("start", .digits(parts[0]))
    if parts.count == 2 { put("end", .digits(parts[1])) }
  }

  /// The key of the reference, for which the format has no place of its own.
  private mutating func putKey() {
    guard !reference.id.isEmpty else { return }
    let identifier = JSONValue.object([
      .init("type", .string("other")), .init("value", .string(reference.id)),
      .init("description", .string(Self.keyDescription)),
    ])
    guard let index = fields.firstIndex(where: { $0.name == "identifiers" }) else {
      put("identifiers", .array([identifier]))
      return
    }
    fields[index].value = .array((fields[index].value.array ?? []) + [identifier])
  }

  /// Keys that were read without a variable go back, where the schema knows them and they are free.
  private mutating func putExtras() {
    let allowed = isRoot ? CFFTable.otherRootKeys : CFFTable.otherKeys
    for extra in reference.extras where extra.format == Self.format && allowed.contains(extra.name)
    {
      let value = JSONValue(kept: extra.value)
      guard let index = fields.firstIndex(where: { $0.name == extra.name }) else {
        put(extra.name, value)
        continue
      }
      // Objects, such as a publisher, keep their other members.
      if let more = value.object, case .object(let members) = fields[index].value {
        let names = Set(members.map(\.name))
        fields[index].value = .object(members + more.filter { !names.contains($0.name) })
      } else if extra.name == "type" || extra.name == "status" {
        fields[index].value = value
      }
    }
  }
}
