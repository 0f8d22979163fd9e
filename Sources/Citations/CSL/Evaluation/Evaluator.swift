/// Evaluates the elements of a style for one cite or entry into a tree of text.
///
/// What each element finds is handed up in three states, so that a group knows whether to vanish.
struct Evaluator {
  /// Where the text is for.
  enum Area: Sendable { case citation, bibliography, sortKey }

  /// Whether an element called variables, and whether one of them had a value.
  enum Presence: Int, Comparable, Sendable {
    /// No variable was called.
    case plain
    /// Variables were called, and none had a value.
    case missing
    /// A variable had a value.
    case present

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let program: Program
  let item: Item
  let cite: CiteContext
  let area: Area
  /// How names are shortened and expanded, the year suffix, and the condition of disambiguation.
  let state: ItemState
  /// Whether the name options are those of the bibliography.
  let isForBibliography: Bool
  /// What a sort key says of names; it counts more than anything else.
  var keyOptions = NameOptions()

  /// Whether the text is only compared with that of other items.
  var isComparing = false
  /// How many tests of `disambiguate` were met so far.
  var conditionsMet = 0

  /// Variables that were printed in the place of names and are not printed again.
  var suppressed = VariableSet()
  var isInSubstitute = false
  /// The element whose parts the names inside `cs:substitute` take over.
  var substitutedNames: NamesElement?
  /// Whether a year suffix was printed.
  var hasYearSuffix = false
  /// The names that were printed, one entry for each name variable.
  var nameBlocks: [NameBlock] = []
  /// How many `cs:names` were printed so far.
  var namesCount = 0

  init(
    _ program: Program, _ item: Item, _ cite: CiteContext, _ area: Area, _ state: ItemState,
    isForBibliography: Bool
  ) {
    self.program = program
    self.item = item
    self.cite = cite
    self.area = area
    self.state = state
    self.isForBibliography = isForBibliography
  }

  var nameOptions: NameOptions {
    isForBibliography ? program.bibliographyNames : program.citationNames
  }

  /// The nodes of elements.
  ///
  /// Recursion is bounded: elements nest to a limited depth and macros do not call themselves.
  mutating func nodes(_ elements: [Element]) -> [Node] {
    var nodes: [Node] = []
    _ = evaluate(elements, into: &nodes)
    return nodes
  }

  mutating func evaluate(_ elements: [Element], into nodes: inout [Node]) -> Presence {
    var presence = Presence.plain
    for element in elements { presence = max(presence, evaluate(element, into: &nodes)) }
    return presence
  }

  private mutating func evaluate(_ element: Element, into nodes: inout [Node]) -> Presence {
    switch element {
    case .text(let element): text(element, into: &nodes)
    case .number(let element): number(element, into: &nodes)
    case .label(let element): label(element, into: &nodes)
    case .date(let element): date(element, into: &nodes)
    case .names(let element): names(element, into: &nodes)
    case .group(let element): group(element, into: &nodes)
    case .choose(let branches): choose(branches, into: &nodes)
    }
  }

  /// Source: CSL 1.0.2, "Group": it vanishes where it calls variables and all are empty.
  private mutating func group(_ group: GroupElement, into nodes: inout [Node]) -> Presence {
    var inner: [Node] = []
    let presence = evaluate(group.elements, into: &inner)
    guard presence != .missing else { return .missing }
    guard let node = wrapped(inner, group.appearance, delimiter: group.delimiter) else {
      return presence
    }
    nodes.append(node)
    return .present
  }

  /// A macro behaves as a group.
  mutating func macro(_ index: Int, _ appearance: Appearance, into nodes: inout [Node]) -> Presence
  {
    var inner: [Node] = []
    let presence = evaluate(program.style.macros[index].elements, into: &inner)
    guard presence != .missing else { return .missing }
    guard let node = wrapped(inner, appearance) else { return presence }
    nodes.append(node)
    return .present
  }

  private mutating func choose(_ branches: [Branch], into nodes: inout [Node]) -> Presence {
    for branch in branches where holds(branch) { return evaluate(branch.elements, into: &nodes) }
    return .plain
  }

