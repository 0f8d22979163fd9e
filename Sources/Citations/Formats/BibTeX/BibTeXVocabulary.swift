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

  /// The fields that an entry of the given type usually has, in the order in which they are written; empty where that is not known.
  ///
  /// Source: btxdoc 1988, 3.1 "Entry types"; biblatex 3.18, 2.1 "Entry types".
  ///
  /// - Parameters:
  ///   - entryType: The type in lower case.
  ///   - format: `biblatex` for its own names of fields, else those of BibTeX.
  /// - Returns: Names of fields.
  public static func usualFields(of entryType: String, in format: BibliographyFormat) -> [String] {
    let type = BibTeXTypeAliases.canonical(entryType).type
    let fields = usual[entryType] ?? usual[type] ?? []
    guard format.name == "biblatex" else { return fields }
    return fields.map { modern[$0] ?? $0 }
  }

  /// The names of BibLaTeX for those of BibTeX.
  private static let modern = ["year": "date", "journal": "journaltitle", "address": "location"]

  private static let usual: [String: [String]] = {
    let lines: StaticString = """
      article author title journal volume number pages year doi
      book author title publisher address year
      collection editor title publisher address year
      proceedings editor title publisher address year
      inbook author title booktitle publisher address year pages
      incollection author title editor booktitle publisher address year pages
      inproceedings author title editor booktitle publisher address year pages
      booklet author title year
      manual author title organization year
      thesis author title type institution year
      phdthesis author title school year
      mastersthesis author title school year
      report author title type institution number year
      techreport author title institution number year
      unpublished author title note year
      online author title url urldate year
      dataset author title publisher doi year
      software author title version url year
      patent author title number year
      periodical editor title year
      misc author title howpublished year
      """
    var result: [String: [String]] = [:]
    for line in lines.description.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      result[words[0]] = Array(words.dropFirst())
    }
    return result
  }()

  /// Names that BibTeX has and BibLaTeX reads as others.
  private static let classic: Set<String> = [
    "address", "annote", "crossref", "journal", "key", "month", "note", "school", "year",
  ]

  /// The names of months, which need no definition.
  public static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
