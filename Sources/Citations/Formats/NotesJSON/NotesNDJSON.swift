/// One line of JSON for each record of a stream, as `extract --ndjson` answers.
///
/// The record's id is repeated as it was given, a string or a number. Every line is compact and ends in a line feed.
enum NotesNDJSON {
  /// `{"id": …, "references": […]}`: the references of a single note.
  static func line(id: JSONValue, note: ReadNote) -> [UInt8] {
    line(id: id, notes: [note])
  }

  /// The references of all notes that a record's text turned out to hold, in order.
  static func line(id: JSONValue, notes: [ReadNote]) -> [UInt8] {
    let references = notes.flatMap { $0.referenceValues { $0.streamMembers(scalars: $1) } }
    return text([.init("id", id), .init("references", .array(references))])
  }

  /// The record's notes-json, with its id first.
  static func line(id: JSONValue, extraction: Extraction) -> [UInt8] {
    var writer = JSONWriter(.compact)
    writer.beginObject()
    writer.name("id")
    writer.write(id)
    var notes = NotesJSONWriter(extraction)
    notes.writeMembers(to: &writer)
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  /// `{"id": …, "status": "error", "error": {"message": …}}`: a record that could not be read.
  static func errorLine(id: JSONValue, message: String, offset: Int? = nil) -> [UInt8] {
    var error = [JSONValue.Member("message", .string(message))]
    if let offset { error.append(.init("offset", .number(offset))) }
    return text([
      .init("id", id), .init("status", .string("error")), .init("error", .object(error)),
    ])
  }

  private static func text(_ members: [JSONValue.Member]) -> [UInt8] {
    JSONWriter.text(of: .object(members), .compact)
  }
}
