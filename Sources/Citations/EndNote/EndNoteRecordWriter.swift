/// Makes the fields of a record in one of EndNote's spellings of a reference.
///
/// Only what the fields are made for goes in; the rest is left to member lines.
struct EndNoteRecordWriter {
  private let reference: Reference
  private let group: EndNoteGroup
  private let dialect: EndNoteDialect
  private var values: [EndNoteRecord.Value] = []

  /// The record of a reference.
  ///
  /// - Parameters:
  ///   - reference: What is to be written.
  ///   - dialect: The spelling.
  ///   - lines: The member lines that the record gets.
  ///   - slot: The field that a name of the spelling means in a group.
  /// - Returns: The record, without the names of the fields.
  static func record(
    of reference: Reference, _ dialect: EndNoteDialect, lines: [String],
    slot: (String, EndNoteGroup) -> EndNoteSlot?
  ) -> EndNoteRecord {
    var record = EndNoteRecord()
    record.id = reference.id
    record.lines = lines
    var row = EndNoteType.of(reference.type)
    record.typeName = dialect.name(of: row)
    let named = reference.extras.first {
      $0.format == dialect.rawValue && $0.name == dialect.typeField
    }
    if let named {
      let known =
        dialect == .ris ? EndNoteType.read(named.value) : EndNoteType.read(name: named.value)
      if known?.itemType ?? .document == reference.type {
        row = known ?? row
        record.typeName = named.value
      }
    }
    record.type = row
    record.values = values(of: reference, row, dialect)
    for extra in reference.extras
    where extra.format == dialect.rawValue && extra.name != dialect.typeField {
      let isExtra = slot(extra.name, row.group).map { record.isExtra($0, row.group) } ?? true
      guard isExtra else { continue }
      let text = dialect.hasTags ? RichText(extra.value) : CSLJSONMarkup.read(extra.value)
      record.values.append(.init(slot: nil, name: extra.name, text: text))
    }
    return record
  }

  /// The values of the fields of the generic type, in the order of the table.
  static func values(
    of reference: Reference, _ row: EndNoteType, _ dialect: EndNoteDialect
  ) -> [EndNoteRecord.Value] {
    var writer = EndNoteRecordWriter(reference, row.group, dialect)
    for field in EndNoteField.all { writer.write(field) }
    writer.writeIssued()
    writer.writePages()
    writer.writeNumbers()
    return writer.values
  }

  private init(_ reference: Reference, _ group: EndNoteGroup, _ dialect: EndNoteDialect) {
    self.reference = reference
    self.group = group
    self.dialect = dialect
  }

  private mutating func add(_ slot: EndNoteSlot, _ text: RichText) {
    guard !text.isEmpty else { return }
    values.append(.init(slot: slot, name: "", text: text))
  }

  /// A value with its styles as the spelling has them.
  private func styled(_ text: RichText, _ variable: TextVariable) -> RichText {
    guard dialect.hasTags, !variable.isVerbatim else { return text }
    return RichText(CSLJSONMarkup.text(text))
  }

  private mutating func write(_ field: EndNoteField) {
    guard reference.has(field.variable) else { return }
    if group == .paper, writeOfPaper(field.variable) { return }
    guard let slot = field.slot(in: group) else { return }
    switch field.variable {
    case .name(let variable):
      for name in reference[variable] { add(slot, RichText(InvertedName.text(name))) }
    case .date(let variable):
      if let date = reference[variable] { add(slot, RichText(EndNoteDates.whole(date, dialect))) }
    case .number(let variable): add(slot, RichText(reference[variable] ?? ""))
    case .text(.keyword): writeKeywords(slot)
    case .text(let variable): add(slot, styled(reference[variable] ?? "", variable))
    }
  }

  /// See `EndNoteRecordReader.paperVariable`.
  private mutating func writeOfPaper(_ variable: AnyVariable) -> Bool {
    switch variable {
    case .text(.containerTitle):
      guard let title = reference[.containerTitle] else { return false }
      let event = reference[.eventTitle] ?? ""
      add(event.isEmpty ? .secondaryTitle : .custom3, styled(title, .containerTitle))
      add(.secondaryTitle, styled(event, .eventTitle))
      return true
    case .text(.publisherPlace):
      guard let place = reference[.publisherPlace] else { return false }
      let event = reference[.eventPlace] ?? ""
      add(event.isEmpty ? .place : .custom1, styled(place, .publisherPlace))
      add(.place, styled(event, .eventPlace))
      return true
    default: return false
    }
  }

  private mutating func writeKeywords(_ slot: EndNoteSlot) {
    guard let keyword = reference[.keyword] else { return }
    let bytes = Array(styled(keyword, .keyword).plain.utf8)
    let mark = bytes.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    for part in bytes.split(separator: mark) { add(slot, RichText(part.trimmedASCIISpace.string)) }
  }

  private mutating func writeIssued() {
    guard let date = reference[.issued] else { return }
    let text = EndNoteDates.text(date, dialect)
    if let year = text.year { add(.year, RichText(year)) }
    if let date = text.date { add(.date, RichText(date)) }
  }

  /// Pages where the group has them, else the number of pages.
  private mutating func writePages() {
    let page = reference[.page] ?? ""
    let isRange = page.unicodeScalars.contains { $0 == "-" || $0 == "\u{2013}" }
    switch group {
    case .book, .edited, .thesis, .manuscript:
      if isRange { add(.pages, RichText(page)) }
      let extent = reference[.numberOfPages] ?? ""
      if !isRange, !extent.unicodeScalars.contains(where: { $0 == "-" || $0 == "\u{2013}" }) {
        add(.pages, RichText(extent))
      }
    case .film:
      if reference[.dimensions] != nil {
        add(.pages, styled(reference[.dimensions] ?? "", .dimensions))
      }
    default: add(.pages, RichText(page))
    }
  }

  private mutating func writeNumbers() {
    add(.isbn, reference[.isbn] ?? "")
    add(.isbn, reference[.issn] ?? "")
    if group == .serial, reference[.archiveLocation] == nil, let pmid = reference[.pmid],
      EndNoteNumbers.isPMID(pmid.plain)
    {
      add(.accessionNumber, pmid)
    }
  }
}

extension EndNoteRecord {
  /// Whether one more value of a field is read as an extra field, because it has no variable or has its value.
  fileprivate func isExtra(_ slot: EndNoteSlot, _ group: EndNoteGroup) -> Bool {
    switch slot {
    case .isbn, .keywords, .notes, .abstract, .researchNotes, .year, .date, .pages: false
    case .custom1 where group == .paper, .custom3 where group == .paper: false
    case _ where EndNoteField.variable(of: slot, in: group) == nil: true
    default: !slot.holdsNames && values.contains { $0.slot == slot }
    }
  }
}
