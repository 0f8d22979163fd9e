/// Writes references as BibTeX or BibLaTeX entries.
///
/// Nothing is dropped: what has no field in the dialect, or a field that says less, stands in a supplement (see
/// `BibTeXSupplement`). Every entry is read again, so that what comes back otherwise is put there, or reported as lost.
struct BibTeXWriter {
  let dialect: BibTeXDialect
  let encoder: LaTeXEncoder
  /// Whether the file says that our own writer made it, and its values are read as they stand.
  let isOwn: Bool
  private var keys = BibTeXKeys()
  private var types: BibTeXTypeTable

  private init(_ dialect: BibTeXDialect, asciiOnly: Bool, isOwn: Bool) {
    self.dialect = dialect
    self.isOwn = isOwn
    encoder = LaTeXEncoder(asciiOnly: asciiOnly)
    types = BibTeXTypeTable(dialect)
  }

  /// The entries of the references, an empty line between them.
  ///
  /// They begin with a line that tells the reader that we wrote them where one of them would be read otherwise without it.
  static func write(
    _ references: [Reference], as dialect: BibTeXDialect, _ options: WriterOptions
  ) -> WrittenBibliography {
    for isOwn in [false, true] {
      var writer = BibTeXWriter(dialect, asciiOnly: options.asciiOnly, isOwn: isOwn)
      if let written = writer.write(references) { return written }
    }
    return WrittenBibliography([])
  }

  /// The file; nil where it is not ours, and a value would be read otherwise.
  private mutating func write(_ references: [Reference]) -> WrittenBibliography? {
    var output: [UInt8] = []
    var losses: [Loss] = []
    if isOwn { output.append(contentsOf: "\(BibTeXReader.ownMark)\n".utf8) }
    for (index, reference) in references.enumerated() {
      if index > 0 { output.append(0x0A) }
      let key = keys.key(for: reference.id, asciiOnly: encoder.asciiOnly)
      var supplement: Set<String> = []
      var bytes = entry(for: reference, key: key, supplement)
      var differences = BibTeXComparison.differences(reference, read(bytes), in: dialect)
      if !differences.isEmpty {
        guard isOwn else { return nil }
        supplement = Set(differences)
        bytes = entry(for: reference, key: key, supplement)
        let after = read(bytes)
        differences = BibTeXComparison.differences(reference, after, in: dialect)
        losses += differences.map { BibTeXComparison.loss($0, of: reference, after) }
      }
      output.append(contentsOf: bytes)
    }
    return WrittenBibliography(output, losses: losses)
  }

  /// The entry for a reference; the values named stand in the supplement, too.
  private mutating func entry(
    for reference: Reference, key: String, _ supplement: Set<String>
  ) -> [UInt8] {
    let type = entryType(for: reference)
    let number = types.number(of: Array(type.utf8)[...])
    var builder = BibTeXEntryBuilder(
      reference, dialect, encoder, BibTeXEntry(type: type, key: key),
      types[number].table)
    builder.isOwn = isOwn
    builder.supplemented = supplement
    builder.build()
    var bytes: [UInt8] = []
    builder.entry.write(to: &bytes, encoder)
    return bytes
  }

  /// The entry type that a reference had in a file, where the dialect has it, else the one for its CSL type.
  private func entryType(for reference: Reference) -> String {
    let kept = reference.extras.first { $0.format == "biblatex" && $0.name == "entrytype" }?.value
    if let kept, dialect.hasType(kept) { return kept }
    return dialect.types.entryType(for: reference)
  }

  private func read(_ bytes: [UInt8]) -> Reference? {
    let source = SourceFile(name: "", bytes: bytes)
    let names: ReaderOptions.NameRules = dialect == .bibtex ? .bibtex : .biber
    let manner = BibTeXEntryReader.Manner(dialect: dialect, names: names, isOwn: isOwn)
    return BibTeXReader.read(BibTeXSyntax(parsing: source), source, manner, types: types).references
      .first
  }
}

/// Names of entry types and of values that are taken from a reference's type.
enum BibTeXSubtypes {
  /// The value of `entrysubtype` for a CSL type that the entry type does not mean by itself; nil where it does.
  ///
  /// "magazine" and "newspaper" are the words that BibLaTeX styles know.
  static func subtype(of type: ItemType, meaning: String?) -> String? {
    if type.rawValue == meaning { return nil }
    switch type {
    case .articleMagazine: return "magazine"
    case .articleNewspaper: return "newspaper"
    default: return type.rawValue
    }
  }

  /// The CSL type that a value of `entrysubtype` names.
  static func type(_ subtype: String, in entryType: String) -> ItemType {
    switch subtype {
    case "magazine" where entryType == "article": .articleMagazine
    case "newspaper" where entryType == "article": .articleNewspaper
    default: ItemType(rawValue: subtype)
    }
  }
}
