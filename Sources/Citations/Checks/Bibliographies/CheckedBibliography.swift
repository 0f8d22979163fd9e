/// A bibliography as rules see it.
struct CheckedBibliography: Sendable {
  /// The file.
  let source: SourceFile
  /// Its entries, in the order of the file.
  let entries: [CheckedEntry]
  /// The name of its format.
  let format: String
  /// The dialect of a BibTeX file; nil for other formats.
  let dialect: BibTeXDialect?
  /// The syntax of a BibTeX file.
  let tree: BibTeXSyntax?
  /// What the caller chose.
  let options: BibliographyCheckOptions
  /// How most of its entries are written.
  let habits: BibliographyHabits

  /// The entries of a file that was read as `format`.
  private init(
    _ read: ReadBibliography, _ tree: BibTeXSyntax?, _ format: BibliographyFormat,
    _ options: BibliographyCheckOptions
  ) {
    source = read.source
    self.format = format.name
    self.options = options
    dialect = Self.dialect(of: format)
    if let tree {
      entries = BibTeXEntries.entries(read, tree)
      self.tree = tree
    } else {
      self.tree = nil
      let isJSON = format.name == "csl-json"
      let isTagged = format.name == "ris" || format.name == "nbib"
      entries = zip(read.references, read.ranges).enumerated().map { index, entry in
        let (reference, range) = entry
        let fields =
          isJSON
          ? JSONEntryFields.fields(in: read.source, range)
          : isTagged ? TaggedEntryFields.fields(in: read.source, range) : []
        return CheckedEntry(
          reference: reference, range: range,
          keyRange: JSONEntryFields.head(of: range, in: read.source),
          keyPlace: isJSON
            ? JSONEntryFields.keyPlace(fields, in: read.source) : read.keyPlace(of: index),
          entryType: "", fields: fields)
      }
    }
    habits = BibliographyHabits(of: entries, in: source)
  }

  /// Reads a file in a format.
  ///
  /// The syntax of BibTeX is kept for the checks, so that it is read once.
  static func reading(
    _ source: SourceFile, _ format: BibliographyFormat, _ reader: ReaderOptions,
    _ options: BibliographyCheckOptions
  ) -> (read: ReadBibliography, checked: CheckedBibliography) {
    guard let dialect = dialect(of: format) else {
      let read = format.read(source, options: reader) ?? ReadBibliography(source)
      return (read, CheckedBibliography(read, nil, format, options))
    }
    let tree = BibTeXSyntax(parsing: source)
    let read = BibTeXReader.read(tree, source, as: dialect, reader)
    return (read, CheckedBibliography(read, tree, format, options))
  }

  private static func dialect(of format: BibliographyFormat) -> BibTeXDialect? {
    switch format.name {
    case "bibtex": .bibtex
    case "biblatex": .biblatex
    default: nil
    }
  }

  /// Nothing but the source, for checks of the works that its notes describe.
  init(ofNotesIn source: SourceFile, _ options: BibliographyCheckOptions) {
    self.source = source
    format = ""
    self.options = options
    entries = []
    dialect = nil
    tree = nil
    habits = BibliographyHabits()
  }

  /// The bytes of a field's value.
  func bytes(of field: CheckedEntry.Field) -> ArraySlice<UInt8> {
    source.bytes[Int(field.range.start)..<Int(field.range.end)]
  }

  /// A field's value as it stands in the file.
  func text(of field: CheckedEntry.Field) -> String { bytes(of: field).trimmedASCIISpace.string }
}

/// What a caller can choose about checking bibliographies.
struct BibliographyCheckOptions: Sendable {
  /// What entries must have.
  var profile = CompletenessProfile.standard
  /// The day of the check; nil for no comparison with it.
  var today: DateValue.Point?
  /// How keys are made.
  var keyPattern = CitationKeyPattern.standard
  /// The format of an export whose losses are reported; nil for no such report.
  var export: BibliographyFormat?
  /// The journals that entries may name; nil for no such checks.
  var journals: JournalList?
  /// Whether a file is there; nil for no such checks.
  var fileIsThere: (@Sendable (String) -> Bool)?
}

