/// Makes a reference of a record in one of EndNote's spellings.
///
/// Fields that the table does not know, and second values of fields that take one, are kept as extra fields.
struct EndNoteRecordReader {
  var reference: Reference
  /// What is wrong, with the index of the value.
  private(set) var problems: [(rule: Rule, message: String, value: Int)] = []
  let dialect: EndNoteDialect
  let group: EndNoteGroup
  let values: [EndNoteRecord.Value]
  /// The fields that have a value.
  private let present: Set<EndNoteSlot>
  /// Values of fields that may stand many times, which are put together at the end.
  var collected = Collected()

  /// What is collected from several fields.
  struct Collected {
    var dates: [(index: Int, date: DateValue)] = []
    var keywords: [String] = []
    var names: [NameVariable: [(tag: String, names: [Name])]] = [:]
    var paragraphs: [TextVariable: [RichText]] = [:]
    var numbers: [TextVariable: [String]] = [:]
    var seenNumbers: Set<String> = []
  }

  /// Reads a record.
  init(_ record: EndNoteRecord, _ dialect: EndNoteDialect) {
    let lines = MemberLines(record.lines)
    var row = record.type ?? .generic
    var type = row.itemType
    var isNamed =
      record.type.map { EndNoteType.of($0.itemType) }.map(dialect.name) != record.typeName
    if lines.names.contains("type"), Self.agree(record, lines.reference.type, dialect) {
      type = lines.reference.type
      row = EndNoteType.of(type)
      isNamed = isNamed && record.type == nil && !record.typeName.isEmpty
    }
    self.init(record.values, row, type, dialect)
    if isNamed, !record.typeName.isEmpty {
      reference.extras.insert(
        .init(format: dialect.rawValue, name: dialect.typeField, value: record.typeName), at: 0)
    }
    reference.id = record.id
    if !lines.rest.isEmpty {
      let rest = CSLJSONMarkup.read(lines.rest.joined(separator: "\n"))
      reference[.note] = RichText.paragraphs([reference[.note], rest].compactMap(\.self))
    }
    guard !lines.isEmpty else { return }
    let messages = reference.take(lines) { reference in
      let values = EndNoteRecordWriter.values(of: reference, row, dialect)
      return Self(values, row, reference.type, dialect).reference
    }
    problems += messages.map { (.outdatedMemberLine, $0, 0) }
  }

  /// Whether a record's type is what a CSL type is written as.
  private static func agree(
    _ record: EndNoteRecord, _ type: ItemType, _ dialect: EndNoteDialect
  ) -> Bool {
    guard let row = record.type else { return true }
    return dialect.name(of: EndNoteType.of(type)) == dialect.name(of: row)
  }

  /// Reads the fields alone.
  private init(
    _ values: [EndNoteRecord.Value], _ row: EndNoteType, _ type: ItemType, _ dialect: EndNoteDialect
  ) {
    reference = Reference(type: type)
    self.dialect = dialect
    self.values = values
    group = row.group
    present = Set(values.lazy.filter { !$0.text.isEmpty }.compactMap(\.slot))
    for index in values.indices { take(index) }
    setIssued()
    setCollected()
    moveDerived()
  }

  // MARK: Fields

  private mutating func take(_ index: Int) {
    let value = values[index]
    guard !value.text.isEmpty else { return }
    guard let slot = value.slot else { return keep(index) }
    switch slot {
    case .year, .date: takeDate(index, slot)
    case .pages: takePages(index)
    case .isbn: takeNumbers(index)
    case .keywords: takeKeywords(value.text.plain)
    case .doi:
      set(.text(.doi), RichText(EndNoteNumbers.doi(value.text.plain) ?? value.text.plain), index)
    case .accessionNumber where isPubMed(value.text.plain): set(.text(.pmid), value.text, index)
    case .workType, .notes, .url:
      if !takeDOI(value.text.plain, slot) { setByTable(index, slot) }
    default: setByTable(index, slot)
    }
  }

  /// Takes a DOI from a field for something else: older programs put it into the type of work, the notes or the address.
  private mutating func takeDOI(_ text: String, _ slot: EndNoteSlot) -> Bool {
    guard let doi = EndNoteNumbers.doi(text) else { return false }
    if slot == .url, text.lowercased().hasPrefix("http") { return false }
    if reference[.doi] == nil { reference[.doi] = RichText(doi) }
    return reference[.doi]?.plain == doi
  }

  private mutating func setByTable(_ index: Int, _ slot: EndNoteSlot) {
    guard let variable = paperVariable(slot) ?? EndNoteField.variable(of: slot, in: group) else {
      return keep(index)
    }
    set(variable, values[index].text, index)
  }

  /// Papers at conferences: with a title of the proceedings the secondary title is the conference, and with a place of
  /// publication the place is that of the conference.
  private func paperVariable(_ slot: EndNoteSlot) -> AnyVariable? {
    guard group == .paper else { return nil }
    switch slot {
    case .secondaryTitle: return present.contains(.custom3) ? .text(.eventTitle) : nil
    case .custom3: return .text(.containerTitle)
    case .place: return present.contains(.custom1) ? .text(.eventPlace) : nil
    case .custom1: return .text(.publisherPlace)
    default: return nil
    }
  }

  /// Keeps a value under the name that the format has for its field.
  mutating func keep(_ index: Int) {
    let text = values[index].text
    reference.extras.append(
      .init(format: dialect.rawValue, name: values[index].name, value: CSLJSONMarkup.text(text)))
  }

  mutating func set(_ variable: AnyVariable, _ text: RichText, _ index: Int) {
    switch variable {
    case .name(let variable): addNames(text.plain, variable, index)
    case .date(let variable):
      guard reference[variable] == nil else { return keep(index) }
      reference[variable] = EndNoteDates.read(text.plain) ?? DateValue(literal: text.plain)
    case .number(let variable):
      guard let old = reference[variable] else { return reference[variable] = text.plain }
      if old != text.plain { keep(index) }
    case .text(let variable):
      let isRich = dialect.hasTags && !variable.isVerbatim
      let value = isRich ? CSLJSONMarkup.read(text.plain) : text
      if [.note, .annote, .abstract].contains(variable) {
        let isLast = collected.paragraphs[variable]?.last == value
        if !isLast { collected.paragraphs[variable, default: []].append(value) }
        return
      }
      guard let old = reference[variable] else { return reference[variable] = value }
      if old != value { keep(index) }
    }
  }

  private mutating func addNames(_ text: String, _ variable: NameVariable, _ index: Int) {
    let several = InvertedName.several(text)
    if let several {
      problems.append(
        (.severalNamesInField, "'\(text)' is \(several.count) names, expected one a field", index))
    }
    let names = (several ?? [text]).map(InvertedName.read)
    let tag = values[index].name
    var lists = collected.names.removeValue(forKey: variable) ?? []
    if let place = lists.lastIndex(where: { $0.tag == tag }) {
      lists[place].names += names
    } else {
      lists.append((tag, names))
    }
    collected.names[variable] = lists
  }
}

extension RichText {
  /// Texts one below the other.
  static func paragraphs(_ texts: [RichText]) -> RichText {
    guard texts.count > 1 else { return texts.first ?? "" }
    var plain: [UInt8] = []
    var spans: [Span] = []
    for (index, text) in texts.enumerated() {
      if index > 0 { plain.append(0x0A) }
      let offset = plain.count
      plain += text.plain.utf8
      spans += text.spans.map {
        Span($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.style)
      }
    }
    return RichText(plain.string, spans: spans)
  }
}
