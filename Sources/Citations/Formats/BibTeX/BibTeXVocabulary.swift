/// The words of BibTeX and BibLaTeX that an editor can offer.
public enum BibTeXVocabulary {
  /// The entry types of both dialects, sorted.
  public static let entryTypes: [String] = Set(
    BibTeXTypes.bibtex.entryTypes + BibTeXTypes.biblatex.entryTypes
  ).sorted()

  /// What can stand behind an at sign and is no entry.
  public static let commands = ["comment", "preamble", "string"]

  /// The fields that an entry of the given type can have, sorted; those of all types where it is not known.
  public static func fields(of entryType: String) -> [String] {
    let type = BibTeXTypeAliases.canonical(entryType).type
    let known = BibLaTeXDataModel.fields(of: type) ?? BibLaTeXDataModel.allFields
    return known.union(classic).sorted()
  }

  /// Names that BibTeX has and BibLaTeX reads as others.
  private static let classic: Set<String> = [
    "address", "annote", "crossref", "journal", "key", "month", "note", "school", "year",
  ]

  /// The names of months, which need no definition.
  public static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
