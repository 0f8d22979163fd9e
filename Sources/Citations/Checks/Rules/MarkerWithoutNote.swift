/// N001: a marker in the body that no note answers.
enum MarkerWithoutNote: Check {
  static let rule = Rule("N001", "marker-without-note", .error, "a marker in the text has no note")

  static func findings(in extraction: Extraction) -> [Diagnostic] {
    extraction.document.markers.filter { $0.note == nil }.map { marker in
      let name = marker.label.isEmpty ? "the marker" : "marker \"\(marker.label)\""
      return Diagnostic(
        rule, "\(name) has no note; add the note or remove the marker", at: marker.range)
    }
  }
}
