/// Writes PubMed's format.
///
/// Member lines stand in general notes (`GN`).
/// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
enum NBIBWriter {
  /// The file that holds the references.
  static func write(_ references: [Reference]) -> WrittenBibliography {
    CompleteRecord.file(
      of: references, format: "nbib", write: Self.record, read: NBIBReader.reference)
  }

  /// One record with the member lines given; a reference with nothing to say has a note that names it.
  private static func record(_ reference: Reference, _ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in NBIBRecordWriter.fields(of: reference) { line(field.tag, field.value, &bytes) }
    for text in NBIBRecordWriter.notes(of: reference) { line("GN", text, &bytes) }
    for text in lines { line("GN", Array(text.utf8), &bytes) }
    if bytes.isEmpty { line("GN", Array("type: document".utf8), &bytes) }
    return bytes
  }

  /// The widest line that PubMed writes.
  private static let width = 88

  /// A tag and its value, wrapped at single spaces.
  private static func line(_ tag: String, _ value: [UInt8], _ bytes: inout [UInt8]) {
    bytes += tag.utf8
    bytes += repeatElement(0x20, count: max(4 - tag.utf8.count, 0))
    bytes += "- ".utf8
    var start = 0
    while value.count - start > width - 6 {
      guard let space = breakPoint(value, from: start) else { break }
      bytes += value[start..<space]
      bytes += "\n      ".utf8
      start = space + 1
    }
    bytes += value[start...]
    bytes.append(0x0A)
  }

  /// The last single space that leaves the line narrow enough, else the next one after it; nil where there is none.
  private static func breakPoint(_ value: [UInt8], from start: Int) -> Int? {
    func isSingle(_ index: Int) -> Bool {
      value[index] == 0x20 && index > start && index + 1 < value.count
        && value[index - 1] != 0x20 && value[index + 1] != 0x20
    }
    let limit = min(start + width - 6, value.count - 1)
    return (start...limit).reversed().first(where: isSingle)
      ?? (limit..<value.count).first(where: isSingle)
  }
}
