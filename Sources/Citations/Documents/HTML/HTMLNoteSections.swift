/// Finds where a page keeps notes that no link names.
struct HTMLNoteSections {
  /// Notes that belong together: those of one heading, one list, one run of numbers.
  struct Group: Sendable {
    var notes: [HTMLFoundNote] = []
    /// Whether a heading or an element says that these are notes.
    var isHeaded: Bool
  }

  private struct Section {
    var nodes: Range<Int>
    var isHeaded: Bool
  }

  let page: HTMLPage
  /// Flags of nodes that are notes or markers already.
  let taken: [Bool]
  private let signs: [HTMLUnlinkedMarkers.Sign]
  /// The labels of all signs.
  private let known: Set<String>
  /// How often the numbers of the signs begin again.
  private let restarts: Int

  init(page: HTMLPage, taken: [Bool], signs: [HTMLUnlinkedMarkers.Sign]) {
    self.page = page
    self.taken = taken
    self.signs = signs
    known = Set(signs.map(\.label.text))
    var restarts = 0
    var last = 0
    for number in signs.compactMap(\.label.number) {
      if number == 1, last > 1 { restarts += 1 }
      last = number
    }
    self.restarts = restarts
  }

  /// The notes under all headings and elements that say so; else, if `mayGuess`, those after the last sign.
  func groups(mayGuess: Bool) -> [Group] {
    var result: [Group] = []
    var restarts = self.restarts
    var nextSign = 0
    for section in announced() {
      var wanted: Set<String> = []
      while nextSign < signs.count, signs[nextSign].nodes.lowerBound < section.nodes.lowerBound {
        wanted.insert(signs[nextSign].label.text)
        nextSign += 1
      }
      result += groups(in: section, wanted: wanted.count, &restarts)
    }
    if result.isEmpty, mayGuess, let tail = tail() {
      result = groups(in: tail, wanted: 0, &restarts)
    }
    return result
  }

  /// Whether a heading announces notes.
  var hasHeading: Bool { announced().contains(where: \.isHeaded) }

  // MARK: Places

  private func announced() -> [Section] {
    var result: [Section] = []
    let headings = (0..<page.count).filter {
      page.elements[$0] == .heading && page.ink(in: page.subtree($0)) > 0
    }
    var node = 0
    var nextHeading = 0
    while node < page.count {
      while nextHeading < headings.count, headings[nextHeading] <= node { nextHeading += 1 }
      guard page.elements[node].isBlock, page.facts[node].isDisjoint(with: [.hidden, .comments]),
        !taken[node]
      else {
        node += 1
        continue
      }
      if let level = headingLevel(node) {
        var end = page.count
        for heading in headings[nextHeading...]
        where levelOf(heading) <= level || isComments(heading) {
          end = heading
          break
        }
        end = commentsStart(page.end(node)..<end)
        result.append(Section(nodes: page.end(node)..<end, isHeaded: true))
        node = page.end(node)
      } else if isNoteBlock(node) {
        result.append(Section(nodes: page.subtree(node), isHeaded: false))
        node = page.end(node)
      } else {
        node += 1
      }
    }
    return withoutOverlap(result)
  }

  private func withoutOverlap(_ sections: [Section]) -> [Section] {
    var result: [Section] = []
    for section in sections {
      if let last = result.last, section.nodes.lowerBound < last.nodes.upperBound {
        if section.nodes.upperBound <= last.nodes.upperBound { continue }
        result[result.count - 1].nodes = last.nodes.lowerBound..<section.nodes.lowerBound
      }
      result.append(section)
    }
    return result
  }

  /// The level of a heading that announces notes; 7 for a paragraph that stands for one.
  private func headingLevel(_ node: Int) -> Int? {
    let element = page.elements[node]
    guard element == .heading || element == .block,
      let text = page.shortText(page.subtree(node), limit: 40),
      HTMLVocabulary.isNotesHeading(text)
    else { return nil }
    if element == .heading { return levelOf(node) }
    // A box around a heading is no heading.
    return page.hasHeading(page.subtree(node)) || page.links[node] >= 0 ? nil : 7
  }

  private func levelOf(_ node: Int) -> Int {
    page.tree.nodes[node].name.utf8.last.map { Int($0) - 0x30 } ?? 7
  }

  private func isComments(_ heading: Int) -> Bool {
    page.shortText(page.subtree(heading), limit: 60).map(HTMLVocabulary.isCommentsHeading) ?? false
  }

  private func commentsStart(_ range: Range<Int>) -> Int {
    range.first { page.elements[$0].isBlock && page.facts[$0].contains(.comments) }
      ?? range.upperBound
  }

