extension BibliographyFormat {
  /// MODS, the format of the Library of Congress.
  ///
  /// What MODS has no element for is in an `extension` of each record.
  /// Source: MODS 3.7, https://www.loc.gov/standards/mods/.
  public static let mods = BibliographyFormat(
    name: "mods", title: "MODS 3.7 of the Library of Congress", extensions: ["mods"],
    mediaTypes: ["application/mods+xml"], sniff: MODSReader.sniff,
    readReferences: { source, _ in MODSReader.read(source) },
    writeReferences: { references, options in
      var writer = XMLWriter(asciiOnly: options.asciiOnly)
      var losses: [Loss] = []
      var ids: Set<String> = []
      writer.declaration()
      writer.start("modsCollection", [("xmlns", "http://www.loc.gov/mods/v3")])
      for reference in references {
        let record = MODSRecordWriter.record(reference, hasID: ids.insert(reference.id).inserted)
        record.tree.write(to: &writer)
        losses += record.losses
      }
      writer.end()
      return WrittenBibliography(writer.finish(), losses: losses)
    })
}
