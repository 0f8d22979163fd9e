/// N007: nothing that could be a note was found.
enum NoNotes: Check {
  static let rule = Rule("N007", "no-notes", .note, "the document has no notes")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    let document = extraction.document
    guard document.notes.isEmpty, document.markers.isEmpty else { return [] }
    let isEmpty = document.source.bytes.allSatisfy(\.isASCIISpace)
    return [
      Diagnostic(
        rule,
        isEmpty
          ? "the file is empty"
          : "no notes were found, reading the file as \(document.format); name its format with --from if that is wrong",
        at: SourceRange(0, 0))
    ]
  }
}
