extension BibliographyFormat {
  /// JATS Journal Publishing 1.4.
  ///
  /// References alone become an article whose back holds a `ref-list`; one extraction becomes a whole article; of several
  /// extractions the references are put together. The fragment `ref-list` is the list alone.
  public static let jats = BibliographyFormat(
    name: "jats", title: "JATS Journal Publishing 1.4", extensions: ["xml", "nxml", "jats"],
    mediaTypes: ["application/jats+xml", "application/xml"],
    writeReferences: { references, options in
      WrittenBibliography(
        options.fragment == "ref-list"
          ? JATSWriter.list(of: references, options) : JATSWriter.article(of: references, options))
    },
    writeExtractions: { extractions, options in
      if extractions.count == 1, options.fragment != "ref-list" {
        return JATSWriter.article(of: extractions[0], options)
      }
      let references = JATSWriter.merged(extractions)
      return options.fragment == "ref-list"
        ? JATSWriter.list(of: references, options) : JATSWriter.article(of: references, options)
    },
    fragments: ["ref-list"])
}
