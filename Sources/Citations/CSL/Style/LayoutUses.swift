/// What a layout asks for in any of its branches and macros.
struct LayoutUses: Sendable {
  /// Whether it prints citation numbers.
  var citationNumber = false
  /// Whether it prints the note of an item's first cite.
  var firstNote = false
  /// Whether it tests `disambiguate`.
  var disambiguation = false

  /// Looks through elements; each macro is looked at once.
  init(of elements: [Element], in style: Style) {
    var seen: Set<Int> = []
    look(at: elements, style, &seen)
  }

  private mutating func look(at elements: [Element], _ style: Style, _ seen: inout Set<Int>) {
    for element in elements {
      switch element {
      case .text(let text):
        switch text.source {
        case .variable(let variable, _): look(at: variable)
        case .macro(let index):
          if seen.insert(index).inserted { look(at: style.macros[index].elements, style, &seen) }
        case .term, .value: break
        }
      case .number(let number): look(at: number.variable)
      case .group(let group): look(at: group.elements, style, &seen)
      case .names(let names): look(at: names.substitutes ?? [], style, &seen)
      case .choose(let branches): for branch in branches { look(at: branch, style, &seen) }
      case .label, .date: break
      }
    }
  }

  private mutating func look(at variable: ItemVariable) {
    if variable == .citationNumber { citationNumber = true }
    if variable == .firstReferenceNoteNumber { firstNote = true }
  }

  private mutating func look(at branch: Branch, _ style: Style, _ seen: inout Set<Int>) {
    for condition in branch.conditions {
      if case .disambiguate = condition { disambiguation = true }
    }
    look(at: branch.elements, style, &seen)
  }
}
