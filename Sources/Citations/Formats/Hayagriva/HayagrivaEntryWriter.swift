/// Makes a Hayagriva entry of a reference.
struct HayagrivaEntryWriter {
  /// The name of the format in extra fields.
  static let format = "hayagriva"
  /// The field that keeps what Hayagriva has no field for, as members of CSL-JSON; Hayagriva passes over it.
  static let patchField = "csl"

  private let reference: Reference
  private let row: HayagrivaTypes.Row
  private var entry: [JSONValue.Member] = []
  private var container: [JSONValue.Member] = []

  /// The fields of the entry, and what is lost all the same.
  static func entry(_ reference: Reference) -> (fields: JSONValue, losses: [Loss]) {
    var writer = HayagrivaEntryWriter(reference)
    writer.build()
    let kept = writer.kept
    let patch = CSLJSONPatch(from: kept, to: reference, format: format)
    if !patch.isEmpty { writer.entry.append(.init(patchField, .object(patch.members))) }
    return (.object(writer.entry), patch.losses(of: reference))
  }

  /// What the fields of an entry say of a reference, without the patch.
  static func kept(_ reference: Reference) -> Reference {
    var writer = HayagrivaEntryWriter(reference)
    writer.build()
    return writer.kept
  }

  private var kept: Reference {
    HayagrivaEntryReader.reference(id: reference.id, .object(entry))
  }

  private init(_ reference: Reference) {
    self.reference = reference
    row = HayagrivaTypes.row(of: reference.type)
  }

  /// Whether the work stands in another one.
  private var isPart: Bool { !row.parent.isEmpty }

  private mutating func build() {
    entry.append(.init("type", .string(row.entry)))
    entry.append(contentsOf: Self.title(reference[.title], reference[.titleShort], math: math))
    entry.append(contentsOf: Self.names("author", reference[.author]))
    if let date = reference[.issued].flatMap(HayagrivaDate.value) {
      entry.append(.init("date", date))
    }
    putNames()
    putPublisher()
    for row in HayagrivaTable.rows { put(row) }
    putSerials()
    putPlaces()
    putParents()
    putExtras()
  }

  /// The title as it stood, where it holds mathematics and is still the same.
  private var math: String? {
    let extra = reference.extras.first { $0.format == Self.format && $0.name == "title" }
    return extra.flatMap { HayagrivaText.read($0.value) == reference[.title] ? $0.value : nil }
  }

  private static func title(
    _ title: RichText?, _ short: RichText?, math: String? = nil
  ) -> [JSONValue.Member] {
    guard let title, !title.isEmpty else { return [] }
    let value = JSONValue.string(math ?? HayagrivaText.text(title))
    guard let short, !short.isEmpty else { return [.init("title", value)] }
    let both: [JSONValue.Member] = [
      .init("value", value), .init("short", .string(HayagrivaText.text(short))),
    ]
    return [.init("title", .object(both))]
  }

  private static func names(_ field: String, _ names: [Name]) -> [JSONValue.Member] {
    let values = names.map(HayagrivaPerson.value)
    guard !values.isEmpty else { return [] }
    return [.init(field, values.count == 1 ? values[0] : .array(values))]
  }

  private mutating func putNames() {
    let editors = Self.names("editor", reference[.editor])
    if isPart { container += editors } else { entry += editors }
    let groups: [JSONValue] = HayagrivaTable.roles.compactMap { variable, role in
      let members = Self.names("names", reference[variable])
      guard !members.isEmpty else { return nil }
      return .object([.init("role", .string(role))] + members)
    }
    if !groups.isEmpty { entry.append(.init("affiliated", .array(groups))) }
  }

  private static func publisher(_ name: RichText?, _ place: RichText?) -> [JSONValue.Member] {
    let parts = [("name", name), ("location", place)].compactMap { key, text in
      text.flatMap { $0.isEmpty ? nil : JSONValue.Member(key, .string(HayagrivaText.text($0))) }
    }
    guard let first = parts.first else { return [] }
    let isName = parts.count == 1 && first.name == "name"
    return [.init("publisher", isName ? first.value : .object(parts))]
  }

  private mutating func putPublisher() {
    let value = Self.publisher(reference[.publisher], reference[.publisherPlace])
    if isPart { container += value } else { entry += value }
  }

  private mutating func put(_ row: HayagrivaTable.Row) {
    var value: JSONValue?
    switch (row.variable, row.kind) {
    case (.text(let variable), .format):
      value = reference[variable].map { .string(HayagrivaText.text($0)) }
    case (.text(let variable), .free): value = reference[variable].map { .string($0.plain) }
    case (.number(let variable), .free): value = reference[variable].map { .digits($0) }
    case (.number(let variable), .numeric):
      value = reference[variable].flatMap {
        HayagrivaNumeric.isNumeric($0) ? .digits($0) : nil
      }
    default: return
    }
    guard let value, value.scalarText?.isEmpty == false else { return }
    if row.isOfContainer, isPart {
      container.append(.init(row.field, value))
    } else {
      entry.append(.init(row.field, value))
    }
  }

