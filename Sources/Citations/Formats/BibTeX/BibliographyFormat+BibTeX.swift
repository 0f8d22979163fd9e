extension BibliographyFormat {
  /// BibTeX for the standard styles: `year` and `month`, unknown variables as fields that the styles pass over.
  public static let bibtex = BibliographyFormat(
    name: "bibtex", title: "BibTeX, for the classic styles",
    extensions: ["bib"], mediaTypes: ["application/x-bibtex"],
    sniff: { BibTeXReader.sniff($0, .bibtex) },
    readReferences: { BibTeXReader.read($0, as: .bibtex, $1) },
    writeReferences: { BibTeXWriter.write($0, as: .bibtex, $1) })

  /// BibLaTeX, as biber reads it: EDTF dates, more types and fields.
  public static let biblatex = BibliographyFormat(
    name: "biblatex", title: "BibLaTeX, for biber",
    extensions: ["bib"], mediaTypes: ["application/x-bibtex"],
    sniff: { BibTeXReader.sniff($0, .biblatex) },
    readReferences: { BibTeXReader.read($0, as: .biblatex, $1) },
    writeReferences: { BibTeXWriter.write($0, as: .biblatex, $1) })
}
