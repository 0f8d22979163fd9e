/// Writes references as BibTeX or BibLaTeX entries.
///
/// Nothing is dropped: what has no field in the dialect is kept as a field that BibTeX passes over, named as in CSL, or
/// for BibLaTeX at the end of `annotation`, as `[csl: name = {value}; …]`, since biber refuses unknown fields.
struct BibTeXWriter {
  let dialect: BibTeXDialect
  let encoder: LaTeXEncoder
  private var keys = BibTeXKeys()

  init(_ dialect: BibTeXDialect, asciiOnly: Bool) {
    self.dialect = dialect
    encoder = LaTeXEncoder(asciiOnly: asciiOnly)
  }

  /// The entries of the references, an empty line between them.
  static func write(
    _ references: [Reference], as dialect: BibTeXDialect, _ options: WriterOptions
  ) -> [UInt8] {
    var writer = BibTeXWriter(dialect, asciiOnly: options.asciiOnly)
    var output: [UInt8] = []
    for (index, reference) in references.enumerated() {
      if index > 0 { output.append(0x0A) }
      writer.entry(for: reference).write(to: &output, writer.encoder)
    }
    return output
  }

  /// The entry for a reference.
  mutating func entry(for reference: Reference) -> BibTeXEntry {
    let type = dialect.types.entryType(for: reference)
    let key = keys.key(for: reference.id, asciiOnly: encoder.asciiOnly)
    var builder = BibTeXEntryBuilder(
      reference, dialect, encoder, BibTeXEntry(type: type, key: key))
    builder.build()
    return builder.entry
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
