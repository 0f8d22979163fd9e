extension BibliographyFormat {
  /// Hayagriva's YAML, the format of Typst.
  ///
  /// What Hayagriva has no field for is in a field `csl` of each entry, which Hayagriva passes over.
  /// Source: Hayagriva, "The Hayagriva YAML File Format".
  public static let hayagriva = BibliographyFormat(
    name: "hayagriva", title: "Hayagriva YAML, as Typst reads it", extensions: ["yml", "yaml"],
    mediaTypes: ["application/yaml"], sniff: HayagrivaReader.sniff,
    readReferences: { source, _ in HayagrivaReader.read(source) },
    writeReferences: { references, options in
      var writer = YAMLWriter(asciiOnly: options.asciiOnly)
      var losses: [Loss] = []
      // Hayagriva refuses a file with the same key twice.
      var keys = UniqueNames()
      for (index, reference) in references.enumerated() {
        let (fields, lost) = HayagrivaEntryWriter.entry(reference)
        losses += lost
        let key = keys.make(reference.id.isEmpty ? "ref-\(index + 1)" : reference.id)
        if key != reference.id, !reference.id.isEmpty {
          losses.append(
            Loss(
              .narrowed, key: reference.id, field: "id", value: reference.id,
              reason: "the key stands there twice; the second is '\(key)'"))
        }
        writer.key(key)
        writer.value(fields, indent: 0)
      }
      if references.isEmpty { writer.document(.object([])) }
      return WrittenBibliography(writer.bytes, losses: losses)
    })
}
