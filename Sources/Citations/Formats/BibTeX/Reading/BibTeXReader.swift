/// Reads BibTeX and BibLaTeX files as references.
struct BibTeXReader {
  /// The references of a file and what is wrong with it.
  static func read(
    _ source: SourceFile, as dialect: BibTeXDialect, _ options: ReaderOptions
  ) -> ReadBibliography {
    read(BibTeXSyntax(parsing: source), source, as: dialect, options)
  }

  /// The references of a file whose syntax was read before.
  static func read(
    _ tree: BibTeXSyntax, _ source: SourceFile, as dialect: BibTeXDialect, _ options: ReaderOptions
  ) -> ReadBibliography {
    let manner = BibTeXEntryReader.Manner(
      dialect: dialect, names: options.nameRules ?? (dialect == .bibtex ? .bibtex : .biber),
      isOwn: source.bytes.starts(with: ownMark))
    return read(tree, source, manner)
  }

  /// The line that begins a file of our own writer in which every value means what it says.
  ///
  /// Elsewhere "2nd" is an edition like "2", any dash parts pages, and braces in a title mean what their author says.
  static let ownMark: StaticString = "% Written by citecli.\n"

  static func read(
    _ tree: BibTeXSyntax, _ source: SourceFile, _ manner: BibTeXEntryReader.Manner,
    types: BibTeXTypeTable? = nil
  ) -> ReadBibliography {
    var result = ReadBibliography(source)
    let resolver = BibTeXResolver(tree, manner.dialect, types: types)
    var inheritance = BibTeXInheritance(resolver)
    guard let first = resolver.types.first else {
      result.diagnostics = sorted(tree.diagnostics + resolver.diagnostics)
      return result
    }
    var reader = BibTeXEntryReader(resolver, manner, type: first)
    var unknownTypes: Set<Int32> = []
    var uses: [Int32: Int] = [:]
    for entry in resolver.entries { uses[entry.type, default: 0] += 1 }
    for (index, entry) in resolver.entries.enumerated() {
      let block = tree.blocks[Int(entry.block)]
      let type = resolver.types[entry.type]
      // What stands in such an entry is for those that name it.
      if type.canonical == "xdata" { continue }
      if type.meaning == nil, !isControl(type.name), !typesOfStyles.contains(type.name),
        uses[entry.type, default: 0] <= mostSlips,
        unknownTypes.insert(entry.type).inserted
      {
        reader.diagnostics.append(
          Diagnostic(.unknownType, "entry type \"\(type.name)\" is not known", at: block.type))
      }
      let reference: Reference
      // Our own writer gives every entry all that it has; what it inherits would come a second time.
      if entry.inherits, !manner.isOwn {
        reference = reader.read(entry, inheritance.fields(of: index))
        // A volume may have no title but that of the whole.
        let isVolume = reference.type == .book || reference.type == .collection
        if reference[.title] == nil, !isVolume || reference[.containerTitle] == nil,
          manner.dialect == .biblatex
        {
          let key = resolver.key(of: entry).string
          reader.diagnostics.append(
            Diagnostic(
              .missingRequired, "\"\(key)\" has no title, and inherits none", at: block.key))
        }
      } else {
        let fields = Int(entry.fields.lowerBound)..<Int(entry.fields.upperBound)
        reference = reader.read(entry, resolver.fields[fields])
      }
      result.append(reference, at: block.range)
    }
    result.diagnostics = sorted(
      tree.diagnostics + resolver.diagnostics + inheritance.diagnostics + reader.diagnostics
        + aliasDiagnostics(resolver))
    result.losses = losses(resolver)
    return result
  }

  /// A type that is not known and stands more often than this is one of the file's own style.
  private static let mostSlips = 8

  /// Types that published styles have added, by names that are no slips.
  ///
  /// Source: the manuals of biblatex-software, -bookinarticle, -bookinother, -apa, -sbl, -oxref and -mla, apacite.
  private static let typesOfStyles: Set<String> = [
    "softwareversion", "softwaremodule", "codefragment", "bookinarticle", "bookinincollection",
    "bookinthesis", "inarticle", "inthesis", "mlasource", "inaudio", "invideo",
    "incommentary", "mvcommentary", "inlexicon", "mvlexicon", "ancienttext", "inancienttext",
    "classictext", "conferencepaper", "seminarpaper", "legadmin", "legmaterial", "nameonly",
    "intechreport",
  ]

  /// Whether an entry type holds the settings of a style, as those of IEEE and of the physical journals do.
  private static func isControl(_ type: String) -> Bool {
    type == "control" || type.hasSuffix("bstctl")
  }

  /// What of a file is in no reference: entries for inheriting that nobody inherits from, and what is for LaTeX.
  private static func losses(_ resolver: BibTeXResolver) -> [Loss] {
    var losses = resolver.tree.blocks.filter { $0.kind == .preamble }.map { block in
      Loss(
        .dropped, key: "", field: "biblatex.preamble", value: resolver.tree[block.body].string,
        reason: "a @preamble belongs to the file, not to a reference")
    }
    let containers = resolver.entries.filter { resolver.types[$0.type].canonical == "xdata" }
    if containers.isEmpty { return losses }
    let xdata = Int32(BibTeXFieldTable.number("xdata"))
    var used: Set<[UInt8]> = []
    for field in resolver.fields where field.number == xdata {
      for key in resolver.value(of: field).split(separator: UInt8(ascii: ",")) {
        used.insert(Array(key.trimmedASCIISpace))
      }
    }
    for entry in containers {
      let key = resolver.key(of: entry)
      guard !used.contains(Array(key)) else { continue }
      losses.append(
        Loss(
          .dropped, key: key.string, field: "biblatex.xdata", value: key.string,
          reason: "no entry takes its fields from it"))
    }
    return losses
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let places = diagnostics.map { $0.range?.start ?? 0 }
    return diagnostics.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map {
      diagnostics[$0]
    }
  }

  /// Reports keys that stand in the list of other keys (`ids`) of another entry.
  private static func aliasDiagnostics(_ resolver: BibTeXResolver) -> [Diagnostic] {
    let ids = Int32(BibTeXFieldTable.number("ids"))
    guard resolver.fields.contains(where: { $0.number == ids }) else { return [] }
    var aliases: [[UInt8]: Int] = [:]
    for (index, entry) in resolver.entries.enumerated() {
      for field in resolver.fields[Int(entry.fields.lowerBound)..<Int(entry.fields.upperBound)]
      where field.number == ids {
        for alias in resolver.value(of: field).split(separator: UInt8(ascii: ",")) {
          aliases[Array(alias.trimmedASCIISpace)] = index
        }
      }
    }
    return resolver.entries.enumerated().compactMap { index, entry in
      let key = resolver.key(of: entry)
      guard let other = aliases[Array(key)], other != index else { return nil }
      return Diagnostic(
        .duplicateKey, "\"\(key.string)\" is among the ids of another entry",
        at: resolver.tree.blocks[Int(entry.block)].key)
    }
  }
}
