/// P001: a reference that was read, but not surely.
enum DoubtfulReading: Check {
  static let rule = Rule(
    "P001", "doubtful-reading", .note, "a reference was read with little certainty")
  /// Below this the reading is worth a look.
  private static let threshold = 0.6

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.notes.flatMap { note in
      note.cites.filter { $0.kind == .full && $0.confidence < threshold }.map { cite in
        let words = note.note.text.utf8[cite.range].string
        return Diagnostic(
          rule,
          "\"\(words)\" was read as \(cite.reference.type.rawValue) with little certainty; check its fields",
          at: note.note.text.sourceRange(of: cite.range), note: note.note.label)
      }
    }
  }
}
