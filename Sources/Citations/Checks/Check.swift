/// One rule's look at a document.
///
/// Each rule is a type of its own that knows its `Rule`, finds what it is about and words its messages.
protocol Check {
  /// The rule that the check is for.
  static var rule: Rule { get }
  /// What the rule finds.
  static func findings(in extraction: Extraction) -> [Diagnostic]
}

/// All checks of a document's notes that are made wherever notes are read.
enum Checks {
  private static var all: [any Check.Type] {
    [
      NoNotes.self, MarkerWithoutNote.self, NoteWithoutMarker.self, DuplicateLabel.self,
      OutOfOrder.self,
      SeveralSeries.self, TrailingText.self, IncompleteMention.self, DoubtfulReading.self,
      IncompleteReference.self, LocatorOutsideWork.self, EmptyNote.self,
    ]
  }

  /// What all rules find, in order of place in the source.
  static func findings(in extraction: Extraction) -> [Diagnostic] {
    sorted(all.flatMap { $0.findings(in: extraction) })
  }

  /// Findings in order of place, those without one first; a stable order for equal places.
  static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.enumerated().sorted {
      let left = ($0.element.range?.start ?? 0, $0.element.rule.id)
      let right = ($1.element.range?.start ?? 0, $1.element.rule.id)
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }
}
