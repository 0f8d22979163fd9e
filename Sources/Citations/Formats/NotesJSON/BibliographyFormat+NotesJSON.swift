extension BibliographyFormat {
  /// Everything that was found in documents: notes, citations, works and findings.
  ///
  /// One document gives an object, several give an array of them.
  public static let notesJSON = BibliographyFormat(
    name: "notes-json", title: "Notes with their citations, works and findings, as JSON",
    extensions: ["json"], mediaTypes: ["application/json"],
    writeExtractions: { extractions, options in
      var layout = JSONWriter.Layout()
      layout.asciiOnly = options.asciiOnly
      var writer = JSONWriter(layout)
      if extractions.count != 1 { writer.beginArray() }
      for extraction in extractions {
        if extractions.count != 1 { writer.separate() }
        var notes = NotesJSONWriter(extraction)
        notes.write(to: &writer)
      }
      if extractions.count != 1 { writer.endArray() }
      writer.endLine()
      return writer.bytes
    })
}
