/// Makes a reference of an entry whose fields are resolved.
///
/// What has a variable goes to it, what has none is kept as an extra field; nothing is left out.
struct BibTeXEntryReader {
  typealias Field = BibTeXResolver.Field
  typealias Special = BibTeXFieldTable.Special

  /// How text is read.
  struct Manner: Sendable {
    var dialect: BibTeXDialect
    /// Whose rules take names apart.
    var names: ReaderOptions.NameRules
    /// Whether our own writer made the file, so that every value means what it says.
    var isOwn = false
  }

  /// What a field is read as.
  struct Claim {
    var variable: AnyVariable
    var rank: UInt8
    var field: Field
  }

  let manner: Manner
  let resolver: BibTeXResolver
  let bytes: [UInt8]
  var diagnostics: [Diagnostic] = []
  var decoder = LaTeXDecoder()
  var nameReader: BibTeXNameReader
  /// What was reported, and where.
  private struct Report: Hashable {
    var rule: Rule
    var range: SourceRange
  }
  /// The key of the entry that a report was for.
  private var reported: [Report: ArraySlice<UInt8>] = [:]
  /// Commands that were reported.
  private var unknownCommands: Set<[UInt8]> = []

  var reference = Reference(type: .document)
  var type: BibTeXTypeTable.EntryType
  private var typeNumber: Int32 = -1
  var claims: [Claim] = []
  var special = [Field?](repeating: nil, count: Special.allCases.count)
  /// Which variable our own writer put into a field that is for another one.
  var assignments: [(field: String, variable: AnyVariable)] = []
  /// Values that our own writer put beside the fields, which say more than those.
  var overrides: [(name: String, value: Range<Int>)] = []
  /// Titles whose braces in two pairs may be there by rule.
  var doubledTitles: [(variable: TextVariable, field: Field, ranges: [Range<Int>])] = []
  var key: ArraySlice<UInt8> = []

  init(_ resolver: BibTeXResolver, _ manner: Manner, type: BibTeXTypeTable.EntryType) {
    self.resolver = resolver
    self.manner = manner
    self.type = type
    bytes = resolver.bytes
    nameReader = BibTeXNameReader(manner.names)
    nameReader.isLiteral = manner.isOwn
    decoder.readsHTML = !manner.isOwn
  }

  /// The reference of an entry.
  mutating func read(_ entry: BibTeXResolver.Entry, _ fields: some Collection<Field>) -> Reference {
    if entry.type != typeNumber {
      typeNumber = entry.type
      type = resolver.types[entry.type]
    }
    key = resolver.key(of: entry)
    reference = Reference(id: key.string, type: type.meaning ?? .document)
    claims.removeAll(keepingCapacity: true)
    assignments.removeAll(keepingCapacity: true)
    overrides.removeAll(keepingCapacity: true)
    doubledTitles.removeAll(keepingCapacity: true)
    for index in special.indices { special[index] = nil }
    for field in fields { readSupplement(field) }
    for field in fields { sort(field) }
    readOptions()
    readAnnotation()
    readRoles()
    readTypeWords()
    readPlaces()
    readEprint()
    for claim in claims { take(claim) }
    readDates()
    finishTitles()
    applyOverrides()
    finishType()
    return reference
  }

  /// Puts a field where it will be read.
  private mutating func sort(_ field: Field) {
    if !assignments.isEmpty, let variable = assignment(of: field) {
      return claim(variable, 0, field)
    }
    guard field.number >= 0 else { return keep(field) }
    switch type.table.uses[Int(field.number)] {
    case .kept: keep(field)
    case .variable(let variable, let rank): claim(variable, rank, field)
    case .special(let kind):
      // Two names of one field, as "address" and "location".
      if special[kind.rawValue] == nil { special[kind.rawValue] = field } else { keep(field) }
    }
  }

  /// Claims a variable for a field; of several the one with the lowest rank has it, the others are kept.
  mutating func claim(_ variable: AnyVariable, _ rank: UInt8, _ field: Field) {
    guard let index = claims.firstIndex(where: { $0.variable == variable }) else {
      claims.append(Claim(variable: variable, rank: rank, field: field))
      return
    }
    guard rank < claims[index].rank else { return keep(field) }
    keep(claims[index].field)
    claims[index] = Claim(variable: variable, rank: rank, field: field)
  }

