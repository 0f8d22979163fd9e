/// Where a finding is, as reports for programs say it.
struct ReportPlace {
  var start: SourcePosition
  var end: SourcePosition

  /// The places of ranges that mostly ascend, in linear time even where a line is as long as the file.
  struct Finder {
    private var cursor: PositionCursor

    init(_ source: SourceFile) {
      cursor = PositionCursor(source)
    }

    /// The place of a finding.
    mutating func place(of range: SourceRange) -> ReportPlace {
      let start = cursor.position(at: Int(range.start))
      return ReportPlace(start: start, end: cursor.position(ahead: Int(range.end)))
    }

    /// The place of an edit near the finding that was asked for last.
    func place(near range: SourceRange) -> ReportPlace {
      ReportPlace(
        start: cursor.position(near: Int(range.start)), end: cursor.position(near: Int(range.end)))
    }
  }
}

extension Diagnostic {
  /// The message with the note or the entry that it is about, for forms that have no place for these.
  var fullMessage: String {
    if let note { return "note \(note): \(message)" }
    if let key { return "\(key): \(message)" }
    return message
  }
}
