/// S026, S029: a title that has its subtitle again, and notes that begin with a small letter.
enum SubtitleForm: EntryCheck {
  static let subtitle = Rule(
    "S026", "subtitle-in-title", .warning, "a title has the subtitle that stands beside it")
  static let small = Rule(
    "S029", "note-in-small-letters", .note, "a note begins with a small letter")
  static let rules = [subtitle, small]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    for (whole, part) in [
      ("title", "subtitle"), ("booktitle", "booksubtitle"), ("maintitle", "mainsubtitle"),
    ] {
      guard let title = bibliography.value(named: whole, of: entry),
        let subtitle = bibliography.value(named: part, of: entry)
      else { continue }
      check(title, subtitle, part, entry, &findings)
    }
    // BibTeX's styles begin a sentence with these fields.
    for name in ["note", "howpublished"] {
      guard let value = bibliography.value(named: name, of: entry),
        let first = value.text.unicodeScalars.first, first.properties.isLowercase,
        bibliography.dialect == .bibtex
      else { continue }
      findings.append(
        Diagnostic(
          small, "\"\(value.text)\" begins with a small letter", at: value.range, key: entry.key,
          fixes: value.fixes(
            "begin with a capital", .suggested, replace: 0..<String(first).utf8.count,
            with: first.properties.uppercaseMapping)))
    }
  }

  private static func check(
    _ title: PlacedValue, _ subtitle: PlacedValue, _ name: String, _ entry: CheckedEntry,
    _ findings: inout [Diagnostic]
  ) {
    let words = Folding.words(title.text)
    let last = Folding.words(subtitle.text)
    if !last.isEmpty, words.count > last.count, words.suffix(last.count).elementsEqual(last) {
      findings.append(
        Diagnostic(
          self.subtitle, "\"\(title.text)\" has the \(name) at its end, where styles put it again",
          at: title.range, key: entry.key))
    } else if let mark = title.text.utf8.last, ":;".utf8.contains(mark) {
      let end = title.text.utf8.count
      findings.append(
        Diagnostic(
          self.subtitle, "\"\(title.text)\" ends in the colon that styles put before the \(name)",
          at: title.place(of: end - 1..<end), key: entry.key,
          fixes: title.fixes("leave it out", .safe, replace: end - 1..<end, with: "")))
    }
  }
}
