/// N002: a note that no marker in the body sends the reader to.
///
/// Silent where a document is a mere list of notes: where there is no marker at all, there is no body to look for one in.
enum NoteWithoutMarker: Check {
  static let rule = Rule(
    "N002", "note-without-marker", .warning, "a note has no marker in the text")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    let document = extraction.document
    guard !document.markers.isEmpty || !document.blocks.isEmpty else { return [] }
    var marked = Array(repeating: false, count: document.notes.count)
    for marker in document.markers {
      if let note = marker.note, marked.indices.contains(note) { marked[note] = true }
    }
    return document.notes.enumerated().filter { !marked[$0.offset] }.map { _, note in
      Diagnostic(
        rule, "no marker in the text points to note \"\(note.label)\"; add one or remove the note",
        at: note.range, note: note.label)
    }
  }
}
