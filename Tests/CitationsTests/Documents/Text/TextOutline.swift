@testable import Citations

/// What a reader found in a text, in a few lines that tests can compare.
enum TextOutline {
  /// The outline of a text.
  static func of(_ text: String, _ format: DocumentFormat = .text) -> String {
    of(Array(text.utf8), format)
  }

  /// The outline of a source.
  static func of(_ bytes: [UInt8], _ format: DocumentFormat = .text) -> String {
    of(format.read(SourceFile(name: "test", bytes: bytes)))
  }

  /// Blocks with their markers as `{label→note}` (`→` by number, `~` by order, nothing without a note), then notes and
  /// trailing text.
  static func of(_ document: Document) -> String {
    var lines: [String] = []
    for block in document.blocks {
      var text = ""
      var offset = 0
      for place in block.markers {
        text += block.text.utf8[offset..<place.offset].string
        let marker = document.markers[place.marker]
        text += "{" + marker.label
        if let note = marker.note {
          text += (marker.pairing == .order ? "~" : "→") + String(note + 1)
        }
        text += "}"
        offset = place.offset
      }
      text += block.text.utf8[offset...].string
      switch block.kind {
      case .heading(let level): lines.append(String(repeating: "#", count: level) + " " + text)
      case .listItem: lines.append("• " + text)
      default: lines.append("¶ " + text)
      }
    }
    for note in document.notes {
      lines.append(
        (note.series == "note" ? "" : note.series + " ") + note.label + ": " + note.text.string)
    }
    for trailing in document.trailing {
      lines.append("(\(trailing.reason)) " + trailing.text.string)
    }
    for diagnostic in document.diagnostics { lines.append("! " + diagnostic.message) }
    return lines.joined(separator: "\n")
  }
}
