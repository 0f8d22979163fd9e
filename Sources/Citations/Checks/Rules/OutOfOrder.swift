/// N004: a marker or a note whose number is lower than the one before, or that leaves numbers out.
enum OutOfOrder: Check {
  static let rule = Rule(
    "N004", "out-of-order", .warning, "numbers of markers or notes are not in order")

  /// A number in the order of the document.
  private struct Item {
    var series: String
    var label: String
    var range: SourceRange
    /// Whether a jump at it is reported: a marker without a note is a finding of its own.
    var isReported = true
  }

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    let document = extraction.document
    let markers = document.markers.map { marker in
      Item(
        series: marker.note.map { document.notes[$0].series } ?? "note", label: marker.label,
        range: marker.range, isReported: marker.note != nil)
    }
    let notes = document.notes.map { Item(series: $0.series, label: $0.label, range: $0.range) }
    // A format that follows links numbers for itself: its notes may stand anywhere.
    let isLinked = !document.markers.isEmpty && document.markers.allSatisfy { $0.pairing == .link }
    return jumps(markers, "marker") + (isLinked ? [] : jumps(notes, "note") + lateStart(notes))
  }

  /// Notes that begin with 2 or 3: the first was lost.
  ///
  /// A higher number begins a piece of a longer text.
  private static func lateStart(_ notes: [Item]) -> [Diagnostic] {
    guard let first = notes.first(where: { $0.series == "note" }), let number = Int(first.label),
      number == 2 || number == 3, !notes.contains(where: { $0.label == "1" })
    else { return [] }
    return [
      Diagnostic(
        rule, "notes begin with \"\(number)\"; expected \"1\"", at: first.range, note: first.label)
    ]
  }

  private static func jumps(_ items: [Item], _ what: String) -> [Diagnostic] {
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
      let isNew = seen.insert(item.series + " " + item.label).inserted
      // The same marker again refers to the same note.
      guard isNew || what == "note" else { continue }
      let before = last[item.series]
      last[item.series] = max(number, before ?? number)
      guard isNew, item.isReported, let before, number != before + 1 else { continue }
      result.append(
        Diagnostic(
          rule, message(what, number, after: before), at: item.range,
          note: what == "note" ? item.label : nil))
    }
    return result
  }

  private static func message(_ what: String, _ number: Int, after before: Int) -> String {
    if number <= before {
      return "\(what) \"\(number)\" stands after \"\(before)\"; expected \"\(before + 1)\""
    }
    let missing =
      number - before == 2
      ? "\"\(before + 1)\" is" : "\"\(before + 1)\" to \"\(number - 1)\" are"
    return "\(what) \"\(number)\" follows \"\(before)\"; \(missing) missing"
  }
}
