/// S007, S008: a year beside the date that has it, and months that are written out.
enum DateForm: EntryCheck {
  static let repeated = Rule(
    "S007", "year-beside-date", .note, "a year stands beside the date that has it")
  static let month = Rule(
    "S008", "month-in-braces", .note, "a month is written out where BibTeX has a string")
  static let rules = [repeated, month]

  static func check(
    _ entry: CheckedEntry, in bibliography: CheckedBibliography, to findings: inout [Diagnostic]
  ) {
    guard bibliography.tree != nil else { return }
    if let date = entry.field("date"), let year = entry.field("year"),
      bibliography.text(of: date).hasPrefix(bibliography.text(of: year)),
      year.range.end > year.range.start
    {
      findings.append(
        Diagnostic(
          repeated, "\"\(bibliography.text(of: year))\" stands in the date already", at: year.range,
          key: entry.key))
    }
    guard let field = entry.field("month"), field.isWhole, field.range.start > 0 else { return }
    let text = bibliography.text(of: field)
    guard text.utf8.first?.isASCIIDigit == false, let number = BibTeXMonths.number(text),
      (1...12).contains(number)
    else { return }
    let name = BibTeXStrings.months.words[number - 1].string
    findings.append(
      Diagnostic(
        month, "\"\(text)\" is written out; styles have the string \(name) in their language",
        at: field.range, key: entry.key,
        fixes: [
          FixIt(
            "write \(name)", .safe,
            replace: SourceRange(Int(field.range.start) - 1, Int(field.range.end) + 1), with: name)
        ]))
  }
}
