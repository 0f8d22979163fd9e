/// Writes EndNote's tagged form.
///
/// Member lines stand in notes of their own (`%Z`).
/// Source: EndNote, "EndNote Import Format".
enum EndNoteTaggedWriter {
  /// The file that holds the references.
  static func write(_ references: [Reference]) -> WrittenBibliography {
    CompleteRecord.file(
      of: references, format: EndNoteDialect.tagged.rawValue, write: Self.record,
      read: EndNoteTaggedReader.reference)
  }

  /// One record with the member lines given.
  private static func record(_ reference: Reference, _ lines: [String]) -> [UInt8] {
    let record = EndNoteRecordWriter.record(
      of: reference, .tagged, lines: lines, slot: EndNoteTag.slot(named:in:))
    let group = (record.type ?? .generic).group
    var bytes: [UInt8] = []
    line(UInt8(ascii: "0"), record.typeName, &bytes)
    let fields = record.values.filter { $0.slot != nil }.enumerated().sorted { left, right in
      let ranks = [left, right].map { $0.element.slot.flatMap { EndNoteTag.ranks[$0] } ?? Int.max }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.offset < right.offset
    }
    for (_, value) in fields {
      guard let slot = value.slot, let tag = EndNoteTag.tag(for: slot, in: group) else { continue }
      // A note that looks like a member line would be taken for one.
      if slot == .notes, MemberLines([value.text.plain]).rest.isEmpty { continue }
      line(tag, value.text.plain, &bytes)
    }
    for extra in record.values where extra.slot == nil {
      guard extra.name.utf8.count == 2, let tag = EndNoteTag.tag(Array(extra.name.utf8)[...]),
        tag != UInt8(ascii: "0"), tag != EndNoteTag.key
      else { continue }
      line(tag, extra.text.plain, &bytes)
    }
    if !record.id.isEmpty { line(EndNoteTag.key, record.id, &bytes) }
    for text in record.lines { line(UInt8(ascii: "Z"), text, &bytes) }
    return bytes
  }

  private static func line(_ tag: UInt8, _ text: String, _ bytes: inout [UInt8]) {
    bytes += [UInt8(ascii: "%"), tag, 0x20]
    bytes += text.utf8.lazy.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 }
    bytes.append(0x0A)
  }
}
