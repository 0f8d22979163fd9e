extension BibliographyFormat {
  /// EndNote's tagged form, which comes from refer.
  ///
  /// Source: EndNote, "EndNote Import Format".
  public static let endNoteTagged = BibliographyFormat(
    name: "endnote-tagged", title: "EndNote's tagged form, as library catalogues offer it",
    extensions: ["enw"], mediaTypes: ["application/x-endnote-refer"],
    sniff: EndNoteTaggedReader.sniff,
    readReferences: { source, _ in EndNoteTaggedReader.read(source) },
    writeReferences: { references, _ in EndNoteTaggedWriter.write(references) })
}
