/// Findings.
extension BibTeXParser {
  mutating func report(_ rule: Rule, _ message: String, _ start: Int, _ end: Int) {
    tree.diagnostics.append(Diagnostic(rule, message, at: SourceRange(start, end)))
  }

  /// The text of a range in quotation marks, not more than some 40 bytes of it.
  func excerpt(_ start: Int, _ end: Int) -> String {
    var limit = min(end, start + 40)
    while limit > start, limit < end, bytes[limit].isUTF8Continuation { limit -= 1 }
    return "\"\(bytes[start..<limit].string)\(limit < end ? "…" : "")\""
  }
}

extension BibTeXSyntax {
  /// Puts the findings into the order of the file.
  mutating func sortDiagnostics() {
    let places = diagnostics.map { $0.range?.start ?? 0 }
    guard zip(places, places.dropFirst()).contains(where: { $0 > $1 }) else { return }
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    diagnostics = order.map { diagnostics[$0] }
  }
}
