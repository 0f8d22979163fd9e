/// Chooses the fixes to make, so that none touches what another one changes.
public enum FixSelection {
  /// The source with the fixes of its findings made.
  ///
  /// A fix is left for another run where it overlaps one that begins before it. Of a finding that offers several fixes none
  /// is made unless exactly one is safe: which one is right is for a person to say.
  ///
  /// - Parameters:
  ///   - file: The file with its findings.
  ///   - includesSuggested: Whether to make fixes that are only suggested as well.
  /// - Returns: The new bytes and how many fixes were made.
  /// - Complexity: O(*n* + *f* log *f*).
  public static func applying(
    to file: CheckedFile, includingSuggested includesSuggested: Bool
  ) -> (bytes: [UInt8], count: Int) {
    let fixes = file.findings.compactMap { fix(of: $0, includesSuggested) }
    let order = fixes.indices.sorted { (fixes[$0].start, $0) < (fixes[$1].start, $1) }
    var edits: [SourceEdit] = []
    var count = 0
    var end = -1
    for index in order {
      let span = fixes[index]
      // Two insertions at one place would depend on their order, so they do not go together either.
      guard span.start > end || (span.start == end && span.start < span.end) else { continue }
      guard span.end <= file.source.bytes.count else { continue }
      edits += span.fix.edits
      end = span.end
      count += 1
    }
    return (count == 0 ? file.source.bytes : SourceEdit.apply(edits, to: file.source.bytes), count)
  }

  private struct Span {
    var fix: FixIt
    var start: Int
    var end: Int
  }

  private static func fix(of finding: Diagnostic, _ includesSuggested: Bool) -> Span? {
    let safe = finding.fixes.filter { $0.safety == .safe }
    let choices = safe.isEmpty && includesSuggested ? finding.fixes : safe
    guard choices.count == 1, let fix = choices.first,
      let start = fix.edits.map(\.range.start).min(), let end = fix.edits.map(\.range.end).max()
    else { return nil }
    return Span(fix: fix, start: Int(start), end: Int(end))
  }
}
