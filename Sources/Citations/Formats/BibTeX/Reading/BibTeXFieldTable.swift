/// What each field means to the reader, by the type of its entry: the rows of `BibTeXFieldRow` the other way round, and the
/// fields that mean something only together with others.
///
/// Source: biblatex 3.18, 2.2 "Entry fields" and 2.2.5 "Field aliases"; blx-dm.def.
struct BibTeXFieldTable: Sendable {
  /// What the reader does with a field.
  enum Use: Sendable, Hashable {
    /// The field has no variable and is kept as it is.
    case kept
    /// It holds a variable; of several fields for one variable the one with the lowest rank counts.
    case variable(AnyVariable, rank: UInt8)
    /// It belongs together with others.
    case special(Special)
  }

  /// Fields that are read together with others, each once in an entry.
  enum Special: Int, Sendable, CaseIterable {
    case date, year, month, day
    case subtitle, booksubtitle, mainsubtitle, journalsubtitle
    case eprint, eprinttype, eprintclass
    case entrysubtype, options, annotation, crossref, xdata, langid, language
    case type, pubstate, note, howpublished, issued
    case editor, editora, editorb, editorc, editortype, editoratype, editorbtype, editorctype
    case namea, nameb, namec, nameatype, namebtype, namectype
    /// What our own writer adds to BibTeX entries, in the form that it has at the end of `annotation` in BibLaTeX.
    case csl

    /// The name of the field.
    var name: String { String(describing: self) }
  }

  /// What a field can be called, by its number.
  static let names = ByteTable(Self.allNames, foldsCase: true)

  /// The number of the name that BibLaTeX prefers, for each number of a name.
  static let canonical: [Int] = names.words.indices.map { index in
    let word = names.words[index].string
    return names[Array((aliases[word] ?? word).utf8)[...]] ?? index
  }

  /// Older names of fields.
  static let aliases = [
    "address": "location", "annote": "annotation", "archiveprefix": "eprinttype",
    "journal": "journaltitle", "key": "sortkey", "pdf": "file", "primaryclass": "eprintclass",
    "school": "institution", "hyphenation": "langid",
  ]

  private static let allNames: [String] = {
    var result = Special.allCases.map(\.name)
    for row in BibTeXFieldRow.biblatex + BibTeXFieldRow.bibtex {
      result += row.targets.map(\.field)
    }
    result += aliases.keys.sorted() + aliases.values.sorted()
    result += [
      "ids", "xref", "entryset", "related", "file", "titleaddon", "booktitleaddon", "title",
    ]
    result += ["maintitleaddon", "journaltitleaddon", "bookauthor", "keywords"]
    result += variableNames
    return result
  }()

  /// CSL's own names, which hold their variables in entries that our writer made.
  static let variableNames: [String] =
    TextVariable.allCases.map(\.rawValue) + NumberVariable.allCases.map(\.rawValue)
    + DateVariable.allCases.map(\.rawValue) + NameVariable.allCases.map(\.rawValue)

  /// The number of a field's name, or nil for one that nobody knows.
  static func number(of name: ArraySlice<UInt8>) -> Int? { names[name].map { canonical[$0] } }

  /// The number of a name that is in the table.
  static func number(_ name: String) -> Int { number(of: Array(name.utf8)[...]) ?? 0 }

  /// The uses of all fields in an entry type, by the numbers of their names.
  let uses: [Use]

  init(_ dialect: BibTeXDialect, entryType: String) {
    var uses = [Use](repeating: .kept, count: Self.names.words.count)
    func set(_ name: String, _ use: Use) {
      let number = Self.number(name)
      if uses[number] == .kept { uses[number] = use }
    }
    for special in Special.allCases { set(special.name, .special(special)) }
    let other: BibTeXDialect = dialect == .bibtex ? .biblatex : .bibtex
    for (row, isOther) in dialect.rows.map({ ($0, false) }) + other.rows.map({ ($0, true) }) {
      for (rank, target) in row.targets.enumerated()
      where target.group?.contains(entryType) ?? true && !Self.isOnlyWritten(target.field) {
        set(target.field, .variable(row.variable, rank: UInt8(rank + (isOther ? 50 : 0))))
      }
    }
    for name in Self.variableNames {
      if let variable = AnyVariable(name) { set(name, .variable(variable, rank: 100)) }
    }
    self.uses = uses
  }

  /// Whether a field takes a variable where there is no better one, and is not read as it: additions to titles.
  private static func isOnlyWritten(_ field: String) -> Bool { field == "titleaddon" }

  /// The variable that is read from a field, when nothing else is said; nil where it is kept.
  func reads(_ field: String) -> AnyVariable? {
    guard let number = Self.number(of: Array(field.utf8)[...]) else { return nil }
    switch uses[number] {
    case .variable(let variable, _): return variable
    case .special(let kind): return Self.meanings[kind]
    case .kept: return nil
    }
  }

  /// The variables of fields that may hold something else as well.
  private static let meanings: [Special: AnyVariable] = [
    .date: .date(.issued), .year: .date(.issued), .type: .text(.genre), .pubstate: .text(.status),
    .note: .text(.note), .howpublished: .text(.publisher), .langid: .text(.language),
    .language: .text(.language), .annotation: .text(.annote), .editor: .name(.editor),
    .issued: .date(.issued),
  ]
}

/// The entry types that have other names.
enum BibTeXTypeAliases {
  /// The type that BibLaTeX prefers, and the `type` that the name implies.
  static func canonical(_ type: String) -> (type: String, genre: String?) {
    switch type {
    case "conference": ("inproceedings", nil)
    case "electronic", "www": ("online", nil)
    case "phdthesis": ("thesis", "phdthesis")
    case "mastersthesis": ("thesis", "mathesis")
    case "techreport": ("report", "techreport")
    default: (type, nil)
    }
  }
}
