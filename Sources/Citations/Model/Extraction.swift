/// Everything that was found in one document.
public struct Extraction: Sendable {
  /// The document as its reader found it.
  public var document: Document
  /// Its notes, read; one for each of `document.notes`, in order.
  public var notes: [ReadNote]
  /// The distinct works that the notes cite in full, each with a unique `id`, in order of first citation.
  public var works: [Reference]
  /// Findings of every stage, in order of place.
  public var diagnostics: [Diagnostic]

  /// The findings and readings of one document.
  public init(
    document: Document, notes: [ReadNote] = [], works: [Reference] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.document = document
    self.notes = notes
    self.works = works
    self.diagnostics = diagnostics
  }
}
