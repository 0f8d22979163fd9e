/// B118, B119, B127: strings of BibTeX that nothing uses, that stand for one text, or whose name stands as text.
enum StringDefinitions: BibliographyCheck {
  static let unused = Rule("B118", "unused-string", .note, "a string that nothing uses")
  static let twins = Rule(
    "B119", "strings-of-one-value", .note, "two strings stand for the same text")
  static let quoted = Rule(
    "B127", "string-name-as-text", .warning, "the name of a string stands as text")
  static let rules = [unused, twins, quoted]

  /// A string with the block that defines it.
  private struct Definition {
    var name: [UInt8]
    var field: BibTeXSyntax.Field
    var block: BibTeXSyntax.Block
  }

  /// A file of so many strings keeps them by a system, in which two may stand for one place.
  private static let largeList = 40

  /// So many unused strings are reported even where no string is used.
  private static let alwaysReported = 3

  /// - Complexity: O(*n*).
  static func check(_ bibliography: CheckedBibliography, to findings: inout [Diagnostic]) {
    guard let tree = bibliography.tree else { return }
    let definitions = definitions(in: tree)
    guard !definitions.isEmpty else { return }
    checkUse(definitions, tree, bibliography, &findings)
    if definitions.count < largeList { checkValues(definitions, tree, &findings) }
    checkNamesAsText(definitions, tree, bibliography, &findings)
  }

  private static func definitions(in tree: BibTeXSyntax) -> [Definition] {
    tree.blocks.filter { $0.kind == .stringDefinition }.flatMap { block in
      tree.fields(of: block).map {
        Definition(name: tree[$0.name].map(\.asciiLowercased), field: $0, block: block)
      }
    }
  }

  /// A file of nothing but abbreviations is for other files, and one of many has a list that is kept for all papers.
  private static func checkUse(
    _ definitions: [Definition], _ tree: BibTeXSyntax, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    var used: Set<[UInt8]> = []
    for piece in tree.pieces where piece.kind == .symbol {
      used.insert(tree[piece.text].map(\.asciiLowercased))
    }
    let undefined = used.subtracting(definitions.map(\.name)).filter {
      !BibTeXStrings.isMonth($0[...])
    }.map(\.string)
    // The slip in a name that is not defined is another finding.
    let unused = definitions.filter { definition in
      !used.contains(definition.name)
        && !undefined.contains {
          EditDistance.isWithin($0.utf8.count > 5 ? 2 : 1, $0, definition.name.string)
        }
    }
    guard !bibliography.entries.isEmpty,
      unused.count <= max(alwaysReported, definitions.count - unused.count)
    else { return }
    for definition in unused {
      findings.append(
        Diagnostic(
          self.unused, "nothing uses the string \"\(definition.name.string)\"",
          at: definition.field.name, key: "", fixes: removal(of: definition, tree)))
    }
  }

  /// The fix that takes a definition out, with its line.
  private static func removal(of definition: Definition, _ tree: BibTeXSyntax) -> [FixIt] {
    let block = definition.block
    guard tree.fields(of: block).count == 1, !block.isRepaired else { return [] }
    var end = Int(block.range.end)
    if end < tree.bytes.count, tree.bytes[end] == 0x0A { end += 1 }
    return [
      FixIt(
        "remove it", .suggested, replace: SourceRange(Int(block.range.start), end), with: "")
    ]
  }

  private static func checkValues(
    _ definitions: [Definition], _ tree: BibTeXSyntax, _ findings: inout [Diagnostic]
  ) {
    var first: [[UInt8]: [UInt8]] = [:]
    for definition in definitions {
      let pieces = tree.pieces(of: definition.field)
      guard pieces.count == 1, let piece = pieces.first, piece.kind != .symbol else { continue }
      let value = Array(tree[piece.text].trimmedASCIISpace)
      guard !value.isEmpty else { continue }
      if let other = first[value], other != definition.name, !areOfOneKind(other, definition.name) {
        findings.append(
          Diagnostic(
            twins,
            "the strings \"\(definition.name.string)\" and \"\(other.string)\" both stand for \"\(value.string)\"",
            at: definition.field.name))
      }
      first[value] = first[value] ?? definition.name
    }
  }

  private static func standsForItsName(_ definition: Definition, _ tree: BibTeXSyntax) -> Bool {
    let letters = tree.pieces(of: definition.field).flatMap { piece in
      tree[piece.text].filter { !"{}".utf8.contains($0) }.map(\.asciiLowercased)
    }
    return letters == definition.name
  }

  /// Whether two names are parts of a system, `pub-one:adr` and `pub-two:adr`, in which two may stand for one place.
  private static func areOfOneKind(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let kinds = [first, second].map { name in
      name.lastIndex { ":.-_".utf8.contains($0) }.map { name[$0...] }
    }
    return kinds[0] != nil && kinds[0] == kinds[1]
  }

  /// Fields in which strings are usual.
  private static let fields: Set<String> = [
    "journal", "journaltitle", "publisher", "series", "booktitle", "institution", "school",
    "organization",
  ]

  private static func checkNamesAsText(
    _ definitions: [Definition], _ tree: BibTeXSyntax, _ bibliography: CheckedBibliography,
    _ findings: inout [Diagnostic]
  ) {
    // A string that stands for its own name says the same as text.
    let names = Set(definitions.filter { !standsForItsName($0, tree) }.map(\.name))
    for entry in bibliography.entries {
      for field in entry.fields where fields.contains(field.name) && field.isWhole {
        let text = bibliography.bytes(of: field).trimmedASCIISpace
        guard text.count > 1, names.contains(text.map(\.asciiLowercased)), field.range.start > 0
        else { continue }
        // The value with its delimiters.
        let whole = SourceRange(Int(field.range.start) - 1, Int(field.range.end) + 1)
        findings.append(
          Diagnostic(
            quoted, "\"\(text.string)\" is the name of a string, in braces it is text",
            at: field.range, key: entry.key,
            fixes: [FixIt("write it without braces", .suggested, replace: whole, with: text.string)]
          ))
      }
    }
  }
}
