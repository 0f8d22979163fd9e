extension BibliographyFormat {
  /// JATS Journal Publishing 1.4; what is read may be of any of the tag sets and their forerunners.
  ///
  /// References alone become an article whose back holds a `ref-list`; one extraction becomes a whole article; of several
  /// extractions the references are put together. The fragment `ref-list` is the list alone.
  public static let jats = BibliographyFormat(
    name: "jats", title: "JATS Journal Publishing 1.4", extensions: ["xml", "nxml", "jats"],
    mediaTypes: ["application/jats+xml", "application/xml"],
    sniff: { JATSSniffer.referenceScore($0) },
    readReferences: { source, _ in JATSListReader.read(source) },
    writeReferences: { references, options in
      options.fragment == "ref-list"
        ? JATSWriter.list(of: references, options) : JATSWriter.article(of: references, options)
    },
    writeExtractions: { extractions, options in
      if extractions.count == 1, options.fragment != "ref-list" {
        return JATSWriter.article(of: extractions[0], options)
      }
      let references = JATSWriter.merged(extractions)
      let written =
        options.fragment == "ref-list"
        ? JATSWriter.list(of: references, options) : JATSWriter.article(of: references, options)
      return written.bytes
    },
    fragments: ["ref-list"])
}
