extension Evaluator {
  /// How many names a list shows, and what stands for the rest.
  private struct Extent {
    var shown: Int
    var isShortened: Bool
    /// Whether the last name stands after an ellipsis.
    var showsLast = false
  }

  /// The nodes of a list of names and how many names stand there.
  ///
  /// Source: CSL 1.0.2, "Name", "Et-al".
  mutating func list(_ names: [PersonName], _ element: NamesElement, _ options: NameOptions) -> (
    nodes: [Node], shown: Int
  ) {
    let block = nameBlocks.count
    let extent = extent(names.count, options, block)
    let base = baseLevel(options)
    let layout = layout(element, options)
    var printed: [Node] = []
    let indices =
      Array(0..<extent.shown) + (extent.showsLast ? [names.count - 1] : [])
    for index in indices {
      let level = max(base, givenLevel(block, index))
      printed.append(name(names[index], index, layout, element, options, level, base))
    }
    nameBlocks.append(
      NameBlock(
        names: names, shown: extent.shown, baseLevel: base, initials: layout.initials))
    guard !printed.isEmpty else { return ([], extent.shown) }
    let isLastInverted = isInverted(names, extent.shown, options)
    return (joined(printed, extent, element, options, names.count, isLastInverted), extent.shown)
  }

  /// Whether the name before "and" or "et al." stands in inverted order.
  private func isInverted(_ names: [PersonName], _ shown: Int, _ options: NameOptions) -> Bool {
    let index = shown < names.count ? shown - 1 : names.count - 2
    guard names.indices.contains(index), names[index].literal.isEmpty, !names[index].given.isEmpty
    else { return false }
    return options.nameAsSortOrder == .all || options.nameAsSortOrder == .first && index == 0
  }

  private func givenLevel(_ block: Int, _ index: Int) -> GivenLevel {
    guard area != .sortKey, area == .citation || program.style.citation.givenNameRule != .byCite,
      block < state.givenLevels.count,
      index < state.givenLevels[block].count
    else { return .none }
    return state.givenLevels[block][index]
  }

  private func baseLevel(_ options: NameOptions) -> GivenLevel {
    if options.form == .short { return .none }
    return options.initializeWith != nil && options.initialize != false ? .initials : .full
  }

  private func extent(_ count: Int, _ options: NameOptions, _ block: Int) -> Extent {
    let isSubsequent = area == .citation && cite.positions.contains(.subsequent)
    let min = (isSubsequent ? options.etAlSubsequentMin : nil) ?? options.etAlMin
    let first = (isSubsequent ? options.etAlSubsequentUseFirst : nil) ?? options.etAlUseFirst
    guard let min, count >= min, let first else {
      return Extent(shown: count, isShortened: false)
    }
    var shown = first
    if area == .citation, block < state.shownNames.count {
      shown = max(shown, state.shownNames[block])
    }
    if shown >= count { return Extent(shown: count, isShortened: false) }
    let showsLast = options.etAlUseLast == true && count - shown > 1
    return Extent(shown: shown, isShortened: true, showsLast: showsLast)
  }

  /// How the names of a list are arranged, but for what differs from name to name.
  private func layout(_ element: NamesElement, _ options: NameOptions) -> NameLayout {
    var initials: Initials?
    if let with = options.initializeWith {
      initials = Initials(
        with: with, makesInitials: options.initialize != false,
        keepsHyphens: program.style.options.initializeWithHyphen)
    }
    return NameLayout(
      form: options.form ?? .long, initials: initials,
      isInverted: options.nameAsSortOrder == .all, isSortKey: area == .sortKey,
      demotion: program.style.options.demotion,
      sortSeparator: options.sortSeparator ?? Array(", ".utf8), family: element.name?.family,
      given: element.name?.given, mapping: program.locale.caseMapping)
  }

  private func name(
    _ name: PersonName, _ index: Int, _ layout: NameLayout, _ element: NamesElement,
    _ options: NameOptions, _ level: GivenLevel, _ base: GivenLevel
  ) -> Node {
    var layout = layout
    if options.nameAsSortOrder == .first { layout.isInverted = index == 0 }
    if level > base {
      if level > .none, layout.form == .short { layout.form = .long }
      if level == .full { layout.initials = nil }
    }
    var nodes = layout.nodes(name)
    if let appearance = element.name?.appearance, !appearance.isPlain {
      nodes = wrapped(nodes, appearance).map { [$0] } ?? []
    }
    return Node(nodes, tag: .name(index))
  }

  // MARK: Joining

  private func joined(
    _ names: [Node], _ extent: Extent, _ element: NamesElement, _ options: NameOptions,
    _ count: Int, _ isLastInverted: Bool
  ) -> [Node] {
    let delimiter = options.delimiter ?? Array(", ".utf8)
    var result: [Node] = []
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      if index > 0 {
        if isLast, extent.showsLast {
          result.append(Node(delimiter + (delimiter.last == 0x20 ? [] : [0x20])))
          result.append(Node("… "))
        } else if isLast, !extent.isShortened, let and = and(options) {
          result.append(Node(precedesLast(options, count, isLastInverted) ? delimiter : []))
          let isSpaced = Self.isSpaced(and)
          if isSpaced, result.last?.plain.last != 0x20 { result.append(Node(" ")) }
          result.append(Node(isSpaced ? and + [0x20] : and))
        } else {
          result.append(Node(delimiter))
        }
      }
      result.append(name)
    }
    if extent.isShortened, !extent.showsLast, area != .sortKey {
      result += etAl(extent.shown, delimiter, element, options, isLastInverted)
    }
    return result
  }

  /// Whether a term is set off by spaces: not in scripts without them, and not where it is a prefix as in Hebrew.
  private static func isSpaced(_ term: [UInt8]) -> Bool {
    guard !term.isEmpty else { return true }
    let (scalar, length) = term.scalar(at: 0)
    return !scalar.isWordCharacter || PersonName.isWestern(Array(term.prefix(length)))
  }

  private func and(_ options: NameOptions) -> [UInt8]? {
    guard area != .sortKey else { return nil }
    switch options.and {
    case .text: return program.locale.words(.and)
    case .symbol: return program.locale.andSign ?? [UInt8(ascii: "&")]
    case nil: return nil
    }
  }

  private func precedesLast(_ options: NameOptions, _ count: Int, _ isInverted: Bool) -> Bool {
    switch options.delimiterPrecedesLast ?? .contextual {
    case .always: true
    case .never: false
    case .contextual: count > 2
    case .afterInvertedName: isInverted
    }
  }

  private func etAl(
    _ shown: Int, _ delimiter: [UInt8], _ element: NamesElement, _ options: NameOptions,
    _ isInverted: Bool
  ) -> [Node] {
    let words = program.locale.words(element.etAl?.term ?? .etAl)
    guard !words.isEmpty else { return [] }
    let usesDelimiter =
      switch options.delimiterPrecedesEtAl ?? .contextual {
      case .always: true
      case .never: false
      case .contextual: shown > 1
      case .afterInvertedName: isInverted
      }
    guard
      let term = wrapped(
        [Node(InlineParser.nodes(words), tag: .term(.etAl))],
        element.etAl?.appearance ?? Appearance())
    else { return [] }
    // Scripts without spaces set the term right after the name.
    let space: [UInt8] = Self.isSpaced(words) ? [0x20] : []
    return [Node(usesDelimiter ? delimiter : space), term]
  }
}
