/// Reads a Hayagriva entry into a reference.
///
/// Each field that is read is taken out of the entry; what is left becomes extra fields.
struct HayagrivaEntryReader {
  private var entry: HayagrivaFields
  /// The parents that are read, with what is left of each.
  private var container: HayagrivaFields?
  private var series: HayagrivaFields?
  private var conference: HayagrivaFields?
  private var original: HayagrivaFields?
  private var others: [JSONValue] = []
  /// Whether the series is a parent of the container, not of the entry.
  private var isSeriesOfContainer = false
  private var reference: Reference

  /// The reference that the fields of an entry describe.
  static func reference(id: String, _ value: JSONValue) -> Reference {
    var reader = HayagrivaEntryReader(id, HayagrivaFields(value.object ?? []))
    reader.readAll()
    return reader.reference
  }

  private init(_ id: String, _ entry: HayagrivaFields) {
    self.entry = entry
    reference = Reference(id: id, type: .document)
  }

  private mutating func readAll() {
    let patch = entry.take(HayagrivaEntryWriter.patchField)
    takeParents()
    var fields = entry
    takeTitle(&fields, .title, short: .titleShort)
    entry = fields
    reference[.author] = entry.takeNames("author")
    reference[.editor] = entry.takeNames("editor")
    reference[.issued] = entry.takeDate("date")
    takeAffiliated()
    takeContainer()
    for row in HayagrivaTable.rows { take(row) }
    takeSerials()
    takePublisher()
    takePlaces()
    takeConferenceAndOriginal()
    keepRest()
    if let members = patch?.object {
      reference = CSLJSONPatch(members).applied(
        to: reference, format: HayagrivaEntryWriter.format, rewritten: HayagrivaEntryWriter.kept)
    }
  }

  // MARK: Parents

  private mutating func takeParents() {
    let type = entry.takeType() ?? "misc"
    let values = entry.take("parent").map { $0.array ?? [$0] } ?? []
    let fallback = HayagrivaTypes.defaultParent(of: type)
    var parents = values.map { value -> (type: String, value: JSONValue) in
      (HayagrivaFields(value.object ?? []).typeName ?? fallback, value)
    }
    reference.type = HayagrivaTypes.type(type, parents: parents.map(\.type))
    func pull(_ isWanted: (String) -> Bool) -> HayagrivaFields? {
      guard let index = parents.firstIndex(where: { isWanted($0.type) && $0.value.object != nil })
      else {
        return nil
      }
      let parent = parents.remove(at: index)
      return HayagrivaFields(parent.value.object ?? [], type: parent.type)
    }
    conference = pull { $0 == "conference" }
    original = pull { $0 == "original" }
    if HayagrivaTypes.inSeries.contains(type) {
      series = pull { $0 == type || $0 == "anthology" }
    } else {
      for kind in HayagrivaTypes.containers where container == nil {
        container = pull { $0 == kind }
      }
    }
    others = parents.map(\.value)
  }

  private mutating func takeContainer() {
    guard var fields = container else { return }
    takeTitle(&fields, .containerTitle, short: .containerTitleShort)
    reference[.containerAuthor] = fields.takeNames("author")
    if reference[.editor].isEmpty { reference[.editor] = fields.takeNames("editor") }
    if reference[.issued] == nil { reference[.issued] = fields.takeDate("date") }
    if let value = fields.take("parent") {
      let above = HayagrivaFields(value.object ?? [])
      let kind = above.typeName ?? HayagrivaTypes.defaultParent(of: fields.type)
      if value.object != nil, kind == fields.type || kind == "anthology" {
        series = HayagrivaFields(above.members, type: kind)
        isSeriesOfContainer = true
      } else {
        fields.put("parent", value)
      }
    }
    container = fields
  }

  private mutating func takeConferenceAndOriginal() {
    if var fields = series {
      takeTitle(&fields, .collectionTitle, short: nil)
      reference[.collectionEditor] = fields.takeNames("editor")
      reference[.collectionNumber] = fields.takeText("volume")
      series = fields
    }
    if var fields = conference {
      takeTitle(&fields, .eventTitle, short: nil)
      reference[.eventPlace] = fields.takeFormatted("location")
      reference[.eventDate] = fields.takeDate("date")
      conference = fields
    }
    if var fields = original {
      takeTitle(&fields, .originalTitle, short: nil)
      reference[.originalAuthor] = fields.takeNames("author")
      reference[.originalDate] = fields.takeDate("date")
      (reference[.originalPublisher], reference[.originalPublisherPlace]) = fields.takePublisher()
      original = fields
    }
  }

  // MARK: Fields

