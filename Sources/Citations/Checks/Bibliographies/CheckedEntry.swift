/// An entry of a bibliography as rules see it: what it means, and where each of its fields stands.
struct CheckedEntry: Sendable {
  /// A field as it stands in the file.
  struct Field: Sendable, Equatable {
    /// The name in lower case, as the format spells it otherwise.
    var name: String
    /// Where the name stands.
    var nameRange: SourceRange
    /// Where the value stands, without its delimiters.
    var range: SourceRange
    /// Whether the value is one text without escapes, so that it can be replaced by plain ASCII.
    var isWhole: Bool
  }

  /// What the entry means.
  let reference: Reference
  /// Where it stands.
  let range: SourceRange
  /// Where its key stands, or another short piece of it that can be marked.
  let keyRange: SourceRange
  /// Where another key can be put, as far as it is known.
  var keyPlace: KeyPlace?
  /// The entry type of a BibTeX file in lower case; empty elsewhere.
  let entryType: String
  /// Its fields in order.
  let fields: [Field]

  /// Whether the type of a BibTeX entry is known; true in other formats.
  ///
  /// Programs that keep other things than references in BibTeX files have types of their own, and fields.
  var hasKnownType: Bool {
    entryType.isEmpty
      || BibTeXTypes.biblatex.meaning(of: BibTeXTypeAliases.canonical(entryType).type) != nil
  }

  /// The citation key.
  var key: String { reference.id }

  /// The first field with one of the names, which are in lower case.
  func field(_ names: String...) -> Field? {
    for name in names {
      if let field = fields.first(where: { $0.name == name }) { return field }
    }
    return nil
  }

  /// The field that holds a variable; nil where it cannot be told.
  func field(of variable: AnyVariable) -> Field? {
    for name in EntryFieldNames.names(of: variable) {
      if let field = fields.first(where: { $0.name == name }) { return field }
    }
    return nil
  }

  /// The names of fields that may hold a variable, in small letters.
  static func fieldNames(of variable: AnyVariable) -> [String] {
    EntryFieldNames.names(of: variable)
  }

  /// Where a variable stands; the key where that cannot be told.
  func place(of variable: AnyVariable) -> SourceRange { field(of: variable)?.range ?? keyRange }
}

/// The names of fields that hold each variable, in any format, in lower case.
private enum EntryFieldNames {
  private static let table: [String: [String]] = {
    let lines: StaticString = """
      title ti t1
      container-title journaltitle journal booktitle maintitle jo jf t2 ja jt
      author au a1
      editor ed a2
      issued date year py y1 da dp
      accessed urldate y2
      page pages sp pg
      volume vl vi
      edition et
      DOI doi do aid lid
      URL url ur
      ISBN isbn sn
      ISSN issn sn is
      abstract ab n2
      publisher institution school organization pb
      publisher-place location address cy
      collection-title series t3
      issue number is ip
      event-title eventtitle
      number-of-pages pagetotal
      number-of-volumes volumes
      original-date origdate
      title-short shorttitle
      chapter-number chapter
      genre type
      annote annotation
      keyword keywords kw
      """
    var result: [String: [String]] = [:]
    for line in lines.description.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if let first = words.first { result[first] = words }
    }
    return result
  }()

  static func names(of variable: AnyVariable) -> [String] {
    table[variable.name] ?? [variable.name.lowercased()]
  }
}
