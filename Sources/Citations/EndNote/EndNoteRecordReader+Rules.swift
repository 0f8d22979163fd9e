/// Fields with rules of their own: dates, pages, numbers, and what is put together from several fields.
extension EndNoteRecordReader {
  mutating func takeDate(_ index: Int, _ slot: EndNoteSlot) {
    // The year stands near the beginning, or there is none and a few values are looked at.
    let year = values.prefix(64).first { $0.slot == .year }
      .flatMap { EndNoteDates.read($0.text.plain)?.year }
    let text = values[index].text.plain
    if let date = EndNoteDates.read(text, year: year) {
      collected.dates.append((index, date))
    } else if slot == .year {
      collected.dates.append((index, DateValue(literal: text)))
    } else {
      keep(index)
    }
  }

  /// Of several dates the one that says most, if all are of one year; else the first one.
  mutating func setIssued() {
    let dates = collected.dates
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

  mutating func takePages(_ index: Int) {
    let text = values[index].text.plain
    let isRange = text.unicodeScalars.contains { $0 == "-" || $0 == "\u{2013}" }
    switch group {
    case .book, .edited, .thesis, .manuscript:
      set(.number(isRange ? .page : .numberOfPages), RichText(text), index)
    case .film: set(.text(.dimensions), RichText(text), index)
    default: set(.number(.page), RichText(text), index)
    }
  }

  mutating func takeNumbers(_ index: Int) {
    let numbers = EndNoteNumbers.read(values[index].text.plain)
    for variable in [TextVariable.isbn, .issn] {
      let found = numbers.filter { $0.kind == (variable == .isbn ? .isbn : .issn) }.map(\.text)
      for number in found where collected.seenNumbers.insert(number).inserted {
        collected.numbers[variable, default: []].append(number)
      }
    }
    guard let other = numbers.first(where: { $0.kind == .other }) else { return }
    switch group {
    case .report, .patent: set(.number(.number), RichText(other.text), index)
    case .serial: set(.text(.issn), RichText(other.text), index)
    default: set(.text(.isbn), RichText(other.text), index)
    }
  }

  /// Whether an accession number is that of PubMed.
  func isPubMed(_ text: String) -> Bool {
    guard group == .serial, EndNoteNumbers.isPMID(text) else { return false }
    let sources = values.prefix(256).filter { $0.slot == .database || $0.slot == .databaseProvider }
      .map { $0.text.plain.lowercased() }
    return sources.isEmpty || sources.contains { $0.contains("pubmed") || $0.contains("medline") }
  }

  mutating func takeKeywords(_ text: String) {
    let parts = text.utf8.split { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: ";") }
    collected.keywords += parts.map { Array($0).trimmedASCIISpace.string }.filter { !$0.isEmpty }
  }

  mutating func setCollected() {
    for variable in NameVariable.allCases {
      guard let lists = collected.names[variable] else { continue }
      // Programs repeat a list of names under a second tag.
      let distinct = lists.enumerated().filter { place, list in
        !lists[..<place].contains { $0.names == list.names }
      }
      reference[variable] = distinct.flatMap(\.element.names)
    }
    for variable in [TextVariable.note, .annote, .abstract] {
      if let texts = collected.paragraphs[variable] { reference[variable] = .paragraphs(texts) }
    }
    for (variable, mark) in [(TextVariable.isbn, " "), (.issn, ", ")] {
      guard let list = collected.numbers[variable] else { continue }
      reference[variable] = RichText(list.joined(separator: mark))
    }
    let keywords = collected.keywords
    guard !keywords.isEmpty else { return }
    let hasComma = keywords.contains { $0.utf8.contains(UInt8(ascii: ",")) }
    let text = keywords.joined(separator: hasComma ? "; " : ", ")
    reference[.keyword] = dialect.hasTags ? CSLJSONMarkup.read(text) : RichText(text)
  }

  /// What one field says of another.
  mutating func moveDerived() {
    if reference[.doi] == nil, let url = reference[.url]?.plain, let doi = EndNoteNumbers.doi(url) {
      reference[.doi] = RichText(doi)
    }
    // EndNote says the first page of an article again.
    if reference.type == .articleJournal, let page = reference[.page],
      let first = reference[.section],
      first.plain.unicodeScalars.elementsEqual(
        page.unicodeScalars.prefix { $0 != "-" && $0 != "\u{2013}" })
    {
      reference[.section] = nil
    }
  }
}