  private mutating func putSerials() {
    let serials: [JSONValue.Member] = HayagrivaTable.rows.compactMap { row in
      guard row.kind == .serial else { return nil }
      let text: String? =
        switch row.variable {
        case .text(let variable): reference[variable]?.plain
        case .number(let variable): reference[variable]
        default: nil
        }
      return text.flatMap { $0.isEmpty ? nil : .init(row.field, .string($0)) }
    }
    if !serials.isEmpty { entry.append(.init("serial-number", .object(serials))) }
  }

  private mutating func putPlaces() {
    if let url = reference[.url]?.plain, HayagrivaNumeric.isAddress(url) {
      var value = JSONValue.string(url)
      if let date = reference[.accessed].flatMap(HayagrivaDate.value) {
        value = .object([.init("value", value), .init("date", date)])
      }
      entry.append(.init("url", value))
    }
    if let language = reference[.language]?.plain, HayagrivaNumeric.isLanguage(language) {
      entry.append(.init("language", .string(language)))
    }
  }

  // MARK: Parents

  private mutating func putParents() {
    var parents: [JSONValue] = []
    container =
      Self.title(reference[.containerTitle], reference[.containerTitleShort])
      + Self.names("author", reference[.containerAuthor]) + container
    let series = series
    if isPart, row.needsParent || !container.isEmpty || !series.isEmpty {
      let kind = JSONValue.Member("type", .string(row.parent))
      let above: [JSONValue.Member] = series.isEmpty ? [] : [.init("parent", .object(series))]
      parents.append(.object([kind] + container + above))
    } else if !series.isEmpty {
      parents.append(.object(series))
    }
    if let conference { parents.append(.object(conference)) }
    if let original { parents.append(.object(original)) }
    guard let first = parents.first else { return }
    entry.append(.init("parent", parents.count == 1 ? first : .array(parents)))
  }

  /// The series that the work or its container belongs to.
  private var series: [JSONValue.Member] {
    let holder = isPart ? row.parent : row.entry
    guard HayagrivaTypes.inSeries.contains(holder) else { return [] }
    var members = Self.title(reference[.collectionTitle], nil)
    members += Self.names("editor", reference[.collectionEditor])
    if let number = reference[.collectionNumber], !number.isEmpty {
      members.append(.init("volume", .digits(number)))
    }
    return members.isEmpty ? [] : [.init("type", .string(holder))] + members
  }

  private var conference: [JSONValue.Member]? {
    var members = Self.title(reference[.eventTitle], nil)
    if let place = reference[.eventPlace], !place.isEmpty {
      members.append(.init("location", .string(HayagrivaText.text(place))))
    }
    if let date = reference[.eventDate].flatMap(HayagrivaDate.value) {
      members.append(.init("date", date))
    }
    return members.isEmpty ? nil : [.init("type", .string("conference"))] + members
  }

  private var original: [JSONValue.Member]? {
    var members = Self.title(reference[.originalTitle], nil)
    members += Self.names("author", reference[.originalAuthor])
    if let date = reference[.originalDate].flatMap(HayagrivaDate.value) {
      members.append(.init("date", date))
    }
    members += Self.publisher(reference[.originalPublisher], reference[.originalPublisherPlace])
    return members.isEmpty ? nil : [.init("type", .string("original"))] + members
  }

  // MARK: What an entry had beyond the variables

  private mutating func putExtras() {
    for extra in reference.extras where extra.format == Self.format {
      entry = Self.merging(JSONValue(kept: extra.value), at: extra.name, into: entry)
    }
  }

  /// The fields with a value of an extra field put where it stood; what stands there already stays.
  private static func merging(
    _ value: JSONValue, at name: String, into fields: [JSONValue.Member]
  ) -> [JSONValue.Member] {
    var fields = fields
    guard let index = fields.firstIndex(where: { $0.name == name }) else {
      return fields + [.init(name, value)]
    }
    fields[index].value = merged(fields[index].value, value)
    return fields
  }

  /// Two values as one: objects field by field, lists one after the other, parents by their type.
  private static func merged(_ old: JSONValue, _ new: JSONValue) -> JSONValue {
    switch (old, new) {
    case (.object(let fields), .object(let more)):
      let type = fields.first { $0.name == "type" }?.value
      let otherType = more.first { $0.name == "type" }?.value
      if let type, let otherType, type != otherType { return .array([old, new]) }
      return .object(more.reduce(fields) { merging($1.value, at: $1.name, into: $0) })
    case (.array(var list), .object(let more)) where more.contains { $0.name == "type" }:
      let type = more.first { $0.name == "type" }?.value
      if let index = list.firstIndex(where: { $0["type"] == type }) {
        list[index] = merged(list[index], new)
        return .array(list)
      }
      return .array(list + [new])
    case (.array(let list), .array(let more)):
      return more.reduce(.array(list)) { merged($0, $1) }
    case (.array(let list), _): return .array(list + [new])
    case (.object, .array(let more)): return more.reduce(old) { merged($0, $1) }
    default: return old
    }
  }
}
