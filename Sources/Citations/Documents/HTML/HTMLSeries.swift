/// Gives notes their labels and the series that each label belongs to.
///
/// Within a series a label stands once: a second list that begins again at 1 is a series of its own.
struct HTMLSeries {
  private let page: HTMLPage
  private var counts: [String: Int] = [:]
  private var used: [String: Set<String>] = [:]
  /// The series that each list of notes writes into, by the list's node and kind of label.
  private var names: [String: String] = [:]

  /// The number of the newest series of each kind.
  private var newest: [String: Int] = [:]

  init(page: HTMLPage) { self.page = page }

  /// The label and series of the next note of the page.
  mutating func place(_ note: HTMLFoundNote, label: HTMLLabel?) -> (label: String, series: String) {
    let base = base(note, label)
    let home = base + "/\(home(of: note))"
    var series = names[home] ?? base
    var text = label?.text ?? ""
    if text.isEmpty {
      var number = counts[series, default: 0] + 1
      while used[series]?.contains("\(number)") ?? false { number += 1 }
      text = "\(number)"
    }
    if used[series]?.contains(text) ?? false {
      // The newest series of the kind, or one more: never all of them in turn.
      var number = max(newest[base, default: 1], 2)
      if used["\(base)-\(number)"]?.contains(text) ?? false { number += 1 }
      newest[base] = number
      series = "\(base)-\(number)"
    }
    names[home] = series
    used[series, default: []].insert(text)
    if let number = Int(text) { counts[series] = max(counts[series, default: 0], number) }
    return (text, series)
  }

  /// The container of a note; notes inside sentences share one.
  private func home(of note: HTMLFoundNote) -> Int {
    note.place == .apart ? page.parent(note.nodes.lowerBound) : -1
  }

  private func base(_ note: HTMLFoundNote, _ label: HTMLLabel?) -> String {
    let top = note.nodes.lowerBound
    if note.place == .contained, HTMLVocabulary.isMargin(page.tree, top) { return "margin" }
    if isEndnote(note) { return "endnote" }
    if page.facts[top].contains(.table), page.elements[top] != .row { return "table" }
    switch label?.kind {
    case .letter?: return "letter"
    case .roman?: return "roman"
    case .symbol?: return "symbol"
    case .word?: return "group"
    default: return "note"
    }
  }

  private func isEndnote(_ note: HTMLFoundNote) -> Bool {
    var parent = page.parent(note.nodes.lowerBound)
    for _ in 0..<3 where parent >= 0 {
      if HTMLVocabulary.isEndnote(page.tree, parent) { return true }
      parent = page.parent(parent)
    }
    return note.nodes.prefix(6).contains {
      page.elements[$0] != .text && HTMLVocabulary.isEndnote(page.tree, $0)
    }
  }
}
