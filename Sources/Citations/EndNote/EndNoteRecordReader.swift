/// Makes a reference of a record in one of EndNote's spellings.
///
/// Fields that the table does not know, and second values of fields that take one, are kept as extra fields.
struct EndNoteRecordReader {
  private(set) var reference: Reference
  /// What is wrong, with the index of the value.
  private(set) var problems: [(rule: Rule, message: String, value: Int)] = []
  private let dialect: EndNoteDialect
  private let group: EndNoteGroup
  private let values: [EndNoteRecord.Value]
  private var dates: [(index: Int, date: DateValue)] = []
  private var keywords: [String] = []

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
    for line in lines.rest { append(line, to: .note) }
    if !lines.isEmpty { settle(lines, row) }
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
    for index in values.indices { take(index) }
    setIssued()
    setKeywords()
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
    case .workType, .url:
      // Older programs put the DOI into the field for the type of work, some into that for the address.
      if let doi = EndNoteNumbers.doi(value.text.plain), reference[.doi] == nil,
        !value.text.plain.lowercased().hasPrefix("http")
      {
        reference[.doi] = RichText(doi)
      } else {
        setByTable(index, slot)
      }
    case .notes where EndNoteNumbers.doi(value.text.plain) != nil && reference[.doi] == nil:
      reference[.doi] = EndNoteNumbers.doi(value.text.plain).map { RichText($0) }
    default: setByTable(index, slot)
    }
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
    case .secondaryTitle: return has(.custom3) ? .text(.eventTitle) : nil
    case .custom3: return .text(.containerTitle)
    case .place: return has(.custom1) ? .text(.eventPlace) : nil
    case .custom1: return .text(.publisherPlace)
    default: return nil
    }
  }

  private func has(_ slot: EndNoteSlot) -> Bool {
    values.contains { $0.slot == slot && !$0.text.isEmpty }
  }

  /// Keeps a value under the name that the format has for its field.
  private mutating func keep(_ index: Int) {
    let text = values[index].text
    reference.extras.append(
      .init(format: dialect.rawValue, name: values[index].name, value: CSLJSONMarkup.text(text)))
  }

  private mutating func set(_ variable: AnyVariable, _ text: RichText, _ index: Int) {
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
      guard let old = reference[variable] else { return reference[variable] = value }
      if old == value { return }
      if [.note, .annote, .abstract].contains(variable) {
        append(value, to: variable)
      } else {
        keep(index)
      }
    }
  }

  private mutating func append(_ line: String, to variable: TextVariable) {
    append(CSLJSONMarkup.read(line), to: variable)
  }

  /// Adds a paragraph.
  private mutating func append(_ value: RichText, to variable: TextVariable) {
    guard var text = reference[variable] else { return reference[variable] = value }
    let offset = text.plain.utf8.count + 1
    text.plain += "\n" + value.plain
    text.spans += value.spans.map {
      .init($0.range.lowerBound + offset..<$0.range.upperBound + offset, $0.style)
    }
    reference[variable] = text
  }

  private mutating func addNames(_ text: String, _ variable: NameVariable, _ index: Int) {
    let several = InvertedName.several(text)
    if let several {
      problems.append(
        (.severalNamesInField, "'\(text)' is \(several.count) names, expected one a field", index))
    }
    let names = (several ?? [text]).map(InvertedName.read)
    let known = reference[variable]
    // Programs repeat a list of names under a second tag.
    if names.count == 1, known.first == names.first, index > 0,
      values[index].slot != values[index - 1].slot
    {
      return
    }
    reference[variable] = known + names
  }

  // MARK: Fields with rules of their own

  private mutating func takeDate(_ index: Int, _ slot: EndNoteSlot) {
    let text = values[index].text.plain
    let year = values.first { $0.slot == .year }.flatMap { EndNoteDates.read($0.text.plain)?.year }
    if let date = EndNoteDates.read(text, year: year) {
      dates.append((index, date))
    } else if slot == .year {
      dates.append((index, DateValue(literal: text)))
    } else {
      keep(index)
    }
  }

  /// Of several dates the one that says most, if all are of one year; else the first one.
  private mutating func setIssued() {
    let years = dates.filter { values[$0.index].slot == .year }
    guard var best = years.first ?? dates.first else { return }
    for other in dates where other.index != best.index {
      if other.date == best.date { continue }
      if other.date.year == best.date.year, Self.detail(other.date) > Self.detail(best.date) {
        best = other
      } else if other.date.year != best.date.year
        || Self.detail(other.date) == Self.detail(best.date)
      {
        keep(other.index)
      }
    }
    reference[.issued] = best.date
  }

  private static func detail(_ date: DateValue) -> Int {
    guard case .point(let point) = date.start else { return 0 }
    return 1 + (point.month == nil ? 0 : 2) + (point.day == nil ? 0 : 1)
      + (point.season == nil ? 0 : 1) + (date.end == nil ? 0 : 1) + (date.literal == nil ? 0 : 1)
  }

  private mutating func takePages(_ index: Int) {
    let text = values[index].text.plain
    let isRange = text.unicodeScalars.contains { $0 == "-" || $0 == "\u{2013}" }
    switch group {
    case .book, .edited, .thesis, .manuscript:
      set(.number(isRange ? .page : .numberOfPages), RichText(text), index)
    case .film: set(.text(.dimensions), RichText(text), index)
    default: set(.number(.page), RichText(text), index)
    }
  }

  private mutating func takeNumbers(_ index: Int) {
    let numbers = EndNoteNumbers.read(values[index].text.plain)
    for variable in [TextVariable.isbn, .issn] {
      let found = numbers.filter { $0.kind == (variable == .isbn ? .isbn : .issn) }.map(\.text)
      guard !found.isEmpty else { continue }
      let old = reference[variable].map { [$0.plain] } ?? []
      reference[variable] = RichText(
        (old + found.filter { !old.contains($0) }).joined(separator: variable == .isbn ? " " : ", ")
      )
    }
    guard let other = numbers.first(where: { $0.kind == .other }) else { return }
    switch group {
    case .report, .patent: set(.number(.number), RichText(other.text), index)
    case .serial: set(.text(.issn), RichText(other.text), index)
    default: set(.text(.isbn), RichText(other.text), index)
    }
  }

  /// Whether an accession number is that of PubMed.
  private func isPubMed(_ text: String) -> Bool {
    guard group == .serial, EndNoteNumbers.isPMID(text) else { return false }
    let sources = values.filter { $0.slot == .database || $0.slot == .databaseProvider }
      .map { $0.text.plain.lowercased() }
    return sources.isEmpty || sources.contains { $0.contains("pubmed") || $0.contains("medline") }
  }

  private mutating func takeKeywords(_ text: String) {
    let parts = text.utf8.split { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: ";") }
    keywords += parts.map { Array($0).trimmedASCIISpace.string }.filter { !$0.isEmpty }
  }

  private mutating func setKeywords() {
    guard !keywords.isEmpty else { return }
    let hasComma = keywords.contains { $0.contains(",") }
    let text = keywords.joined(separator: hasComma ? "; " : ", ")
    reference[.keyword] = dialect.hasTags ? CSLJSONMarkup.read(text) : RichText(text)
  }

  /// What one field says of another.
  private mutating func moveDerived() {
    if reference[.doi] == nil, let url = reference[.url]?.plain, let doi = EndNoteNumbers.doi(url) {
      reference[.doi] = RichText(doi)
    }
    // EndNote says the first page of an article again.
    if reference.type == .articleJournal, let page = reference[.page],
      let first = reference[.section],
      first.plain == page.prefix(while: { $0 != "-" && $0 != "\u{2013}" })
    {
      reference[.section] = nil
    }
  }

  // MARK: Member lines

  /// Takes what the lines say, except where another program has changed the field that they stand beside.
  private mutating func settle(_ lines: MemberLines, _ row: EndNoteType) {
    let native = reference
    let said = lines.reference
    let variables = said.variables
    for variable in variables { reference.take(variable, from: said) }
    for variable in lines.cancelled { reference.take(variable, from: Reference(type: .document)) }
    takeExtras(said.extras)
    if lines.names.contains("id") { reference.id = said.id }
    guard variables.contains(where: native.has) else { return }
    let again = Self(
      EndNoteRecordWriter.values(of: reference, row, dialect), row, reference.type, dialect
    ).reference
    for variable in variables where native.has(variable) {
      guard !MemberComparison.isAlike(variable, native, again) else { continue }
      reference.take(variable, from: native)
      problems.append(
        (
          .outdatedMemberLine,
          "the line '\(variable.name)' does not fit the field that it stands beside, which is taken",
          0
        ))
    }
  }

  /// Puts the extra fields of the lines before the others; those that both have stand once.
  private mutating func takeExtras(_ said: [Reference.ExtraField]) {
    var own = reference.extras
    for extra in said {
      if let index = own.firstIndex(of: extra) { own.remove(at: index) }
    }
    reference.extras = said + own
  }
}