  /// Keeps a field as it stands.
  mutating func keep(_ field: Field) {
    reference.extras.append(
      .init(
        format: "biblatex", name: resolver.name(of: field), value: resolver.value(of: field).string)
    )
  }

  /// A special field of the entry, which is taken out.
  mutating func pop(_ kind: Special) -> Field? {
    let place = kind.rawValue
    defer { special[place] = nil }
    return special[place]
  }

  /// A special field of the entry.
  func peek(_ kind: Special) -> Field? { special[kind.rawValue] }

  func range(_ field: Field) -> Range<Int> { Int(field.value.start)..<Int(field.value.end) }

  // MARK: Reports

  /// Reports something about a field; `detail` begins with the words it is about.
  ///
  /// The finding stands at `part` of the resolved bytes where that is a part of the source, else at the whole field.
  mutating func report(_ rule: Rule, _ detail: String, _ field: Field, at part: Range<Int>? = nil) {
    guard !manner.isOwn else { return }
    let whole = Int(field.source.start)..<Int(field.source.end)
    var place = quoted(detail, in: whole) ?? undelimited(whole)
    // The part may stand in the definition of a string.
    if let part, part.upperBound <= resolver.tree.bytes.count { place = part }
    let range = SourceRange(place.lowerBound, place.upperBound)
    // What others inherit or use is said where it stands, for the first of them.
    let owner = reported[Report(rule: rule, range: range), default: key]
    guard owner.startIndex == key.startIndex else { return }
    reported[Report(rule: rule, range: range)] = key
    let isOutside = !whole.contains(place.lowerBound)
    let name = resolver.tree[field.name].map(\.asciiLowercased).string
    diagnostics.append(
      Diagnostic(
        rule, isOutside ? "\(detail) in a string" : "\(detail) in \(name) of \"\(key.string)\"",
        at: range))
  }

  /// Where the quoted words at the beginning of a message stand in the source; nil where they do not stand there as they are.
  private func quoted(_ detail: String, in source: Range<Int>) -> Range<Int>? {
    let text = Array(detail.utf8)
    guard text.first == UInt8(ascii: "\""),
      let end = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")), end > 2
    else { return nil }
    let words = Array(text[1..<end])
    return resolver.tree.bytes.firstOffset(
      of: words, from: source.lowerBound, to: source.upperBound
    )
    .map { $0..<$0 + words.count }
  }

  /// A value without its delimiters.
  private func undelimited(_ source: Range<Int>) -> Range<Int> {
    let bytes = resolver.tree.bytes
    guard source.count > 2, let first = bytes[source].first, let last = bytes[source].last,
      first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
        || first == UInt8(ascii: "\"") && last == UInt8(ascii: "\"")
    else { return source }
    return source.lowerBound + 1..<source.upperBound - 1
  }

  /// Fields that no style prints, where LaTeX never sees what stands in them.
  private static let unprinted: Set<String> = ["abstract", "annotation", "keywords", "source"]

  /// Reports what the decoder stumbled over in a field.
  mutating func reportProblems(_ field: Field) {
    guard !manner.isOwn else { return }
    let isPrinted = !Self.unprinted.contains(resolver.name(of: field))
    for problem in decoder.problems {
      let text = bytes[problem.range].string
      let place = problem.range
      switch problem.kind {
      case .unknownCommand:
        // Once for each command, not for each use.
        guard unknownCommands.insert(Array(bytes[problem.range])).inserted else { continue }
        report(.unknownCommand, "command \"\(text)\" is not known, its argument is kept", field)
      case .percent:
        if isPrinted { report(.unescapedPercent, "\"%\" without a backslash", field, at: place) }
      case .ampersand:
        if isPrinted { report(.unescapedAmpersand, "\"&\" without a backslash", field, at: place) }
      case .hash:
        if isPrinted { report(.unescapedHash, "\"#\" without a backslash", field, at: place) }
      case .math:
        if isPrinted { report(.unbalancedMath, "\"$\" without a second one", field, at: place) }
      case .entity: report(.htmlEntity, "HTML entity \"\(text)\"", field, at: place)
      case .tag: report(.htmlTag, "HTML tag \"\(text)\"", field, at: place)
      }
    }
  }
}