  private mutating func takeTitle(
    _ fields: inout HayagrivaFields, _ variable: TextVariable, short: TextVariable?
  ) {
    guard let value = fields.take("title") else { return }
    guard let object = value.object else {
      reference[variable] = value.scalarText.map(HayagrivaText.read)
      // Mathematics would be words in a title of ours, so it is kept as it stands.
      if variable == .title, let text = value.scalarText, HayagrivaText.hasMath(text) {
        fields.put("title", value)
      }
      return
    }
    reference[variable] = HayagrivaFields.formatted(value)
    let words = object.first { $0.name == "short" }?.value
    if let short { reference[short] = words.flatMap(HayagrivaFields.formatted) }
    if short == nil, let words { fields.put("title", .object([.init("short", words)])) }
  }

  private mutating func takeAffiliated() {
    guard let value = entry.take("affiliated") else { return }
    var left: [JSONValue] = []
    for group in value.array ?? [value] {
      let role = group["role"]?.scalarText?.utf8.map(\.asciiLowercased).string
      guard let variable = HayagrivaTable.roles.first(where: { $0.role == role })?.variable else {
        left.append(group)
        continue
      }
      let names = group["names"].map { $0.array ?? [$0] } ?? []
      reference[variable] += names.compactMap(HayagrivaPerson.read)
    }
    if !left.isEmpty { entry.put("affiliated", .array(left)) }
  }

  private mutating func take(_ row: HayagrivaTable.Row) {
    guard row.kind != .serial else { return }
    var found: RichText?
    func read(_ fields: inout HayagrivaFields) {
      guard found == nil else { return }
      found =
        row.kind == .format
        ? fields.takeFormatted(row.field) : fields.takeText(row.field).map { RichText($0) }
    }
    if row.isOfContainer, var fields = container {
      read(&fields)
      container = fields
    }
    read(&entry)
    if !row.isOfContainer, found == nil, var fields = container {
      read(&fields)
      container = fields
    }
    switch row.variable {
    case .text(let variable): reference[variable] = found
    case .number(let variable): reference[variable] = found?.plain
    case .date, .name: return
    }
  }

  private mutating func takeSerials() {
    var fields = entry
    takeSerials(&fields)
    entry = fields
    guard var above = container else { return }
    takeSerials(&above)
    container = above
  }

  private mutating func takeSerials(_ fields: inout HayagrivaFields) {
    let plain = fields.takeText("serial-number") ?? fields.takeText("serial")
    if let plain {
      if reference[.number] == nil { reference[.number] = plain }
      return
    }
    guard let members = fields.take("serial-number")?.object else { return }
    var left: [JSONValue.Member] = []
    for member in members {
      let key = member.name.utf8.map(\.asciiLowercased).string
      let row = HayagrivaTable.rows.first { $0.kind == .serial && $0.field == key }
      guard let row, let text = member.value.scalarText, !reference.has(row.variable) else {
        left.append(member)
        continue
      }
      switch row.variable {
      case .text(let variable): reference[variable] = RichText(text)
      case .number(let variable): reference[variable] = text
      case .date, .name: continue
      }
    }
    if !left.isEmpty { fields.put("serial-number", .object(left)) }
  }

  private mutating func takePublisher() {
    (reference[.publisher], reference[.publisherPlace]) = entry.takePublisher()
    if reference[.publisherPlace] == nil {
      reference[.publisherPlace] = entry.takeFormatted("location")
    }
    guard var fields = container else { return }
    let (name, place) = fields.takePublisher()
    if reference[.publisher] == nil { reference[.publisher] = name }
    if reference[.publisherPlace] == nil {
      reference[.publisherPlace] = place ?? fields.takeFormatted("location")
    }
    container = fields
  }

  private mutating func takePlaces() {
    if let value = entry.take("url") {
      reference[.url] = (value.scalarText ?? value["value"]?.scalarText).map { RichText($0) }
      reference[.accessed] = value["date"].flatMap(HayagrivaDate.read)
    }
    reference[.language] = entry.takeText("language").map { RichText($0) }
  }

  // MARK: What is left

  private mutating func keepRest() {
    for member in entry.members { keep(member.name, member.value) }
    if let series, !series.members.isEmpty {
      let left = JSONValue.object(series.withType)
      if isSeriesOfContainer {
        container?.put("parent", left)
      } else {
        keep("parent", left)
      }
    }
    for fields in [container, conference, original].compactMap(\.self) where !fields.members.isEmpty
    {
      keep("parent", .object(fields.withType))
    }
    for value in others { keep("parent", value) }
  }

  private mutating func keep(_ name: String, _ value: JSONValue) {
    guard value != .null else { return }
    reference.extras.append(
      .init(format: HayagrivaEntryWriter.format, name: name, value: value.keptText))
  }
}
