/// Writes what was found in a document as notes-json.
///
/// Source: our notes-json, schema `citations/notes/1`.
struct NotesJSONWriter {
  private let extraction: Extraction
  private var noteCursor: PositionCursor
  private var markerCursor: PositionCursor

  init(_ extraction: Extraction) {
    self.extraction = extraction
    noteCursor = PositionCursor(extraction.document.source)
    markerCursor = PositionCursor(extraction.document.source)
  }

  /// Writes the object for the extraction.
  mutating func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
  }

  /// Writes the members of the object, which the caller has begun.
  mutating func writeMembers(to writer: inout JSONWriter) {
    let document = extraction.document
    Self.member("schema", .string("citations/notes/1"), &writer)
    Self.member("source", .string(document.source.name), &writer)
    let markers = markersByNote()
    writeList("notes", extraction.notes.indices, to: &writer) { writer, index, out in
      out.write(writer.note(index, markers: index < markers.count ? markers[index] : []))
    }
    writeList("trailing", document.trailing, to: &writer) { writer, trailing, out in
      let line = writer.noteCursor.position(at: Int(trailing.range.start)).line
      out.write(
        .object([.init("line", .number(line)), .init("reason", .string(trailing.reason))]))
    }
    writeList("works", extraction.works, to: &writer) { _, work, out in
      work.writeCSLJSON(id: work.id, to: &out)
    }
    var findings = FindingsJSON(document.source, withFile: false)
    writeList("diagnostics", extraction.diagnostics, to: &writer) { _, diagnostic, out in
      out.write(findings.value(diagnostic))
    }
  }

  private static func member(_ name: String, _ value: JSONValue, _ writer: inout JSONWriter) {
    writer.name(name)
    writer.write(value)
  }

  private mutating func writeList<Items: Sequence>(
    _ name: String, _ items: Items, to writer: inout JSONWriter,
    _ body: (inout Self, Items.Element, inout JSONWriter) -> Void
  ) {
    writer.name(name)
    writer.beginArray()
    for item in items {
      writer.separate()
      body(&self, item, &writer)
    }
    writer.endArray()
  }

  /// The indices of each note's markers, in order.
  private func markersByNote() -> [[Int]] {
    var result = [[Int]](repeating: [], count: extraction.document.notes.count)
    for (index, marker) in extraction.document.markers.enumerated() {
      if let note = marker.note, result.indices.contains(note) { result[note].append(index) }
    }
    return result
  }

  private mutating func note(_ index: Int, markers: [Int]) -> JSONValue {
    let read = extraction.notes[index]
    let place = noteCursor.position(at: Int(read.note.range.start))
    let places = markers.map { marker(extraction.document.markers[$0]) }
    var members: [JSONValue.Member] = [
      .init("label", .string(read.note.label)),
      .init("series", .string(read.note.series)),
      .init("line", .number(place.line)),
      .init("column", .number(place.column)),
      .init("kind", .string(read.kind.rawValue)),
      .init("marker", places.first ?? .null),
    ]
    if places.count > 1 {
      members.append(.init("further-markers", .array(Array(places.dropFirst()))))
    }
    members.append(.init("text", .string(read.note.text.string)))
    members.append(
      .init("references", .array(read.referenceValues { $0.jsonMembers(scalars: $1) })))
    return .object(members)
  }

  private mutating func marker(_ marker: Marker) -> JSONValue {
    let place = markerCursor.position(at: Int(marker.range.start))
    return .object([
      .init("line", .number(place.line)),
      .init("column", .number(place.column)),
      .init("pairing", marker.pairing.map { .string($0.rawValue) } ?? .null),
    ])
  }
}

extension ReadNote {
  /// The note's citations as objects; `members` gives those of one citation and its place in Unicode scalars.
  func referenceValues(
    _ members: (Cite, Range<Int>) -> [JSONValue.Member]
  ) -> [JSONValue] {
    var counter = ScalarCounter(note.text.utf8)
    return cites.map { .object(members($0, counter.range($0.range))) }
  }
}
