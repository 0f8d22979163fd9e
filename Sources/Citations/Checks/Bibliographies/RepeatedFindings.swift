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
    for open in findings where open.rule == .unterminatedString {
      guard let start = open.range?.start,
        let next = findings.indices.filter({
          findings[$0].rule == .strayBrace && (findings[$0].range?.start ?? 0) > start
        }).min(by: {
          (findings[$0].range?.start ?? 0) < (findings[$1].range?.start ?? 0)
        })
      else { continue }
      findings.remove(at: next)
    }
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
