extension BibliographyFormat {
  /// CITATION.cff, the Citation File Format 1.2.0.
  ///
  /// What the format has no key for stands in the last lines of a reference's notes.
  /// Source: Citation File Format 1.2.0, schema guide.
  public static let cff = BibliographyFormat(
    name: "cff", title: "CITATION.cff, version 1.2.0", extensions: ["cff"],
    mediaTypes: ["application/yaml"], sniff: CFFReader.sniff,
    readReferences: { source, _ in CFFReader.read(source) },
    writeReferences: CFFWriter.write)
}
