/// Findings that only say what another one says already.
enum RepeatedFindings {
  /// Rules for XML that is not well-formed, after the first fault of which little is read as it was meant.
  private static let malformed: Set<Rule> = [
    .malformedEndNoteXML, .malformedMODS, .malformedJATS,
  ]

  /// Leaves out what follows from another fault.
  static func leaveOut(from findings: inout [Diagnostic]) {
    leaveOutAfterMalformed(from: &findings)
    leaveOutStrayBraces(from: &findings)
    leaveOut(DuplicateID.rule, besideEach: .duplicateHayagrivaKey, from: &findings)
    leaveOut(ParentOrder.rule, besideEach: .crossrefCycle, from: &findings)
  }

  /// Of what is not well-formed the first place is told, and not what its records lack.
  private static func leaveOutAfterMalformed(from findings: inout [Diagnostic]) {
    guard let first = findings.firstIndex(where: { malformed.contains($0.rule) }) else { return }
    let kept = findings[first]
    findings.removeAll {
      malformed.contains($0.rule) && $0 != kept || IncompleteEntry.rules.contains($0.rule)
    }
  }

  /// A quotation mark that is lost leaves the brace over that closes the entry.
  private static func leaveOutStrayBraces(from findings: inout [Diagnostic]) {
    let opens = findings.lazy.filter { $0.rule == .unterminatedString }.compactMap {
      $0.range?.start
    }
    .sorted()
    guard !opens.isEmpty else { return }
    let all = findings
    var braces = all.indices.filter { all[$0].rule == .strayBrace }
      .map { (start: all[$0].range?.start ?? 0, index: $0) }.sorted { $0.start < $1.start }[
        ...]
    var left: Set<Int> = []
    for open in opens {
      braces = braces.drop { $0.start <= open }
      guard let next = braces.popFirst() else { break }
      left.insert(next.index)
    }
    findings = all.enumerated().filter { !left.contains($0.offset) }.map(\.element)
  }

  /// Leaves out the findings of a rule that stand where one of another rule stands.
  private static func leaveOut(
    _ rule: Rule, besideEach other: Rule, from findings: inout [Diagnostic]
  ) {
    let places = Set(findings.lazy.filter { $0.rule == other }.compactMap { $0.range?.start })
    guard !places.isEmpty else { return }
    findings.removeAll { finding in
      finding.rule == rule && finding.range.map { places.contains($0.start) } ?? false
    }
  }
}
