extension BibliographyFormat {
  /// EndNote's XML, which reference managers exchange libraries with.
  ///
  /// Source: EndNote, RSXML.dtd.
  public static let endNoteXML = BibliographyFormat(
    name: "endnote-xml", title: "EndNote's XML, as reference managers exchange libraries",
    extensions: ["xml"], mediaTypes: ["application/xml"],
    sniff: EndNoteXMLReader.sniff,
    readReferences: { source, _ in EndNoteXMLReader.read(source) },
    writeReferences: { references, options in
      EndNoteXMLWriter.write(references, asciiOnly: options.asciiOnly)
    })
}
