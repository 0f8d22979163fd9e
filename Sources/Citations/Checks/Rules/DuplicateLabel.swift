/// N003: two notes of one series with the same label, where labels are meant to tell them apart.
///
/// Numbers that start again (a new chapter, a new page) are no duplicates: the label after a restart is not larger than
/// the one before.
enum DuplicateLabel: Check {
  static let rule = Rule("N003", "duplicate-label", .error, "two notes have the same label")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var seen: [String: [String: Int]] = [:]
    var last: [String: Int] = [:]
    for note in extraction.document.notes {
      let number = Int(note.label)
      // Symbols start again on every page, and numbers with 1.
      if let number, number == 1, let before = last[note.series], before > 1 {
        seen[note.series] = [:]
      }
      if let number { last[note.series] = number }
      guard number != nil || note.series != "symbol" else { continue }
      if seen[note.series]?[note.label] != nil {
        result.append(
          Diagnostic(
            rule, "a second note is labelled \"\(note.label)\"; give it a label of its own",
            at: note.range, note: note.label))
      }
      seen[note.series, default: [:]][note.label, default: 0] += 1
    }
    return result
  }
}
