/// N020: a page that a note cites is not among the pages of the work.
enum LocatorOutsideWork: Check {
  static let rule = Rule(
    "N020", "locator-outside-work", .warning, "a note cites a page that the work does not have")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    var pages: [String: ClosedRange<Int>] = [:]
    for work in extraction.works { pages[work.id] = work[.page].flatMap(extent) }
    return extraction.notes.flatMap { note in
      note.cites.compactMap { cite -> Diagnostic? in
        guard let locator = cite.locator, locator.label == .page, let cited = range(locator.value),
          let range = cite.reference[.page].flatMap(extent) ?? cite.work.flatMap({ pages[$0] }),
          !range.contains(cited.lowerBound) || !range.contains(cited.upperBound)
        else { return nil }
        let words = note.note.text.utf8[cite.range].string
        return Diagnostic(
          rule,
          "\"\(words)\" cites page \(locator.value), and the work is on pages \(range.lowerBound) to \(range.upperBound)",
          at: note.note.text.sourceRange(of: cite.range), note: note.note.label)
      }
    }
  }

  /// The pages that a work occupies; nil for one page, which law reports give as the first.
  private static func extent(_ text: String) -> ClosedRange<Int>? {
    range(text).flatMap { $0.count > 1 ? $0 : nil }
  }

  /// One range of plain numbers: "201–219", "230"; nil for anything else.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let parts = PageRange.expanded(text).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let low = numbers.first, let high = numbers.last,
      numbers.count <= 2, low <= high
    else { return nil }
    return low...high
  }
}
