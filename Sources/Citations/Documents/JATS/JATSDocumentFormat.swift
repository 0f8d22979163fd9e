extension DocumentFormat {
  /// JATS articles, of any of the tag sets.
  public static let jats = DocumentFormat(
    name: "jats", title: "JATS XML article", extensions: ["xml", "nxml", "jats"],
    sniff: { JATSSniffer.score($0) }, read: { JATSReader.read($0) })
}
