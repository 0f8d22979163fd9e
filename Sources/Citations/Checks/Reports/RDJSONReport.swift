/// Findings in the diagnostic format of reviewdog.
///
/// Source: reviewdog, proto/rdf/reviewdog.proto: columns count bytes of UTF-8 from 1, ends are exclusive.
enum RDJSONReport {
  /// One result over all files.
  static func text(of files: [CheckedFile]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("source")
    writer.write(.object([.init("name", .string("citecli"))]))
    writer.name("diagnostics")
    writer.beginArray()
    for file in files {
      for finding in file.findings {
        writer.separate()
        writer.write(value(finding, file))
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private static func value(_ finding: Diagnostic, _ file: CheckedFile) -> JSONValue {
    var location: [JSONValue.Member] = [.init("path", .string(file.path))]
    if let range = finding.range { location.append(.init("range", place(of: range, file.source))) }
    var members: [JSONValue.Member] = [
      .init("message", .string(finding.fullMessage)),
      .init("location", .object(location)),
      .init("severity", .string(word(for: finding.severity))),
      .init("code", .object([.init("value", .string(finding.rule.id))])),
    ]
    let suggestions = finding.fixes.compactMap { $0.spanningEdit(in: file.source.bytes) }
    if !suggestions.isEmpty {
      members.append(
        .init(
          "suggestions",
          .array(
            suggestions.map { edit in
              .object([
                .init("range", place(of: edit.range, file.source)),
                .init("text", .string(edit.replacement.string)),
              ])
            })))
    }
    return .object(members)
  }

  private static func place(of range: SourceRange, _ source: SourceFile) -> JSONValue {
    .object([
      .init("start", position(Int(range.start), source)),
      .init("end", position(Int(range.end), source)),
    ])
  }

  private static func position(_ offset: Int, _ source: SourceFile) -> JSONValue {
    let offset = min(offset, source.bytes.count)
    let line = source.lines.line(at: offset)
    return .object([
      .init("line", .number(line)),
      .init("column", .number(offset - source.lines.start(ofLine: line) + 1)),
    ])
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