/// The fields of BibTeX entries.
private enum BibTeXEntries {
  /// The entries that were read, each with its block.
  static func entries(_ read: ReadBibliography, _ tree: BibTeXSyntax) -> [CheckedEntry] {
    var result: [CheckedEntry] = []
    result.reserveCapacity(read.references.count)
    var blocks = tree.blocks.lazy.filter { $0.kind == .entry }.makeIterator()
    for (reference, range) in zip(read.references, read.ranges) {
      var block = blocks.next()
      while let skipped = block, skipped.range.start < range.start { block = blocks.next() }
      guard let block, block.range.start == range.start else { continue }
      let hasKey = block.key.end > block.key.start
      result.append(
        CheckedEntry(
          reference: reference, range: range, keyRange: hasKey ? block.key : block.type,
          keyPlace: hasKey ? KeyPlace(block.key) : nil,
          entryType: tree[block.type].map(\.asciiLowercased).string,
          fields: tree.fields(of: block).map { field(of: $0, tree) }))
    }
    return result
  }

  private static func field(
    of field: BibTeXSyntax.Field, _ tree: BibTeXSyntax
  ) -> CheckedEntry.Field {
    let pieces = tree.pieces(of: field)
    let isWhole = pieces.count == 1 && pieces.first?.kind != .symbol
    return CheckedEntry.Field(
      name: tree[field.name].map(\.asciiLowercased).string, nameRange: field.name,
      range: isWhole ? pieces.first?.text ?? field.value : field.value, isWhole: isWhole)
  }
}

/// The members of CSL-JSON items.
private enum JSONEntryFields {
  /// The members of the item in `range`; those whose value is an array or an object as a whole.
  static func fields(in source: SourceFile, _ range: SourceRange) -> [CheckedEntry.Field] {
    var reader = JSONReader(source.bytes, from: Int(range.start))
    var result: [CheckedEntry.Field] = []
    do throws(JSONError) {
      guard case .beginObject = try reader.next() else { return [] }
      while case .name(let name) = try reader.next() {
        var start = reader.position
        let token = try reader.next()
        try reader.skip(token)
        while start < source.bytes.count, source.bytes[start].isASCIISpace { start += 1 }
        var value = SourceRange(start, reader.position)
        var isWhole = false
        switch token {
        case .string(let text):
          value = SourceRange(text.range.lowerBound, text.range.upperBound)
          isWhole = !text.hasEscapes
        case .number(let digits): value = SourceRange(digits.lowerBound, digits.upperBound)
        default: break
        }
        result.append(
          CheckedEntry.Field(
            name: source.bytes[name.range].map(\.asciiLowercased).string,
            nameRange: SourceRange(name.range.lowerBound, name.range.upperBound), range: value,
            isWhole: isWhole))
      }
    } catch {
      // The reader of the format has said what is wrong.
      return result
    }
    return result
  }

  /// The place of the id among the members of an item.
  static func keyPlace(_ fields: [CheckedEntry.Field], in source: SourceFile) -> KeyPlace? {
    guard let id = fields.first(where: { $0.name == "id" }), id.range.start > 0 else { return nil }
    if source.bytes[Int(id.range.start) - 1] == 0x22 { return KeyPlace(id.range) }
    let isNumber = source.bytes[Int(id.range.start)..<Int(id.range.end)].allSatisfy {
      $0.isASCIIDigit || "-+.eE".utf8.contains($0)
    }
    return isNumber ? KeyPlace(id.range, fixed: "it is a number without quotes") : nil
  }

  /// The first line of an entry, which stands for it in formats without places of fields.
  static func head(of range: SourceRange, in source: SourceFile) -> SourceRange {
    let start = Int(range.start)
    let rest = source.bytes[start..<min(Int(range.end), source.bytes.count)]
    return SourceRange(start, rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex)
  }
}
