/// Writes EndNote's XML.
///
/// Source: EndNote, RSXML.dtd; what EndNote and Zotero read.
enum EndNoteXMLWriter {
  /// The file that holds the references.
  static func write(_ references: [Reference], asciiOnly: Bool) -> WrittenBibliography {
    var result = WrittenBibliography(
      Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n<records>\n".utf8))
    for reference in references {
      let record = CompleteRecord(
        reference, format: EndNoteDialect.xml.rawValue,
        write: { Self.record($0, $1, asciiOnly: asciiOnly) }, read: EndNoteXMLReader.reference)
      result.bytes += record.bytes
      result.losses += record.losses
    }
    result.bytes += "</records>\n</xml>\n".utf8
    return result
  }

  /// One record with the member lines given.
  private static func record(_ reference: Reference, _ lines: [String], asciiOnly: Bool) -> [UInt8]
  {
    let record = EndNoteRecordWriter.record(
      of: reference, .xml, lines: lines, slot: EndNoteElement.slot)
    let row = record.type ?? .generic
    var writer = EndNoteElementWriter(asciiOnly: asciiOnly)
    writer.type(record.typeName, row.number)
    for field in fields(record, row.group) { writer.add(field.path, field.text) }
    for extra in record.values where extra.slot == nil && EndNoteElement.isElement(extra.name) {
      writer.add(extra.name, extra.text)
    }
    if !record.id.isEmpty { writer.add(EndNoteElement.key, RichText(record.id)) }
    if !record.lines.isEmpty {
      writer.add(EndNoteElement.lines, RichText(record.lines.joined(separator: "\n")))
    }
    return writer.finish()
  }

  /// The values with their elements, in the order of these.
  private static func fields(
    _ record: EndNoteRecord, _ group: EndNoteGroup
  ) -> [(path: String, text: RichText)] {
    var fields: [(rank: Int, path: String, text: RichText)] = []
    for value in record.values {
      guard let slot = value.slot, let row = EndNoteElement.row(for: slot, in: group) else {
        continue
      }
      // There is one element for all standard numbers.
      if slot == .isbn, let index = fields.firstIndex(where: { $0.rank == row.rank }) {
        fields[index].text.plain += "\n" + value.text.plain
        continue
      }
      fields.append((row.rank, row.path, value.text))
      if slot == .secondaryTitle, group == .serial,
        let full = EndNoteElement.row(for: .fullTitle, in: group)
      {
        fields.append((full.rank, full.path, value.text))
      }
    }
    return fields.enumerated().sorted { left, right in
      let ranks = (left.element.rank, right.element.rank)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
    }.map { ($0.element.path, $0.element.text) }
  }
}

/// Writes the elements of one record, opening and closing those that hold others.
private struct EndNoteElementWriter: ~Copyable {
  private var xml: XMLWriter
  /// The open elements inside the record.
  private var open: [Substring] = []

  init(asciiOnly: Bool) {
    xml = XMLWriter(asciiOnly: asciiOnly)
    xml.start("record")
    xml.element("source-app", [("name", "Citations")], text: "Citations")
  }

  mutating func type(_ name: String, _ number: Int) {
    xml.element("ref-type", [("name", name)], text: String(number))
  }

  mutating func add(_ path: String, _ text: RichText) {
    let names = path.split(separator: "/")
    guard let leaf = names.last else { return }
    let parents = Array(names.dropLast())
    let shared = zip(open, parents).prefix { $0 == $1 }.count
    close(to: shared)
    for parent in parents.dropFirst(shared) {
      xml.start(String(parent))
      open.append(parent)
    }
    xml.start(String(leaf), mixed: true)
    runs(text)
    xml.end()
  }

  /// Plain text, or a `style` element for each run.
  private mutating func runs(_ text: RichText) {
    guard !text.spans.isEmpty else { return xml.text(text.plain) }
    var styles: [TextStyle] = []
    for piece in text.pieces {
      switch piece {
      case .open(let style): styles.append(style)
      case .close: styles.removeLast()
      case .text(let run):
        let face = EndNoteFace.text(styles)
        xml.element("style", [("face", face), ("font", "default"), ("size", "100%")], text: run)
      }
    }
  }

  private mutating func close(to count: Int) {
    while open.count > count {
      xml.end()
      open.removeLast()
    }
  }

  consuming func finish() -> [UInt8] {
    close(to: 0)
    return xml.finish()
  }
}
