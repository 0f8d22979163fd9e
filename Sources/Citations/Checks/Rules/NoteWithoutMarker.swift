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
    // A second note with the label of one that is marked is a duplicate label, which is another finding.
    var names: Set<String> = []
    for (index, note) in document.notes.enumerated() where marked[index] {
      names.insert(note.series + " " + note.label)
    }
    // Notes about the article itself and notes in the margin need no sign in the text.
    let free: Set<String> = ["article", "margin"]
    return document.notes.enumerated().filter {
      !marked[$0.offset] && !free.contains($0.element.series)
        && !names.contains($0.element.series + " " + $0.element.label)
    }.map { _, note in
      Diagnostic(
        rule, "no marker in the text points to note \"\(note.label)\"; add one or remove the note",
        at: note.range, note: note.label)
    }
  }
}
