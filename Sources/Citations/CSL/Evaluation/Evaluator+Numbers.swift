extension Evaluator {
  /// Source: CSL 1.0.2, "Number".
  mutating func number(_ element: NumberElement, into nodes: inout [Node]) -> Presence {
    guard let text = numericText(element.variable) else { return .missing }
    consume(element.variable)
    if area == .sortKey {
      nodes.append(Node(SortText.number(text)))
      return .present
    }
    let gender = program.locale.term(.label(element.variable))?.gender
    var inner = [Node(numberText(text, element.form, gender))]
    if element.variable == .citationNumber {
      inner = [Node(inner, tag: .citationNumber(state.number))]
    } else if element.variable == .locator {
      inner = [Node(inner, tag: .locator)]
    }
    if let node = wrapped(inner, element.appearance) { nodes.append(node) }
    return .present
  }

  /// A text with its numbers in a form, or as it stands where it is no number.
  private func numberText(_ text: [UInt8], _ form: NumberElement.Form, _ gender: TermGender?)
    -> [UInt8]
  {
    let number = NumberText(text)
    guard number.isNumeric else { return labelled(text, form, gender) ?? text }
    var result: [UInt8] = []
    for piece in number.pieces {
      switch piece {
      case .number(let value, let digits): result += self.number(value, digits, form, gender)
      case .word(let word): result += word
      case .separator(let sign):
        switch sign.first {
        case UInt8(ascii: "&"): result += " & ".utf8
        case UInt8(ascii: ","), UInt8(ascii: ";"): result += sign + [0x20]
        default: result += "–".utf8
        }
      }
    }
    return result
  }

  /// A number with places after it that name what they count, "7, p. 3-8": the labels become those of the locale.
  private func labelled(_ text: [UInt8], _ form: NumberElement.Form, _ gender: TermGender?)
    -> [UInt8]?
  {
    let parts = text.split(separator: UInt8(ascii: ",")).map { Array($0.trimmedASCIISpace) }
    guard parts.count > 1, NumberText(parts[0]).isNumeric else { return nil }
    var result = numberText(parts[0], form, gender)
    for part in parts.dropFirst() {
      guard let space = part.firstIndex(of: 0x20), let term = locatorTerm(part[..<space]) else {
        return nil
      }
      let place = Array(part[(space + 1)...])
      result += ", ".utf8
      result += program.locale.words(term, .short, plural: NumberText(place).isPlural)
      result += [0x20] + PageNumbers(format: nil, delimiter: Array("–".utf8)).text(place)
    }
    return result
  }

  /// The locator that an abbreviation of the locale stands for.
  private func locatorTerm(_ word: ArraySlice<UInt8>) -> TermID? {
    for label in Locator.Label.allCases {
      let term = TermID.label(label)
      let forms = [false, true].map { program.locale.words(term, .short, plural: $0) }
      if forms.contains(where: { $0.elementsEqual(word) }) { return term }
    }
    return nil
  }

  private func number(
    _ value: Int, _ digits: [UInt8], _ form: NumberElement.Form, _ gender: TermGender?
  ) -> [UInt8] {
    switch form {
    case .numeric: return digits
    case .roman: return NumberText.roman(value)
    case .ordinal: return ordinal(value, gender)
    case .longOrdinal:
      guard (1...10).contains(value) else { return ordinal(value, gender) }
      let term = program.locale.term(.longOrdinal(value), gender: gender)
      return term.map(\.single) ?? ordinal(value, gender)
    }
  }

  /// Source: CSL 1.0.2, "Ordinal Suffixes".
  func ordinal(_ value: Int, _ gender: TermGender?) -> [UInt8] {
    let digits = Array(String(value).utf8)
    if let term = program.locale.term(.ordinal(value % 100), gender: gender) {
      // The last two digits are the default from 10 on, the last digit below.
      let holds =
        switch term.match {
        case .wholeNumber: value < 100
        case .lastDigit, .lastTwoDigits, nil: true
        }
      if holds { return digits + term.single }
    }
    if let term = program.locale.term(.ordinal(value % 10), gender: gender) {
      let holds =
        switch term.match {
        case .wholeNumber, .lastTwoDigits: value < 10
        case .lastDigit, nil: true
        }
      if holds { return digits + term.single }
    }
    return digits + (program.locale.term(.ordinalSuffix, gender: gender)?.single ?? [])
  }

  // MARK: Labels

  /// Source: CSL 1.0.2, "Label".
  mutating func label(_ element: LabelElement, into nodes: inout [Node]) -> Presence {
    guard let variable = element.variable, let text = numericText(variable) else { return .plain }
    // "vol. 1, fol. 186": such a locator brings its own labels.
    if variable == .locator, cite.label == nil, NumberText.beginsWithLabel(text) { return .plain }
    let term = variable == .locator ? TermID.label(cite.label ?? .page) : .label(variable)
    append(label(element, term, isPlural: isPlural(variable, text)), to: &nodes)
    return .plain
  }

  private func append(_ node: Node?, to nodes: inout [Node]) {
    if let node { nodes.append(node) }
  }

  private func isPlural(_ variable: ItemVariable, _ text: [UInt8]) -> Bool {
    if variable == .numberOfVolumes || variable == .numberOfPages, text != [0x31] { return true }
    let words = [program.locale.words(.and), program.locale.words(.and, .symbol)].map {
      Array($0.trimmedASCIISpace)
    }
    return NumberText(text, and: words).isPlural
  }

  /// The node of a label.
  func label(_ element: LabelElement, _ term: TermID, isPlural: Bool) -> Node? {
    let plural =
      switch element.plural {
      case .always: true
      case .never: false
      case .contextual: isPlural
      }
    let words = program.locale.words(term, element.form, plural: plural)
    guard !words.isEmpty else { return nil }
    return wrapped([Node(InlineParser.nodes(words), tag: .label)], element.appearance)
  }
}
