@testable import Citations

/// Questions that acceptance tests ask of an extraction.
extension Extraction {
  /// The 1-based line at which a range of the source begins.
  func line(_ range: SourceRange) -> Int {
    document.source.position(at: Int(range.start)).line
  }

  /// The texts that stand before each marker in its block, in the order of the document.
  var textsBeforeMarkers: [(text: String, marker: Marker)] {
    document.blocks.flatMap { block in
      block.markers.map { place in
        (block.text.utf8[..<place.offset].string, document.markers[place.marker])
      }
    }
  }

  /// Every citation with the index of its note.
  var citesInOrder: [(note: Int, cite: Cite)] {
    notes.enumerated().flatMap { index, note in note.cites.map { (index, $0) } }
  }

  /// The citations as lines, each with the label of its note and the key of its work.
  var outline: [String] {
    citesInOrder.map { index, cite in
      "\(notes[index].note.label): \(CiteOutline(cite).line) -> \(cite.work ?? "none")"
    }
  }

  /// The findings as "line:column severity id message".
  var findings: [String] {
    diagnostics.map { diagnostic in
      guard let range = diagnostic.range else {
        return "- \(diagnostic.severity) \(diagnostic.rule.id) \(diagnostic.message)"
      }
      let place = document.source.position(at: Int(range.start))
      return
        "\(place.line):\(place.column) \(diagnostic.severity) \(diagnostic.rule.id) \(diagnostic.message)"
    }
  }

  /// The findings of some rules.
  func findings(_ ids: String...) -> [String] {
    zip(diagnostics, findings).filter { ids.contains($0.0.rule.id) }.map(\.1)
  }
}

/// Reads a document that stands in a test.
func extraction(_ text: String, name: String = "test.txt") -> Extraction {
  Extraction(of: Array(text.utf8), name: name)
}
