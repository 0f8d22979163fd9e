extension StyleReader {
  /// The rendering elements inside a node; deeper than the limit is an error.
  mutating func elementList(_ node: Int, depth: Int) -> [Element] {
    guard depth < Self.depthLimit else {
      report(
        .styleStructure, "elements are nested deeper than \(Self.depthLimit) levels", at: node)
      return []
    }
    return elements(of: node).compactMap { element($0, depth: depth + 1) }
  }

  private mutating func element(_ node: Int, depth: Int) -> Element? {
    checkAttributes(node)
    switch elementName(node) {
    case "text": return textElement(node).map { .text($0) }
    case "number":
      guard let variable = variable(node) else { return nil }
      return .number(
        NumberElement(
          variable: variable, form: value(NumberElement.Form.self, "form", node) ?? .numeric,
          appearance: appearance(node)))
    case "label": return .label(labelElement(node))
    case "date": return dateElement(node).map { .date($0) }
    case "names": return namesElement(node, depth: depth).map { .names($0) }
    case "group":
      return .group(
        GroupElement(
          elements: elementList(node, depth: depth), delimiter: bytes("delimiter", node) ?? [],
          appearance: appearance(node)))
    case "choose": return .choose(branches(node, depth: depth))
    default:
      unexpected(node, in: elementName(tree.nodes[node].parent))
      return nil
    }
  }

  /// What most elements share.
  mutating func appearance(_ node: Int) -> Appearance {
    Appearance(
      affixes: .of(prefix: bytes("prefix", node) ?? [], suffix: bytes("suffix", node) ?? []),
      formatting: formatting(node), display: value(Display.self, "display", node),
      textCase: value(TextCase.self, "text-case", node), quotes: flag("quotes", node) ?? false,
      stripPeriods: flag("strip-periods", node) ?? false)
  }

  private mutating func formatting(_ node: Int) -> Formatting {
    Formatting(
      fontStyle: value(Formatting.FontStyle.self, "font-style", node),
      fontVariant: value(Formatting.FontVariant.self, "font-variant", node),
      fontWeight: value(Formatting.FontWeight.self, "font-weight", node),
      textDecoration: value(Formatting.TextDecoration.self, "text-decoration", node),
      verticalAlign: value(Formatting.VerticalAlign.self, "vertical-align", node))
  }

  /// The variable that an element names; one that CSL does not know is reported and has no value.
  mutating func variable(_ node: Int) -> ItemVariable? {
    guard let name = attribute("variable", node) else {
      report(.styleValue, "<\(tree.nodes[node].name)> has no `variable`", at: node)
      return nil
    }
    if let variable = ItemVariable(name) { return variable }
    report(.unknownStyleName, "\"\(name)\" is no variable of CSL and has no value", at: node)
    return nil
  }

  private mutating func textElement(_ node: Int) -> TextElement? {
    let appearance = appearance(node)
    if attribute("macro", node) != nil {
      return macro(node).map { TextElement(source: .macro($0), appearance: appearance) }
    }
    if let text = bytes("value", node) {
      return TextElement(source: .value(text), appearance: appearance)
    }
    if let name = attribute("term", node) {
      let term = TermReference(
        id: termNames.intern(name), form: value(TermForm.self, "form", node) ?? .long,
        isPlural: flag("plural", node) ?? false)
      return TextElement(source: .term(term), appearance: appearance)
    }
    guard attribute("variable", node) != nil else {
      report(
        .styleValue, "<text> has none of `variable`, `macro`, `term`, `value`; it needs one",
        at: node)
      return nil
    }
    guard let variable = variable(node) else { return nil }
    if variable == .yearSuffix { placesYearSuffix = true }
    return TextElement(
      source: .variable(variable, isShort: attribute("form", node) == "short"),
      appearance: appearance)
  }

  mutating func labelElement(_ node: Int) -> LabelElement {
    LabelElement(
      variable: attribute("variable", node).flatMap { ItemVariable($0) },
      form: value(TermForm.self, "form", node) ?? .long,
      plural: value(LabelElement.Plural.self, "plural", node) ?? .contextual,
      appearance: appearance(node))
  }

  // MARK: Dates

  private mutating func dateElement(_ node: Int) -> DateElement? {
    guard let variable = variable(node) else { return nil }
    return dateElement(node, variable)
  }

  /// A date element; in a locale it has no variable of its own.
  mutating func dateElement(_ node: Int, _ variable: ItemVariable) -> DateElement {
    var parts: [DatePart] = []
    for inner in elements(of: node) {
      guard elementName(inner) == "date-part" else {
        unexpected(inner, in: "date")
        continue
      }
      checkAttributes(inner)
      guard let name = value(DatePart.Name.self, "name", inner) else { continue }
      parts.append(
        DatePart(
          name: name, form: value(DatePart.Form.self, "form", inner),
          rangeDelimiter: bytes("range-delimiter", inner), appearance: appearance(inner)))
    }
    return DateElement(
      variable: variable, form: value(DateElement.Form.self, "form", node),
      parts: value(DateElement.Parts.self, "date-parts", node) ?? .yearMonthDay, dateParts: parts,
      delimiter: bytes("delimiter", node) ?? [], appearance: appearance(node))
  }

  // MARK: Names

  private mutating func namesElement(_ node: Int, depth: Int) -> NamesElement? {
    var variables: [ItemVariable] = []
    for word in words("variable", node) {
      if let variable = ItemVariable(word) {
        variables.append(variable)
      } else {
        report(.unknownStyleName, "\"\(word)\" is no variable of CSL and has no value", at: node)
      }
    }
    var result = NamesElement(
      variables: variables, delimiter: bytes("delimiter", node), appearance: appearance(node))
    for inner in elements(of: node) {
      checkAttributes(inner)
      switch elementName(inner) {
      case "name": result.name = nameElement(inner)
      case "label":
        result.isLabelFirst = result.name == nil
        result.label = labelElement(inner)
      case "et-al":
        result.etAl = EtAlElement(
          term: termNames.intern(attribute("term", inner) ?? "et-al"),
          appearance: appearance(inner))
      case "substitute": result.substitutes = elementList(inner, depth: depth + 1)
      default: unexpected(inner, in: "names")
      }
    }
    // Without cs:name the names stand where they always do: before the label.
    if result.name == nil { result.isLabelFirst = false }
    return result
  }

  private mutating func nameElement(_ node: Int) -> NameElement {
    var result = NameElement(
      options: nameOptions(node, isInherited: false), appearance: appearance(node))
    for inner in elements(of: node) {
      guard elementName(inner) == "name-part" else {
        unexpected(inner, in: "name")
        continue
      }
      checkAttributes(inner)
      switch attribute("name", inner) {
      case "family": result.family = appearance(inner)
      case "given": result.given = appearance(inner)
      default: report(.styleValue, "<name-part> is for \"family\" or \"given\"", at: inner)
      }
    }
    return result
  }
}
