/// Answers the records of a stream: one JSON object a line in, one a line out.
///
/// A record has an `id`, which comes back as it is, and one of `text`, `html`, `markdown` (documents) or `note` (the
/// text of a single note). The answer to a document is its notes-json, to a note its references; a record that cannot be
/// read is answered by an error. Every line has exactly one answer.
public enum RecordStream {
  /// The answer to a line, ended by a line feed.
  ///
  /// - Parameters:
  ///   - bytes: The line without its line end.
  ///   - number: The line's 1-based number, for messages.
  ///   - options: Choices of the caller.
  /// - Returns: One JSON object in one line, and a line feed.
  public static func answer(
    to bytes: [UInt8], line number: Int, options: ExtractionOptions = ExtractionOptions()
  ) -> [UInt8] {
    let record: JSONValue
    do throws(JSONError) {
      record = try JSONValue.parse(bytes)
    } catch {
      return failure("\(error.message) at byte \(error.offset + 1)", line: number)
    }
    guard record.object != nil else {
      return failure("not a record: a JSON object was expected", line: number)
    }
    let id = record["id"] ?? .null
    let given = Content.allCases.filter { record[$0.rawValue] != nil }
    guard let content = given.first, given.count == 1 else {
      let names = given.isEmpty ? "none of them" : given.map(\.rawValue).joined(separator: " and ")
      return failure(
        "one of text, html, markdown and note was expected, not \(names)", id: id, line: number)
    }
    guard let text = record[content.rawValue]?.string else {
      return failure("'\(content.rawValue)' is not a string", id: id, line: number)
    }
    return answer(to: content, text, id: id, options)
  }

  /// The answer to a line that could not be read as a record.
  public static func failure(_ message: String, line number: Int) -> [UInt8] {
    failure(message, id: .null, line: number)
  }

  /// What a record may hold.
  private enum Content: String, CaseIterable {
    case text
    case html
    case markdown
    case note
  }

  private static func failure(_ message: String, id: JSONValue, line number: Int) -> [UInt8] {
    let error: JSONValue = .object([
      .init("message", .string(message)), .init("line", .number(number)),
    ])
    return JSONWriter.text(
      of: .object([.init("id", id), .init("status", .string("error")), .init("error", error)]),
      .compact)
  }

  private static func answer(
    to content: Content, _ text: String, id: JSONValue, _ options: ExtractionOptions
  ) -> [UInt8] {
    if content == .note {
      return NotesNDJSON.line(id: id, notes: Extraction(ofNote: text, options: options).notes)
    }
    let format = DocumentFormat.all.first { $0.name == content.rawValue }
    let extraction = Extraction(
      of: Array(text.utf8), name: id.string ?? "-", as: format, options: options)
    return NotesNDJSON.line(id: id, extraction: extraction)
  }
}
