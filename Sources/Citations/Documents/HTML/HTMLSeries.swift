/// Gives notes their labels and the series that each label belongs to.
///
/// Within a series a label stands once: a second list that begins again at 1 is a series of its own. A label that is
/// given twice in one list stays a double.
struct HTMLSeries {
  private let page: HTMLPage
  private var counts: [String: Int] = [:]
  private var used: [String: Set<String>] = [:]
  /// The series that each list of notes writes into, by the list's node and kind of label.
  private var names: [String: String] = [:]

  /// The number of the newest series of each kind.
  private var newest: [String: Int] = [:]

  /// The labels that notes of each container show, which are given to no other.
  private var reserved: [String: Set<String>] = [:]

  init(page: HTMLPage) { self.page = page }

  /// Keeps the label of a note from notes without one in the same container.
  mutating func reserve(_ label: HTMLLabel?, for note: HTMLFoundNote) {
    guard let label, !label.text.isEmpty else { return }
    reserved[base(note, label) + "/\(home(of: note))", default: []].insert(label.text)
  }

  /// The label and series of the next note of the page; `isMarked` says whether a marker sends there.
  mutating func place(_ note: HTMLFoundNote, label: HTMLLabel?, isMarked: Bool)
    -> (label: String, series: String)
  {
    let base = base(note, label)
    let home = base + "/\(home(of: note))"
    var series = names[home] ?? base
    var text = label?.text ?? ""
    if text.isEmpty {
      var number = counts[series, default: 0] + 1
      while (used[series]?.contains("\(number)") ?? false)
        || (reserved[home]?.contains("\(number)") ?? false)
      {
        number += 1
      }
      text = "\(number)"
    }
    let begins = ["1", "a", "i"].contains(text) && isMarked || label?.kind == .symbol
    let isDouble = names[home] != nil && !begins && note.place == .apart
    if !isDouble, used[series]?.contains(text) ?? false {
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
    guard note.place == .apart else { return -1 }
    let top = note.nodes.lowerBound
    // The text of a paragraph stands where the paragraph does.
    return page.parent(page.elements[top].isBlock ? top : page.blocks[top])
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
