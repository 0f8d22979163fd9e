/// What was found in a document, formatted in a style.
public struct RenderedExtraction: Sendable {
  /// The notes that cite works, and the bibliography of these.
  public private(set) var document: StyledDocument
  /// Citations that are not in `document`, since nobody knows their works.
  public private(set) var diagnostics: [Diagnostic]

  /// Formats the citations of each note, and the works that they cite.
  public init(
    _ extraction: Extraction, style: Style, locales: LocaleSet, language: String? = nil,
    linksIdentifiers: Bool = false
  ) {
    let notes = CitedNotes(extraction, areCitationsInNotes: style.styleClass == .note)
    var processor = Processor(style: style, locales: locales, language: language)
    processor.linksIdentifiers = linksIdentifiers
    processor.add(extraction.works)
    _ = processor.setCitations(notes.citations)
    document = StyledDocument(
      lines: zip(notes.labels, processor.texts).map { .init(label: $0, texts: [$1]) },
      bibliography: processor.bibliography())
    document.hasAnchors = linksIdentifiers
    diagnostics = notes.diagnostics
  }
}

/// The citations of a document's notes, a citation for each note.
private struct CitedNotes {
  var citations: [Citation] = []
  /// The labels of the notes that `citations` stand in.
  var labels: [String] = []
  var diagnostics: [Diagnostic] = []

  init(_ extraction: Extraction, areCitationsInNotes: Bool) {
    var number = 0
    for note in extraction.notes {
      let label = note.note.label
      // A style that names notes means them by their labels; where these are no numbers, notes are counted.
      number = Int(label).flatMap { $0 > 0 ? $0 : nil } ?? number + 1
      let items = items(of: note)
      guard !items.isEmpty else { continue }
      citations.append(
        Citation(
          id: "\(citations.count)", items: items, noteNumber: areCitationsInNotes ? number : 0))
      labels.append(label.isEmpty ? "\(number)" : label)
    }
  }

  private mutating func items(of note: ReadNote) -> [CitationItem] {
    note.cites.compactMap { cite in
      guard let work = cite.work else {
        diagnostics.append(
          Diagnostic(
            .citeLeftOut, "a citation is left out, since its work is not known",
            at: note.note.range, note: note.note.label))
        return nil
      }
      return CitationItem(
        id: work, locator: cite.locator?.value ?? "", label: cite.locator?.label,
        prefix: cite.prefix, suffix: cite.suffix)
    }
  }
}
