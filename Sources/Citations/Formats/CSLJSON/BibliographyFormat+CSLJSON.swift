/// How many items tell how large the whole file will be.
private let sampleSize = 500

extension BibliographyFormat {
  /// CSL-JSON, the format of CSL processors: an array of items.
  ///
  /// Source: csl-data.json of CSL 1.0.2.
  public static let cslJSON = BibliographyFormat(
    name: "csl-json", title: "CSL-JSON, as citation processors read it",
    extensions: ["json"], mediaTypes: ["application/vnd.citationstyles.csl+json"],
    sniff: CSLJSONReader.sniff,
    readReferences: { source, _ in CSLJSONReader.read(source) },
    writeReferences: { references, options in
      var layout = JSONWriter.Layout()
      layout.asciiOnly = options.asciiOnly
      var writer = JSONWriter(layout)
      var losses: [Loss] = []
      writer.beginArray()
      for (index, reference) in references.enumerated() {
        writer.separate()
        // The schema demands an id; a reference without one is known by its place.
        let id = reference.id.isEmpty ? "ref-\(index + 1)" : reference.id
        reference.writeCSLJSON(id: id, to: &writer)
        losses += reference.cslJSONLosses
        // Growing by doubling would need three times the memory of a large file; the first items tell its size.
        if index == sampleSize {
          writer.reserve(writer.bytes.count / sampleSize * references.count)
        }
      }
      writer.endArray()
      writer.endLine()
      return WrittenBibliography(writer.bytes, losses: losses)
    })
}
