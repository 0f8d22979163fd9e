/// C032: an entry whose fields belong to another type.
enum TypeMismatch: EntryCheck {
  static let rule = Rule(
    "C032", "type-and-fields-differ", .warning, "an entry has the fields of another type")
  static let rules = [rule]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    func has(_ names: String...) -> Bool {
      entry.fields.contains { names.contains($0.name) && $0.range.end > $0.range.start }
    }
    let isJournal = has("journal", "journaltitle")
    switch entry.entryType {
    case "article" where has("booktitle"):
      report("booktitle", "@inproceedings or @incollection", entry, &findings)
    case "proceedings", "mvproceedings":
      // A number of pages is no range.
      if let pages = entry.reference[.page], pages.utf8.contains(UInt8(ascii: "-")) {
        report("pages", "the entry of a part, or pagetotal", entry, &findings)
      }
    case "misc" where isJournal && has("volume", "number"):
      report("journal", "@article", entry, &findings, "journaltitle")
    case "inproceedings", "conference", "incollection":
      if isJournal, !has("booktitle") {
        report("journal", "@article", entry, &findings, "journaltitle")
      }
    case "book" where isJournal && !has("publisher"):
      report("journal", "@article", entry, &findings, "journaltitle")
    case "phdthesis", "mastersthesis", "thesis":
      if isJournal { report("journal", "@article", entry, &findings, "journaltitle") }
    default: break
    }
  }

  private static func report(
    _ name: String, _ better: String, _ entry: CheckedEntry, _ findings: inout [Diagnostic],
    _ other: String = ""
  ) {
    guard let field = entry.field(name, other) else { return }
    findings.append(
      Diagnostic(
        rule,
        "@\(entry.entryType) \"\(entry.key)\" has a field \"\(field.name)\"; expected \(better)",
        at: field.nameRange, key: entry.key))
  }
}
