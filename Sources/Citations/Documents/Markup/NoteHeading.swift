/// Words that head a section of notes.
enum NoteHeading {
  /// The words, lower case, in the languages that documents are met in.
  private static let words: Set<String> = [
    "notes", "note", "footnotes", "endnotes", "notes and references", "references and notes",
    "anmerkungen", "fußnoten", "fussnoten", "endnoten", "einzelnachweise",
    "notes de bas de page", "notes et références", "notas", "notas al pie", "notas de rodapé",
    "note a piè di pagina", "voetnoten", "noten", "fotnoter", "noter", "przypisy",
  ]

  /// Whether a heading's text heads a section of notes.
  static func matches(_ text: String) -> Bool {
    matches(Array(text.utf8)[...])
  }

  /// Whether a heading's bytes, with emphasis signs around them or not, head a section of notes.
  static func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    var bytes = bytes
    let around = Set("*_'=:. \t\r\n".utf8)
    while let first = bytes.first, around.contains(first) { bytes.removeFirst() }
    while let last = bytes.last, around.contains(last) { bytes.removeLast() }
    return bytes.count < 60 && words.contains(bytes.string.lowercased())
  }
}
