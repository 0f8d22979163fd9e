/// S055: arXiv or another archive of preprints in the place of a journal.
///
/// In BibTeX files the reader reports it.
enum PreprintAsJournal: EntryCheck {
  static let rule = Rule(
    "S055", "preprint-as-journal", .note, "an archive of preprints stands as a journal")
  static let rules = [rule]

  private static let archives: Set<String> = [
    "arxiv", "corr", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "socarxiv", "ssrn",
  ]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard entry.reference.type == .articleJournal,
      let value = bibliography.value(.containerTitle, of: entry),
      let first = Folding.words(value.text).first, archives.contains(first),
      !isReported(value.text, in: bibliography)
    else { return }
    findings.append(
      Diagnostic(
        rule, "\"\(value.text)\" is no journal; the work is a preprint, or has appeared since",
        at: value.range, key: entry.key))
  }

  private static func isReported(_ text: String, in bibliography: CheckedBibliography) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return bibliography.tree != nil && words.count > 1 && text.utf8.count < 60
      && words.last?.hasPrefix("arxiv:") == true && words[0].hasPrefix("a")
  }
}
