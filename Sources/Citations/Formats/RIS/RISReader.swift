/// Reads RIS in all its dialects.
///
/// A record begins with `TY` and ends with `ER`. Where one of them is missing the other is enough; where both are, a blank line before a second
/// title parts records. Lines without a tag go on with the field before them.
/// Source: RIS Format Specifications (2001 and 2011).
struct RISReader {
  private var result: ReadBibliography
  private let bytes: [UInt8]
  private var record: RISRecord?
  /// The text outside of records that is being passed over.
  private var outside: Range<Int>?

  /// The records of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = RISReader(source)
    reader.readLines()
    return reader.result
  }

  /// The first reference of a text that our writer made.
  static func reference(_ bytes: [UInt8]) -> Reference {
    read(SourceFile(name: "", bytes: bytes)).references.first ?? Reference(type: .document)
  }

  /// How much the beginning of a text looks like RIS.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head.prefix(8192))
    var start = 0
    var isFirst = true
    var tags = 0
    while start < bytes.count {
      let (range, next) = RISLine.range(bytes, from: start)
      start = next
      let line = RISLine(bytes, range)
      guard !line.isBlank else { continue }
      if line.tag == "TY" {
        let isType = EndNoteType.read(bytes[line.value].string) != nil
        return line.isExact && isType ? (isFirst ? 100 : 90) : 70
      }
      if let tag = line.tag, RISTag.isKnown(tag) { tags += 1 }
      isFirst = false
    }
    return tags >= 3 ? 40 : 0
  }

  private init(_ source: SourceFile) {
    result = ReadBibliography(source)
    bytes = source.bytes
  }

  private mutating func readLines() {
    var start = 0
    while start < bytes.count {
      let (range, next) = RISLine.range(bytes, from: start)
      take(RISLine(bytes, range), range)
      start = next
    }
    if record != nil { endRecord(isEnded: false) }
    endOutside()
    if result.references.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .risWithoutRecords, "found no RIS record, expected a line 'TY  - JOUR' or the like",
          at: SourceRange(0, min(bytes.count, 1))))
    }
  }

  private mutating func take(_ line: RISLine, _ range: Range<Int>) {
    guard let tag = line.tag else { return takeText(line, range) }
    if tag == "ER" {
      guard record != nil else { return passOver(range) }
      record?.reach(range.upperBound)
      return endRecord(isEnded: true)
    }
    if let open = record, begins(tag, after: open) { endRecord(isEnded: false) }
    endOutside()
    var open = record ?? RISRecord(at: range.lowerBound)
    record = nil
    let field = RISRecord.Field(
      tag: tag, value: Array(bytes[line.value]), range: range, place: line.value)
    if tag == "TY", open.type == nil {
      open.type = field
    } else {
      open.append(field)
    }
    open.isInterrupted = false
    open.reach(range.upperBound)
    record = open
  }

  /// Whether a tag begins another record although the last one has no end.
  private func begins(_ tag: String, after open: RISRecord) -> Bool {
    if tag == "TY" { return open.type != nil || open.isInterrupted && open.hasTitle }
    return open.type == nil && open.isInterrupted && open.hasTitle && (tag == "TI" || tag == "T1")
  }

  private mutating func takeText(_ line: RISLine, _ range: Range<Int>) {
    guard !line.value.isEmpty else {
      guard let last = record?.fields.indices.last else { return }
      record?.fields[last].blanks += 1
      record?.isInterrupted = true
      return
    }
    let isTaken = record?.extend(bytes[line.value], at: range.upperBound) ?? false
    guard isTaken else { return passOver(range) }
    record?.reach(range.upperBound)
  }

  // MARK: Text outside

  private mutating func passOver(_ range: Range<Int>) {
    outside = (outside?.lowerBound ?? range.lowerBound)..<range.upperBound
  }

  private mutating func endOutside() {
    guard let range = outside else { return }
    outside = nil
    if result.references.isEmpty, isHead(bytes[range]) { return }
    var diagnostic = Diagnostic(
      .risTextOutside, "text that belongs to no record, expected a line 'TY  - …'",
      at: SourceRange(range.lowerBound, range.upperBound))
    // Databases say who they are before the first record.
    if result.references.isEmpty, bytes[range].prefix(64).contains(UInt8(ascii: ":")) {
      diagnostic.severity = .note
    }
    result.diagnostics.append(diagnostic)
  }

  /// Whether each line names something and says what it is, as those that JSTOR puts before its records do.
  private func isHead(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).allSatisfy { line in
      let name = line.prefix { $0.isASCIILetter || $0 == 0x20 }
      return (1...24).contains(name.count) && line[name.endIndex...].starts(with: ": ")
    }
  }

  // MARK: Records

  private mutating func endRecord(isEnded: Bool) {
    guard let open = record else { return }
    record = nil
    let range = SourceRange(open.range.lowerBound, open.range.upperBound)
    guard open.type != nil || !open.fields.isEmpty else { return }
    if !isEnded {
      result.diagnostics.append(
        Diagnostic(
          .risRecordWithoutEnd, "the record has no end, expected a line 'ER  - '", at: range))
    }
    let (record, places) = open.endNoteRecord()
    let reader = EndNoteRecordReader(record, .ris)
    if record.type == nil || record.typeName.isEmpty {
      reportType(open, reader.reference.type.rawValue, range)
    }
    for problem in reader.problems {
      let field = places.indices.contains(problem.value) ? places[problem.value] : nil
      let place = field.map { open.fields[$0].range } ?? open.range
      result.diagnostics.append(
        Diagnostic(
          problem.rule, problem.message, at: SourceRange(place.lowerBound, place.upperBound)))
    }
    let key = open.fields.first { $0.tag == "ID" && !$0.value.isEmpty }
    result.append(
      reader.reference, at: range,
      key: KeyPlace(of: reader.reference.id, at: key?.place, in: bytes))
  }

  private mutating func reportType(_ open: RISRecord, _ type: String, _ range: SourceRange) {
    guard let field = open.type, !field.value.isEmpty else {
      result.diagnostics.append(
        Diagnostic(
          .risRecordWithoutType, "the record has no type and was read as '\(type)'",
          at: SourceRange(Int(range.start), Int(range.start) + 1)))
      return
    }
    result.diagnostics.append(
      Diagnostic(
        .unknownReferenceType,
        "the type '\(field.value.string)' is unknown and was read as '\(type)'",
        at: SourceRange(field.range.lowerBound, field.range.upperBound)))
  }
}
