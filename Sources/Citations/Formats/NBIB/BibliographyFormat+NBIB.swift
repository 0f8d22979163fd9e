extension BibliographyFormat {
  /// PubMed's format, also called MEDLINE.
  ///
  /// Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions".
  public static let nbib = BibliographyFormat(
    name: "nbib", title: "PubMed's format (MEDLINE)", extensions: ["nbib"],
    mediaTypes: ["application/nbib"], sniff: NBIBReader.sniff,
    readReferences: { source, _ in NBIBReader.read(source) },
    writeReferences: { references, _ in NBIBWriter.write(references) })
}
