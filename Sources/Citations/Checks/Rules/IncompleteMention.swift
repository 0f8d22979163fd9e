/// C020: a note sends the reader to somebody without saying to which work.
enum IncompleteMention: Check {
  static let rule = Rule(
    "C020", "incomplete-mention", .error, "a source is named but not described")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.notes.flatMap { note in
      note.cites.filter { $0.kind == .mention }.map { cite in
        let words = note.note.text.utf8[cite.range].string
        let missing = missing(cite.reference).joined(separator: ", ")
        return Diagnostic(
          rule, "\"\(words)\" is incomplete: \(missing); give the work that is meant",
          at: note.note.text.sourceRange(of: cite.range), note: note.note.label)
      }
    }
  }

  private static func missing(_ reference: Reference) -> [String] {
    var result: [String] = []
    if reference[.title] == nil { result.append("no title") }
    if reference[.issued] == nil { result.append("no date") }
    if reference[.containerTitle] == nil, reference[.publisher] == nil, reference[.url] == nil {
      result.append("no source")
    }
    return result
  }
}
