/// N008: a note in which nothing stands.
enum EmptyNote: Check {
  static let rule = Rule("N008", "empty-note", .warning, "a note is empty")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.document.notes.filter { note in
      note.structured.isEmpty && !note.text.utf8.contains { $0.isASCIIAlphanumeric || $0 >= 0x80 }
    }.map { note in
      Diagnostic(
        rule, "note \"\(note.label)\" is empty; write it or take it out with its marker",
        at: note.range, note: note.label)
    }
  }
}
