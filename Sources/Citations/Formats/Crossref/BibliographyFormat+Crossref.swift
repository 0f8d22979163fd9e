extension BibliographyFormat {
  /// The `citation_list` of a deposit with Crossref.
  ///
  /// Source: Crossref deposit schema 5.3.1.
  public static let crossref = BibliographyFormat(
    name: "crossref", title: "citation list of a Crossref deposit, schema 5.3.1",
    extensions: ["xml"],
    mediaTypes: ["application/vnd.crossref.deposit+xml"], writeReferences: CrossrefWriter.write)
}
