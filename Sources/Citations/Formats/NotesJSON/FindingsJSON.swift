/// Findings as JSON.
///
/// Source: our findings format, schema `citations/findings/1`.
struct FindingsJSON {
  /// Begins a list of findings, so that readers know what they have.
  static let schema = "citations/findings/1"

  private let source: SourceFile
  /// Whether each finding names its file, its end, its entry and its fixes: a list of findings that stands by itself.
  private let isAlone: Bool
  private var cursor: PositionCursor

  /// Findings about `source`; `withFile` says whether they stand outside of the file's own notes.
  init(_ source: SourceFile, withFile: Bool) {
    self.source = source
    isAlone = withFile
    cursor = PositionCursor(source)
  }

  /// The object for one finding; line and column are absent where the place is not known.
  mutating func value(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(diagnostic.rule.id)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if isAlone { members.append(.init("file", .string(source.name))) }
    if let range = diagnostic.range {
      let start = cursor.position(at: Int(range.start))
      members += Self.place(start)
      if isAlone {
        let end = cursor.position(ahead: Int(range.end))
        members.append(.init("end", .object(Self.place(end))))
      }
    }
    if let note = diagnostic.note { members.append(.init("note", .string(note))) }
    if isAlone {
      if let key = diagnostic.key { members.append(.init("key", .string(key))) }
      if !diagnostic.fixes.isEmpty {
        members.append(.init("fixes", .array(diagnostic.fixes.map { value($0) })))
      }
    }
    return .object(members)
  }

  private func value(_ fix: FixIt) -> JSONValue {
    .object([
      .init("title", .string(fix.title)), .init("safety", .string(fix.safety.rawValue)),
      .init(
        "edits",
        .array(
          fix.edits.map { edit in
            .object(
              Self.place(cursor.position(near: Int(edit.range.start))) + [
                .init("end", .object(Self.place(cursor.position(near: Int(edit.range.end))))),
                .init("text", .string(edit.replacement.string)),
              ])
          })),
    ])
  }

  private static func place(_ position: SourcePosition) -> [JSONValue.Member] {
    [.init("line", .number(position.line)), .init("column", .number(position.column))]
  }
}
