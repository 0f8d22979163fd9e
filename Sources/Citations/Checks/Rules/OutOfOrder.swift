/// N004: a marker or a note whose number is lower than the one before, or that leaves numbers out.
enum OutOfOrder: Check {
  static let rule = Rule(
    "N004", "out-of-order", .warning, "numbers of markers or notes are not in order")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    let document = extraction.document
    let markers = document.markers.map { marker in
      (
        series: marker.note.map { document.notes[$0].series } ?? "note", label: marker.label,
        range: marker.range
      )
    }
    let notes = document.notes.map { (series: $0.series, label: $0.label, range: $0.range) }
    // A format that follows links numbers for itself: its notes may stand anywhere.
    let isLinked = !document.markers.isEmpty && document.markers.allSatisfy { $0.pairing == .link }
    return jumps(markers, "marker", isLinked: isLinked)
      + (isLinked ? [] : jumps(notes, "note", isLinked: false))
  }

  private static func jumps(
    _ items: [(series: String, label: String, range: SourceRange)], _ what: String, isLinked: Bool
  ) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var last: [String: Int] = [:]
    var seen: Set<String> = []
    for item in items {
      guard let number = Int(item.label) else { continue }
      if number == 1 {
        // The numbers start again, with a chapter or a page.
        seen = [item.series + " 1"]
        last[item.series] = 1
        continue
      }
      let isRepeated = !seen.insert(item.series + " " + item.label).inserted
      defer { if !isRepeated || what == "note" { last[item.series] = number } }
      guard let before = last[item.series], number != before + 1, !isRepeated else { continue }
      let message =
        number <= before
        ? "\(what) \"\(number)\" stands after \"\(before)\"; expected \"\(before + 1)\""
        : "\(what) \"\(number)\" follows \"\(before)\"; \(number - before == 2 ? "\"\(before + 1)\" is" : "\"\(before + 1)\" to \"\(number - 1)\" are") missing"
      result.append(
        Diagnostic(rule, message, at: item.range, note: what == "note" ? item.label : nil))
    }
    return result
  }
}
