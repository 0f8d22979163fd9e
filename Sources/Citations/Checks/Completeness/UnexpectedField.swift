/// C033, C034, C036: entry types and fields that the styles of a dialect do not know; checked where a profile names the dialect.
///
/// Source: btxdoc 1988, 3.1 "Entry Types" and 3.2 "Fields"; blx-dm.def of biblatex 3.18.
enum UnexpectedField: EntryCheck {
  static let type = Rule(
    "C033", "type-of-other-dialect", .warning, "BibTeX has no such entry type, BibLaTeX does")
  static let field = Rule(
    "C034", "unused-field", .note, "the styles of the dialect do not print a field")
  static let alias = Rule(
    "C036", "older-entry-type", .note, "BibLaTeX has a newer name for the entry type")
  static let rules = [type, field, alias]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil, entry.hasKnownType else { return }
    let name = entry.entryType
    let newer = BibTeXTypeAliases.canonical(name).type
    if bibliography.dialect == .biblatex, newer != name {
      findings.append(
        Diagnostic(
          alias, "@\(name) is an older name of @\(newer)", at: entry.range.head(of: name),
          key: entry.key))
    }
    switch bibliography.options.profile {
    case .bibtex:
      guard let own = fields[name] else {
        findings.append(
          Diagnostic(
            type, "BibTeX's styles have no type @\(name) and take it for @misc",
            at: entry.range.head(of: name), key: entry.key))
        return
      }
      check(entry, &findings) { own.contains($0) || common.contains($0) }
    case .biblatex:
      let canonical = BibTeXTypeAliases.canonical(name).type
      guard BibLaTeXDataModel.hasFields(canonical) else { return }
      check(entry, &findings) { field in
        BibLaTeXDataModel.allows(BibTeXFieldTable.aliases[field] ?? field, in: canonical)
          || legacy.contains(field)
      }
    default: return
    }
  }

  /// Whether BibTeX's own styles know an entry type.
  static func isType(_ name: String) -> Bool { fields[name] != nil }

  private static func check(
    _ entry: CheckedEntry, _ findings: inout [Diagnostic], _ isExpected: (String) -> Bool
  ) {
    for field in entry.fields where !isExpected(field.name) && !isKept(field.name) {
      findings.append(
        Diagnostic(
          self.field, "no style prints the field \"\(field.name)\" of @\(entry.entryType)",
          at: field.nameRange, key: entry.key))
    }
  }

  /// Fields that are for other programs or for people.
  private static func isKept(_ name: String) -> Bool {
    kept.contains(name) || name.hasPrefix("bdsk-") || name.hasPrefix("date-")
      || name.hasPrefix("user")
  }

  private static let kept: Set<String> = [
    "abstract", "annote", "annotation", "keywords", "file", "pdf", "owner", "timestamp", "comment",
    "review", "groups", "doi", "url", "isbn", "issn", "pmid", "pmcid", "eprint", "archiveprefix",
    "primaryclass", "urldate", "language", "langid", "orcid", "lccn", "coden", "bibdate",
    "bibsource",
  ]

  /// Fields of BibTeX that biber takes into others.
  private static let legacy: Set<String> = ["year", "month", "key", "journal", "address", "school"]

  private static let common: Set<String> = ["note", "key", "crossref"]

  private static let fields: [String: Set<String>] = {
    let lines: StaticString = """
      article author title journal year volume number pages month
      book author editor title publisher year volume number series address edition month booktitle
      booklet title author howpublished address month year
      inbook author editor title chapter pages publisher year volume number series type address edition month
      incollection author title booktitle publisher year editor volume number series type chapter pages address edition month
      inproceedings author title booktitle year editor volume number series pages address month organization publisher
      conference author title booktitle year editor volume number series pages address month organization publisher
      manual title author organization address edition month year
      mastersthesis author title school year type address month
      misc author title howpublished month year
      phdthesis author title school year type address month
      proceedings title year editor volume number series address month organization publisher booktitle
      techreport author title institution year type number address month
      unpublished author title note month year
      """
    var result: [String: Set<String>] = [:]
    for line in lines.description.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if let first = words.first { result[first] = Set(words.dropFirst()) }
    }
    return result
  }()
}

extension SourceRange {
  /// The at sign and the type at the beginning of an entry.
  fileprivate func head(of type: String) -> SourceRange {
    SourceRange(Int(start), Int(start) + 1 + type.utf8.count)
  }
}
