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
    // Places and numbers are sorted, as they are much smaller than findings.
    let order = findings.indices.map { (start: findings[$0].range?.start ?? 0, index: $0) }.sorted {
      if $0.start != $1.start { return $0.start < $1.start }
      let (left, right) = (findings[$0.index].rule.id, findings[$1.index].rule.id)
      return left == right ? $0.index < $1.index : left < right
    }
    return order.map { findings[$0.index] }
  }
}
