/// Findings as JSON.
///
/// Source: our findings format, schema `citations/findings/1`.
struct FindingsJSON {
  private let name: String?
  private var cursor: PositionCursor

  /// Findings about `source`; `withFile` says whether each names its file.
  init(_ source: SourceFile, withFile: Bool) {
    name = withFile ? source.name : nil
    cursor = PositionCursor(source)
  }

  /// The object for one finding; line and column are absent where the place is not known.
  mutating func value(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(diagnostic.rule.id)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if let name { members.append(.init("file", .string(name))) }
    if let range = diagnostic.range {
      let start = cursor.position(at: Int(range.start))
      members.append(.init("line", .number(start.line)))
      members.append(.init("column", .number(start.column)))
    }
    if let note = diagnostic.note { members.append(.init("note", .string(note))) }
    return .object(members)
  }

  /// The findings of several documents as one text.
  ///
  /// - Complexity: O(*n*) in the findings and the sources.
  static func text(of extractions: [Extraction], _ layout: JSONWriter.Layout = .init()) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.beginObject()
    writer.name("schema")
    writer.write(.string("citations/findings/1"))
    writer.name("diagnostics")
    writer.beginArray()
    for extraction in extractions {
      var findings = FindingsJSON(extraction.document.source, withFile: true)
      for diagnostic in extraction.diagnostics {
        writer.separate()
        writer.write(findings.value(diagnostic))
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}
