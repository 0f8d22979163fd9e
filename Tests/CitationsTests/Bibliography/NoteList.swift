@testable import Citations

/// Reads notes that stand one a line and are labelled from 1, without a text around them.
func extraction(ofNotes notes: [String]) -> Extraction {
  let source = SourceFile(name: "notes", bytes: Array(notes.joined(separator: "\n").utf8))
  var document = Document(source: source, format: "text")
  var offset = 0
  for (index, text) in notes.enumerated() {
    let end = offset + text.utf8.count
    document.notes.append(
      Note(
        label: String(index + 1), text: SourceText(text, source: offset),
        range: SourceRange(offset, end)))
    offset = end + 1
  }
  return Extraction(reading: document, options: ExtractionOptions())
}

extension Extraction {
  /// The keys of the works that each note's citations mean, "?" for one that is not resolved.
  var cited: [String] {
    notes.map { note in note.cites.map { $0.work ?? "?" }.joined(separator: " ") }
  }
}
