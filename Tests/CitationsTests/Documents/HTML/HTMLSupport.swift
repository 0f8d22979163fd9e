import Testing

@testable import Citations

/// Reads a page.
func readHTML(_ bytes: [UInt8]) -> Document {
  DocumentFormat.html.read(SourceFile(name: "page.html", bytes: bytes))
}

/// Reads a page given as text, and checks the places of all its texts.
func readHTML(_ html: String, _ location: Testing.SourceLocation = #_sourceLocation) -> Document {
  let document = readHTML(Array(html.utf8))
  expectPlaces(document, location)
  return document
}

/// The notes as `label: text`, the series before the label where it is not `note`.
func notes(_ document: Document) -> [String] {
  document.notes.map { note in
    (note.series == "note" ? "" : note.series + "/") + note.label + ": " + note.text.string
  }
}

/// The body with markers as `{label=note}`, followed by the first letter of the pairing; a block a line.
func body(_ document: Document) -> [String] {
  document.blocks.map { block in
    var result = ""
    var last = 0
    for place in block.markers {
      let marker = document.markers[place.marker]
      let note = marker.note.map { document.notes[$0].label } ?? "?"
      let pairing = marker.pairing.map { String($0.rawValue.prefix(1)) } ?? ""
      result += block.text.utf8[last..<place.offset].string + "{\(marker.label)=\(note)\(pairing)}"
      last = place.offset
    }
    return result + block.text.utf8[last...].string
  }
}

/// Checks that every piece of a text stands in the source where the text says.
func expectPlaces(_ document: Document, _ location: Testing.SourceLocation = #_sourceLocation) {
  let source = document.source.bytes
  let texts =
    document.notes.map(\.text) + document.blocks.map(\.text) + document.trailing.map(\.text)
  for text in texts {
    for (index, piece) in text.pieces.enumerated() {
      let end = index + 1 < text.pieces.count ? Int(text.pieces[index + 1].offset) : text.count
      let bytes = text.utf8[Int(piece.offset)..<end]
      let place = min(Int(piece.source), source.count)
      let found = source[place..<min(place + bytes.count, source.count)]
      let isSame = zip(bytes, found).allSatisfy { $0 == $1 || $0 == 0x20 }
      let isEntity = [0x26, 0x3C, 0x3E, 0x71].contains(found.first)
      #expect(isSame || isEntity, "\(bytes.string) at \(place)", sourceLocation: location)
    }
  }
}
