/// Reads PubMed's format, as PubMed saves it and MEDLINE exports have it.
///
/// Records are parted by blank lines, or begin with another `PMID`.
/// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
struct NBIBReader {
  /// A tag with its value.
  struct Field {
    var tag: String
    var value: [UInt8]
    var range: Range<Int>
    /// Where the part of the value stands that is on the first line.
    var place = 0..<0
  }

  private var result: ReadBibliography
  private let bytes: [UInt8]
  private var fields: [Field] = []
  private var outside: Range<Int>?

  /// The records of a file.
  static func read(_ source: SourceFile) -> ReadBibliography {
    var reader = NBIBReader(source)
    reader.readLines()
    return reader.result
  }

  /// The first reference of a text that our writer made.
  static func reference(_ bytes: [UInt8]) -> Reference {
    read(SourceFile(name: "", bytes: bytes)).references.first ?? Reference(type: .document)
  }

  /// How much the beginning of a text looks like PubMed's format.
  static func sniff(_ head: ArraySlice<UInt8>) -> Int {
    let bytes = Array(head.prefix(8192))
    var tags: [String] = []
    var isOther = false
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard !line.trimmedASCIISpace.isEmpty else { continue }
      let read = NBIBLine(bytes, line.startIndex..<line.endIndex)
      if read.tag == "PMID", bytes[read.value].allSatisfy(\.isASCIIDigit) {
        return tags.isEmpty && !isOther ? 100 : 90
      }
      // RIS has the same shape where tags have two letters.
      if read.tag == "TY" { return 0 }
      if let tag = read.tag { tags.append(tag) } else { isOther = true }
    }
    let isNBIB = tags.contains("FAU") || tags.contains("OWN") || tags.contains("DP")
    return tags.count >= 3 && isNBIB ? 60 : 0
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
      let next =
        end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
      take(NBIBLine(bytes, start..<end), start..<end)
      start = next
    }
    endRecord()
    endOutside()
    if result.references.isEmpty {
      result.diagnostics.append(
        Diagnostic(
          .nbibWithoutRecords, "found no PubMed record, expected a line 'PMID- …'",
          at: SourceRange(0, min(bytes.count, 1))))
    }
  }

  private mutating func take(_ line: NBIBLine, _ range: Range<Int>) {
    if let tag = line.tag {
      if tag == "PMID", fields.contains(where: { $0.tag == "PMID" }) { endRecord() }
      endOutside()
      fields.append(
        Field(tag: tag, value: Array(bytes[line.value]), range: range, place: line.value))
    } else if line.value.isEmpty {
      endRecord()
    } else if let last = fields.indices.last {
      if !fields[last].value.isEmpty { fields[last].value.append(0x20) }
      fields[last].value.append(contentsOf: bytes[line.value])
      fields[last].range = fields[last].range.lowerBound..<range.upperBound
    } else {
      outside = (outside?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
  }

  private mutating func endOutside() {
    guard let range = outside else { return }
    outside = nil
    result.diagnostics.append(
      Diagnostic(
        .nbibTextOutside, "text that belongs to no record, expected a line 'PMID- …'",
        at: SourceRange(range.lowerBound, range.upperBound)))
  }

  private mutating func endRecord() {
    guard let first = fields.first, let last = fields.last else { return }
    defer { fields = [] }
    let record = NBIBRecordReader(fields)
    for message in record.outdated {
      result.diagnostics.append(
        Diagnostic(
          .outdatedMemberLine, message,
          at: SourceRange(first.range.lowerBound, first.range.upperBound)))
    }
    result.append(
      record.reference, at: SourceRange(first.range.lowerBound, last.range.upperBound),
      key: keyPlace(record.reference.id))
  }

  /// The place of the key: the line that our writer has for it, else the number that stands in for one.
  private func keyPlace(_ key: String) -> KeyPlace? {
    for field in fields where field.tag == "GN" {
      guard let name = MemberLines.value(of: "id", in: bytes[field.place]) else { continue }
      if let place = KeyPlace(of: key, at: name, in: bytes) { return place }
    }
    let number = fields.first { $0.tag == "PMID" && !$0.value.isEmpty }
    return KeyPlace(of: key, at: number?.place, in: bytes).map {
      KeyPlace($0.range, fixed: "it is the PMID of the record")
    }
  }
}
