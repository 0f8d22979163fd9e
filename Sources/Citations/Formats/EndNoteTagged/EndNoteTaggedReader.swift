/// Reads EndNote's tagged form, and refer, from which it comes.
///
/// A record begins with `%0`, or after a blank line. Lines without a tag go on with the field before them.
/// Source: EndNote, "EndNote Import Format".
struct EndNoteTaggedReader {
  private struct Field {
    var tag: UInt8
    var value: [UInt8]
    var range: Range<Int>
    /// Where the part of the value stands that is on the first line.
    var place: Range<Int>
  }

  private var result: ReadBibliography
  private let bytes: [UInt8]
  private var fields: [Field] = []
  /// The tags of `fields`.
  private var tags: Set<UInt8> = []
  private var isInterrupted = false

  /// The records of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = EndNoteTaggedReader(source)
    reader.readLines()
    return reader.result
  }

  /// The first reference of a text that our writer made.
  static func reference(_ bytes: [UInt8]) -> Reference {
    read(SourceFile(name: "", bytes: bytes)).references.first ?? Reference(type: .document)
  }

  /// How much the beginning of a text looks like EndNote's tagged form.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let lines = head.prefix(4096).split { $0 == 0x0A || $0 == 0x0D }
    let tags = lines.prefix(40).map { EndNoteTag.tag($0) }
    if tags.first == UInt8(ascii: "0") { return 95 }
    if tags.contains(UInt8(ascii: "0")) { return 70 }
    let known = tags.compactMap(\.self).count { EndNoteTag.slot(of: $0) != nil }
    return known >= 3 && known * 2 > tags.count ? 50 : 0
  }

  private init(_ source: SourceFile) {
    result = ReadBibliography(source)
    bytes = source.bytes
  }

  private mutating func readLines() {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      take(start..<end)
      start = end + 1
    }
    endRecord()
    if result.references.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .endNoteTaggedWithoutRecords,
          "found no record, expected a line '%0 Journal Article' or the like",
          at: SourceRange(0, min(bytes.count, 1))))
    }
  }

  private mutating func take(_ range: Range<Int>) {
    let text = bytes[range].trimmedASCIISpace
    guard !text.isEmpty else {
      // An empty line may also be the second half of a line end.
      if range.lowerBound == 0 || bytes[range.lowerBound - 1] == 0x0A { isInterrupted = true }
      return
    }
    guard let tag = EndNoteTag.tag(text) else { return takeText(text, range) }
    if tag == UInt8(ascii: "0") || isInterrupted && begins(tag) { endRecord() }
    isInterrupted = false
    tags.insert(tag)
    let value = text.dropFirst(2).trimmedASCIISpace
    fields.append(
      Field(
        tag: tag, value: Array(value), range: range, place: value.startIndex..<value.endIndex))
  }

  /// Whether a tag after a blank line begins another record: the last one is there as a whole, with a title.
  private func begins(_ tag: UInt8) -> Bool {
    guard tags.contains(UInt8(ascii: "T")) else { return false }
    let isHead = tag == UInt8(ascii: "T") || tag == UInt8(ascii: "A")
    return isHead && tags.contains(tag) || !tags.contains(UInt8(ascii: "0"))
  }

  private mutating func takeText(_ text: ArraySlice<UInt8>, _ range: Range<Int>) {
    guard let last = fields.indices.last else {
      result.diagnostics.append(
        Diagnostic(
          .endNoteTaggedTextOutside, "text that belongs to no record, expected a line '%0 …'",
          at: SourceRange(range.lowerBound, range.upperBound)))
      return
    }
    let keepsLine =
      isInterrupted || ["K", "X", "Z", "<", "+", "U"].contains(UnicodeScalar(fields[last].tag))
    if !fields[last].value.isEmpty { fields[last].value.append(keepsLine ? 0x0A : 0x20) }
    fields[last].value.append(contentsOf: text)
    fields[last].range = fields[last].range.lowerBound..<range.upperBound
    isInterrupted = false
  }

  private mutating func endRecord() {
    guard let first = fields.first, let last = fields.last else { return }
    defer {
      fields = []
      tags = []
    }
    var record = EndNoteRecord()
    var places: [Range<Int>] = []
    for field in fields where !field.value.isEmpty {
      if field.tag == UInt8(ascii: "0"), record.typeName.isEmpty {
        record.typeName = field.value.string
        record.type = EndNoteType.read(name: record.typeName)
        if record.type == nil { reportType(record.typeName, field.range) }
      } else if field.tag == EndNoteTag.key, record.id.isEmpty {
        record.id = field.value.string
      } else if let line = Self.memberLine(field) {
        record.lines.append(line)
      } else {
        let slot = EndNoteTag.slot(of: field.tag)
        let isNatural = slot?.holdsNames == true && fields[0].tag != UInt8(ascii: "0")
        let text = isNatural ? Self.inverted(field.value) : field.value.string
        record.append(slot, "%" + [field.tag].string, text)
        places.append(field.range)
      }
    }
    if record.type == nil, record.typeName.isEmpty {
      record.type = Self.likelyType(fields.map(\.tag))
    }
    let reader = EndNoteRecordReader(record, .tagged)
    for problem in reader.problems {
      let place = places.indices.contains(problem.value) ? places[problem.value] : first.range
      result.diagnostics.append(
        Diagnostic(
          problem.rule, problem.message, at: SourceRange(place.lowerBound, place.upperBound)))
    }
    let key = fields.first { $0.tag == EndNoteTag.key && !$0.value.isEmpty }
    result.append(
      reader.reference, at: SourceRange(first.range.lowerBound, last.range.upperBound),
      key: KeyPlace(of: reader.reference.id, at: key?.place, in: bytes))
  }

  /// A name of refer, which has the given names first: "Ada Mercer" becomes "Mercer, Ada".
  private static func inverted(_ value: [UInt8]) -> String {
    let words = value.split(separator: 0x20)
    func isSmall(_ word: ArraySlice<UInt8>) -> Bool { word.first?.isASCIILower ?? false }
    let small: Set<String> = ["of", "for", "and", "the", "de", "on", "in"]
    let isOther =
      value.contains(UInt8(ascii: ",")) || words.count < 2 || words.count > 5
      || words.dropLast().contains { small.contains($0.string) && words.count > 3 }
    guard !isOther else { return value.string }
    let start = words.dropFirst().firstIndex(where: isSmall) ?? words.count - 1
    let family = words[start...].map(\.string).joined(separator: " ")
    return family + ", " + words[..<start].map(\.string).joined(separator: " ")
  }

  /// Notes of one line that say a member of a CSL-JSON item.
  private static func memberLine(_ field: Field) -> String? {
    guard field.tag == UInt8(ascii: "Z"), !field.value.contains(0x0A) else { return nil }
    let line = field.value.string
    return MemberLines([line]).rest.isEmpty ? line : nil
  }

  /// The type of a record of refer, which has none: by what the thing stands in.
  private static func likelyType(_ tags: [UInt8]) -> EndNoteType? {
    let code =
      tags.contains(UInt8(ascii: "J"))
      ? "JOUR"
      : tags.contains(UInt8(ascii: "B"))
        ? "CHAP"
        : tags.contains(UInt8(ascii: "R"))
          ? "RPRT" : tags.contains(UInt8(ascii: "I")) ? "BOOK" : "GEN"
    return EndNoteType.read(code)
  }

  private mutating func reportType(_ name: String, _ range: Range<Int>) {
    result.diagnostics.append(
      Diagnostic(
        .unknownReferenceType, "the type '\(name)' is unknown and was read as a document",
        at: SourceRange(range.lowerBound, range.upperBound)))
  }
}