  /// Puts the look of an element around nodes, with periods taken out and the case changed.
  func wrapped(_ nodes: [Node], _ appearance: Appearance, delimiter: [UInt8] = []) -> Node? {
    var nodes = nodes
    if appearance.stripPeriods {
      for index in nodes.indices { nodes[index].transform(Self.stripPeriods) }
    }
    if let textCase = appearance.textCase { apply(textCase, to: &nodes) }
    return Node.wrapped(nodes, appearance, delimiter: delimiter)
  }

  private static func stripPeriods(_ node: inout Node) -> Bool {
    if case .text(let text) = node.content, !node.isVerbatim {
      node.content = .text(text.filter { $0 != UInt8(ascii: ".") })
    }
    node.prefix.removeAll { $0 == UInt8(ascii: ".") }
    node.suffix.removeAll { $0 == UInt8(ascii: ".") }
    node.delimiter.removeAll { $0 == UInt8(ascii: ".") }
    return true
  }

  func apply(_ textCase: TextCase, to nodes: inout [Node]) {
    let language = item.language.isEmpty ? program.locale.language : item.language
    if textCase == .title, LanguageTag(language).primary != "en" { return }
    let mapping =
      item.language.isEmpty ? program.locale.caseMapping : CaseMapping(language: item.language)
    TextCaseTransform.apply(textCase, to: &nodes, mapping: mapping)
  }

  /// Notes that a variable was printed inside `cs:substitute`, so that it is not printed again.
  mutating func consume(_ variable: ItemVariable) {
    if isInSubstitute { suppressed.insert(variable) }
  }

  /// Whether a variable has a value that may be printed.
  func value(_ variable: ItemVariable) -> Item.Value? {
    suppressed.contains(variable) ? nil : item[variable]
  }
}

/// What a cite adds to an item: the place in it, and where it stands in the document.
struct CiteContext: Sendable, Hashable {
  /// The positions that hold.
  struct Positions: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let first = Positions(rawValue: 1)
    static let subsequent = Positions(rawValue: 2)
    static let ibid = Positions(rawValue: 4)
    static let ibidWithLocator = Positions(rawValue: 8)
    static let nearNote = Positions(rawValue: 16)
  }
  var locator: [UInt8] = []
  var label: Locator.Label?
  var positions: Positions = []
  /// The note of the first cite of the item; 0 where there is none.
  var firstNote = 0
}

/// What the document and disambiguation say of an item.
struct ItemState: Sendable, Hashable {
  /// The place in the bibliography, from 1.
  var number = 0
  /// From 1; 0 for none.
  var yearSuffix = 0
  /// For how many tests, from the first on, `disambiguate="true"` holds.
  var conditions = 0
  /// How many names to print at least, for each name variable in the order in which they are printed.
  var shownNames: [Int] = []
  /// How far given names are expanded, by name variable and name.
  var givenLevels: [[GivenLevel]] = []
}

/// How much of a given name is printed.
enum GivenLevel: UInt8, Sendable, Comparable {
  case none, initials, full

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The names of one variable as they were printed.
struct NameBlock: Sendable {
  var names: [PersonName]
  /// How many stand there; the rest is "et al.".
  var shown: Int
  /// How the given names stand there by the style alone.
  var baseLevel: GivenLevel
  /// How given names are shortened; nil where they are not.
  var initials: Initials?

  /// What tells a name apart as it is printed with so much of its given name, without spaces and periods: initials that
  /// differ in these alone tell nobody apart.
  func mark(_ index: Int, _ level: GivenLevel) -> [UInt8] {
    let name = names[index]
    var result =
      name.nonDroppingParticle + [0] + (name.literal.isEmpty ? name.family : name.literal)
    switch max(level, baseLevel) {
    case .none: break
    case .initials: result += [0] + (initials?.text(name.given) ?? name.given)
    case .full: result += [0] + name.given
    }
    if max(level, baseLevel) > .none { result += [0] + name.droppingParticle + [0] + name.suffix }
    return result.filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }
  }
}
