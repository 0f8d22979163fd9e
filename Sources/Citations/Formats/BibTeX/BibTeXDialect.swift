/// The two languages that share the syntax of BibTeX, as their tables tell them apart.
enum BibTeXDialect: Sendable, Hashable {
  /// Oren Patashnik's BibTeX with its standard styles; unknown fields are passed over.
  case bibtex
  /// BibLaTeX with the default data model of biber, which allows each entry type certain fields only.
  case biblatex

  /// Which entry types describe each CSL type.
  var types: BibTeXTypes { self == .bibtex ? .bibtex : .biblatex }

  /// Which field holds each variable, in the order of output.
  var rows: [BibTeXFieldRow] {
    self == .bibtex ? BibTeXFieldRow.bibtex : BibTeXFieldRow.biblatex
  }

  /// Whether an entry of the given type may have a field.
  func allows(_ field: String, in entryType: String) -> Bool {
    self == .bibtex || BibLaTeXDataModel.allows(field, in: entryType)
  }

  /// Whether the dialect knows an entry type, and gives it fields.
  func hasType(_ entryType: String) -> Bool {
    self == .bibtex
      ? types.meaning(of: entryType) != nil || entryType == "inbook" || entryType == "manual"
        || entryType == "proceedings"
      : BibLaTeXDataModel.hasFields(entryType)
  }
}
