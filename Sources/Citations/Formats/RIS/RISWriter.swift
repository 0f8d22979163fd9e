/// Writes RIS records.
///
/// Source: RIS Format Specifications (2011), with the tags that Zotero, EndNote and bibutils read.
enum RISWriter {
  /// The file that holds the references.
  static func write(_ references: [Reference]) -> WrittenBibliography {
    CompleteRecord.file(
      of: references, format: EndNoteDialect.ris.rawValue, write: Self.record,
      read: RISReader.reference)
  }

  /// One record with the member lines given.
  private static func record(_ reference: Reference, _ lines: [String]) -> [UInt8] {
    let record = EndNoteRecordWriter.record(
      of: reference, .ris, lines: lines, slot: RISTag.slot)
    let group = (record.type ?? .generic).group
    var bytes: [UInt8] = []
    line("TY", record.typeName, &bytes)
    let fields = record.values.filter { $0.slot != nil }.enumerated().sorted { left, right in
      let ranks = [left, right].map { $0.element.slot.flatMap { RISTag.ranks[$0] } ?? Int.max }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.offset < right.offset
    }
    for (_, value) in fields {
      guard let slot = value.slot, let tag = RISTag.tag(for: slot, in: group) else { continue }
      if slot == .pages {
        let pages = RISPages.halves(value.text.plain)
        line("SP", pages.first, &bytes)
        if !pages.last.isEmpty { line("EP", pages.last, &bytes) }
      } else {
        line(tag, value.text.plain, &bytes)
      }
    }
    for extra in record.values where extra.slot == nil && isTag(extra.name) {
      line(extra.name, extra.text.plain, &bytes)
    }
    for text in record.lines { line("M2", text, &bytes) }
    if !record.id.isEmpty { line("ID", record.id, &bytes) }
    line("ER", "", &bytes)
    return bytes
  }

  /// Whether an extra field has a name that can stand as a tag and means nothing to the reader of records.
  private static func isTag(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 2 && bytes[0].isASCIIUpper
      && (bytes[1].isASCIIUpper || bytes[1].isASCIIDigit)
      && !["TY", "ER", "ID", "M2"].contains(name)
  }

  /// A tag and its value, which goes on over several lines where the tag keeps them.
  private static func line(_ tag: String, _ text: String, _ bytes: inout [UInt8]) {
    bytes += tag.utf8
    bytes += "  - ".utf8
    let keepsLines = RISTag.keepsLines(tag)
    let value = Array(text.utf8)
    var start = 0
    var isFirst = true
    while start < value.count {
      let (range, next) = RISLine.range(value, from: start)
      let line = value[range].map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 }
      // A line that looks like a tag would end the value, and so would one that begins with a line end.
      let isSafe = keepsLines && RISLine(line, 0..<line.count).tag == nil
      if !isFirst { bytes.append(isSafe ? 0x0A : 0x20) }
      bytes += line
      isFirst = false
      start = next
    }
    bytes.append(0x0A)
  }
}