  private func isNoteBlock(_ node: Int) -> Bool {
    guard
      page.elements[node] == .block || page.elements[node] == .list || page.elements[node] == .cell
    else { return false }
    return HTMLVocabulary.isNoteBody(page.tree, node)
      || HTMLVocabulary.semantics(page.tree, node).contains(where: HTMLVocabulary.noteList.contains)
  }

  /// What follows the last rule after the last sign, else what follows the block of the last sign.
  private func tail() -> Section? {
    guard let last = signs.last else { return nil }
    let block = page.blocks[last.nodes.lowerBound]
    guard block >= 0 else { return nil }
    var start = page.end(block)
    for node in start..<page.count
    where page.elements[node] == .rule && page.ink[node] < page.ink[page.count] {
      start = node + 1
    }
    let end = commentsStart(start..<page.count)
    return start < end ? Section(nodes: start..<end, isHeaded: false) : nil
  }

  // MARK: Notes

  private func groups(in section: Section, wanted: Int, _ restarts: inout Int) -> [Group] {
    let units = HTMLUnits(page: page).all(in: section.nodes)
    let reader = HTMLNoteText(page: page, cuts: .none)
    let labels = units.map { unit -> HTMLLabel? in
      if unit.nodes.contains(where: { taken[$0] }) { return nil }
      return reader.read(HTMLFoundNote(unit.nodes)).label ?? unit.listLabel
    }
    if labels.prefix(3).contains(where: { $0 != nil }) {
      return numbered(units, labels, section, &restarts)
    }
    guard section.isHeaded else { return [] }
    var group = Group(isHeaded: true)
    for (place, unit) in units.enumerated() {
      // More items of one list than there are signs are notes without a sign.
      let isSameList = unit.isItem && place > 0 && units[place - 1].parent == unit.parent
      guard place < wanted || isSameList && place > 0 && wanted > 0 else { break }
      if unit.nodes.contains(where: { taken[$0] }) { break }
      if let text = page.shortText(unit.nodes, limit: 60), HTMLVocabulary.isCommentsHeading(text) {
        break
      }
      group.notes.append(HTMLFoundNote(unit.nodes))
    }
    return group.notes.isEmpty ? [] : [group]
  }

  private func numbered(
    _ units: [HTMLUnits.Unit], _ labels: [HTMLLabel?], _ section: Section, _ restarts: inout Int
  ) -> [Group] {
    let lastLabelled = labels.lastIndex { $0 != nil } ?? 0
    var result: [Group] = []
    var group = Group(isHeaded: section.isHeaded)
    var number = 0
    var parent = -1
    for (place, (unit, label)) in zip(units, labels).enumerated() {
      let index = group.notes.count
      guard let label else {
        // A paragraph without a label continues the note before it if a label follows.
        if index > 0, place < lastLabelled, !unit.isItem {
          group.notes[index - 1].nodes =
            group.notes[index - 1].nodes.lowerBound..<unit.nodes.upperBound
        }
        continue
      }
      if let value = label.number, label.kind == .number {
        if value <= number {
          // A list that begins again is another group only where the signs begin again.
          if value == 1, restarts > 0 {
            restarts -= 1
            result.append(group)
            group = Group(isHeaded: section.isHeaded)
            number = 0
          } else if !isMisplaced(place, units, labels) {
            break
          }
        } else if value > number + 3, !known.contains(label.text) {
          continue
        }
        number = max(number, value)
      }
      if !section.isHeaded, group.notes.isEmpty, !known.contains(label.text) { return result }
      if unit.isItem, parent >= 0, parent != unit.parent, label.number == 1, !group.notes.isEmpty {
        break
      }
      parent = unit.parent
      var note = HTMLFoundNote(unit.nodes)
      if unit.listLabel == label { note.listLabel = label } else { note.label = label }
      group.notes.append(note)
    }
    result.append(group)
    return result.filter { !$0.notes.isEmpty }
  }
  /// Whether a note whose number is no larger than the one before is a double or out of order, not the first of
  /// another list: it shows its number, directly after a note of the same container, and no second list begins there.
  private func isMisplaced(_ place: Int, _ units: [HTMLUnits.Unit], _ labels: [HTMLLabel?]) -> Bool
  {
    guard place > 0, labels[place - 1] != nil, units[place - 1].parent == units[place].parent,
      units[place - 1].isItem == units[place].isItem
    else { return false }
    let next = place + 1 < labels.count ? labels[place + 1]?.number : nil
    return labels[place]?.number != 1 || next != 2
  }
}
