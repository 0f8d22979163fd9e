/// N005: the notes are in more than one series, which a reader of the results should know.
enum SeveralSeries: Check {
  static let rule = Rule("N005", "several-series", .note, "the notes are in more than one series")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var names: [String] = []
    var first: [SourceRange] = []
    for note in extraction.document.notes where !names.contains(note.series) {
      names.append(note.series)
      first.append(note.range)
    }
    guard names.count > 1 else { return [] }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return [Diagnostic(rule, "the notes are in \(names.count) series: \(list)", at: first[1])]
  }
}
