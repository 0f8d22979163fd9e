extension Evaluator {
  /// Source: CSL 1.0.2, "Names".
  mutating func names(_ element: NamesElement, into nodes: inout [Node]) -> Presence {
    let element = substitutedNames.map { Self.completed(element, by: $0) } ?? element
    let options = keyOptions.over((element.name?.options ?? NameOptions()).over(nameOptions))
    let slot = namesCount
    namesCount += 1
    var groups: [(variable: ItemVariable, label: TermID, names: [PersonName])] = []
    for variable in element.variables {
      guard case .names(let names) = value(variable) else { continue }
      groups.append((variable, .label(variable), names))
    }
    guard !groups.isEmpty else { return substitute(element, slot, into: &nodes) }
    joinEditorTranslator(&groups, element)
    let count = options.form == .count
    var total = 0
    var inner: [Node] = []
    for group in groups {
      consume(group.variable)
      let list = self.list(group.names, element, options)
      total += list.shown
      guard !count, !list.nodes.isEmpty else { continue }
      inner.append(labelled(list.nodes, group.label, group.names.count, element))
    }
    if area != .sortKey || !count {
      for variable in element.variables where groups.contains(where: { $0.variable == variable }) {
        consume(variable)
      }
    }
    if count {
      inner = [Node(area == .sortKey ? SortText.padded(total) : Array(String(total).utf8))]
    }
    guard
      let node = wrapped(
        inner, element.appearance, delimiter: element.delimiter ?? options.namesDelimiter ?? [])
    else { return .present }
    nodes.append(Node([node], tag: .names(slot)))
    return .present
  }

  /// An element inside `cs:substitute` takes what it lacks from the one around it.
  private static func completed(_ element: NamesElement, by outer: NamesElement) -> NamesElement {
    var result = element
    if element.name == nil {
      result.name = outer.name
      if element.label == nil { result.isLabelFirst = outer.isLabelFirst }
    }
    if element.label == nil {
      result.label = outer.label
      result.isLabelFirst = outer.isLabelFirst
    }
    result.etAl = element.etAl ?? outer.etAl
    result.delimiter = element.delimiter ?? outer.delimiter
    return result
  }

  /// Source: CSL 1.0.2, "Substitute".
  private mutating func substitute(_ element: NamesElement, _ slot: Int, into nodes: inout [Node])
    -> Presence
  {
    guard let substitutes = element.substitutes, !isInSubstitute else { return .missing }
    isInSubstitute = true
    substitutedNames = element
    defer {
      isInSubstitute = false
      substitutedNames = nil
    }
    for substitute in substitutes {
      var inner: [Node] = []
      _ = evaluate([substitute], into: &inner)
      // A term stands there even where it has no words.
      if case .text(let text) = substitute, case .term = text.source, inner.isEmpty { break }
      inner = inner.filter { !$0.isEmpty }
      guard !inner.isEmpty else { continue }
      guard let node = wrapped(inner, element.appearance) else { continue }
      nodes.append(Node([node], tag: .names(slot)))
      return .present
    }
    return .missing
  }

  /// The same people as editors and translators are named once.
  private func joinEditorTranslator(
    _ groups: inout [(variable: ItemVariable, label: TermID, names: [PersonName])],
    _ element: NamesElement
  ) {
    guard let editor = groups.firstIndex(where: { $0.variable == .editor }),
      let translator = groups.firstIndex(where: { $0.variable == .translator }),
      groups[editor].names == groups[translator].names,
      !program.locale.words(.editorTranslator, element.label?.form ?? .long).isEmpty
    else { return }
    let (kept, dropped) = (min(editor, translator), max(editor, translator))
    groups[kept].label = .editorTranslator
    groups.remove(at: dropped)
  }

  private func labelled(
    _ list: [Node], _ term: TermID, _ count: Int, _ element: NamesElement
  ) -> Node {
    var node = Node(list, tag: .nameList)
    guard area != .sortKey, let label = element.label,
      var labelNode = self.label(label, term, isPlural: count > 1)
    else { return node }
    labelNode = Node([labelNode], tag: .label)
    node = Node(element.isLabelFirst ? [labelNode, node] : [node, labelNode])
    return node
  }
}
