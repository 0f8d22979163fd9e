extension BibliographyFormat {
  /// RIS, the tagged format that databases and reference managers exchange.
  ///
  /// Source: RIS Format Specifications (2001 and 2011).
  public static let ris = BibliographyFormat(
    name: "ris", title: "RIS, as databases and reference managers exchange it",
    extensions: ["ris"], mediaTypes: ["application/x-research-info-systems"],
    sniff: RISReader.sniff,
    readReferences: { source, _ in RISReader.read(source) },
    writeReferences: { references, _ in RISWriter.write(references) })
}
